import type { OperatorFunction } from 'rxjs'
import {
  catchError,
  concat,
  connect,
  defer,
  EMPTY,
  map,
  merge,
  Observable,
  Subject,
  takeUntil,
  tap,
  throwError
} from 'rxjs'

import type { Machine } from '../machine/Machine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * The outputs of `fanOut`: one member for each operator, discriminated by the operator's name.
 *
 * @category model
 * @since 0.1.0
 */
export type FanOut<Outputs> = {
  [K in keyof Outputs]: { readonly _tag: K; readonly value: Outputs[K] }
}[keyof Outputs]

const each = <A>(): Machine<null, A, A> => ({
  initial: null,
  step: (state, input, emit) => {
    emit(input)
    return state
  },
  end: (state) => state,
  done: () => false
})

/**
 * Runs several operators over one source with one subscription, and tags their outputs. It's like `merge` of each
 * operator piped from the source, but the source is subscribed once, and nothing is shared between subscriptions.
 *
 * - Input → output: anything → `{ _tag: name of the operator, value: its output }`.
 * - Held in memory: what the operators hold, and inputs that arrive while an output is delivered: they are queued, so
 *   that all operators receive them in the same order.
 * - Fails: with an error of the source that an operator forwards, but only after all operators have ended, so that the
 *   outcome of `collectMessage` is never lost, whatever the order of names. At once with an error that an operator
 *   raises itself or that a function in `operators` throws.
 * - Completes: when all operators have completed; the source is then unsubscribed.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { collectUsage, fanOut, openRouter, readChunks, textFragments } from 'deltafold'
 *
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}\n\n'
 * of(hi, 'data: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), fanOut({ text: textFragments(), usage: collectUsage() }), toArray())
 *   .subscribe((tagged) => {
 *     assert.deepStrictEqual(tagged.map(({ _tag }) => _tag), ['text', 'usage'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const fanOut = <I, Outputs extends object>(operators: {
  readonly [K in keyof Outputs]: OperatorFunction<I, Outputs[K]>
}): OperatorFunction<I, FanOut<Outputs>> => {
  const names = Object.keys(operators) as Array<keyof Outputs> // `Object.keys` returns these names as strings
  return (source) =>
    new Observable((subscriber) => {
      // A synchronous source emits until it is stopped.
      const stop = new Subject<void>()
      subscriber.add(() => {
        stop.next()
      })
      let isBroken = false
      const delayed: unknown[] = []
      const inOrder = source.pipe(
        fromMachine(each<I>()),
        tap({
          error: () => {
            isBroken = true
          }
        }),
        takeUntil(stop)
      )
      const tagged = (name: keyof Outputs, shared: Observable<I>): Observable<FanOut<Outputs>> =>
        shared.pipe(
          operators[name],
          map((value) => ({ _tag: name, value })),
          catchError((error: unknown) => {
            if (!isBroken) return throwError(() => error)
            delayed.push(error)
            return EMPTY
          })
        )
      const last = defer(() => (delayed.length === 0 ? EMPTY : throwError(() => delayed[0])))
      return inOrder
        .pipe(connect((shared) => concat(merge(...names.map((name) => tagged(name, shared))), last)))
        .subscribe(subscriber)
    })
}
