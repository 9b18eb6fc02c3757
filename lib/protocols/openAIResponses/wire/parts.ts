/**
 * The parts of messages and of reasoning.
 *
 * @since 0.1.0
 */
import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesAnnotation, ResponsesLogprob } from './annotations.ts'

const responsesOutputText = () => ({
  type: kind('output_text'),
  text: content(textual),
  annotations: maybe(list(ResponsesAnnotation)),
  logprobs: maybe(list(ResponsesLogprob))
})

/**
 * A value of the codec `ResponsesOutputText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputText extends Fields<typeof responsesOutputText> {}

/**
 * Text of the answer.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputText = /* @__PURE__ */ open<ResponsesOutputText>('ResponsesOutputText', responsesOutputText)

const responsesPlainText = () => ({
  type: kind('text'),
  text: content(textual),
  annotations: maybe(list(ResponsesAnnotation))
})

/**
 * A value of the codec `ResponsesPlainText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesPlainText extends Fields<typeof responsesPlainText> {}

/**
 * Text of the answer, as some servers name it.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPlainText = /* @__PURE__ */ open<ResponsesPlainText>('ResponsesPlainText', responsesPlainText)

const responsesRefusal = () => ({
  type: kind('refusal'),
  refusal: content(textual)
})

/**
 * A value of the codec `ResponsesRefusal`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesRefusal extends Fields<typeof responsesRefusal> {}

/**
 * The refusal to answer.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesRefusal = /* @__PURE__ */ open<ResponsesRefusal>('ResponsesRefusal', responsesRefusal)

const responsesReasoningText = () => ({
  type: kind('reasoning_text'),
  text: content(textual)
})

/**
 * A value of the codec `ResponsesReasoningText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoningText extends Fields<typeof responsesReasoningText> {}

/**
 * Reasoning of the model.
 *
 * Source: https://platform.openai.com/docs/guides/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoningText = /* @__PURE__ */ open<ResponsesReasoningText>(
  'ResponsesReasoningText',
  responsesReasoningText
)

/**
 * A value of the codec `ResponsesPart`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesPart = ResponsesOutputText | ResponsesRefusal | ResponsesReasoningText | ResponsesPlainText | Other

/**
 * A part of a message or of reasoning. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPart = /* @__PURE__ */ tagged<ResponsesPart>('ResponsesPart', () => ({
  output_text: ResponsesOutputText,
  refusal: ResponsesRefusal,
  reasoning_text: ResponsesReasoningText,
  text: ResponsesPlainText
}))

const responsesSummary = () => ({
  type: maybe(word('summary_text')),
  text: maybe(textual)
})

/**
 * A value of the codec `ResponsesSummary`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSummary extends Fields<typeof responsesSummary> {}

/**
 * A part of the summary of reasoning.
 *
 * Source: https://platform.openai.com/docs/guides/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSummary = /* @__PURE__ */ open<ResponsesSummary>('ResponsesSummary', responsesSummary)
