import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import { isLeft } from '../data/Result.ts'
import type { ToolOutput } from '../data/ToolOutput.ts'
import type { Approval, ToolResult, ToolRules } from './ToolRun.ts'
import { toolOf } from './ToolRun.ts'

const failed = (call: ClosedToolCall, content: string): ToolResult => ({ call, result: { content, isError: true } })

/**
 * The answer to the model for a call whose tool took too long.
 *
 * @internal
 */
export const timedOut = (call: ClosedToolCall, milliseconds: number): ToolResult =>
  failed(call, `error: the tool did not answer within ${milliseconds} milliseconds`)

/**
 * A call that is answered already, or the function that runs it. The promise of that function never rejects.
 *
 * @internal
 */
export type ReadyCall =
  | { readonly _tag: 'Known'; readonly result: ToolResult }
  | {
      readonly _tag: 'Runs'
      readonly timeout: number | undefined
      readonly run: (signal: AbortSignal) => Promise<ToolResult>
    }

const known = (result: ToolResult): ReadyCall => ({ _tag: 'Known', result })

/**
 * How to answer a call: an unknown tool, arguments that do not match and a refusal by a person are answered without running
 * anything, and so is a tool that throws. By default the text of its error is not sent to the provider, because it may
 * contain secrets.
 *
 * @internal
 */
export const readyCall =
  (
    tools: ToolRules['tools'],
    approvals: ReadonlyArray<Approval>,
    onToolError: ((error: unknown, call: ClosedToolCall) => string | ToolOutput) | undefined
  ) =>
  (call: ClosedToolCall): ReadyCall => {
    const tool = toolOf(tools, call.name)
    if (tool === undefined) {
      return known(failed(call, `error: there is no such tool; the tools are ${Object.keys(tools).join(', ')}`))
    }
    const prepared = tool['~prepare'](call)
    if (isLeft(prepared)) return known(failed(call, `error: ${prepared.left.message}`))
    const approval = approvals.findLast(({ key }) => key === call.key)
    if (approval?.approved === false)
      return known(failed(call, approval.reason ?? 'the user did not approve this call'))
    const { timeout, run } = prepared.right
    return {
      _tag: 'Runs',
      timeout,
      run: async (signal) => {
        try {
          return { call, result: await run(signal) }
        } catch (error) {
          return onToolError === undefined
            ? failed(call, 'error: the tool failed')
            : { call, result: onToolError(error, call) }
        }
      }
    }
  }
