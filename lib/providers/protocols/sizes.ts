/**
 * Counts what a message will hold, delta by delta, so that a limit is passed at the same event under every cut, whichever
 * operators are in use.
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import type { LimitExceeded } from '../../data/Failure.ts'
import type { Limits } from '../../data/Limits.ts'
import { replaced } from '../../data/replaced.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface CallSize {
  readonly key: number
  /** UTF-16 code units of the arguments so far. */
  readonly size: number
}

interface ChoiceSize {
  readonly choice: number
  readonly calls: ReadonlyArray<CallSize>
}

/** @internal */
export interface Sizes {
  /** UTF-16 code units of everything so far. */
  readonly message: number
  readonly choices: ReadonlyArray<ChoiceSize>
}

/**
 * What a provider's machine keeps back until it knows what it is.
 *
 * @category model
 * @since 0.1.0
 */
export interface Held {
  /** Choices that were opened, also those of which nothing was said. */
  readonly choices: number
  /** Tool calls without a name, of the choice that has most of them. */
  readonly calls: number
  /** UTF-16 code units of all of them. */
  readonly size: number
}

/**
 * How many entries the lists of one event have, the longest of each kind.
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
 * The length of what should be a list.
 *
 * @internal
 */
export const lengthOf = (u: unknown): number => (Array.isArray(u) ? u.length : 0)

/** @internal */
export const noCounts: Counts = { choices: 0, calls: 0, parts: 0 }

/** @internal */
export const noSizes: Sizes = { message: 0, choices: [] }

/** @internal */
export const nothingHeld: Held = { choices: 0, calls: 0, size: 0 }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const textLength = (u: unknown): number => (u === undefined ? 0 : JSON.stringify(u).length)

const weight = (delta: Delta): number => {
  switch (delta._tag) {
    case 'RefusalDelta':
      return delta.text.length
    case 'TextDelta':
      return delta.text.length + textLength(delta.extra)
    case 'ReasoningDelta':
      return (
        delta.text.length +
        delta.signature.length +
        (delta.data?.length ?? 0) +
        (delta.id?.length ?? 0) +
        (delta.format?.length ?? 0)
      )
    case 'ToolCallDelta':
      return delta.arguments.length + delta.name.length + delta.id.length + textLength(delta.extra)
    case 'ServerToolCallDelta':
    case 'ServerToolResultDelta':
    case 'CitationDelta':
    case 'ImageDelta':
    case 'FileDelta':
    case 'UnrecognisedDelta':
      return textLength(delta)
    default:
      return 0
  }
}

const withCall = (calls: ReadonlyArray<CallSize>, key: number, size: number): ReadonlyArray<CallSize> => {
  const at = calls.findLastIndex((call) => call.key === key)
  return replaced(calls, at, { key, size: (calls[at]?.size ?? 0) + size })
}

const none: ReadonlyArray<CallSize> = []

const withChoice = (choices: Sizes['choices'], delta: Delta & { readonly choice: number }): Sizes['choices'] => {
  const { choice } = delta
  const at = choices.findIndex((known) => known.choice === choice)
  const calls = choices[at]?.calls ?? none
  const now = delta._tag === 'ToolCallDelta' ? withCall(calls, delta.key, delta.arguments.length) : calls
  return at !== -1 && now === calls ? choices : replaced(choices, at, { choice, calls: now })
}

const withDelta = (sizes: Sizes, delta: Delta): Sizes => {
  if (!('choice' in delta)) return sizes
  return { message: sizes.message + weight(delta), choices: withChoice(sizes.choices, delta) }
}

// The limit that a delta passes, given the sizes with it.
const passed = (sizes: Sizes, delta: Delta, limits: Limits): LimitExceeded['of'] | undefined => {
  if (sizes.message > limits.message) return 'message'
  if (sizes.choices.length > limits.choices) return 'choices'
  if ('key' in delta && delta.key >= limits.parts) return 'parts'
  if (delta._tag !== 'ToolCallDelta') return undefined
  const { calls = none } = sizes.choices.find(({ choice }) => choice === delta.choice) ?? {}
  if (calls.length > limits.calls) return 'calls'
  return calls.some(({ key, size }) => key === delta.key && size > limits.arguments) ? 'arguments' : undefined
}

/**
 * The limit that one event passes all by itself, before it is looked at any closer.
 *
 * @internal
 */
export const passedBy = (counts: Counts, limits: Limits): LimitExceeded['of'] | undefined => {
  if (counts.choices > limits.choices) return 'choices'
  if (counts.calls > limits.calls) return 'calls'
  return counts.parts > limits.parts ? 'parts' : undefined
}

/**
 * The sizes after some deltas, or the limit that they pass, together with what is held back.
 *
 * @internal
 */
export const measure = (
  sizes: Sizes,
  deltas: ReadonlyArray<Delta>,
  held: Held,
  limits: Limits
): Sizes | LimitExceeded['of'] => {
  let next = sizes
  for (const delta of deltas) {
    next = withDelta(next, delta)
    const of = passed(next, delta, limits)
    if (of !== undefined) return of
  }
  if (held.choices > limits.choices) return 'choices'
  if (held.calls > limits.calls) return 'calls'
  return next.message + held.size > limits.message ? 'message' : next
}
