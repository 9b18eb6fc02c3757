/**
 * The items of patches.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesCaller } from './calls.ts'

const responsesCreateFile = () => ({
  type: kind('create_file'),
  path: maybe(t.string),
  /** Its content as a diff. */
  diff: maybe(t.string)
})

/**
 * A value of the codec `ResponsesCreateFile`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCreateFile extends Fields<typeof responsesCreateFile> {}

/**
 * A new file.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCreateFile = /* @__PURE__ */ open<ResponsesCreateFile>('ResponsesCreateFile', responsesCreateFile)

const responsesDeleteFile = () => ({
  type: kind('delete_file'),
  path: maybe(t.string)
})

/**
 * A value of the codec `ResponsesDeleteFile`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDeleteFile extends Fields<typeof responsesDeleteFile> {}

/**
 * The removal of a file.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesDeleteFile = /* @__PURE__ */ open<ResponsesDeleteFile>('ResponsesDeleteFile', responsesDeleteFile)

const responsesUpdateFile = () => ({
  type: kind('update_file'),
  path: maybe(t.string),
  diff: maybe(t.string)
})

/**
 * A value of the codec `ResponsesUpdateFile`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesUpdateFile extends Fields<typeof responsesUpdateFile> {}

/**
 * A change of a file.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesUpdateFile = /* @__PURE__ */ open<ResponsesUpdateFile>('ResponsesUpdateFile', responsesUpdateFile)

/**
 * A value of the codec `ResponsesPatchOperation`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesPatchOperation = ResponsesCreateFile | ResponsesDeleteFile | ResponsesUpdateFile | Other

/**
 * The change of a file. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPatchOperation = /* @__PURE__ */ tagged<ResponsesPatchOperation>(
  'ResponsesPatchOperation',
  () => ({
    create_file: ResponsesCreateFile,
    delete_file: ResponsesDeleteFile,
    update_file: ResponsesUpdateFile
  })
)

const responsesApplyPatchCall = () => ({
  type: kind('apply_patch_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  operation: maybe(ResponsesPatchOperation),
  status: maybe(word('in_progress', 'completed')),
  caller: maybe(ResponsesCaller),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesApplyPatchCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesApplyPatchCall extends Fields<typeof responsesApplyPatchCall> {}

/**
 * A patch, which the client applies.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesApplyPatchCall = /* @__PURE__ */ open<ResponsesApplyPatchCall>(
  'ResponsesApplyPatchCall',
  responsesApplyPatchCall
)

const responsesApplyPatchCallOutput = () => ({
  type: kind('apply_patch_call_output'),
  id: maybe(textual),
  call_id: maybe(textual),
  output: maybe(t.string),
  status: maybe(word('completed', 'failed')),
  caller: maybe(ResponsesCaller),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesApplyPatchCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesApplyPatchCallOutput extends Fields<typeof responsesApplyPatchCallOutput> {}

/**
 * The result of a patch.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesApplyPatchCallOutput = /* @__PURE__ */ open<ResponsesApplyPatchCallOutput>(
  'ResponsesApplyPatchCallOutput',
  responsesApplyPatchCallOutput
)
