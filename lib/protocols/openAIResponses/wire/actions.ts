/**
 * The actions of a computer call.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const responsesClick = () => ({
  type: kind('click'),
  button: maybe(word('left', 'right', 'wheel', 'back', 'forward')),
  /** In pixels, from the left. */
  x: maybe(t.number),
  /** In pixels, from the top. */
  y: maybe(t.number),
  /** Those held down. */
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesClick`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesClick extends Fields<typeof responsesClick> {}

/**
 * A click.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesClick = /* @__PURE__ */ open<ResponsesClick>('ResponsesClick', responsesClick)

const responsesDoubleClick = () => ({
  type: kind('double_click'),
  /** In pixels, from the left. */
  x: maybe(t.number),
  /** In pixels, from the top. */
  y: maybe(t.number),
  /** Those held down. */
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesDoubleClick`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDoubleClick extends Fields<typeof responsesDoubleClick> {}

/**
 * A double click.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesDoubleClick = /* @__PURE__ */ open<ResponsesDoubleClick>(
  'ResponsesDoubleClick',
  responsesDoubleClick
)

const responsesPoint = () => ({
  /** In pixels, from the left. */
  x: maybe(t.number),
  /** In pixels, from the top. */
  y: maybe(t.number)
})

/**
 * A value of the codec `ResponsesPoint`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesPoint extends Fields<typeof responsesPoint> {}

/**
 * A point of the screen.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesPoint = /* @__PURE__ */ open<ResponsesPoint>('ResponsesPoint', responsesPoint)

const responsesDrag = () => ({
  type: kind('drag'),
  path: maybe(list(ResponsesPoint)),
  /** Those held down. */
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesDrag`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDrag extends Fields<typeof responsesDrag> {}

/**
 * A drag along points.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesDrag = /* @__PURE__ */ open<ResponsesDrag>('ResponsesDrag', responsesDrag)

const responsesKeypress = () => ({
  type: kind('keypress'),
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesKeypress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesKeypress extends Fields<typeof responsesKeypress> {}

/**
 * Keys pressed together.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesKeypress = /* @__PURE__ */ open<ResponsesKeypress>('ResponsesKeypress', responsesKeypress)

const responsesMove = () => ({
  type: kind('move'),
  /** In pixels, from the left. */
  x: maybe(t.number),
  /** In pixels, from the top. */
  y: maybe(t.number),
  /** Those held down. */
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesMove`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMove extends Fields<typeof responsesMove> {}

/**
 * A move of the mouse.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMove = /* @__PURE__ */ open<ResponsesMove>('ResponsesMove', responsesMove)

const responsesScreenshot = () => ({
  type: kind('screenshot')
})

/**
 * A value of the codec `ResponsesScreenshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesScreenshot extends Fields<typeof responsesScreenshot> {}

/**
 * A picture of the screen.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesScreenshot = /* @__PURE__ */ open<ResponsesScreenshot>('ResponsesScreenshot', responsesScreenshot)

const responsesScroll = () => ({
  type: kind('scroll'),
  /** In pixels, from the left. */
  x: maybe(t.number),
  /** In pixels, from the top. */
  y: maybe(t.number),
  /** In pixels. */
  scroll_x: maybe(t.number),
  /** In pixels. */
  scroll_y: maybe(t.number),
  /** Those held down. */
  keys: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesScroll`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesScroll extends Fields<typeof responsesScroll> {}

/**
 * A scroll.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesScroll = /* @__PURE__ */ open<ResponsesScroll>('ResponsesScroll', responsesScroll)

const responsesTypeText = () => ({
  type: kind('type'),
  text: maybe(t.string)
})

/**
 * A value of the codec `ResponsesTypeText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesTypeText extends Fields<typeof responsesTypeText> {}

/**
 * Text to type.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesTypeText = /* @__PURE__ */ open<ResponsesTypeText>('ResponsesTypeText', responsesTypeText)

const responsesWait = () => ({
  type: kind('wait')
})

/**
 * A value of the codec `ResponsesWait`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWait extends Fields<typeof responsesWait> {}

/**
 * A pause.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWait = /* @__PURE__ */ open<ResponsesWait>('ResponsesWait', responsesWait)
