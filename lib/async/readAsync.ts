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
  /** Ends the answer with `Aborted` when it is aborted, with any reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Called once with the outcome, also if the consumer stops before it (`break`, `return()`), which ends the answer
   * with `Aborted`. An error that it throws rejects `next()` or `return()`.
   */
  readonly onOutcome?: ((outcome: Outcome) => void) | undefined
}

type Read = IteratorResult<Piece, unknown>

const noMore: Read = { done: true, value: undefined }

const stopped = { aborted: true }

/**
 * The message as it grows, from an asynchronous source: `foldMachine` over it.
 *
 * - Input → output: pieces of a body → states, as `accumulateMessage` emits them; the last one is the outcome.
 * - Held in memory: the message, and the states of one piece that were not yet requested.
 * - Fails: an error of the source, or of opening it, becomes a `TransportFailure` of the outcome. A programmer's
 *   mistake is a `TypeError`: thrown at once if the source is not an asynchronous iterable, and a rejection if a piece
 *   is neither bytes nor a string.
 * - Completes: after the outcome. The source's `return()` is called at the provider's terminal, at such a piece, when
 *   the `signal` is aborted, and when the consumer stops (`break`, `return()`, also while it waits for a piece).
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
    if (!isAsyncIterable(source)) misuse('a source of pieces must be an asynchronous iterable', source)
    const { signal, onOutcome } = options
    const body = readChunksMachine(provider, options)
    const pieces = openSource(source)
    let first = body.initial
    let second = accumulateMessageMachine.initial
    let ready: MessageState[] = []
    let returned = 0
    let isOver = false
    let last: Promise<unknown> = Promise.resolve()
    // Ends the wait for a piece.
    let wake = (): void => undefined

    const gather = (result: Parameters<(typeof accumulateMessageMachine)['step']>[1]): void => {
      second = accumulateMessageMachine.step(second, result, (state) => {
        ready.push(state)
      })
    }
    // Not awaited, so that a source that closes slowly does not delay the outcome.
    const close = (): void => {
      wake()
      void pieces.close()
    }
    const end = (): void => {
      isOver = true
      signal?.removeEventListener('abort', close)
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
      close()
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
        signal?.addEventListener('abort', close)
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
        // The source is still open: a piece was invalid, or a user's function threw.
        close()
        fail(error)
        return
      }
      if (!isLast) return
      if (piece.done !== true) close()
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
      while (returned === ready.length && !isOver) {
        ready = []
        returned = 0
        await read()
      }
      const value = ready[returned]
      if (value === undefined) return { done: true, value: undefined }
      returned += 1
      return { done: false, value }
    }

    return {
      // Each call waits for the previous one, so that states are returned in order even if `next()` is called eagerly.
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
            returned = 0
          }
          resolve({ done: true, value: undefined })
        }),
      [Symbol.asyncIterator]() {
        return this
      }
    }
  }
