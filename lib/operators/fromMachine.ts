/**
 * A machine as an operator: state is born at subscription, so that two subscriptions share nothing.
 *
 * Laws, for synchronous and asynchronous sources alike:
 *
 * - `from(xs).pipe(fromMachine(m), toArray()) = run(m)(xs)`
 * - inputs that arrive while outputs are being delivered wait for their turn, so that re-entrance changes nothing
 * - after unsubscription nothing is delivered, and the source is unsubscribed, before its next value if it is synchronous
 *
 * @since 0.1.0
 */
import type { OperatorFunction } from 'rxjs'
import { Observable, takeWhile } from 'rxjs'

import type { Machine } from '../machine/Machine.ts'

/**
 * Runs a pure machine over the source: its outputs as they come, its end at the source's end. It's like `scan`, but with
 * any number of outputs for each input, and one more look when the source completes.
 *
 * - Input → output: what the machine takes and says.
 * - Held in memory: the machine's state, and inputs that arrive during delivery.
 * - Fails: as the source does; the machine's end is then not asked. With `caught`, an error of the source becomes one more
 *   input, and the result completes instead.
 * - Completes: with the source, or as soon as the machine is done; the source is then unsubscribed.
 *
 * @example
 * import { from, toArray } from 'rxjs'
 * import { fromMachine, utf8 } from 'deltafold'
 *
 * from([Uint8Array.of(0xe2, 0x82), Uint8Array.of(0xac)]).pipe(fromMachine(utf8), toArray()).subscribe((texts) => {
 *   assert.deepStrictEqual(texts.map(({ text }) => text), ['€'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const fromMachine =
  <S, I, O>(machine: Machine<S, I, O>, caught?: (error: unknown, state: S) => I): OperatorFunction<I, O> =>
  (source) =>
    new Observable<O>((subscriber) => {
      let state = machine.initial
      let isBusy = false
      let isEnded = false
      const waiting: I[] = []

      const emit = (output: O): void => {
        subscriber.next(output)
      }

      const advance = (input: I): void => {
        if (!subscriber.closed && !machine.done(state)) state = machine.step(state, input, emit)
      }

      // Inputs that arrive while outputs are being delivered wait here, so that their order is kept.
      const drain = (): void => {
        for (let i = 0; i < waiting.length; i++) advance(waiting[i] as I) // i is below the length
        waiting.length = 0
      }

      const take = (input: I): void => {
        if (isBusy) {
          waiting.push(input)
          return
        }
        isBusy = true
        try {
          advance(input)
          if (waiting.length > 0) drain()
        } catch (error) {
          subscriber.error(error)
        }
        isBusy = false
        settle()
      }

      const settle = (): void => {
        if (isBusy || subscriber.closed || !(isEnded || machine.done(state))) return
        machine.end(state, emit)
        subscriber.complete()
      }

      // `takeWhile` stops a synchronous source, which cannot be unsubscribed before it returns.
      return source.pipe(takeWhile(() => !subscriber.closed)).subscribe({
        next: take,
        error: (error: unknown) => {
          isEnded = true
          if (caught === undefined) subscriber.error(error)
          else take(caught(error, state))
        },
        complete: () => {
          isEnded = true
          settle()
        }
      })
    })
