/**
 * The state of the Responses machine between events: the items that began, their parts of the message, and the progress
 * of each. Instead of the text of the answer it holds lengths and hashes, which decide whether a whole text continues
 * its pieces.
 *
 * @since 0.1.0
 */
import { replaced } from '../../data/replaced.ts'
import type { JsonPrefix } from '../../machine/json/jsonPrefix.ts'
import { emptyPrefix } from '../../machine/json/jsonPrefix.ts'
import type { Ending } from '../closing.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The kind of a text in its item; `arguments` includes the input of a custom tool and code.
 *
 * @category model
 * @since 0.1.0
 */
export type PieceKind = 'text' | 'refusal' | 'summary' | 'reasoning' | 'arguments'

/** @internal */
export const pieceKinds: ReadonlyArray<PieceKind> = ['text', 'refusal', 'summary', 'reasoning', 'arguments']

/**
 * A text that arrives in fragments.
 *
 * @category model
 * @since 0.1.0
 */
export interface PieceState {
  /** The index of its item among those that began. */
  readonly item: number
  readonly kind: PieceKind
  /** The provider's index of it within its item. */
  readonly index: number
  /** Key of its part. */
  readonly key: number
  /** UTF-16 code units so far. */
  readonly size: number
  /** The hash of the text so far, as in `hashed`. */
  readonly hash: number
  /** The JSON prefix of arguments; `''` for any other text. */
  readonly json: JsonPrefix
  /** The text of arguments that are JSON, which is compared with the whole by value; `\"\"` for other texts. */
  readonly text: string
  /** Whether an event had the whole text. */
  readonly whole: boolean
  /** Whether `TextContradicted` was emitted. */
  readonly disputed: boolean
  /** The hashes of its sources that were emitted. */
  readonly citations: ReadonlyArray<number>
}

/**
 * The role of an item of the output in a message: `call` is a call of a function or a custom tool, which the client
 * answers, `awaited` any other item that the client answers, `serverCall` a call that the provider runs, `serverResult`
 * the result of one. Items that are `awaited` or `other` have no part kind: they are kept as sent.
 *
 * @category model
 * @since 0.1.0
 */
export type ItemRole = 'message' | 'reasoning' | 'call' | 'awaited' | 'serverCall' | 'serverResult' | 'image' | 'other'

/**
 * An item of the output.
 *
 * @category model
 * @since 0.1.0
 */
export interface ItemState {
  /** The provider's index of the item; -1 = none. */
  readonly index: number
  /** The provider's name of the kind. */
  readonly type: string
  readonly role: ItemRole
  readonly id: string
  /** The last `call_id`; `""` = none. */
  readonly callId: string
  /** The name of a call; `""` = none yet. */
  readonly name: string
  /** The phase of a message in the conversation, if reported. */
  readonly phase: string
  /** Key of the part of a call; -1 = it has not begun. */
  readonly key: number
  /** Whether the complete item was sent. */
  readonly done: boolean
  /** Whether its whole arguments were sent. */
  readonly whole: boolean
  /** Whether something of it may be missing: an event was lost, or the provider cut it short or contradicted itself. */
  readonly damaged: boolean
  /** Whether the end of the call was emitted. */
  readonly closed: boolean
  /** The item as it began if it already held text, which counts if the server never sends it again; `null` = none. */
  readonly begun: Readonly<Record<string, unknown>> | null
}

/**
 * The state of the Responses machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesState {
  /** Whether the response's id is known. */
  readonly id: boolean
  /** The model that was emitted last; `""` = none yet. */
  readonly model: string
  /** Whether the provider keeps the response, so that its items can be referred to. */
  readonly stored: boolean
  /** The number of parts, and the key of the next one. */
  readonly parts: number
  /** Key of the part that had the last fragment; -1 = none. */
  readonly last: number
  /** In order of their beginning. */
  readonly items: ReadonlyArray<ItemState>
  /** The texts of all items, in order of their beginning. */
  readonly pieces: ReadonlyArray<PieceState>
  /** UTF-16 code units of the identities of the items. */
  readonly held: number
  /** Key of the part with the sound of the answer; -1 = none. */
  readonly audio: number
  /** Whether the response has ended. */
  readonly ended: boolean
  /** Whether it was cut before the model ended it. */
  readonly cut: boolean
  /** The number of the last event; -1 = none, -2 = the numbers are not in order, so gaps are ignored. */
  readonly sequence: number
  /** The output indexes of arguments that belong to no call so far, -1 = of any: a call that begins there later may lack them. */
  readonly stray: ReadonlyArray<number>
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialResponses: ResponsesState = {
  id: false,
  model: '',
  stored: true,
  parts: 0,
  last: -1,
  items: [],
  pieces: [],
  held: 0,
  audio: -1,
  ended: false,
  cut: false,
  sequence: -1,
  stray: [],
  ignored: []
}

/** @internal */
export const newItem = (
  index: number,
  type: string,
  role: ItemRole,
  { id, callId, phase, name }: Pick<ItemState, 'id' | 'callId' | 'phase' | 'name'>
): ItemState => ({
  index,
  type,
  role,
  id,
  callId,
  phase,
  name,
  key: -1,
  done: false,
  whole: false,
  damaged: false,
  closed: false,
  begun: null
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state with a change of one of its items.
 *
 * @internal
 */
export const withItem = (state: ResponsesState, at: number, change: Partial<ItemState>): ResponsesState => {
  const item = state.items[at]
  if (item === undefined) return state
  return { ...state, items: replaced(state.items, at, { ...item, ...change }) }
}

/**
 * The state after more of a text, or after a new one. Field by field: on the hot path an object spread costs several
 * times as much.
 *
 * @internal
 */
export const withPiece = (state: ResponsesState, place: number, piece: PieceState): ResponsesState => ({
  id: state.id,
  model: state.model,
  stored: state.stored,
  parts: state.parts,
  last: piece.key,
  items: state.items,
  pieces: replaced(state.pieces, place, piece),
  held: state.held,
  audio: state.audio,
  ended: state.ended,
  cut: state.cut,
  sequence: state.sequence,
  stray: state.stray,
  ignored: state.ignored
})

/**
 * The state with one more part, which had the last fragment.
 *
 * @internal
 */
export const withPart = (state: ResponsesState): ResponsesState => ({
  ...state,
  parts: state.parts + 1,
  last: state.parts
})

/**
 * The state after an event was lost, which may have held a fragment of any call whose arguments are incomplete.
 *
 * @internal
 */
export const loseEvent = (state: ResponsesState): ResponsesState => ({
  ...state,
  items: state.items.map((item) => (item.role === 'call' && !item.whole ? { ...item, damaged: true } : item))
})

/**
 * The state after an event with a number; -1 = it has none. Events are numbered one by one, so a gap is a loss, unless
 * the numbers of this server fall or repeat.
 *
 * @internal
 */
export const withSequence = (state: ResponsesState, number: number): ResponsesState => {
  const { sequence: before } = state
  if (number === -1 || before === -2) return state
  const sequence = number > before ? number : -2
  const isGap = before !== -1 && number > before + 1
  const next = isGap ? loseEvent(state) : state
  const { id, model, stored, parts, last, items, pieces, held, audio, ended, cut, stray, ignored } = next
  return { id, model, stored, parts, last, items, pieces, held, audio, ended, cut, sequence, stray, ignored }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The index of a text of an item; -1 = none. Most fragments belong to the last text, so the search begins there.
 *
 * @internal
 */
export const placeOfPiece = ({ pieces }: ResponsesState, item: number, kind: PieceKind, index: number): number => {
  for (let place = pieces.length - 1; place >= 0; place--) {
    const piece = pieces[place]
    if (piece?.item === item && piece.kind === kind && piece.index === index) return place
  }
  return -1
}

/**
 * The initial prefix of the arguments of an item: those of a function are JSON, any other text is free.
 *
 * @internal
 */
export const startOf = ({ role, type }: ItemState): JsonPrefix =>
  role === 'call' && type !== 'custom_tool_call' ? emptyPrefix : ''

/**
 * The ending of the call of an item, if it ends now.
 *
 * @internal
 */
export const endingOf = (state: ResponsesState, at: number, item: ItemState): Ending => {
  const piece = state.pieces[placeOfPiece(state, at, 'arguments', 0)]
  return { key: item.key, json: piece?.json ?? startOf(item), ended: item.done, damaged: item.damaged }
}
