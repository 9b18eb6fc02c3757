/**
 * The outputs of commands.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'

const responsesShellTimeout = () => ({
  type: kind('timeout')
})

/**
 * A value of the codec `ResponsesShellTimeout`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellTimeout extends Fields<typeof responsesShellTimeout> {}

/**
 * The command took too long.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellTimeout = /* @__PURE__ */ open<ResponsesShellTimeout>(
  'ResponsesShellTimeout',
  responsesShellTimeout
)

const responsesShellExit = () => ({
  type: kind('exit'),
  /** 0 = success. */
  exit_code: maybe(t.number)
})

/**
 * A value of the codec `ResponsesShellExit`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellExit extends Fields<typeof responsesShellExit> {}

/**
 * The command ended.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellExit = /* @__PURE__ */ open<ResponsesShellExit>('ResponsesShellExit', responsesShellExit)

/**
 * A value of the codec `ResponsesShellOutcome`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesShellOutcome = ResponsesShellTimeout | ResponsesShellExit | Other

/**
 * The end of a command. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellOutcome = /* @__PURE__ */ tagged<ResponsesShellOutcome>('ResponsesShellOutcome', () => ({
  timeout: ResponsesShellTimeout,
  exit: ResponsesShellExit
}))

const responsesShellResult = () => ({
  outcome: maybe(ResponsesShellOutcome),
  stdout: maybe(t.string),
  stderr: maybe(t.string),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesShellResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellResult extends Fields<typeof responsesShellResult> {}

/**
 * The output of a command.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellResult = /* @__PURE__ */ open<ResponsesShellResult>(
  'ResponsesShellResult',
  responsesShellResult
)
