import { failureOf } from '../codec/FailureError.ts'
import { isMisuse, misuse } from '../codec/misuse.ts'
import { raise } from '../codec/raise.ts'
import type { MessageState, Outcome } from '../data/MessageState.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { accumulateMessageMachine, outcomeOf } from '../reading/accumulateMessageMachine.ts'
import type { BodyOptions } from '../reading/readChunksMachine.ts'
import { readChunksMachine } from '../reading/readChunksMachine.ts'
import { isAsyncIterable, openSource } from './openSource.ts'

/**
 * How to read a source without RxJS.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReadOptions extends BodyOptions {
  /** Ends the answer when it is aborted, with any reason: the outcome is then `Aborted`. */
  readonly signal?: AbortSignal | undefined
  /**
   * Called once with the outcome, also where the consumer leaves before it (`break`, `return()`): that outcome is `Aborted`.
   * What it throws rejects `next()` or `return()`.
   */
  readonly onOutcome?: ((outcome: Outcome) => void) | undefined
}

type Read = IteratorResult<Piece, unknown>

const noMore: Read = { done: true, value: undefined }

const stopped = { aborted: true }

/**
 * The message as it grows, from an asynchronous source: `foldMachine` over it.
 *
 * - Input → output: pieces of a body → states, as `accumulateMessage` gives them; the last one is the outcome.
 * - Held in memory: the message, and the states of one piece that were not asked for yet.
 * - Fails: an error of the source, also where it cannot be opened, becomes a `TransportFailure` of the outcome. A
 *   programmer's mistake is a `TypeError`: at once for what is no asynchronous iterable, as a rejection for a piece that is
 *   neither bytes nor a string.
 * - Completes: after the outcome. At the provider's terminal, at such a piece, when the `signal` is aborted, and when the
 *   consumer leaves (`break`, `return()`, also while it waits for a piece), the source's `return()` is called.
 *
 * @example
 * import { openRouter, readAsync, messageText } from 'deltafold/core'
 *
 * async function* body() {
 *   yield 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n'
 *   yield await Promise.resolve('data: {"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}\n\n')
 *   yield await Promise.resolve('data: [DONE]\n\n')
 * }
 * const seen: Array<string> = []
 * for await (const { _tag, message } of readAsync(openRouter)(body())) seen.push(`${_tag} ${messageText(message)}`)
 * assert.deepStrictEqual(seen, ['Streaming Hel', 'Streaming Hello', 'Complete Hello'])
 *
 * @category folds
 * @since 0.1.0
 */
export const readAsync =
  (provider: AnyProvider, options: ReadOptions = {}) =>
  (source: AsyncIterable<Piece>): AsyncIterableIterator<MessageState> => {
    if (!isAsyncIterable(source)) misuse('a source of pieces is an asynchronous iterable', source)
    const { signal, onOutcome } = options
    const body = readChunksMachine(provider, options)
    const pieces = openSource(source)
    let first = body.initial
    let second = accumulateMessageMachine.initial
    let ready: MessageState[] = []
    let given = 0
    let isOver = false
    let last: Promise<unknown> = Promise.resolve()
    // Ends the wait for a piece.
    let wake = (): void => undefined

    const gather = (result: Parameters<(typeof accumulateMessageMachine)['step']>[1]): void => {
      second = accumulateMessageMachine.step(second, result, (state) => {
        ready.push(state)
      })
    }
    // Not waited for: a source that is slow to close keeps back no outcome.
    const leave = (): void => {
      wake()
      void pieces.leave()
    }
    const end = (): void => {
      isOver = true
      signal?.removeEventListener('abort', leave)
    }
    const settle = (): void => {
      end()
      const outcome = outcomeOf(second)
      ready.push(outcome)
      onOutcome?.(outcome)
    }
    const interrupt = (error: unknown, by: typeof stopped | undefined): void => {
      body.interrupted(first, (at) => failureOf(error, at, by), gather)
      settle()
    }
    const stop = (): void => {
      leave()
      interrupt(undefined, stopped)
    }
    const fail = (error: unknown): void => {
      if (!isMisuse(error)) {
        interrupt(error, signal)
        return
      }
      end()
      raise(error as Error) // as `misuse` made it
    }

    const nextPiece = (): Promise<Read> =>
      new Promise((resolve, reject) => {
        wake = () => {
          resolve(noMore)
        }
        signal?.addEventListener('abort', leave)
        pieces.next().then(resolve, reject)
      })

    const advance = ({ done, value }: Read): boolean => {
      if (done === true) first = body.end(first, gather)
      else first = body.step(first, value, gather)
      return done === true || body.done(first)
    }

    const isStopped = (): boolean => signal?.aborted === true

    const take = (piece: Read): void => {
      let isLast: boolean
      try {
        isLast = advance(piece)
      } catch (error) {
        // The source does not know of it: what it gave is no piece, or a machine of the user threw.
        leave()
        fail(error)
        return
      }
      if (!isLast) return
      if (piece.done !== true) leave()
      settle()
    }

    const read = async (): Promise<void> => {
      let piece: Read
      try {
        piece = isStopped() ? noMore : await nextPiece()
      } catch (error) {
        if (!isOver) fail(error)
        return
      }
      if (isOver) return
      if (isStopped()) stop()
      else take(piece)
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
        last = next.catch(() => undefined)
        return next
      },
      return: () =>
        new Promise((resolve) => {
          try {
            if (!isOver) stop()
          } finally {
            ready = []
            given = 0
          }
          resolve({ done: true, value: undefined })
        }),
      [Symbol.asyncIterator]() {
        return this
      }
    }
  }
