/**
 * A web stream as a source.
 *
 * @since 0.1.0
 */
import { Observable } from 'rxjs'

/**
 * Reads a `ReadableStream`. Other than `from(stream)`, it cancels the stream as soon as it is unsubscribed, also while a
 * read is pending, so that the connection behind it closes.
 *
 * - Input → output: a stream → its chunks, each read when the one before was delivered.
 * - Held in memory: nothing.
 * - Fails: as the stream does, and where the stream is locked already. A stream can be read once.
 * - Completes: with the stream.
 *
 * Source: https://streams.spec.whatwg.org/#default-reader-class
 *
 * @example
 * import { lastValueFrom, toArray } from 'rxjs'
 * import { fromReadableStream } from 'deltafold'
 *
 * const stream = new ReadableStream<string>({
 *   start: (controller) => {
 *     controller.enqueue('a')
 *     controller.enqueue('b')
 *     controller.close()
 *   }
 * })
 * const read = await lastValueFrom(fromReadableStream(stream).pipe(toArray()))
 * assert.deepStrictEqual(read, ['a', 'b'])
 *
 * @category sources
 * @since 0.1.0
 */
export const fromReadableStream = <A>(stream: ReadableStream<A>): Observable<A> =>
  new Observable<A>((subscriber) => {
    const reader = stream.getReader()
    const pull = (): void => {
      reader.read().then(
        ({ done, value }) => {
          if (done) subscriber.complete()
          else {
            subscriber.next(value)
            if (!subscriber.closed) pull()
          }
        },
        (error: unknown) => {
          subscriber.error(error)
        }
      )
    }
    pull()
    return () => {
      // On a stream that has ended or failed this does nothing; its failure was told already.
      reader.cancel().catch(() => undefined)
      reader.releaseLock()
    }
  })
