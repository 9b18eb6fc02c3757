import { failureOf } from '../codec/FailureError.ts'
import type { MessageState, Outcome } from '../data/MessageState.ts'
import { isOutcome, outcomeReason } from '../data/MessageState.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import { left } from '../data/Result.ts'
import type { AnyProvider, NextTurnItemOf } from '../protocols/Provider.ts'
import { collectedOf, collectMessageMachine } from '../reading/collectMessageMachine.ts'
import type { ReadyCall } from '../tools/runCall.ts'
import { readyCall, timedOut } from '../tools/runCall.ts'
import type { ToolResult, ToolRun } from '../tools/ToolRun.ts'
import { retryOf, toolStep, withAnswer, withResults, withTry } from '../tools/ToolRun.ts'
import type { ToolRunEvent, ToolRunOptions } from '../tools/ToolRunEvent.ts'
import { runDefaults } from '../tools/ToolRunEvent.ts'

/**
 * The options of `runToolsAsync`.
 *
 * @category model
 * @since 0.1.0
 */
export interface RunToolsAsyncOptions<P extends AnyProvider, I> extends ToolRunOptions<P> {
  /** Sends the conversation, and returns the states of the answer, as `readResponse` does. */
  readonly send: (
    items: ReadonlyArray<I | NextTurnItemOf<P>>,
    signal: AbortSignal
  ) => AsyncIterable<MessageState> | PromiseLike<AsyncIterable<MessageState>>
  /** Waits, and may reject when the signal is aborted. Without it, nothing is retried and no call times out. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => PromiseLike<unknown>
  /** Stops the run when it is aborted. */
  readonly signal?: AbortSignal
}

const broken = (error: unknown, signal: AbortSignal): Outcome => {
  const { initial, step } = collectMessageMachine
  return collectedOf(step(initial, left(failureOf(error, { atByte: 0, atEvent: 0 }, signal)), () => undefined))
}

/**
 * `runTools` without RxJS: the same events, for `for await`.
 *
 * - Input → output, held in memory, fails: as `runTools`.
 * - Completes: after the `End`. If the `signal` is aborted, the run ends with `Stopped`. A `break` ends it without an `End`, at
 *   the next event. Both abort the signals of `send` and of the calls that run.
 *
 * Law: for the same answers, the events are those of `runTools`.
 *
 * @example
 * import { openRouter, readAsync, runToolsAsync, toolRun } from 'deltafold/core'
 *
 * async function* body() {
 *   yield await Promise.resolve('{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * }
 * const run = runToolsAsync({ provider: openRouter, tools: {}, send: () => readAsync(openRouter)(body()) })
 * const seen: Array<string> = []
 * for await (const event of run(toolRun([{ role: 'user', content: 'Hi' }]))) seen.push(event._tag)
 * assert.deepStrictEqual(seen, ['Message', 'Message', 'End'])
 *
 * @category folds
 * @since 0.1.0
 */
export const runToolsAsync = <P extends AnyProvider, I = unknown>(
  options: RunToolsAsyncOptions<P, I>
): ((run: ToolRun<I | NextTurnItemOf<P>>) => AsyncGenerator<ToolRunEvent<I | NextTurnItemOf<P>>, void>) => {
  type Item = I | NextTurnItemOf<P>
  type Events<A> = AsyncGenerator<ToolRunEvent<Item>, A>
  const { provider, tools, send, sleep, onToolError, retry } = options
  const { concurrency, retries, random } = runDefaults(options)
  const stepOf = toolStep(options)

  const wait = async (milliseconds: number, signal: AbortSignal): Promise<undefined> => {
    try {
      await sleep?.(milliseconds, signal)
    } catch {
      // It was aborted.
    }
    return undefined
  }

  async function* outcomeFrom(run: ToolRun<Item>, signal: AbortSignal): Events<Outcome> {
    try {
      for await (const state of await send(run.items, signal)) {
        if (isOutcome(state)) return state
        yield { _tag: 'Message', turn: run.turns, state }
      }
      return collectedOf(collectMessageMachine.initial)
    } catch (error) {
      return broken(error, signal)
    }
  }

  async function* answerOf(first: ToolRun<Item>, signal: AbortSignal): Events<ToolRun<Item>> {
    let run = first
    for (let attempt = 0; ; attempt++) {
      const turn = run.turns
      const outcome = yield* outcomeFrom(run, signal)
      const mayRetry = sleep !== undefined && attempt < retries && !signal.aborted
      const delay = mayRetry ? retryOf(outcome, { ...retry, attempt, random: random() }) : undefined
      if (delay?._tag !== 'Some') {
        yield { _tag: 'Message', turn, state: outcome }
        return withAnswer(run, outcome)
      }
      yield { _tag: 'Retry', turn, attempt, delay: delay.value, failure: outcomeReason(outcome) }
      await wait(delay.value, signal)
      run = withTry(run, outcome)
    }
  }

  const resultOf = async (
    call: ClosedToolCall,
    ready: Extract<ReadyCall, { _tag: 'Runs' }>,
    signal: AbortSignal
  ): Promise<ToolResult> => {
    const limit = ready.timeout ?? options.timeout ?? Infinity
    const aborter = new AbortController()
    const timer = new AbortController()
    const abort = (): void => {
      aborter.abort()
      timer.abort()
    }
    signal.addEventListener('abort', abort)
    const result = ready.run(aborter.signal)
    if (limit === Infinity || sleep === undefined) {
      return result.finally(() => {
        signal.removeEventListener('abort', abort)
      })
    }
    const late = wait(limit, timer.signal)
    const first = await Promise.race([result, late])
    signal.removeEventListener('abort', abort)
    timer.abort()
    if (first !== undefined) return first
    aborter.abort()
    return timedOut(call, limit)
  }

  async function* resultsOf(
    run: ToolRun<Item>,
    calls: ReadonlyArray<ClosedToolCall>,
    signal: AbortSignal
  ): Events<ToolRun<Item>> {
    const turn = run.turns - 1
    const ready = readyCall(tools, run.approvals, onToolError)
    const results: ToolResult[] = []
    const running = new Map<ClosedToolCall, Promise<ToolResult>>()
    const stopped = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(undefined)
      })
    })
    const waiting = calls.slice()
    while ((waiting.length > 0 || running.size > 0) && !signal.aborted) {
      const call = running.size < concurrency ? waiting.shift() : undefined
      const one = call && ready(call)
      if (call === undefined) {
        const result = await Promise.race([...running.values(), stopped])
        if (result === undefined) break
        running.delete(result.call)
        results.push(result)
        yield { _tag: 'ToolEnd', turn, ...result }
      } else if (one?._tag === 'Known') {
        results.push(one.result)
        yield { _tag: 'ToolEnd', turn, ...one.result }
      } else if (one !== undefined) {
        yield { _tag: 'ToolStart', turn, call }
        running.set(call, resultOf(call, one, signal))
      }
    }
    return signal.aborted ? run : withResults(provider)(run, results)
  }

  return async function* (first) {
    const aborter = new AbortController()
    const { signal } = aborter
    const abort = (): void => {
      aborter.abort()
    }
    if (options.signal?.aborted === true) abort()
    options.signal?.addEventListener('abort', abort)
    try {
      let run = first
      for (;;) {
        if (signal.aborted) {
          yield { _tag: 'End', end: { _tag: 'Stopped', run } }
          return
        }
        const step = stepOf(run)
        if (step._tag === 'End') {
          yield step
          return
        }
        run = yield* step._tag === 'Send' ? answerOf(run, signal) : resultsOf(run, step.calls, signal)
      }
    } finally {
      options.signal?.removeEventListener('abort', abort)
      abort()
    }
  }
}
