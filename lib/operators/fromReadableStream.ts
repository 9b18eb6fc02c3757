import { Observable } from 'rxjs'

import { checkStream, readerOf } from '../async/readableStream.ts'

/**
 * Emits the chunks of a `ReadableStream`. Unlike `from(stream)`, it cancels the stream on unsubscription even while a
 * read is pending, so that the connection closes.
 *
 * - Input → output: a stream → its chunks; each is read after the previous one was delivered.
 * - Held in memory: nothing.
 * - Fails: as the stream does, and with the name `BodyUsed` if the stream is locked already, since a stream can be read
 *   once; `readChunks` and `decodeChunk` turn the error into a Left. A value that is not a stream throws a `TypeError`.
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
export const fromReadableStream = <A>(stream: ReadableStream<A>): Observable<A> => {
  checkStream(stream)
  return new Observable<A>((subscriber) => {
    const reader = readerOf(stream)
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
      // On a stream that has ended or failed this does nothing; its failure was reported already.
      reader.cancel().catch(() => undefined)
      reader.releaseLock()
    }
  })
}
