import { failureOf } from '../codec/FailureError.ts'
import { isMisuse } from '../codec/misuse.ts'
import type { Failure, Position } from '../data/Failure.ts'
import type { Emit } from '../machine/Machine.ts'
import type { Broken } from './fromMachine.ts'

/**
 * Makes an error of the source a failure, which `tell` emits, and completes; a programmer's mistake stays an error.
 *
 * @internal
 */
export const toFailure =
  <S, O>(
    tell: (state: S, failure: (at: Position) => Failure, emit: Emit<O>) => void,
    signal?: AbortSignal
  ): Broken<S, O> =>
  (state, error, emit) => {
    if (isMisuse(error)) return 'broken'
    tell(state, (at) => failureOf(error, at, signal), emit)
    return 'mended'
  }
