/**
 * An interaction as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsAgentConfig } from './agents.ts'
import { InteractionsContent } from './contents.ts'
import { InteractionsEnvironment } from './environment.ts'
import { InteractionsError } from './error.ts'
import { InteractionsResponseFormat } from './formats.ts'
import { InteractionsGenerationConfig } from './generation.ts'
import { status } from './status.ts'
import { InteractionsStep } from './steps.ts'
import { InteractionsTool } from './tools.ts'
import { InteractionsUsage } from './usage.ts'

const safetySetting = () => ({
  method: maybe(word('severity', 'probability')),
  threshold: maybe(word('off', 'block_low_and_above', 'block_medium_and_above', 'block_only_high', 'block_none')),
  type: maybe(
    word(
      'hate_speech',
      'dangerous_content',
      'harassment',
      'sexually_explicit',
      'civic_integrity',
      'image_hate',
      'image_dangerous_content',
      'image_harassment',
      'image_sexually_explicit',
      'jailbreak'
    )
  )
})

/**
 * A value of the codec `InteractionsSafetySetting`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSafetySetting extends Fields<typeof safetySetting> {}

/**
 * The threshold of a filter.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSafetySetting = /* @__PURE__ */ open<InteractionsSafetySetting>(
  'InteractionsSafetySetting',
  safetySetting
)

const webhookConfig = () => ({
  uris: maybe(list(t.string)),
  user_metadata: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `InteractionsWebhookConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsWebhookConfig extends Fields<typeof webhookConfig> {}

/**
 * The addresses that are called at the end.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsWebhookConfig = /* @__PURE__ */ open<InteractionsWebhookConfig>(
  'InteractionsWebhookConfig',
  webhookConfig
)

const response = () => ({
  agent: maybe(t.string),
  agent_config: maybe(InteractionsAgentConfig),
  cached_content: maybe(t.string),
  continuation_ids: maybe(list(t.string)),
  /** The next request continues from here. */
  continuation_token: maybe(t.string),
  /** A time, as ISO 8601. */
  created: maybe(t.string),
  environment: maybe(either(t.string, InteractionsEnvironment)),
  environment_id: maybe(t.string),
  errors: maybe(list(InteractionsError)),
  generation_config: maybe(InteractionsGenerationConfig),
  /** Missing if the interaction is not stored. */
  id: maybe(textual),
  input: maybe(
    either(t.string, either(list(InteractionsStep), either(list(InteractionsContent), InteractionsContent)))
  ),
  labels: maybe(t.record(t.string, t.string)),
  model: maybe(t.string),
  previous_interaction_id: maybe(t.string),
  response_format: maybe(
    either(
      list(either(InteractionsResponseFormat, t.UnknownRecord)),
      either(InteractionsResponseFormat, t.UnknownRecord)
    )
  ),
  response_mime_type: maybe(t.string),
  response_modalities: maybe(list(word('text', 'image', 'document', 'audio', 'video'))),
  safety_settings: maybe(list(InteractionsSafetySetting)),
  service_tier: maybe(word('flex', 'priority', 'standard', 'deferred')),
  status: status(),
  steps: maybe(list(InteractionsStep)),
  system_instruction: maybe(t.string),
  tools: maybe(list(InteractionsTool)),
  /** A time, as ISO 8601. */
  updated: maybe(t.string),
  usage: maybe(InteractionsUsage),
  webhook_config: maybe(InteractionsWebhookConfig)
})

/**
 * A value of the codec `InteractionsResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsResponse extends Fields<typeof response> {}

/**
 * An interaction as one JSON body: the steps of the answer, and the settings of the request.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsResponse = /* @__PURE__ */ open<InteractionsResponse>('InteractionsResponse', response)
