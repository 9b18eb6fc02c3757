/**
 * The items of the output.
 *
 * @since 0.1.0
 */
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { ResponsesMessage } from './messages.ts'
import type { ResponsesSharedItem } from './sharedItems.ts'
import { sharedItems } from './sharedItems.ts'

/**
 * A value of the codec `ResponsesItem`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesItem = ResponsesMessage | ResponsesSharedItem | Other

/**
 * An item of the output: a message, a call, reasoning, a tool run by the provider. One of an unknown kind is an
 * `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object#responses/object-output
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesItem = /* @__PURE__ */ tagged<ResponsesItem>('ResponsesItem', () => ({
  message: ResponsesMessage,
  ...sharedItems()
}))
