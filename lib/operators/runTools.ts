import type { Observable, SchedulerLike } from 'rxjs'
import {
  asyncScheduler,
  concat,
  defer,
  EMPTY,
  expand,
  finalize,
  from,
  map,
  mergeMap,
  of,
  tap,
  timeout,
  timer
} from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import { isOutcome, outcomeReason } from '../data/MessageState.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import type { AnyProvider, NextTurnItemOf } from '../protocols/Provider.ts'
import type { ReadyCall } from '../tools/runCall.ts'
import { readyCall, timedOut } from '../tools/runCall.ts'
import type { ToolResult, ToolRun } from '../tools/ToolRun.ts'
import { retryOf, toolStep, withAnswer, withResults, withTry } from '../tools/ToolRun.ts'
import type { ToolRunEvent, ToolRunOptions } from '../tools/ToolRunEvent.ts'
import { runDefaults } from '../tools/ToolRunEvent.ts'
import { accumulateMessage } from './accumulateMessage.ts'

/**
 * The options of `runTools`.
 *
 * @category model
 * @since 0.1.0
 */
export interface RunToolsOptions<P extends AnyProvider, I> extends ToolRunOptions<P> {
  /** Sends the conversation, and returns the chunks of the answer, as `fromRequest` does. */
  readonly send: (items: ReadonlyArray<I | NextTurnItemOf<P>>) => Observable<Result<Chunk>>
  /** Measures timeouts and the waits before retries. Default `asyncScheduler`. */
  readonly scheduler?: SchedulerLike
}

/** An event of the run, or the state from which it goes on. */
type Seen<I> = { readonly event: ToolRunEvent<I> } | { readonly next: ToolRun<I> }

/**
 * Runs a conversation with tools: sends it, folds the answer, runs its calls, appends the answer and the results in the
 * provider's shape, and sends again, until an answer has no calls, or another end of `ToolRunEnd`.
 *
 * - Input → output: the state of a run → its events; the last one is its `End`. A new run is `toolRun(items)`; the state of a
 *   `Paused` end goes on after `withApprovals`, also in another process.
 * - Held in memory: the conversation and the answer.
 * - Fails: a failure of an answer is a value. A call of an unknown tool, arguments that do not match, a tool that throws
 *   and one that takes too long are answered to the model. Errors only if a function of the options throws, except for
 *   `send`, whose error is a `TransportFailure`.
 * - Completes: after the `End`. Unsubscribing unsubscribes from `send`, and aborts the `signal` of the calls that run.
 *
 * Laws: only closed calls run, each once; at most `concurrency` at a time; nothing is sent again after its first delta;
 * `usage` = the sum over all answers.
 *
 * @example
 * import * as t from 'io-ts'
 * import { toArray } from 'rxjs'
 * import { fromResponse, openRouter, runTools, tool, toolRun } from 'deltafold'
 *
 * const call = '{"id":"a","function":{"name":"add","arguments":"{\\"a\\":2,\\"b\\":3}"}}'
 * const answers = [
 *   `{"choices":[{"message":{"tool_calls":[${call}]},"finish_reason":"tool_calls"}]}`,
 *   '{"choices":[{"message":{"content":"It is 5."},"finish_reason":"stop"}]}'
 * ]
 * const run = runTools({
 *   provider: openRouter,
 *   tools: { add: tool({ schema: t.type({ a: t.number, b: t.number }), run: ({ a, b }) => String(a + b) }) },
 *   send: (messages) => fromResponse(openRouter)(new Response(answers[messages.length === 1 ? 0 : 1]))
 * })
 * const events = await new Promise<ReadonlyArray<{ readonly _tag: string }>>((resolve) => {
 *   run(toolRun([{ role: 'user', content: '2 + 3?' }])).pipe(toArray()).subscribe(resolve)
 * })
 * assert.deepStrictEqual(
 *   events.map(({ _tag }) => _tag),
 *   ['Message', 'Message', 'ToolStart', 'ToolEnd', 'Message', 'Message', 'End']
 * )
 *
 * @category sources
 * @since 0.1.0
 */
export const runTools = <P extends AnyProvider, I = unknown>(
  options: RunToolsOptions<P, I>
): ((run: ToolRun<I | NextTurnItemOf<P>>) => Observable<ToolRunEvent<I | NextTurnItemOf<P>>>) => {
  type Item = I | NextTurnItemOf<P>
  const { provider, tools, send, onToolError, retry } = options
  const { scheduler = asyncScheduler } = options
  const { concurrency, retries, random } = runDefaults(options)
  const stepOf = toolStep(options)

  const answerOf = (run: ToolRun<Item>, attempt = 0): Observable<Seen<Item>> =>
    defer(() => send(run.items)).pipe(
      accumulateMessage(),
      mergeMap((state): Observable<Seen<Item>> => {
        const turn = run.turns
        const message: Seen<Item> = { event: { _tag: 'Message', turn, state } }
        if (!isOutcome(state)) return of(message)
        const wait = attempt < retries ? retryOf(state, { ...retry, attempt, random: random() }) : undefined
        if (wait?._tag !== 'Some') return of<Seen<Item>[]>(message, { next: withAnswer(run, state) })
        const delay = wait.value
        const again: Seen<Item> = { event: { _tag: 'Retry', turn, attempt, delay, failure: outcomeReason(state) } }
        return concat(
          of(again),
          timer(delay, scheduler).pipe(mergeMap(() => answerOf(withTry(run, state), attempt + 1)))
        )
      })
    )

  const resultOf = (call: ClosedToolCall, ready: Extract<ReadyCall, { _tag: 'Runs' }>): Observable<ToolResult> =>
    defer(() => {
      const aborter = new AbortController()
      const limit = ready.timeout ?? options.timeout ?? Infinity
      let isOver = false
      const result = from(ready.run(aborter.signal)).pipe(
        tap(() => {
          isOver = true
        }),
        finalize(() => {
          if (!isOver) aborter.abort()
        })
      )
      return limit === Infinity
        ? result
        : result.pipe(timeout({ first: limit, scheduler, with: () => of(timedOut(call, limit)) }))
    })

  const resultsOf = (run: ToolRun<Item>, calls: ReadonlyArray<ClosedToolCall>): Observable<Seen<Item>> =>
    defer(() => {
      const turn = run.turns - 1
      const results: ToolResult[] = []
      const ready = readyCall(tools, run.approvals, onToolError)
      const ended = (result: ToolResult): Seen<Item> => {
        results.push(result)
        return { event: { _tag: 'ToolEnd', turn, ...result } }
      }
      const eventsOf = (call: ClosedToolCall): Observable<Seen<Item>> => {
        const one = ready(call)
        return one._tag === 'Known'
          ? of(ended(one.result))
          : concat(of<Seen<Item>>({ event: { _tag: 'ToolStart', turn, call } }), resultOf(call, one).pipe(map(ended)))
      }
      return concat(
        from(calls).pipe(mergeMap(eventsOf, concurrency)),
        defer(() => of<Seen<Item>>({ next: withResults(provider)(run, results) }))
      )
    })

  const stepFrom = (run: ToolRun<Item>): Observable<Seen<Item>> => {
    const step = stepOf(run)
    switch (step._tag) {
      case 'Send':
        return answerOf(run)
      case 'Run':
        return resultsOf(run, step.calls)
      case 'End':
        return of({ event: step })
    }
  }

  return (run) =>
    of<Seen<Item>>({ next: run }).pipe(
      expand((seen) => ('next' in seen ? stepFrom(seen.next) : EMPTY)),
      mergeMap((seen) => ('event' in seen ? of(seen.event) : EMPTY))
    )
}
