import { textual } from '../../../codec/acrossTypes.ts'
import { anyObject } from '../../../codec/anyObject.ts'
import type { Either } from '../../../codec/either.ts'
import { either } from '../../../codec/either.ts'

/**
 * A value of the codec `ChatArguments`.
 *
 * @category model
 * @since 0.1.0
 */
export type ChatArguments = string | Readonly<Record<string, unknown>>

/**
 * The arguments of a call: JSON text, in a stream a fragment of it. Some servers send the JSON value itself.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatArguments: Either<string, Readonly<Record<string, unknown>>> = /* @__PURE__ */ either(
  textual,
  anyObject
)
