/**
 * A conversation with tools as pure values: its state, the next step, and the states after a step. `runTools` and
 * `runToolsAsync` only carry the steps out.
 *
 * @since 0.1.0
 */
import type { option as O } from 'fp-ts'

import type { Failure } from '../data/Failure.ts'
import { firstChoice, messageToolCalls } from '../data/Message.ts'
import type { Outcome } from '../data/MessageState.ts'
import { isAborted, outcomeReason } from '../data/MessageState.ts'
import type { ClosedToolCall, ToolCall } from '../data/parts/ToolCall.ts'
import { isRight } from '../data/Result.ts'
import type { RetryAttempt } from '../data/retry.ts'
import { retryDelay } from '../data/retry.ts'
import type { ToolOutput } from '../data/ToolOutput.ts'
import type { Usage } from '../data/Usage.ts'
import { UsageMonoidSum } from '../data/Usage.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { toNextTurn } from './toNextTurn.ts'
import type { Tool } from './tool.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The answer of a person to a call that needs approval.
 *
 * @category model
 * @since 0.1.0
 */
export interface Approval {
  /** The `key` of the call. */
  readonly key: number
  readonly approved: boolean
  /** The text that the model receives as the result of a call that is not approved. */
  readonly reason?: string
}

/**
 * The state of a conversation with tools: plain JSON, so that it can be saved while it waits for a person.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolRun<I = unknown> {
  /** The conversation: `messages` of most providers, `contents` of Google, `input` of OpenAI Responses. */
  readonly items: ReadonlyArray<I>
  /** The number of answers received, without failed tries. */
  readonly turns: number
  /** The sum over all answers, and over failed tries that reported usage. */
  readonly usage: Usage
  /** The last answer, until the results of its calls are appended to the items. */
  readonly answer?: Outcome
  /** The approvals of calls of the last answer. */
  readonly approvals: ReadonlyArray<Approval>
}

/**
 * The end of a run. Each has the state, from which `runTools` can go on; after all but `Answered`, that state still has the
 * last answer.
 *
 * - `Answered`: the answer has no calls; it was appended to the items.
 * - `Paused`: calls wait for the approval of a person; see `withApprovals`. No call of the answer has run.
 * - `MaxTurns`: the answer has calls, and no more turns are allowed. They were not run.
 * - `CallTruncated`: a call was cut short. No call of the answer was run.
 * - `OtherCalls`: the model waits for calls that are not of functions, such as those that `clientCalls` returns.
 * - `Filtered`: a filter of the provider ended the answer. No call was run.
 * - `Stopped`: the user ended the answer.
 * - `Failed`: the answer failed or ended early, with the reason.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolRunEnd<I = unknown> = { readonly run: ToolRun<I> } & (
  | { readonly _tag: 'Answered' | 'OtherCalls' | 'Filtered' | 'Stopped' }
  | { readonly _tag: 'Paused' | 'MaxTurns'; readonly calls: ReadonlyArray<ClosedToolCall> }
  | { readonly _tag: 'CallTruncated'; readonly call: ToolCall }
  | { readonly _tag: 'Failed'; readonly failure: Failure | undefined }
)

/**
 * The next step of a run: to send the items, to run calls, or its end.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolStep<I = unknown> =
  | { readonly _tag: 'Send'; readonly items: ReadonlyArray<I> }
  | { readonly _tag: 'Run'; readonly calls: ReadonlyArray<ClosedToolCall> }
  | { readonly _tag: 'End'; readonly end: ToolRunEnd<I> }

/**
 * The parts of a run that decide its steps.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolRules<P extends AnyProvider = AnyProvider> {
  readonly provider: P
  readonly tools: Readonly<Record<string, Tool>>
  /** Most answers of the whole run. Default 10. */
  readonly maxTurns?: number
}

/**
 * The result of a call.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolResult {
  readonly call: ClosedToolCall
  readonly result: string | ToolOutput
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The state of a run before its first request.
 *
 * @example
 * import { toolRun } from 'deltafold/core'
 *
 * const run = toolRun([{ role: 'user', content: 'Hi' }])
 * assert.deepStrictEqual(JSON.parse(JSON.stringify(run)), run)
 *
 * @category constructors
 * @since 0.1.0
 */
export const toolRun = <I>(items: ReadonlyArray<I>): ToolRun<I> => ({
  items,
  turns: 0,
  usage: UsageMonoidSum.empty,
  approvals: []
})

// -------------------------------------------------------------------------------------
// the next step
// -------------------------------------------------------------------------------------

/** @internal */
export const toolOf = (tools: ToolRules['tools'], name: string): Tool | undefined =>
  Object.hasOwn(tools, name) ? tools[name] : undefined

// A call that cannot run needs no approval: the model receives the reason.
const needsApproval =
  (tools: ToolRules['tools']) =>
  (call: ClosedToolCall): boolean => {
    const prepared = toolOf(tools, call.name)?.['~prepare'](call)
    return prepared !== undefined && isRight(prepared) && prepared.right.needsApproval
  }

const isClosed = (call: ToolCall): call is ClosedToolCall => call.state === 'Closed'

/**
 * The next step of a run. It is pure: the same run and rules have the same step.
 *
 * Laws: a step `Run` has calls that are `Closed`, and approved where they need it; a step `Run` or `Send` is only taken while
 * `turns < maxTurns`; `toolStep(rules)(JSON.parse(JSON.stringify(run))) = toolStep(rules)(run)`.
 *
 * @example
 * import { openRouter, toolRun, toolStep } from 'deltafold/core'
 *
 * const run = toolRun([{ role: 'user', content: 'Hi' }])
 * assert.deepStrictEqual(toolStep({ provider: openRouter, tools: {} })(run)._tag, 'Send')
 * assert.deepStrictEqual(toolStep({ provider: openRouter, tools: {}, maxTurns: 0 })(run)._tag, 'End')
 *
 * @category destructors
 * @since 0.1.0
 */
export const toolStep =
  ({ provider, tools, maxTurns = 10 }: ToolRules) =>
  <I>(run: ToolRun<I>): ToolStep<I> => {
    const { answer, turns, items, approvals } = run
    const isSpent = turns >= maxTurns
    if (answer === undefined) {
      return isSpent ? { _tag: 'End', end: { _tag: 'MaxTurns', calls: [], run } } : { _tag: 'Send', items }
    }
    if (isAborted(answer)) return { _tag: 'End', end: { _tag: 'Stopped', run } }
    if (answer._tag !== 'Complete') {
      return { _tag: 'End', end: { _tag: 'Failed', failure: outcomeReason(answer), run } }
    }
    const { finishReason } = firstChoice(answer.message) ?? {}
    if (finishReason === 'content_filter') return { _tag: 'End', end: { _tag: 'Filtered', run } }
    const calls = messageToolCalls(answer.message)
    const cut = calls.find((call) => !isClosed(call))
    if (cut !== undefined) return { _tag: 'End', end: { _tag: 'CallTruncated', call: cut, run } }
    const closed = calls.filter(isClosed)
    if (closed.length === 0) {
      if (finishReason === 'tool_call') return { _tag: 'End', end: { _tag: 'OtherCalls', run } }
      return { _tag: 'End', end: { _tag: 'Answered', run: withResults(provider)(run, []) } }
    }
    if (isSpent) return { _tag: 'End', end: { _tag: 'MaxTurns', calls: closed, run } }
    const waiting = closed.filter(needsApproval(tools)).filter(({ key }) => !approvals.some((one) => one.key === key))
    return waiting.length > 0
      ? { _tag: 'End', end: { _tag: 'Paused', calls: waiting, run } }
      : { _tag: 'Run', calls: closed }
  }

/**
 * The wait before a failed answer is requested again, in milliseconds; `none` if anything of it was received, or if a retry
 * cannot succeed.
 *
 * @internal
 */
export const retryOf = (outcome: Outcome, attempt: RetryAttempt): O.Option<number> => {
  const reason = outcomeReason(outcome)
  return reason === undefined || outcome.message.choices.length > 0 ? { _tag: 'None' } : retryDelay(attempt)(reason)
}

// -------------------------------------------------------------------------------------
// the states after a step
// -------------------------------------------------------------------------------------

const withUsage = <I>(run: ToolRun<I>, { message }: Outcome): ToolRun<I> =>
  message.usage === undefined ? run : { ...run, usage: UsageMonoidSum.concat(run.usage, message.usage) }

/**
 * The state after a try that failed and is repeated: only its usage counts.
 *
 * @internal
 */
export const withTry = withUsage

/**
 * The state after an answer.
 *
 * @internal
 */
export const withAnswer = <I>(run: ToolRun<I>, answer: Outcome): ToolRun<I> => ({
  ...withUsage(run, answer),
  turns: run.turns + 1,
  answer,
  approvals: []
})

/**
 * The state after the results of the calls of the answer.
 *
 * @internal
 */
export const withResults =
  (provider: AnyProvider) =>
  <I>({ answer, ...run }: ToolRun<I>, results: ReadonlyArray<ToolResult>): ToolRun<I> => {
    const items = answer === undefined ? [] : toNextTurn(provider)(answer.message, results).items
    return { ...run, items: [...run.items, ...(items as ReadonlyArray<I>)], approvals: [] } // the provider's items are an `I`
  }

/**
 * The state of a paused run after a person answered: pass it to `runTools` to go on. The last approval of a call counts.
 *
 * @example
 * import { toolRun, withApprovals } from 'deltafold/core'
 *
 * const run = withApprovals([{ key: 0, approved: false, reason: 'not on Fridays' }])(toolRun([]))
 * assert.deepStrictEqual(run.approvals.length, 1)
 *
 * @category combinators
 * @since 0.1.0
 */
export const withApprovals =
  (approvals: ReadonlyArray<Approval>) =>
  <I>(run: ToolRun<I>): ToolRun<I> => ({ ...run, approvals: [...run.approvals, ...approvals] })
