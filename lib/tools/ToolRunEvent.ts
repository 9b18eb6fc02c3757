import type { Failure } from '../data/Failure.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { RetryOptions } from '../data/retry.ts'
import type { ToolOutput } from '../data/ToolOutput.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import type { ToolResult, ToolRules, ToolRunEnd } from './ToolRun.ts'

/**
 * The progress of a run. `turn` is the number of the answer, from 0.
 *
 * - `Message`: the answer as it grows; the last one of a turn is its outcome.
 * - `Retry`: the answer failed before its first delta, and is requested again after `delay` milliseconds.
 * - `ToolStart` and `ToolEnd`: a call runs, and has its result. A call that is answered without running has only the end.
 * - `End`: the last value.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolRunEvent<I = unknown> =
  | { readonly _tag: 'Message'; readonly turn: number; readonly state: MessageState }
  | {
      readonly _tag: 'Retry'
      readonly turn: number
      readonly attempt: number
      readonly delay: number
      readonly failure: Failure | undefined
    }
  | { readonly _tag: 'ToolStart'; readonly turn: number; readonly call: ClosedToolCall }
  | ({ readonly _tag: 'ToolEnd'; readonly turn: number } & ToolResult)
  | { readonly _tag: 'End'; readonly end: ToolRunEnd<I> }

/**
 * The options of a run that do not depend on how it is carried out.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolRunOptions<P extends AnyProvider> extends ToolRules<P> {
  /** Most calls that run at the same time. Default 4. */
  readonly concurrency?: number
  /** Most milliseconds that a call may take, unless its tool has its own. Default: no limit. */
  readonly timeout?: number
  /** Most retries of an answer that failed before its first delta. Default 2. */
  readonly retries?: number
  readonly retry?: RetryOptions
  /** A number from 0 to 1 for the wait before a retry. Default `Math.random`. */
  readonly random?: () => number
  /** The result of a call whose tool threw. Default: `error: the tool failed`, without the text of the error. */
  readonly onToolError?: (error: unknown, call: ClosedToolCall) => string | ToolOutput
}

/**
 * The options that have defaults.
 *
 * @internal
 */
export const runDefaults = <P extends AnyProvider>({
  concurrency = 4,
  retries = 2,
  random = Math.random
}: ToolRunOptions<P>): Required<Pick<ToolRunOptions<P>, 'concurrency' | 'retries' | 'random'>> => ({
  concurrency,
  retries,
  random
})
