import type { Observer, OperatorFunction } from 'rxjs'
import { Observable, Subscriber } from 'rxjs'

import type { Emit, Machine } from '../machine/Machine.ts'

/**
 * Called when the source errors. May emit final outputs; the result then completes (`complete`) or errors with the same
 * error (`error`).
 *
 * @category model
 * @since 0.1.0
 */
export type OnError<S, O> = (state: S, error: unknown, emit: Emit<O>) => 'complete' | 'error'

/**
 * Runs a pure machine over the source. It's like `scan`, but with any number of outputs for each input, and the outputs
 * of `end` when the source completes. State is created at subscription, so two subscriptions share nothing.
 *
 * - Input → output: the inputs of the machine → its outputs.
 * - Held in memory: the machine's state, and inputs that arrive during delivery.
 * - Fails: as the source does, and with an error that the machine throws. If the source errors, the machine's `end` is
 *   not called; `onError` may emit final outputs.
 * - Completes: with the source, or as soon as the machine is done; the source is then unsubscribed.
 *
 * Laws, for synchronous and asynchronous sources alike:
 *
 * - `from(xs).pipe(fromMachine(m), toArray()) = runMachine(m)(xs)`
 * - inputs that arrive while outputs are being delivered are queued, so that re-entrance changes nothing
 * - after unsubscription nothing is emitted, and the source is unsubscribed, even if it is synchronous
 *
 * @example
 * import { from, toArray } from 'rxjs'
 * import { fromMachine, utf8Machine } from 'deltafold'
 *
 * from([Uint8Array.of(0xe2, 0x82), Uint8Array.of(0xac)]).pipe(fromMachine(utf8Machine), toArray()).subscribe((texts) => {
 *   assert.deepStrictEqual(texts.map(({ text }) => text), ['€'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const fromMachine =
  <S, I, O>(made: Machine<S, I, O> | (() => Machine<S, I, O>), onError?: OnError<S, O>): OperatorFunction<I, O> =>
  (source) =>
    new Observable<O>((subscriber) => {
      const machine = typeof made === 'function' ? made() : made
      let state = machine.initial
      let isBusy = false
      let ending: 'none' | 'complete' | 'error' = 'none'
      let thrown: unknown
      const waiting: I[] = []

      const emit = (output: O): void => {
        subscriber.next(output)
      }

      const advance = (input: I): void => {
        if (!subscriber.closed && !machine.done(state)) state = machine.step(state, input, emit)
      }

      const settle = (): void => {
        // Inputs that arrived during delivery, in their order.
        for (let i = 0; i < waiting.length; i++) advance(waiting[i] as I) // i is below the length
        if (waiting.length > 0) waiting.length = 0
        if (subscriber.closed) return
        if (ending === 'error' && !machine.done(state)) {
          if (onError?.(state, thrown, emit) === 'complete') subscriber.complete()
          else subscriber.error(thrown)
        } else if (ending !== 'none' || machine.done(state)) {
          machine.end(state, emit)
          subscriber.complete()
        }
      }

      const finish = (how: 'complete' | 'error'): void => {
        ending = how
        if (isBusy) return
        isBusy = true
        try {
          settle()
        } catch (error) {
          subscriber.error(error)
        }
      }

      const observer: Observer<I> = {
        next: (input) => {
          if (isBusy) {
            waiting.push(input)
            return
          }
          isBusy = true
          try {
            advance(input)
            settle()
          } catch (error) {
            subscriber.error(error)
          }
          isBusy = false
        },
        error: (error: unknown) => {
          thrown = error
          finish('error')
        },
        complete: () => {
          finish('complete')
        }
      }
      // Made beforehand, to stop a synchronous source: `source.subscribe(observer)` returns only after its end.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- RxJS 7 has no other way that costs no operator more
      const receiver = new Subscriber<I>(observer)
      subscriber.add(receiver)
      source.subscribe(receiver)
    })
