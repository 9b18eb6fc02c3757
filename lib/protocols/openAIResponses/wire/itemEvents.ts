/**
 * The events of items and of their parts.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesItem } from './item.ts'
import { part } from './partOf.ts'
import { ResponsesPart, ResponsesSummary } from './parts.ts'

const responsesOutputItemAdded = () => ({
  type: kind('response.output_item.added'),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  item: ResponsesItem,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesOutputItemAdded`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputItemAdded extends Fields<typeof responsesOutputItemAdded> {}

/**
 * An item begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputItemAdded = /* @__PURE__ */ open<ResponsesOutputItemAdded>(
  'ResponsesOutputItemAdded',
  responsesOutputItemAdded
)

const responsesOutputItemDone = () => ({
  type: kind('response.output_item.done'),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  item: ResponsesItem,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesOutputItemDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputItemDone extends Fields<typeof responsesOutputItemDone> {}

/**
 * An item is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputItemDone = /* @__PURE__ */ open<ResponsesOutputItemDone>(
  'ResponsesOutputItemDone',
  responsesOutputItemDone
)

const responsesContentPartAdded = () => ({
  type: kind('response.content_part.added'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the part in the item. */
  content_index: maybe(numeric),
  part: part(ResponsesPart, 'output_text'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesContentPartAdded`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesContentPartAdded extends Fields<typeof responsesContentPartAdded> {}

/**
 * A part of a message or of reasoning begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesContentPartAdded = /* @__PURE__ */ open<ResponsesContentPartAdded>(
  'ResponsesContentPartAdded',
  responsesContentPartAdded
)

const responsesContentPartDone = () => ({
  type: kind('response.content_part.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the part in the item. */
  content_index: maybe(numeric),
  part: part(ResponsesPart, 'output_text'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesContentPartDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesContentPartDone extends Fields<typeof responsesContentPartDone> {}

/**
 * A part of a message or of reasoning is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesContentPartDone = /* @__PURE__ */ open<ResponsesContentPartDone>(
  'ResponsesContentPartDone',
  responsesContentPartDone
)

const responsesReasoningSummaryPartAdded = () => ({
  type: kind('response.reasoning_summary_part.added'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the part in the summary. */
  summary_index: maybe(numeric),
  part: part(ResponsesSummary, 'summary_text'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryPartAdded`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryPartAdded extends Fields<typeof responsesReasoningSummaryPartAdded> {}

/**
 * A part of the summary of reasoning begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryPartAdded = /* @__PURE__ */ open<ResponsesReasoningSummaryPartAdded>(
  'ResponsesReasoningSummaryPartAdded',
  responsesReasoningSummaryPartAdded
)

const responsesReasoningSummaryPartDone = () => ({
  type: kind('response.reasoning_summary_part.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the part in the summary. */
  summary_index: maybe(numeric),
  status: maybe(word('incomplete')),
  part: part(ResponsesSummary, 'summary_text'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryPartDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryPartDone extends Fields<typeof responsesReasoningSummaryPartDone> {}

/**
 * A part of the summary of reasoning is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryPartDone = /* @__PURE__ */ open<ResponsesReasoningSummaryPartDone>(
  'ResponsesReasoningSummaryPartDone',
  responsesReasoningSummaryPartDone
)
