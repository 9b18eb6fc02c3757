/**
 * The events of OpenRouter, and a complete answer as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatChoice, chatChunk, chatResponse } from './chunk.ts'
import { chatDelta } from './delta.ts'
import { OpenRouterMetadata } from './openRouterMetadata.ts'
import { OpenRouterPart } from './openRouterParts.ts'
import { OpenRouterError, OpenRouterUsage } from './openRouterUsage.ts'

const envelope = () => ({
  usage: maybe(OpenRouterUsage),
  /** The provider behind the gateway. */
  provider: maybe(t.string),
  error: maybe(either(t.string, OpenRouterError)),
  openrouter_metadata: maybe(OpenRouterMetadata)
})

const openRouterMessage = () => ({
  ...chatDelta(),
  /** Text, or a list of parts. */
  content: content(either(textual, fragments(either(t.string, OpenRouterPart)))),
  name: maybe(t.string),
  model: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterMessage extends Fields<typeof openRouterMessage> {}

/**
 * The message of a JSON body.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterMessage = /* @__PURE__ */ open<OpenRouterMessage>('OpenRouterMessage', openRouterMessage)

const openRouterBodyChoice = () => ({
  ...chatChoice(),
  message: content(OpenRouterMessage)
})

/**
 * A value of the codec `OpenRouterBodyChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterBodyChoice extends Fields<typeof openRouterBodyChoice> {}

/**
 * A choice of a JSON body.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterBodyChoice = /* @__PURE__ */ open<OpenRouterBodyChoice>(
  'OpenRouterBodyChoice',
  openRouterBodyChoice
)

const openRouterChunk = () => ({
  ...chatChunk(),
  ...envelope()
})

/**
 * A value of the codec `OpenRouterChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterChunk extends Fields<typeof openRouterChunk> {}

/**
 * One event of a stream of OpenRouter.
 *
 * Source: https://openrouter.ai/docs/api/reference/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterChunk = /* @__PURE__ */ open<OpenRouterChunk>('OpenRouterChunk', openRouterChunk)

const openRouterResponse = () => ({
  ...chatResponse(),
  ...envelope(),
  choices: fragments(OpenRouterBodyChoice)
})

/**
 * A value of the codec `OpenRouterResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterResponse extends Fields<typeof openRouterResponse> {}

/**
 * A complete answer of OpenRouter as one JSON body.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponse = /* @__PURE__ */ open<OpenRouterResponse>('OpenRouterResponse', openRouterResponse)
