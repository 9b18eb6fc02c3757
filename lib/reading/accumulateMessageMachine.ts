/**
 * Chunks to the message: a state for each result that changes it, then the outcome. A Left is added to `failures`, and
 * does not change the message.
 *
 * Held in memory: the message so far.
 *
 * Laws: those of `Machine`; the message = the fold of all deltas, in which no call is `Open` at the end; text only grows,
 * and parts never change their order; no two consecutive states are equal; a `Truncated` outcome has at least one reason.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { FailureCodec } from '../codec/FailureCodec.ts'
import * as f from '../codec/fields.ts'
import { isFailed } from '../codec/isFailed.ts'
import { MessageCodec } from '../codec/MessageCodec.ts'
import { RepairCodec } from '../codec/RepairCodec.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Failure } from '../data/Failure.ts'
import { endedEarly } from '../data/Failure.ts'
import type { Message } from '../data/Message.ts'
import { appendDelta, emptyMessage } from '../data/Message.ts'
import type { MessageState, Outcome } from '../data/MessageState.ts'
import { isFatal, isReason, settle } from '../data/MessageState.ts'
import type { Repair } from '../data/Repair.ts'
import type { Result } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const accumulatorState = () => ({
  message: MessageCodec,
  failures: t.readonlyArray(FailureCodec),
  repairs: t.readonlyArray(RepairCodec),
  /** Whether the provider's terminal arrived. */
  complete: t.boolean,
  /** Offset of the event of the last chunk. */
  atByte: f.natural,
  /** Number of that event. */
  atEvent: f.natural
})

/**
 * The message so far, and the position of its last chunk.
 *
 * @category model
 * @since 0.1.0
 */
export interface AccumulatorState extends f.RecordOf<typeof accumulatorState> {}

/** @internal */
export const AccumulatorState: t.Type<AccumulatorState, unknown> = /* @__PURE__ */ f.record(
  'AccumulatorState',
  accumulatorState
)

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isRepair = ({ _tag }: Delta): boolean => _tag === 'RepairDelta'

/** @internal */
export const repairsIn = (repairs: ReadonlyArray<Repair>, deltas: ReadonlyArray<Delta>): ReadonlyArray<Repair> =>
  deltas.some(isRepair)
    ? [...repairs, ...deltas.flatMap((delta) => (delta._tag === 'RepairDelta' ? [delta.repair] : []))]
    : repairs

const withDeltas = (message: Message, deltas: ReadonlyArray<Delta>): Message => {
  let next = message
  for (const delta of deltas) next = appendDelta(next, delta)
  return next
}

const withChunk = (
  { message, failures, repairs }: AccumulatorState,
  { _tag, deltas, atByte, atEvent }: Chunk
): AccumulatorState => ({
  message: withDeltas(message, deltas),
  failures,
  repairs: repairsIn(repairs, deltas),
  complete: _tag === 'TerminalChunk',
  atByte,
  atEvent
})

/** @internal */
export const withFailure = <S extends AccumulatorState>(state: S, failure: Failure): S => ({
  ...state,
  failures: [...state.failures, failure]
})

const advance = (state: AccumulatorState, result: Result<Chunk>): AccumulatorState =>
  isFailed(result) ? withFailure(state, result.left) : withChunk(state, result.right)

const streaming = ({ message, failures, repairs }: AccumulatorState): MessageState => ({
  _tag: 'Streaming',
  message,
  failures,
  repairs
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The outcome if the results end here. It is `EndedEarly` if neither the terminal nor a reason arrived.
 *
 * @internal
 */
export const outcomeOf = ({ message, failures, repairs, complete, atByte, atEvent }: AccumulatorState): Outcome => {
  const isFailed = failures.some(isFatal)
  const isUnexplained = !isFailed && !complete && !failures.some(isReason)
  return {
    _tag: isFailed ? 'Failed' : complete ? 'Complete' : 'Truncated',
    message: settle(message),
    failures: isUnexplained ? [...failures, endedEarly({ atByte, atEvent })] : failures,
    repairs
  }
}

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

// The terminal, and a failure that is the reason of the end, only show in the outcome.
const isNews = (before: AccumulatorState, after: AccumulatorState, result: Result<Chunk>): boolean =>
  isFailed(result)
    ? !isReason(result.left)
    : !after.complete && (after.message !== before.message || after.repairs !== before.repairs)

/**
 * The message as it grows.
 *
 * - Input → output: results of chunks → a state for each one that changes the message, adds a repair, or is the failure of
 *   a single event; then the outcome. A chunk that changes nothing (a role, a keep-alive) emits no state, and neither do the
 *   terminal and a failure that ends the answer: their state is the outcome.
 * - Held in memory: the message.
 * - Fails: never; Lefts are gathered into `failures`.
 * - Done: at the provider's terminal.
 *
 * @example
 * import { accumulateMessageMachine, andThen, openRouter, readChunksMachine, runMachine, messageText } from 'deltafold'
 *
 * const messages = andThen(accumulateMessageMachine)(readChunksMachine(openRouter))
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'
 * const states = runMachine(messages)([hi, 'data: [DONE]\n\n'])
 * assert.deepStrictEqual(states.map(({ _tag }) => _tag), ['Streaming', 'Complete'])
 * assert.deepStrictEqual(states.map(({ message }) => messageText(message)), ['Hi', 'Hi'])
 *
 * @category machines
 * @since 0.1.0
 */
export const accumulateMessageMachine: Machine<AccumulatorState, Result<Chunk>, MessageState> = {
  initial: { message: emptyMessage, failures: [], repairs: [], complete: false, atByte: 0, atEvent: 0 },
  step: (state, result, emit) => {
    if (state.complete) return state
    const next = advance(state, result)
    if (isNews(state, next, result)) emit(streaming(next))
    return next
  },
  end: (state, emit) => {
    emit(outcomeOf(state))
    return state
  },
  done: ({ complete }) => complete
}
