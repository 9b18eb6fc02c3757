/**
 * Web streams as asynchronous iterables, and back. Not every browser has iterable streams, and no built-in iterator
 * cancels a stream while a read is pending.
 *
 * Source: https://streams.spec.whatwg.org/
 *
 * @since 0.1.0
 */

import { field } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import { raise } from '../codec/raise.ts'
import { isAsyncIterable } from './openSource.ts'

/** @internal */
export const isWebStream = (u: unknown): u is ReadableStream<Uint8Array> => typeof field(u, 'getReader') === 'function'

/**
 * The error for a body that was already read or is being read elsewhere. Retrying does not help.
 *
 * @internal
 */
export const bodyUsed = (): Error => Object.assign(new Error('the body was read already'), { name: 'BodyUsed' })

/**
 * Throws a `TypeError` unless the value is a stream.
 *
 * @internal
 */
export const checkStream = (stream: unknown): void => {
  if (!isWebStream(stream)) misuse('a stream must be a ReadableStream', stream)
}

/** @internal */
export const readerOf = <A>(stream: ReadableStream<A>): ReadableStreamDefaultReader<A> =>
  stream.locked ? raise(bodyUsed()) : stream.getReader()

/**
 * The chunks of a stream, which can be read once.
 *
 * - Held in memory: nothing.
 * - Fails: as the stream does, and with the name `BodyUsed` if it is locked already. A value that is not a stream
 *   throws a `TypeError`.
 * - Completes: with the stream; `return()` cancels it, also while a read is pending. However it ends, the stream is
 *   unlocked, and later calls of `next()` and `return()` return `done`.
 *
 * @example
 * import { iterateReadableStream } from 'deltafold/core'
 *
 * const stream = new ReadableStream<string>({ start: (controller) => (controller.enqueue('a'), controller.close()) })
 * const read: Array<string> = []
 * for await (const piece of iterateReadableStream(stream)) read.push(piece)
 * assert.deepStrictEqual(read, ['a'])
 *
 * @category sources
 * @since 0.1.0
 */
export const iterateReadableStream = <A>(stream: ReadableStream<A>): AsyncIterable<A> => {
  checkStream(stream)
  return {
    [Symbol.asyncIterator]: () => {
      const reader = readerOf(stream)
      let isOver = false
      const release = (): void => {
        isOver = true
        reader.releaseLock()
      }
      return {
        next: async () => {
          if (isOver) return { done: true, value: undefined }
          const read = reader.read()
          // A failed stream is unlocked, too; its error is thrown below.
          read.catch(release)
          const { done, value } = await read
          if (!done) return { done, value }
          release()
          return { done: true, value: undefined }
        },
        return: async () => {
          if (!isOver) await reader.cancel().finally(release)
          return { done: true, value: undefined }
        }
      }
    }
  }
}

/**
 * A pull-based `ReadableStream` over an asynchronous iterable: each value is requested when the reader wants it.
 *
 * - Held in memory: nothing.
 * - Fails: as the source does. A value that is not an asynchronous iterable throws a `TypeError`.
 * - Completes: with the source; canceling the stream calls the source's `return()`.
 *
 * @example
 * import { iterateReadableStream, toReadableStream } from 'deltafold/core'
 *
 * async function* numbers() {
 *   yield 1
 *   yield await Promise.resolve(2)
 * }
 * const read: Array<number> = []
 * for await (const n of iterateReadableStream(toReadableStream(numbers()))) read.push(n)
 * assert.deepStrictEqual(read, [1, 2])
 *
 * @category destructors
 * @since 0.1.0
 */
export const toReadableStream = <A>(source: AsyncIterable<A>): ReadableStream<A> => {
  if (!isAsyncIterable(source)) misuse('a source of values must be an asynchronous iterable', source)
  const values = source[Symbol.asyncIterator]()
  return new ReadableStream<A>(
    {
      pull: async (controller) => {
        const next = await values.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await values.return?.()
      }
    },
    { highWaterMark: 0 }
  )
}
