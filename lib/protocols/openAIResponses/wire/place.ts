/**
 * The addresses of events.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const responsesPlace = () => ({
  item_id: maybe(textual),
  /** Of some servers. */
  call_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the part in the item. */
  content_index: maybe(numeric),
  /** The place of the part in the summary. */
  summary_index: maybe(numeric)
})

/**
 * A value of the codec `ResponsesPlace`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesPlace extends Fields<typeof responsesPlace> {}

/**
 * The fields of an event that name the item and the part to which it belongs.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPlace = /* @__PURE__ */ open<ResponsesPlace>('ResponsesPlace', responsesPlace)
