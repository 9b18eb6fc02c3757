import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import { appendDelta, withPart } from '../data/Message.ts'
import type { Outcome } from '../data/MessageState.ts'
import type { Part } from '../data/Part.ts'
import { kindOf } from '../data/Part.ts'
import type { Result } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AccumulatorState } from './accumulateMessageMachine.ts'
import { accumulateMessageMachine, outcomeOf, repairsIn, withFailure } from './accumulateMessageMachine.ts'

/**
 * The message so far, and what is not part of it yet: the latest fragments, if all are of one part, joined.
 *
 * @internal
 */
export interface CollectorState extends AccumulatorState {
  readonly run: Part | undefined
  /** The choice of the run. */
  readonly choice: number
}

const withChunk = (state: CollectorState, { _tag, deltas, atByte, atEvent }: Chunk): CollectorState => {
  let { message, run, choice } = state
  for (const delta of deltas) {
    switch (delta._tag) {
      case 'RepairDelta':
        continue
      case 'ResponseMetadata':
      case 'UsageDelta':
        message = appendDelta(message, delta)
        continue
      case 'ExtraDelta':
      case 'FinishDelta':
        // Choices are in the order of their first delta.
        if (run !== undefined) message = withPart(message, choice, run)
        run = undefined
        message = appendDelta(message, delta)
        continue
    }
    const { toPart, combine } = kindOf(delta)
    const fragment = toPart(delta)
    if (run === undefined) run = fragment
    else if (choice === delta.choice && run.key === fragment.key && run._tag === fragment._tag)
      run = combine(run, fragment)
    else {
      message = withPart(message, choice, run)
      run = fragment
    }
    choice = delta.choice
  }
  const { failures, repairs } = state
  return {
    message,
    run,
    choice,
    failures,
    repairs: repairsIn(repairs, deltas),
    complete: _tag === 'TerminalChunk',
    atByte,
    atEvent
  }
}

/**
 * The outcome if the results end here.
 *
 * @internal
 */
export const collectedOf = (state: CollectorState): Outcome => {
  const { message, run, choice } = state
  return outcomeOf(run === undefined ? state : { ...state, message: withPart(message, choice, run) })
}

/**
 * Like `accumulateMessageMachine`, but emits only the outcome, so the message is made once for many fragments of a part.
 *
 * Law: the outcome = that of `accumulateMessageMachine`, because joining the parts of a message is associative.
 *
 * @internal
 */
export const collectMessageMachine: Machine<CollectorState, Result<Chunk>, Outcome> = {
  initial: { ...accumulateMessageMachine.initial, run: undefined, choice: 0 },
  step: (state, result) => {
    if (state.complete) return state
    return isFailed(result) ? withFailure(state, result.left) : withChunk(state, result.right)
  },
  end: (state, emit) => {
    emit(collectedOf(state))
    return state
  },
  done: accumulateMessageMachine.done
}
