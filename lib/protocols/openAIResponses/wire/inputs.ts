/**
 * The parts of the input.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const responsesCacheBreakpoint = () => ({
  mode: maybe(word('explicit'))
})

/**
 * A value of the codec `ResponsesCacheBreakpoint`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCacheBreakpoint extends Fields<typeof responsesCacheBreakpoint> {}

/**
 * The end of a part of the prompt that is cached.
 *
 * Source: https://platform.openai.com/docs/guides/prompt-caching
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCacheBreakpoint = /* @__PURE__ */ open<ResponsesCacheBreakpoint>(
  'ResponsesCacheBreakpoint',
  responsesCacheBreakpoint
)

const responsesInputText = () => ({
  type: kind('input_text'),
  text: content(textual),
  prompt_cache_breakpoint: maybe(ResponsesCacheBreakpoint)
})

/**
 * A value of the codec `ResponsesInputText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInputText extends Fields<typeof responsesInputText> {}

/**
 * Text of the input.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInputText = /* @__PURE__ */ open<ResponsesInputText>('ResponsesInputText', responsesInputText)

const responsesInputImage = () => ({
  type: kind('input_image'),
  detail: maybe(word('auto', 'low', 'high', 'original')),
  file_id: maybe(t.string),
  /** Also a `data:` URL. */
  image_url: maybe(t.string),
  prompt_cache_breakpoint: maybe(ResponsesCacheBreakpoint)
})

/**
 * A value of the codec `ResponsesInputImage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInputImage extends Fields<typeof responsesInputImage> {}

/**
 * A picture of the input.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInputImage = /* @__PURE__ */ open<ResponsesInputImage>('ResponsesInputImage', responsesInputImage)

const responsesInputFile = () => ({
  type: kind('input_file'),
  detail: maybe(word('auto', 'low', 'high')),
  /** In base64. */
  file_data: maybe(t.string),
  file_id: maybe(t.string),
  file_url: maybe(t.string),
  filename: maybe(t.string),
  prompt_cache_breakpoint: maybe(ResponsesCacheBreakpoint)
})

/**
 * A value of the codec `ResponsesInputFile`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInputFile extends Fields<typeof responsesInputFile> {}

/**
 * A file of the input.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInputFile = /* @__PURE__ */ open<ResponsesInputFile>('ResponsesInputFile', responsesInputFile)

/**
 * A value of the codec `ResponsesInputContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesInputContent = ResponsesInputText | ResponsesInputImage | ResponsesInputFile | Other

/**
 * A part of the input. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInputContent = /* @__PURE__ */ tagged<ResponsesInputContent>('ResponsesInputContent', () => ({
  input_text: ResponsesInputText,
  input_image: ResponsesInputImage,
  input_file: ResponsesInputFile
}))
