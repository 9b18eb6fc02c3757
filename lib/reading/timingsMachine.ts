import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Result } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'

/**
 * A value and the time at which it arrived, in milliseconds.
 *
 * @category model
 * @since 0.1.0
 */
export interface Timed<A> {
  readonly at: number
  readonly value: A
}

/**
 * The times of an answer so far, in milliseconds from the start; a field that is missing is not known yet. A token is a
 * fragment of text, reasoning, a refusal or a call: some providers send several tokens in one.
 *
 * @category model
 * @since 0.1.0
 */
export interface Timings {
  /** The first event or failure. */
  readonly firstByte?: number
  readonly firstToken?: number
  readonly firstToolCall?: number
  readonly lastToken?: number
  /** Chunks with tokens. */
  readonly tokens: number
  /** The time between the last two tokens. */
  readonly gap?: number
  /** The longest time between two tokens. */
  readonly longestGap?: number
  /** Output tokens by the provider's usage. */
  readonly outputTokens?: number
  /** `outputTokens`, otherwise `tokens`, for each second between the first and the last token. */
  readonly tokensPerSecond?: number
}

/**
 * A result of a chunk, and the times so far beside it.
 *
 * @category model
 * @since 0.1.0
 */
export interface WithTimings<W = unknown, R = unknown> {
  readonly result: Result<Chunk<W, R>>
  readonly timings: Timings
}

const isToken = (delta: Delta): boolean => {
  switch (delta._tag) {
    case 'TextDelta':
    case 'ReasoningDelta':
    case 'RefusalDelta':
      return delta.text !== ''
    case 'ToolCallDelta':
      return delta.arguments !== '' || delta.name !== ''
    default:
      return false
  }
}

const withToken = (timings: Timings, now: number): Timings => {
  const { firstToken = now, lastToken, longestGap = 0, tokens } = timings
  const next = { ...timings, firstToken, lastToken: now, tokens: tokens + 1 }
  if (lastToken === undefined) return next
  const gap = now - lastToken
  return { ...next, gap, longestGap: Math.max(longestGap, gap) }
}

const withRate = (timings: Timings): Timings => {
  const { firstToken, lastToken, tokens, outputTokens = tokens } = timings
  if (firstToken === undefined || lastToken === undefined || lastToken <= firstToken) return timings
  return { ...timings, tokensPerSecond: (outputTokens * 1000) / (lastToken - firstToken) }
}

const withChunk = (before: Timings, { deltas }: Chunk, now: number): Timings => {
  let timings = deltas.some(isToken) ? withToken(before, now) : before
  for (const delta of deltas) {
    if (delta._tag === 'ToolCallDelta' && timings.firstToolCall === undefined) {
      timings = { ...timings, firstToolCall: now }
    }
    const count = delta._tag === 'UsageDelta' ? delta.usage.outputTokens : undefined
    if (count !== undefined) timings = { ...timings, outputTokens: count }
  }
  return timings === before ? before : withRate(timings)
}

/**
 * The times of an answer, beside its chunks.
 *
 * - Input → output: results of chunks with their times → each result with the times so far. `startedAt` is the time of the
 *   request, by the same clock.
 * - Held in memory: the times.
 * - Fails: never.
 * - Done: never.
 *
 * Laws: those of `Machine`; the results are those of the input; `firstByte <= firstToken <= lastToken` if the clock does not
 * go back.
 *
 * @example
 * import { openRouter, readChunksMachine, runMachine, timingsMachine } from 'deltafold/core'
 *
 * const events = ['a', 'b'].map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
 * const chunks = runMachine(readChunksMachine(openRouter))(events)
 * const timed = runMachine(timingsMachine(1000))(chunks.map((value, i) => ({ at: 1200 + 100 * i, value })))
 * assert.deepStrictEqual(timed.at(-1)?.timings, {
 *   firstByte: 200, firstToken: 200, lastToken: 300, tokens: 2, gap: 100, longestGap: 100, tokensPerSecond: 20
 * })
 *
 * @category machines
 * @since 0.1.0
 */
export const timingsMachine = <W = unknown, R = unknown>(
  startedAt: number
): Machine<Timings, Timed<Result<Chunk<W, R>>>, WithTimings<W, R>> => ({
  initial: { tokens: 0 },
  step: (state, { at, value }, emit) => {
    const now = at - startedAt
    const { firstByte = now } = state
    const begun = state.firstByte === undefined ? { ...state, firstByte } : state
    const timings = isFailed(value) ? begun : withChunk(begun, value.right, now)
    emit({ result: value, timings })
    return timings
  },
  end: (state) => state,
  done: () => false
})
