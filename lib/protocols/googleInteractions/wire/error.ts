/**
 * Errors.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const error = () => ({
  code: maybe(t.string),
  message: maybe(t.string)
})

/**
 * A value of the codec `InteractionsError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsError extends Fields<typeof error> {}

/**
 * An error: `code` is a word, such as `invalid_request`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsError = /* @__PURE__ */ open<InteractionsError>('InteractionsError', error)

const errorEvent = () => ({
  event_type: kind('error'),
  error: maybe(InteractionsError),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string)
})

/**
 * A value of the codec `InteractionsErrorEvent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsErrorEvent extends Fields<typeof errorEvent> {}

/**
 * An error inside a stream. It ends the interaction.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsErrorEvent = /* @__PURE__ */ open<InteractionsErrorEvent>('InteractionsErrorEvent', errorEvent)
