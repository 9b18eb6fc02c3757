/**
 * A machine as an operator: state is born at subscription, so that two subscriptions share nothing.
 *
 * Laws, for synchronous and asynchronous sources alike:
 *
 * - `from(xs).pipe(fromMachine(m), toArray()) = run(m)(xs)`
 * - inputs that arrive while outputs are being delivered wait for their turn, so that re-entrance changes nothing
 * - after unsubscription nothing is delivered, and the source is unsubscribed, a synchronous one, too
 *
 * @since 0.1.0
 */
import type { Observer, OperatorFunction } from 'rxjs'
import { Observable, Subscriber } from 'rxjs'

import type { Emit, Machine } from '../machine/Machine.ts'

/**
 * What is still to be said when the source fails; `mended` completes the result, `broken` lets the error pass.
 *
 * @category model
 * @since 0.1.0
 */
export type Broken<S, O> = (state: S, error: unknown, emit: Emit<O>) => 'mended' | 'broken'

/**
 * Runs a pure machine over the source: its outputs as they come, its end at the source's end. It's like `scan`, but with
 * any number of outputs for each input, and one more look when the source completes.
 *
 * - Input → output: what the machine takes and says.
 * - Held in memory: the machine's state, and inputs that arrive during delivery.
 * - Fails: as the source does, and with what a machine of yours throws. The machine's end is asked only at a clean end;
 *   what is to be said when the source fails, `broken` says.
 * - Completes: with the source, or as soon as the machine is done; the source is then unsubscribed.
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
  <S, I, O>(made: Machine<S, I, O> | (() => Machine<S, I, O>), broken?: Broken<S, O>): OperatorFunction<I, O> =>
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
        // What arrived while outputs were being delivered waited here, so that its order is kept.
        for (let i = 0; i < waiting.length; i++) advance(waiting[i] as I) // i is below the length
        if (waiting.length > 0) waiting.length = 0
        if (subscriber.closed) return
        if (ending === 'error' && !machine.done(state)) {
          if (broken?.(state, thrown, emit) === 'mended') subscriber.complete()
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
      // What `source.subscribe(observer)` makes is there only when a synchronous source has ended: to stop one it must be there before.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- RxJS 7 has no other way that costs no operator more
      const receiver = new Subscriber<I>(observer)
      subscriber.add(receiver)
      source.subscribe(receiver)
    })
