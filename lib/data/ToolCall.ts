/**
 * ```ts
 * type ToolCall = Open | Truncated | Closed
 * ```
 *
 * A call of a tool that the model asks for. It is `Open` while more of it may arrive, `Closed` when the provider said
 * that nothing more will, and `Truncated` when the answer was cut short first. Only a `Closed` call may be run: there is
 * no way from a cut call to a value.
 *
 * The state is a join, `Open < Truncated < Closed`, so that merging in any grouping gives the same call.
 *
 * @since 0.1.0
 */

import type { Extra } from './Delta.ts'
import { joinExtra } from './extra.ts'
import { append } from './rope.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface Call<State extends 'Open' | 'Truncated' | 'Closed'> {
  readonly _tag: 'ToolCall'
  readonly state: State
  /** Which part of its choice the call is. Keys are given in order of first appearance. */
  readonly key: number
  /** The provider's id; a function of the call's position where the provider sent none. */
  readonly id: string
  readonly name: string
  /** The raw text, byte for byte as the provider sent it; `""` stays `""`. */
  readonly arguments: string
  readonly extra?: Extra
}

/**
 * @category model
 * @since 0.1.0
 */
export interface OpenToolCall extends Call<'Open'> {}

/**
 * @category model
 * @since 0.1.0
 */
export interface TruncatedToolCall extends Call<'Truncated'> {}

/**
 * @category model
 * @since 0.1.0
 */
export interface ClosedToolCall extends Call<'Closed'> {}

/**
 * @category model
 * @since 0.1.0
 */
export type ToolCall = OpenToolCall | TruncatedToolCall | ClosedToolCall

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The join of two states: `Open < Truncated < Closed`.
 *
 * @internal
 */
export const joinState = (a: ToolCall['state'], b: ToolCall['state']): ToolCall['state'] =>
  a === b ? a : a === 'Closed' || b === 'Closed' ? 'Closed' : 'Truncated'

/** @internal */
export const combineCalls = (first: ToolCall, second: ToolCall): ToolCall => {
  const state = joinState(first.state, second.state)
  const { key } = first
  const id = second.id === '' ? first.id : second.id
  const name = first.name + second.name
  const text = append(first.arguments, second.arguments)
  const extra = joinExtra(first.extra, second.extra)
  return extra === undefined
    ? { _tag: 'ToolCall', state, key, id, name, arguments: text }
    : { _tag: 'ToolCall', state, key, id, name, arguments: text, extra }
}
