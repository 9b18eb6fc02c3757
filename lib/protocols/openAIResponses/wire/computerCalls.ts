/**
 * The items of computer calls.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import {
  ResponsesClick,
  ResponsesDoubleClick,
  ResponsesDrag,
  ResponsesKeypress,
  ResponsesMove,
  ResponsesScreenshot,
  ResponsesScroll,
  ResponsesTypeText,
  ResponsesWait
} from './actions.ts'

/**
 * A value of the codec `ResponsesComputerAction`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesComputerAction =
  | ResponsesClick
  | ResponsesDoubleClick
  | ResponsesDrag
  | ResponsesKeypress
  | ResponsesMove
  | ResponsesScreenshot
  | ResponsesScroll
  | ResponsesTypeText
  | ResponsesWait
  | Other

/**
 * An action on a computer. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerAction = /* @__PURE__ */ tagged<ResponsesComputerAction>(
  'ResponsesComputerAction',
  () => ({
    click: ResponsesClick,
    double_click: ResponsesDoubleClick,
    drag: ResponsesDrag,
    keypress: ResponsesKeypress,
    move: ResponsesMove,
    screenshot: ResponsesScreenshot,
    scroll: ResponsesScroll,
    type: ResponsesTypeText,
    wait: ResponsesWait
  })
)

const responsesSafetyCheck = () => ({
  id: maybe(t.string),
  code: maybe(t.string),
  message: maybe(t.string)
})

/**
 * A value of the codec `ResponsesSafetyCheck`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSafetyCheck extends Fields<typeof responsesSafetyCheck> {}

/**
 * A warning that a human must acknowledge before the action.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSafetyCheck = /* @__PURE__ */ open<ResponsesSafetyCheck>(
  'ResponsesSafetyCheck',
  responsesSafetyCheck
)

const responsesComputerCall = () => ({
  type: kind('computer_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  action: maybe(ResponsesComputerAction),
  /** Several, in order. */
  actions: maybe(list(ResponsesComputerAction)),
  pending_safety_checks: maybe(list(ResponsesSafetyCheck)),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesComputerCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComputerCall extends Fields<typeof responsesComputerCall> {}

/**
 * Actions on a computer, which the client performs.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerCall = /* @__PURE__ */ open<ResponsesComputerCall>(
  'ResponsesComputerCall',
  responsesComputerCall
)

const responsesComputerScreenshot = () => ({
  type: maybe(word('computer_screenshot')),
  file_id: maybe(t.string),
  /** Also a `data:` URL. */
  image_url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesComputerScreenshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComputerScreenshot extends Fields<typeof responsesComputerScreenshot> {}

/**
 * The screen after the action.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerScreenshot = /* @__PURE__ */ open<ResponsesComputerScreenshot>(
  'ResponsesComputerScreenshot',
  responsesComputerScreenshot
)

const responsesComputerCallOutput = () => ({
  type: kind('computer_call_output'),
  id: maybe(textual),
  call_id: maybe(textual),
  output: maybe(ResponsesComputerScreenshot),
  acknowledged_safety_checks: maybe(list(ResponsesSafetyCheck)),
  status: maybe(word('in_progress', 'completed', 'incomplete', 'failed')),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesComputerCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComputerCallOutput extends Fields<typeof responsesComputerCallOutput> {}

/**
 * The result of a computer call.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerCallOutput = /* @__PURE__ */ open<ResponsesComputerCallOutput>(
  'ResponsesComputerCallOutput',
  responsesComputerCallOutput
)
