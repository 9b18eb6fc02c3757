import { failureOf } from '../codec/FailureError.ts'
import { isMisuse } from '../codec/misuse.ts'
import type { Failure, Position } from '../data/Failure.ts'
import type { Emit } from '../machine/Machine.ts'
import type { OnError } from './fromMachine.ts'

/**
 * The `OnError` that turns an error of the source into a failure, which `report` emits; a programmer's mistake stays an
 * error.
 *
 * @internal
 */
export const toFailure =
  <S, O>(
    report: (state: S, failure: (at: Position) => Failure, emit: Emit<O>) => void,
    signal?: AbortSignal
  ): OnError<S, O> =>
  (state, error, emit) => {
    if (isMisuse(error)) return 'error'
    report(state, (at) => failureOf(error, at, signal), emit)
    return 'complete'
  }
