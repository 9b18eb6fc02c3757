/**
 * Counts what a message will hold, delta by delta, so that a limit is passed at the same event under every cut, whichever
 * operators are in use.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Delta } from '../../data/Delta.ts'
import type { LimitExceeded } from '../../data/Failure.ts'
import type { Limits } from '../../data/Limits.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface CallSize {
  readonly choice: number
  readonly key: number
  /** UTF-16 code units of the arguments so far. */
  readonly size: number
}

/** @internal */
export interface Sizes {
  /** UTF-16 code units of everything so far. */
  readonly message: number
  /** The choices, by index. */
  readonly choices: ReadonlyArray<number>
  readonly calls: ReadonlyArray<CallSize>
}

/** @internal */
export const noSizes: Sizes = { message: 0, choices: [], calls: [] }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const weight = (delta: Delta): number => {
  switch (delta._tag) {
    case 'TextDelta':
    case 'RefusalDelta':
      return delta.text.length
    case 'ReasoningDelta':
      return delta.text.length + delta.signature.length + (delta.data?.length ?? 0)
    case 'ToolCallDelta':
      return delta.arguments.length + delta.name.length
    case 'UnrecognisedDelta':
      return JSON.stringify(delta.raw).length
    default:
      return 0
  }
}

const withCall = (
  calls: ReadonlyArray<CallSize>,
  choice: number,
  key: number,
  size: number
): ReadonlyArray<CallSize> => {
  const next = calls.slice()
  for (let i = next.length - 1; i >= 0; i--) {
    const call = next[i]
    if (call !== undefined && call.key === key && call.choice === choice) {
      next[i] = { choice, key, size: call.size + size }
      return next
    }
  }
  next.push({ choice, key, size })
  return next
}

const callsOf = (calls: ReadonlyArray<CallSize>, choice: number): number =>
  calls.reduce((count, call) => (call.choice === choice ? count + 1 : count), 0)

const measure = (sizes: Sizes, delta: Delta): Sizes => {
  const more = weight(delta)
  const choice = 'choice' in delta ? delta.choice : undefined
  const choices = choice === undefined || sizes.choices.includes(choice) ? sizes.choices : [...sizes.choices, choice]
  const calls =
    delta._tag === 'ToolCallDelta'
      ? withCall(sizes.calls, delta.choice, delta.key, delta.arguments.length)
      : sizes.calls
  return more === 0 && choices === sizes.choices && calls === sizes.calls
    ? sizes
    : { message: sizes.message + more, choices, calls }
}

// The limit that a delta passes, given the sizes with it.
const passed = (sizes: Sizes, delta: Delta, limits: Limits): LimitExceeded['of'] | undefined => {
  if (sizes.message > limits.message) return 'message'
  if (sizes.choices.length > limits.choices) return 'choices'
  if ('key' in delta && delta.key >= limits.parts) return 'parts'
  if (delta._tag !== 'ToolCallDelta') return undefined
  if (callsOf(sizes.calls, delta.choice) > limits.calls) return 'calls'
  const size = sizes.calls.find(({ choice, key }) => choice === delta.choice && key === delta.key)?.size ?? 0
  return size > limits.arguments ? 'arguments' : undefined
}

/**
 * The sizes after some deltas, or the limit that they pass.
 *
 * @internal
 */
export const measureAll = (
  sizes: Sizes,
  deltas: ReadonlyArray<Delta>,
  limits: Limits
): E.Either<LimitExceeded['of'], Sizes> => {
  let next = sizes
  for (const delta of deltas) {
    next = measure(next, delta)
    const of = passed(next, delta, limits)
    if (of !== undefined) return E.left(of)
  }
  return E.right(next)
}
