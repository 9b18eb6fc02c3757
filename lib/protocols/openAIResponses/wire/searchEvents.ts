/**
 * The events of searches.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const responsesWebSearchCallInProgress = () => ({
  type: kind('response.web_search_call.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesWebSearchCallInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchCallInProgress extends Fields<typeof responsesWebSearchCallInProgress> {}

/**
 * A search of the web begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchCallInProgress = /* @__PURE__ */ open<ResponsesWebSearchCallInProgress>(
  'ResponsesWebSearchCallInProgress',
  responsesWebSearchCallInProgress
)

const responsesWebSearchCallSearching = () => ({
  type: kind('response.web_search_call.searching'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesWebSearchCallSearching`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchCallSearching extends Fields<typeof responsesWebSearchCallSearching> {}

/**
 * A search of the web is running.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchCallSearching = /* @__PURE__ */ open<ResponsesWebSearchCallSearching>(
  'ResponsesWebSearchCallSearching',
  responsesWebSearchCallSearching
)

const responsesWebSearchCallCompleted = () => ({
  type: kind('response.web_search_call.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesWebSearchCallCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchCallCompleted extends Fields<typeof responsesWebSearchCallCompleted> {}

/**
 * A search of the web is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchCallCompleted = /* @__PURE__ */ open<ResponsesWebSearchCallCompleted>(
  'ResponsesWebSearchCallCompleted',
  responsesWebSearchCallCompleted
)

const responsesFileSearchCallInProgress = () => ({
  type: kind('response.file_search_call.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFileSearchCallInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchCallInProgress extends Fields<typeof responsesFileSearchCallInProgress> {}

/**
 * A search of files begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchCallInProgress = /* @__PURE__ */ open<ResponsesFileSearchCallInProgress>(
  'ResponsesFileSearchCallInProgress',
  responsesFileSearchCallInProgress
)

const responsesFileSearchCallSearching = () => ({
  type: kind('response.file_search_call.searching'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFileSearchCallSearching`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchCallSearching extends Fields<typeof responsesFileSearchCallSearching> {}

/**
 * A search of files is running.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchCallSearching = /* @__PURE__ */ open<ResponsesFileSearchCallSearching>(
  'ResponsesFileSearchCallSearching',
  responsesFileSearchCallSearching
)

const responsesFileSearchCallCompleted = () => ({
  type: kind('response.file_search_call.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFileSearchCallCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchCallCompleted extends Fields<typeof responsesFileSearchCallCompleted> {}

/**
 * A search of files is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchCallCompleted = /* @__PURE__ */ open<ResponsesFileSearchCallCompleted>(
  'ResponsesFileSearchCallCompleted',
  responsesFileSearchCallCompleted
)

const responsesCodeInterpreterCallInProgress = () => ({
  type: kind('response.code_interpreter_call.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCodeInterpreterCallInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCallInProgress extends Fields<typeof responsesCodeInterpreterCallInProgress> {}

/**
 * A call of code begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCallInProgress = /* @__PURE__ */ open<ResponsesCodeInterpreterCallInProgress>(
  'ResponsesCodeInterpreterCallInProgress',
  responsesCodeInterpreterCallInProgress
)

const responsesCodeInterpreterCallInterpreting = () => ({
  type: kind('response.code_interpreter_call.interpreting'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCodeInterpreterCallInterpreting`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCallInterpreting extends Fields<
  typeof responsesCodeInterpreterCallInterpreting
> {}

/**
 * The code is running.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCallInterpreting = /* @__PURE__ */ open<ResponsesCodeInterpreterCallInterpreting>(
  'ResponsesCodeInterpreterCallInterpreting',
  responsesCodeInterpreterCallInterpreting
)

const responsesCodeInterpreterCallCompleted = () => ({
  type: kind('response.code_interpreter_call.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCodeInterpreterCallCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCallCompleted extends Fields<typeof responsesCodeInterpreterCallCompleted> {}

/**
 * The code has ended.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCallCompleted = /* @__PURE__ */ open<ResponsesCodeInterpreterCallCompleted>(
  'ResponsesCodeInterpreterCallCompleted',
  responsesCodeInterpreterCallCompleted
)
