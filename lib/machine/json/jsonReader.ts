/**
 * The state of reading a JSON text piece by piece, each character once. A reader is mutable: machines keep it beside a state
 * that holds the text, and make it again from the text where a state was restored or is continued twice.
 *
 * @since 0.1.0
 */
import type { Container } from './jsonContainer.ts'
import { newContainer } from './jsonContainer.ts'
import type { JsonPath } from './JsonPath.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * How numbers are read: `number` as `JSON.parse` does, `raw` as a string with the digits of the text.
 *
 * @category model
 * @since 0.1.0
 */
export type JsonNumbers = 'number' | 'raw'

/** @internal */
export interface JsonReader {
  readonly numbers: JsonNumbers
  /** Whether text behind the complete JSON is ignored. */
  ignoresRest: boolean
  /** The innermost container that is open. */
  top: Container
  position: number
  /** The text of an unfinished number, word or escape. */
  token: string
  /** The text of an unfinished string or name. */
  text: string
  /** The first half of a character of two units, if the string stops between them. */
  half: string
  isName: boolean
  /** How often the value has changed. */
  changes: number
  /** The number of entries of the open containers. */
  width: number
  /** The container and the entry that changed last; -1 = the container itself. */
  changed: Container
  changedEntry: number
  /** The path of that, if it was read since. */
  path: JsonPath | undefined
  /** Called for each value that is whole, with its container. */
  onWhole: ((container: Container, value: unknown) => void) | undefined
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const withBase = (base: Container, numbers: JsonNumbers): JsonReader => ({
  numbers,
  ignoresRest: false,
  top: base,
  position: VALUE,
  token: '',
  text: '',
  half: '',
  isName: false,
  changes: 0,
  width: 0,
  changed: base,
  changedEntry: -1,
  path: undefined,
  onWhole: undefined
})

/** @internal */
export const newReader = (numbers: JsonNumbers = 'number'): JsonReader =>
  withBase(newContainer(undefined, false), numbers)

// -------------------------------------------------------------------------------------
// positions
// -------------------------------------------------------------------------------------

// What may come next. From `STRING` on, the text is inside a token; from `MALFORMED` on, nothing may come.
/** @internal */
export const VALUE = 0
/** @internal */
export const VALUE_OR_END = 1
/** @internal */
export const NAME = 2
/** @internal */
export const NAME_OR_END = 3
/** @internal */
export const COLON = 4
/** @internal */
export const COMMA_OR_END = 5
/** @internal */
export const STRING = 6
/** @internal */
export const ESCAPE = 7
/** @internal */
export const NUMBER = 8
/** @internal */
export const WORD = 9
/** @internal */
export const MALFORMED = 10
/** @internal */
export const TOO_DEEP = 11

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether the text is complete JSON.
 *
 * @internal
 */
export const isWhole = ({ top, position }: JsonReader): boolean => position === COMMA_OR_END && top.outer === undefined

/**
 * Whether no continuation can make the text JSON, or it is nested deeper than `defaultLimits.depth`.
 *
 * @internal
 */
export const isRefused = ({ position }: JsonReader): boolean => position >= MALFORMED

/**
 * Whether the text is nested deeper than `defaultLimits.depth`.
 *
 * @internal
 */
export const isTooDeep = ({ position }: JsonReader): boolean => position === TOO_DEEP

/**
 * Whether a string that is not a name is unfinished.
 *
 * @internal
 */
export const isInValue = ({ position, isName }: JsonReader): boolean =>
  (position === STRING || position === ESCAPE) && !isName
