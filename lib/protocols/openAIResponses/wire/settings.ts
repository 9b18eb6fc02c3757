/**
 * The settings of the request, which the response repeats.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { dictionary } from '../../../codec/dictionary.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesInputContent } from './inputs.ts'
import { ResponsesTextFormat } from './tool.ts'

const responsesConversation = () => ({
  id: maybe(t.string)
})

/**
 * A value of the codec `ResponsesConversation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesConversation extends Fields<typeof responsesConversation> {}

/**
 * The conversation to which the response belongs.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesConversation = /* @__PURE__ */ open<ResponsesConversation>(
  'ResponsesConversation',
  responsesConversation
)

const responsesPrompt = () => ({
  id: maybe(t.string),
  version: maybe(t.string),
  variables: maybe(dictionary(either(t.string, ResponsesInputContent)))
})

/**
 * A value of the codec `ResponsesPrompt`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesPrompt extends Fields<typeof responsesPrompt> {}

/**
 * The stored prompt that was used.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPrompt = /* @__PURE__ */ open<ResponsesPrompt>('ResponsesPrompt', responsesPrompt)

const responsesPromptCacheOptions = () => ({
  mode: maybe(word('explicit', 'implicit')),
  ttl: maybe(word('30m'))
})

/**
 * A value of the codec `ResponsesPromptCacheOptions`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesPromptCacheOptions extends Fields<typeof responsesPromptCacheOptions> {}

/**
 * The caching of the prompt.
 *
 * Source: https://platform.openai.com/docs/guides/prompt-caching
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPromptCacheOptions = /* @__PURE__ */ open<ResponsesPromptCacheOptions>(
  'ResponsesPromptCacheOptions',
  responsesPromptCacheOptions
)

const responsesReasoningSettings = () => ({
  context: maybe(word('auto', 'current_turn', 'all_turns')),
  effort: maybe(word('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max')),
  /** Its older name. */
  generate_summary: maybe(word('auto', 'concise', 'detailed')),
  mode: maybe(word('standard', 'pro')),
  summary: maybe(word('auto', 'concise', 'detailed'))
})

/**
 * A value of the codec `ResponsesReasoningSettings`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSettings extends Fields<typeof responsesReasoningSettings> {}

/**
 * The settings of reasoning.
 *
 * Source: https://platform.openai.com/docs/guides/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSettings = /* @__PURE__ */ open<ResponsesReasoningSettings>(
  'ResponsesReasoningSettings',
  responsesReasoningSettings
)

const responsesJsonSchemaFormat = () => ({
  type: kind('json_schema'),
  name: maybe(t.string),
  description: maybe(t.string),
  schema: maybe(t.UnknownRecord),
  strict: maybe(t.boolean)
})

/**
 * A value of the codec `ResponsesJsonSchemaFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesJsonSchemaFormat extends Fields<typeof responsesJsonSchemaFormat> {}

/**
 * JSON of a schema.
 *
 * Source: https://platform.openai.com/docs/guides/structured-outputs
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesJsonSchemaFormat = /* @__PURE__ */ open<ResponsesJsonSchemaFormat>(
  'ResponsesJsonSchemaFormat',
  responsesJsonSchemaFormat
)

const responsesJsonObjectFormat = () => ({
  type: kind('json_object')
})

/**
 * A value of the codec `ResponsesJsonObjectFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesJsonObjectFormat extends Fields<typeof responsesJsonObjectFormat> {}

/**
 * Any JSON object.
 *
 * Source: https://platform.openai.com/docs/guides/structured-outputs
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesJsonObjectFormat = /* @__PURE__ */ open<ResponsesJsonObjectFormat>(
  'ResponsesJsonObjectFormat',
  responsesJsonObjectFormat
)

/**
 * A value of the codec `ResponsesFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesFormat = ResponsesTextFormat | ResponsesJsonSchemaFormat | ResponsesJsonObjectFormat | Other

/**
 * The form of the text. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/structured-outputs
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFormat = /* @__PURE__ */ tagged<ResponsesFormat>('ResponsesFormat', () => ({
  text: ResponsesTextFormat,
  json_schema: ResponsesJsonSchemaFormat,
  json_object: ResponsesJsonObjectFormat
}))

const responsesTextSettings = () => ({
  format: maybe(ResponsesFormat),
  verbosity: maybe(word('low', 'medium', 'high'))
})

/**
 * A value of the codec `ResponsesTextSettings`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesTextSettings extends Fields<typeof responsesTextSettings> {}

/**
 * The settings of the text.
 *
 * Source: https://platform.openai.com/docs/guides/structured-outputs
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesTextSettings = /* @__PURE__ */ open<ResponsesTextSettings>(
  'ResponsesTextSettings',
  responsesTextSettings
)
