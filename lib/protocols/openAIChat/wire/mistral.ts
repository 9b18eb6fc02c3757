/**
 * The events of Mistral, and a complete answer as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { spelled, textual } from '../../../codec/acrossTypes.ts'
import { anyObject } from '../../../codec/anyObject.ts'
import { content } from '../../../codec/content.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatChoice, chatChunk, chatResponse } from './chunk.ts'
import { chatDelta } from './delta.ts'
import { MistralPart } from './mistralParts.ts'
import { chatUsage } from './usage.ts'

const mistralDelta = () => ({
  ...chatDelta(),
  /** Text, or a list of parts. */
  content: content(either(textual, fragments(either(t.string, MistralPart)))),
  /** Of the result of a tool that Mistral ran. */
  tool_call_id: maybe(t.string),
  index: maybe(t.number),
  metadata: maybe(anyObject),
  /** Whether the message is the beginning of an answer that was in the request. */
  prefix: maybe(t.boolean)
})

/**
 * A value of the codec `MistralDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralDelta extends Fields<typeof mistralDelta> {}

/**
 * The new part of a choice; in a JSON body, a message.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralDelta = /* @__PURE__ */ open<MistralDelta>('MistralDelta', mistralDelta)

const mistralChoice = () => ({
  ...chatChoice(),
  delta: content(MistralDelta),
  message: content(MistralDelta),
  /** Several messages, of which those of the role `tool` are results. */
  messages: maybe(either(t.string, list(MistralDelta))),
  finish_reason: maybe(spelled('stop', 'length', 'tool_calls', 'error', 'model_length'))
})

/**
 * A value of the codec `MistralChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralChoice extends Fields<typeof mistralChoice> {}

/**
 * A choice: in a stream, its new part; in a JSON body, the whole.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralChoice = /* @__PURE__ */ open<MistralChoice>('MistralChoice', mistralChoice)

const mistralUsage = () => ({
  ...chatUsage(),
  /** Seconds of sound in the prompt. */
  prompt_audio_seconds: maybe(t.number),
  service_tier: maybe(t.string)
})

/**
 * A value of the codec `MistralUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralUsage extends Fields<typeof mistralUsage> {}

/**
 * The tokens of an answer.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralUsage = /* @__PURE__ */ open<MistralUsage>('MistralUsage', mistralUsage)

const mistralChunk = () => ({
  ...chatChunk(),
  /** Pads the event, to hide its length. */
  p: maybe(t.string),
  choices: content(fragments(MistralChoice)),
  usage: maybe(MistralUsage)
})

/**
 * A value of the codec `MistralChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralChunk extends Fields<typeof mistralChunk> {}

/**
 * One event of a stream of Mistral.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralChunk = /* @__PURE__ */ open<MistralChunk>('MistralChunk', mistralChunk)

const mistralResponse = () => ({
  ...chatResponse(),
  choices: fragments(MistralChoice),
  usage: maybe(MistralUsage)
})

/**
 * A value of the codec `MistralResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralResponse extends Fields<typeof mistralResponse> {}

/**
 * A complete answer of Mistral as one JSON body.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralResponse = /* @__PURE__ */ open<MistralResponse>('MistralResponse', mistralResponse)
