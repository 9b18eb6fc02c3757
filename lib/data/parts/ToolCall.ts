import type { eq } from 'fp-ts'

import type { Extra } from '../extra.ts'
import { joinExtra } from '../extra.ts'
import { isEqual } from '../isEqual.ts'
import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, isEmptyCall, jsonLength } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface CallFields {
  /** The provider's id; a function of the call's position where the provider sent none. */
  readonly id: string
  readonly name: string
  /** The raw text, byte for byte as the provider sent it; `""` stays `""`. */
  readonly arguments: string
  /** Set where the provider sent no id. The next request sends such an id only where the protocol demands one. */
  readonly syntheticId?: true
  readonly extra?: Extra
}

/**
 * A fragment of a tool call: `name` is the new suffix of the name, `arguments` is appended, a non-empty `id` replaces
 * the id and `syntheticId` with it; `""` adds nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolCallDelta extends FragmentOf<'ToolCallDelta'>, CallFields {}

/**
 * The end of a tool call: nothing more of it will arrive.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolCallEnd extends FragmentOf<'ToolCallEnd'> {
  readonly state: 'Closed' | 'Truncated'
}

/**
 * A tool call that may still grow.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenToolCall extends PartOf<'ToolCall'>, CallFields {
  readonly state: 'Open'
}

/**
 * A tool call that was cut short. Its arguments must not be used.
 *
 * @category model
 * @since 0.1.0
 */
export interface TruncatedToolCall extends PartOf<'ToolCall'>, CallFields {
  readonly state: 'Truncated'
}

/**
 * A tool call that the provider ended, the only one that may be run. The functions that decode and answer calls
 * require this type; no function turns another call into one.
 *
 * @category model
 * @since 0.1.0
 */
export interface ClosedToolCall extends PartOf<'ToolCall'>, CallFields {
  readonly state: 'Closed'
}

/**
 * A tool call that the model requests, by its `state`: `Open` while more of it may arrive, `Closed` once the provider
 * ended it, `Truncated` if the answer was cut first. Only a `Closed` call may be run.
 *
 * Law: the state is a join, `Open < Truncated < Closed`, so that merging in any grouping gives the same call.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolCall = OpenToolCall | TruncatedToolCall | ClosedToolCall

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

// The join of two states: `Open < Truncated < Closed`.
const joinState = (a: ToolCall['state'], b: ToolCall['state']): ToolCall['state'] =>
  a === b ? a : a === 'Closed' || b === 'Closed' ? 'Closed' : 'Truncated'

type Draft = { -readonly [K in keyof ToolCall]: ToolCall[K] }

// Field by field: on the hot path an object spread costs several times as much.
const callPart = (
  state: ToolCall['state'],
  key: number,
  { id, syntheticId }: Pick<CallFields, 'id' | 'syntheticId'>,
  name: string,
  text: string,
  extra: Extra | undefined
): ToolCall => {
  const call: Draft = { _tag: 'ToolCall', state, key, id, name, arguments: text }
  if (syntheticId) call.syntheticId = true
  if (extra) call.extra = extra
  return call
}

const combine = (first: ToolCall, second: ToolCall): ToolCall =>
  callPart(
    joinState(first.state, second.state),
    first.key,
    second.id ? second : first,
    first.name + second.name,
    append(first.arguments, second.arguments),
    joinExtra(first.extra, second.extra)
  )

/** @internal */
export const toolCallKind: PartKind<ToolCallDelta, ToolCall> = {
  toPart: (delta) => callPart('Open', delta.key, delta, delta.name, delta.arguments, delta.extra),
  combine,
  weight: ({ id, name, arguments: text, extra }) => text.length + name.length + id.length + jsonLength(extra)
}

/** @internal */
export const toolCallEndKind: PartKind<ToolCallEnd, ToolCall> = {
  toPart: ({ key, state }) => callPart(state, key, { id: '' }, '', '', undefined),
  combine,
  weight: () => 0
}

/** @internal */
export const toolCallShape: PartShape<ToolCall> = {
  type: 'tool_call',
  required: { state: { Open: null, Truncated: null, Closed: null }, id: 'text', name: 'text', arguments: 'text' },
  optional: { syntheticId: 'true', extra: 'extra' },
  isEmpty: isEmptyCall,
  print: ({ syntheticId, state, ...call }) => ({
    ...fieldsOf(call),
    state: state === 'Closed' ? 'closed' : 'truncated'
  })
}

// -------------------------------------------------------------------------------------
// instances
// -------------------------------------------------------------------------------------

/**
 * Equality of tool calls by value; `extra` is compared deeply, and a field that is `undefined` equals one that is
 * missing.
 *
 * @example
 * import { ToolCallEq } from 'deltafold'
 *
 * const call = { _tag: 'ToolCall', state: 'Open', key: 0, id: 'a', name: 'add', arguments: '' } as const
 * assert.deepStrictEqual(ToolCallEq.equals(call, { ...call }), true)
 * assert.deepStrictEqual(ToolCallEq.equals(call, { ...call, state: 'Closed' }), false)
 *
 * @category instances
 * @since 0.1.0
 */
export const ToolCallEq: eq.Eq<ToolCall> = { equals: isEqual }
