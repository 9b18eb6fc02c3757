/**
 * Counts the size of a message, delta by delta, so that a limit is exceeded at the same event under every cut, whichever
 * operators are used.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import type { Delta } from '../data/Delta.ts'
import type { LimitExceeded } from '../data/Failure.ts'
import type { Limits } from '../data/Limits.ts'
import { kindOf } from '../data/Part.ts'
import { replaced } from '../data/replaced.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const callSize = () => ({
  choice: f.natural,
  key: f.natural,
  /** UTF-16 code units of the arguments so far. */
  size: f.natural
})

interface CallSize extends f.RecordOf<typeof callSize> {}

const sizeTable = () => ({
  /** UTF-16 code units of everything so far. */
  message: f.natural,
  /** The choices that have a delta. */
  choices: t.readonlyArray(f.natural),
  calls: t.readonlyArray(f.record('CallSize', callSize))
})

/**
 * The size of the message so far, for the limits.
 *
 * @category model
 * @since 0.1.0
 */
export interface Sizes extends f.RecordOf<typeof sizeTable> {}

/** @internal */
export const Sizes: t.Type<Sizes, unknown> = /* @__PURE__ */ f.record('Sizes', sizeTable)

/**
 * The size of the data that a provider's machine holds back until its kind is known.
 *
 * @category model
 * @since 0.1.0
 */
export interface Held {
  /** Choices that were opened, including those without a delta. */
  readonly choices: number
  /** Tool calls without a name, in the choice that has most of them. */
  readonly calls: number
  /** Items that are not parts yet. */
  readonly parts: number
  /** UTF-16 code units of all of them. */
  readonly size: number
}

/**
 * The lengths of the lists of one event, the longest of each kind.
 *
 * @category model
 * @since 0.1.0
 */
export interface Counts {
  readonly choices: number
  readonly calls: number
  readonly parts: number
}

/**
 * The length of a list; 0 for any other value.
 *
 * @internal
 */
export const lengthOf = (u: unknown): number => (Array.isArray(u) ? u.length : 0)

/** @internal */
export const noCounts: Counts = { choices: 0, calls: 0, parts: 0 }

/** @internal */
export const noSizes: Sizes = { message: 0, choices: [], calls: [] }

/** @internal */
export const nothingHeld: Held = { choices: 0, calls: 0, parts: 0, size: 0 }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The first limit that a single event exceeds, checked before decoding.
 *
 * @internal
 */
export const passedBy = (counts: Counts, limits: Limits): LimitExceeded['of'] | undefined => {
  if (counts.choices > limits.choices) return 'choices'
  if (counts.calls > limits.calls) return 'calls'
  return counts.parts > limits.parts ? 'parts' : undefined
}

const placeOfCall = (calls: ReadonlyArray<CallSize>, choice: number, key: number): number => {
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]
    if (call?.key === key && call.choice === choice) return i
  }
  return -1
}

const callsOf = (calls: ReadonlyArray<CallSize>, choice: number): number =>
  calls.filter((call) => call.choice === choice).length

/**
 * The sizes after some deltas, or the limit that they exceed together with the data that is held back and the fields beside the
 * parts.
 *
 * @internal
 */
export const measure = (
  sizes: Sizes,
  deltas: ReadonlyArray<Delta>,
  held: Held,
  beside: number,
  limits: Limits
): Sizes | LimitExceeded['of'] => {
  let { message, choices, calls } = sizes
  for (const delta of deltas) {
    const choice = 'choice' in delta ? delta.choice : undefined
    if (choice === undefined) continue
    const isFragment = 'key' in delta
    if (isFragment) message += kindOf(delta).weight(delta)
    if (message > limits.message) return 'message'
    if (!choices.includes(choice)) choices = [...choices, choice]
    if (choices.length > limits.choices) return 'choices'
    if (isFragment && delta.key >= limits.parts) return 'parts'
    if (delta._tag === 'ToolCallDelta') {
      const { key } = delta
      const at = placeOfCall(calls, choice, key)
      const size = (calls[at]?.size ?? 0) + delta.arguments.length
      calls = replaced(calls, at, { choice, key, size })
      if (at === -1 && callsOf(calls, choice) > limits.calls) return 'calls'
      if (size > limits.arguments) return 'arguments'
    }
  }
  if (held.choices > limits.choices) return 'choices'
  if (held.calls > limits.calls) return 'calls'
  if (held.parts > limits.parts) return 'parts'
  return message + held.size + beside > limits.message ? 'message' : { message, choices, calls }
}
