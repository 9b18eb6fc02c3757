/**
 * A body to the message as it grows, for `for await`.
 *
 * @since 0.1.0
 */
import { failureOf } from '../codec/FailureError.ts'
import type { MessageState } from '../data/MessageState.ts'
import { left } from '../data/Result.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { accumulateMessageMachine } from '../reading/accumulateMessageMachine.ts'
import type { BodyOptions } from '../reading/readChunksMachine.ts'
import { readChunksMachine } from '../reading/readChunksMachine.ts'

/**
 * A state for each chunk, then the outcome: `fold` over an asynchronous source.
 *
 * - Input → output: pieces of a body → states; the last one is the outcome.
 * - Held in memory: the message, and the states of one piece that were not asked for yet.
 * - Fails: never; an error of the source, also where it cannot be opened, and a piece that is neither bytes nor a string
 *   become a `TransportFailure` of the outcome.
 * - Completes: after the outcome. At the provider's terminal, at a piece that is none, and when the consumer leaves (`break`, `return()`, also while
 *   it waits for a piece), the source's `return()` is called.
 *
 * @example
 * import { openRouter, readAsync, messageText } from 'deltafold/core'
 *
 * async function* body() {
 *   yield 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n'
 *   yield await Promise.resolve('data: {"choices":[{"delta":{"content":"lo"}}]}\n\ndata: [DONE]\n\n')
 * }
 * const seen: Array<string> = []
 * for await (const { _tag, message } of readAsync(openRouter)(body())) seen.push(`${_tag} ${messageText(message)}`)
 * assert.deepStrictEqual(seen, ['Streaming Hel', 'Streaming Hello', 'Streaming Hello', 'Complete Hello'])
 *
 * @category folds
 * @since 0.1.0
 */
export const readAsync =
  (provider: AnyProvider, options?: BodyOptions) =>
  (source: AsyncIterable<Piece>): AsyncIterableIterator<MessageState> => {
    const body = readChunksMachine(provider, options)
    let pieces: AsyncIterator<Piece> | undefined
    let first = body.initial
    let second = accumulateMessageMachine.initial
    let ready: MessageState[] = []
    let given = 0
    let isOver = false
    let last: Promise<unknown> = Promise.resolve()

    const push = (state: MessageState): void => {
      ready.push(state)
    }
    const take = (result: Parameters<(typeof accumulateMessageMachine)['step']>[1]): void => {
      second = accumulateMessageMachine.step(second, result, push)
    }
    const opened = (): AsyncIterator<Piece> => (pieces ??= source[Symbol.asyncIterator]())
    // Nobody waits for it: a source that is slow to close, or fails to, keeps back no outcome.
    const leave = async (): Promise<void> => {
      isOver = true
      try {
        await opened().return?.()
      } catch {
        // What was received is not less for it.
      }
    }

    const fail = (error: unknown): void => {
      body.interrupted(first, take)
      take(left(failureOf(error, second)))
      accumulateMessageMachine.end(second, push)
      isOver = true
    }

    const advance = ({ done, value }: IteratorResult<Piece, unknown>): void => {
      if (done === true) first = body.end(first, take)
      else first = body.step(first, value, take)
      if (done !== true && !body.done(first)) return
      accumulateMessageMachine.end(second, push)
      if (done === true) isOver = true
      else void leave()
    }

    const read = async (): Promise<void> => {
      let piece: IteratorResult<Piece, unknown>
      try {
        piece = await opened().next()
      } catch (error) {
        if (!isOver) fail(error)
        return
      }
      if (isOver) return
      try {
        advance(piece)
      } catch (error) {
        // It is no piece at all, or a codec of somebody's own threw: the source does not know.
        void leave()
        fail(error)
      }
    }

    const pull = async (): Promise<IteratorResult<MessageState, undefined>> => {
      while (given === ready.length && !isOver) {
        ready = []
        given = 0
        await read()
      }
      const value = ready[given]
      if (value === undefined) return { done: true, value: undefined }
      given += 1
      return { done: false, value }
    }

    return {
      // Each call waits for the one before, so that states come in order however eagerly they are asked for.
      next: () => {
        const next = last.then(pull)
        last = next
        return next
      },
      return: () => {
        ready = []
        given = 0
        if (!isOver) void leave()
        return Promise.resolve({ done: true, value: undefined })
      },
      [Symbol.asyncIterator]() {
        return this
      }
    }
  }
