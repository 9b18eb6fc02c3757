/**
 * The events of reasoning.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { fragment } from './leaves.ts'

const responsesReasoningTextDelta = () => ({
  type: kind('response.reasoning_text.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningTextDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningTextDelta extends Fields<typeof responsesReasoningTextDelta> {}

/**
 * More reasoning.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningTextDelta = /* @__PURE__ */ open<ResponsesReasoningTextDelta>(
  'ResponsesReasoningTextDelta',
  responsesReasoningTextDelta
)

const responsesReasoningTextDone = () => ({
  type: kind('response.reasoning_text.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  /** All of it. */
  text: content(textual),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningTextDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningTextDone extends Fields<typeof responsesReasoningTextDone> {}

/**
 * A text of reasoning is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningTextDone = /* @__PURE__ */ open<ResponsesReasoningTextDone>(
  'ResponsesReasoningTextDone',
  responsesReasoningTextDone
)

const responsesReasoningSummaryTextDelta = () => ({
  type: kind('response.reasoning_summary_text.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the summary. */
  summary_index: maybe(numeric),
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryTextDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryTextDelta extends Fields<typeof responsesReasoningSummaryTextDelta> {}

/**
 * More of a summary of reasoning.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryTextDelta = /* @__PURE__ */ open<ResponsesReasoningSummaryTextDelta>(
  'ResponsesReasoningSummaryTextDelta',
  responsesReasoningSummaryTextDelta
)

const responsesReasoningSummaryTextDone = () => ({
  type: kind('response.reasoning_summary_text.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the summary. */
  summary_index: maybe(numeric),
  /** All of it. */
  text: content(textual),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryTextDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryTextDone extends Fields<typeof responsesReasoningSummaryTextDone> {}

/**
 * A text of a summary of reasoning is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryTextDone = /* @__PURE__ */ open<ResponsesReasoningSummaryTextDone>(
  'ResponsesReasoningSummaryTextDone',
  responsesReasoningSummaryTextDone
)

const responsesReasoningDelta = () => ({
  type: kind('response.reasoning.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  delta: fragment,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningDelta extends Fields<typeof responsesReasoningDelta> {}

/**
 * More reasoning, under the older name of the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningDelta = /* @__PURE__ */ open<ResponsesReasoningDelta>(
  'ResponsesReasoningDelta',
  responsesReasoningDelta
)

const responsesReasoningDone = () => ({
  type: kind('response.reasoning.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  /** All of it. */
  text: content(fragment),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningDone extends Fields<typeof responsesReasoningDone> {}

/**
 * A text of reasoning is complete, under the older name of the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningDone = /* @__PURE__ */ open<ResponsesReasoningDone>(
  'ResponsesReasoningDone',
  responsesReasoningDone
)

const responsesReasoningSummaryDelta = () => ({
  type: kind('response.reasoning_summary.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the summary. */
  summary_index: maybe(numeric),
  delta: fragment,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryDelta extends Fields<typeof responsesReasoningSummaryDelta> {}

/**
 * More of a summary of reasoning, under the older name of the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryDelta = /* @__PURE__ */ open<ResponsesReasoningSummaryDelta>(
  'ResponsesReasoningSummaryDelta',
  responsesReasoningSummaryDelta
)

const responsesReasoningSummaryDone = () => ({
  type: kind('response.reasoning_summary.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the summary. */
  summary_index: maybe(numeric),
  /** All of it. */
  text: content(fragment),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesReasoningSummaryDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningSummaryDone extends Fields<typeof responsesReasoningSummaryDone> {}

/**
 * A text of a summary of reasoning is complete, under the older name of the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningSummaryDone = /* @__PURE__ */ open<ResponsesReasoningSummaryDone>(
  'ResponsesReasoningSummaryDone',
  responsesReasoningSummaryDone
)
