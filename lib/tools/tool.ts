import type { either as E } from 'fp-ts'

import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import { isLeft, right } from '../data/Result.ts'
import type { ToolOutput } from '../data/ToolOutput.ts'
import type { ArgumentsFailure } from './decodeArguments.ts'
import { decodeArguments } from './decodeArguments.ts'
import type { Schema } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The call that a tool runs, and a signal that is aborted when its result is no longer needed: after a timeout, or when the
 * loop is stopped.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolContext {
  readonly call: ClosedToolCall
  readonly signal: AbortSignal
}

/**
 * A tool whose arguments have the type `A`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolOptions<A> {
  readonly schema: Schema<A>
  /** Returns the result, or a promise of it. An error that it throws is answered to the model. */
  readonly run: (args: A, context: ToolContext) => string | ToolOutput | PromiseLike<string | ToolOutput>
  /** Whether a person must approve a call before it runs. Default: never. */
  readonly needsApproval?: boolean | ((args: A) => boolean)
  /** Most milliseconds that a call may take. Default: that of the loop. */
  readonly timeout?: number
}

/**
 * A call whose arguments match, ready to run.
 *
 * @category model
 * @since 0.1.0
 */
export interface PreparedCall {
  readonly needsApproval: boolean
  readonly timeout: number | undefined
  readonly run: (signal: AbortSignal) => ReturnType<ToolOptions<unknown>['run']>
}

/**
 * A tool for `runTools`, made by `tool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Tool {
  /** Private. */
  readonly '~prepare': (call: ClosedToolCall) => E.Either<ArgumentsFailure, PreparedCall>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * A tool for `runTools`. The arguments are decoded with its schema, an io-ts codec or any Standard Schema; a call whose
 * arguments do not match is answered to the model, and not run.
 *
 * @example
 * import * as t from 'io-ts'
 * import { tool } from 'deltafold/core'
 *
 * const add = tool({ schema: t.type({ a: t.number, b: t.number }), run: ({ a, b }) => String(a + b) })
 * assert.deepStrictEqual(Object.keys(add), ['~prepare'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const tool = <A>({ schema, run, needsApproval = false, timeout }: ToolOptions<A>): Tool => ({
  '~prepare': (call) => {
    const decoded = decodeArguments(schema)(call)
    if (isLeft(decoded)) return decoded
    const args = decoded.right
    return right({
      needsApproval: typeof needsApproval === 'function' ? needsApproval(args) : needsApproval,
      timeout,
      run: (signal) => run(args, { call, signal })
    })
  }
})
