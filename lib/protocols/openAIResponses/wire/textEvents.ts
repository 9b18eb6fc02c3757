/**
 * The events of texts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { ResponsesAnnotation, ResponsesLogprob } from './annotations.ts'
import { fragment } from './leaves.ts'

const responsesOutputTextDelta = () => ({
  type: kind('response.output_text.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  delta: fragment,
  logprobs: maybe(list(ResponsesLogprob)),
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesOutputTextDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputTextDelta extends Fields<typeof responsesOutputTextDelta> {}

/**
 * More of a text.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputTextDelta = /* @__PURE__ */ open<ResponsesOutputTextDelta>(
  'ResponsesOutputTextDelta',
  responsesOutputTextDelta
)

const responsesOutputTextDone = () => ({
  type: kind('response.output_text.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  /** All of it. */
  text: content(textual),
  logprobs: maybe(list(ResponsesLogprob)),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesOutputTextDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputTextDone extends Fields<typeof responsesOutputTextDone> {}

/**
 * A text is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputTextDone = /* @__PURE__ */ open<ResponsesOutputTextDone>(
  'ResponsesOutputTextDone',
  responsesOutputTextDone
)

const responsesOutputTextAnnotationAdded = () => ({
  type: kind('response.output_text.annotation.added'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the text in the item. */
  content_index: maybe(numeric),
  /** The place among the annotations of the text. */
  annotation_index: maybe(numeric),
  annotation: ResponsesAnnotation,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesOutputTextAnnotationAdded`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputTextAnnotationAdded extends Fields<typeof responsesOutputTextAnnotationAdded> {}

/**
 * A source of a text.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputTextAnnotationAdded = /* @__PURE__ */ open<ResponsesOutputTextAnnotationAdded>(
  'ResponsesOutputTextAnnotationAdded',
  responsesOutputTextAnnotationAdded
)

const responsesRefusalDelta = () => ({
  type: kind('response.refusal.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the refusal in the item. */
  content_index: maybe(numeric),
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesRefusalDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesRefusalDelta extends Fields<typeof responsesRefusalDelta> {}

/**
 * More of a refusal.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesRefusalDelta = /* @__PURE__ */ open<ResponsesRefusalDelta>(
  'ResponsesRefusalDelta',
  responsesRefusalDelta
)

const responsesRefusalDone = () => ({
  type: kind('response.refusal.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** The place of the refusal in the item. */
  content_index: maybe(numeric),
  /** All of it. */
  refusal: content(textual),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesRefusalDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesRefusalDone extends Fields<typeof responsesRefusalDone> {}

/**
 * A refusal is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesRefusalDone = /* @__PURE__ */ open<ResponsesRefusalDone>(
  'ResponsesRefusalDone',
  responsesRefusalDone
)
