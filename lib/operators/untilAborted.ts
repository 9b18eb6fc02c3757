import type { MonoTypeOperatorFunction } from 'rxjs'
import { Observable } from 'rxjs'

/**
 * Errors with the signal's reason as soon as the signal is aborted, unsubscribing from the source. Without a signal,
 * returns the source.
 *
 * @internal
 */
export const untilAborted =
  <A>(signal: AbortSignal | undefined): MonoTypeOperatorFunction<A> =>
  (source) =>
    signal === undefined
      ? source
      : new Observable<A>((subscriber) => {
          const abort = (): void => {
            subscriber.error(signal.reason)
          }
          if (signal.aborted) {
            abort()
            return
          }
          signal.addEventListener('abort', abort)
          subscriber.add(() => {
            signal.removeEventListener('abort', abort)
          })
          source.subscribe(subscriber)
        })
