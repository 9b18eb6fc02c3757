import { isNothing } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import { hasLostDigits } from '../../machine/json/jsonDigits.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { lengthOf } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import type { ChatDelta } from './wire/delta.ts'
import type { ChatToolCall } from './wire/toolCalls.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A normalised fragment of a call: all forms of a missing field are equal.
 *
 * @internal
 */
export interface CallFragment {
  /** -1 = none. */
  readonly slot: number
  readonly id: string
  readonly name: string
  readonly arguments: string
  /** Whether the arguments were sent as a value instead of text. */
  readonly serialised: boolean
  /** Whether an integer in that value was rounded. */
  readonly rounded: boolean
  /** Whether they are free text, the input of a custom tool. */
  readonly isText: boolean
  readonly extra: Readonly<Record<string, unknown>> | undefined
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const placeholders: ReadonlyArray<string> = ['null', 'undefined', 'None']

const idOf = (id: string): string => (placeholders.includes(id) ? '' : id)

const known: ReadonlyArray<string> = ['index', 'id', 'function', 'custom']

const flat: ReadonlyArray<string> = ['name', 'arguments', 'input']

const types: ReadonlyArray<string> = ['function', '']

/** Whether a call has its name and its arguments without a `function` around them. */
const isFlat = ({ function: called, custom }: ChatToolCall): boolean => isNothing(called) && isNothing(custom)

// Almost every call is a function; the type of others must be sent back. One that has no `function` goes back as one.
const isKnown = (call: ChatToolCall, key: string, value: unknown): boolean =>
  known.includes(key) ||
  (key === 'type' && (typeof value !== 'string' || types.includes(value) || (value !== 'custom' && isFlat(call)))) ||
  (flat.includes(key) && isFlat(call))

const hasMore = (call: ChatToolCall): boolean => {
  for (const key in call) {
    const value: unknown = call[key as keyof ChatToolCall] // it is in it
    if (!isKnown(call, key, value)) return true
  }
  return false
}

const extraOf = (call: ChatToolCall): CallFragment['extra'] => {
  if (!hasMore(call)) return undefined
  const entries = Object.entries(call).filter(([key, value]) => !isKnown(call, key, value))
  return entries.length === 0 ? undefined : plain(Object.fromEntries(entries))
}

// Snowflake has an empty one beside each function.
const customOf = ({ custom, function: called }: ChatToolCall): NonNullable<ChatToolCall['custom']> | undefined => {
  if (isNothing(custom)) return undefined
  const isEmpty = (custom.name ?? '') === '' && (isNothing(custom.input) || custom.input === '')
  return isEmpty && !isNothing(called) ? undefined : custom
}

/**
 * The calls of a delta or of a message. The older form of a call beside the newer one is the same call.
 *
 * @internal
 */
export const callsOf = ({ tool_calls: calls, function_call: only }: ChatDelta): ReadonlyArray<ChatToolCall> =>
  lengthOf(calls) === 0 && !isNothing(only) ? [{ function: only }] : (calls ?? [])

/** @internal */
export const callFragment = (call: ChatToolCall): CallFragment => {
  const custom = customOf(call)
  const called = isFlat(call) ? { name: call.name, arguments: call.arguments ?? call.input } : call.function
  const name = custom?.name ?? called?.name ?? ''
  const said = custom?.input ?? called?.arguments
  const serialised = typeof said !== 'string' && !isNothing(said)
  return {
    slot: toIndex(call.index),
    id: idOf(call.id ?? ''),
    name,
    arguments: argumentsOf(said),
    serialised,
    rounded: serialised && hasLostDigits(said),
    isText: custom !== undefined || (call.type === 'custom' && isFlat(call)),
    extra: extraOf(call)
  }
}
