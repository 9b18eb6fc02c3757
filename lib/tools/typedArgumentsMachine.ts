import type { either as E } from 'fp-ts'

import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { ClosedToolCall, OpenToolCall, TruncatedToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { left, right } from '../data/Result.ts'
import type { JsonPath } from '../machine/json/JsonPath.ts'
import type { Machine } from '../machine/Machine.ts'
import type { ToolCallsState } from '../reading/accumulateToolCallsMachine.ts'
import type { PartialArguments, PartialArgumentsOptions } from '../reading/partialArgumentsMachine.ts'
import { partialArgumentsMachine } from '../reading/partialArgumentsMachine.ts'
import type { ArgumentsFailure } from './decodeArguments.ts'
import { decodeValue, malformedArguments } from './decodeArguments.ts'
import type { DeepPartial } from './DeepPartial.ts'
import type { SchemaType } from './schema.ts'
import type { Schemas, UnknownTool } from './toolSet.ts'
import { unknownTool } from './toolSet.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A call of a known tool that is open or was cut short. Its value must not be used as a whole.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnfinishedArguments<Name extends string, A> {
  readonly _tag: 'UnfinishedArguments'
  readonly name: Name
  readonly call: OpenToolCall | TruncatedToolCall
  /** Undefined before its first character; not checked by the schema. */
  readonly value: DeepPartial<A> | undefined
  /** The place of the value that changed last. */
  readonly path: JsonPath
  readonly complete: false
}

/**
 * A closed call of a known tool, with its arguments as the tool's schema decodes them.
 *
 * @category model
 * @since 0.1.0
 */
export interface WholeArguments<Name extends string, A> {
  readonly _tag: 'WholeArguments'
  readonly name: Name
  readonly call: ClosedToolCall
  readonly value: E.Either<ArgumentsFailure, A>
  readonly complete: true
}

/**
 * The arguments of a call of one of the tools, discriminated by `name` and `_tag`, or a closed call of another tool.
 *
 * @category model
 * @since 0.1.0
 */
export type TypedArguments<T extends Schemas> =
  | {
      readonly [K in keyof T & string]: UnfinishedArguments<K, SchemaType<T[K]>> | WholeArguments<K, SchemaType<T[K]>>
    }[keyof T & string]
  | UnknownTool

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/** Undefined for an open call of no known tool: its name may still grow. */
const typed =
  <T extends Schemas>(schemas: T) =>
  (part: PartialArguments): TypedArguments<T> | undefined => {
    const { call, complete } = part
    const { name } = call
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (call.state !== 'Closed') {
      const unfinished = schema === undefined ? undefined : Object.assign(part, { _tag: 'UnfinishedArguments', name })
      return unfinished as TypedArguments<T> | undefined // of the tool of that name; assigned, because copying builds the value
    }
    if (schema === undefined) return unknownTool(schemas, call)
    const value = complete ? decodeValue(schema)(part.value) : left(malformedArguments)
    return { _tag: 'WholeArguments', name, call, value, complete: true } as TypedArguments<T> // by the schema of that name
  }

/**
 * The arguments of the calls of these tools, with types: a `DeepPartial` while a call is open, then its value as the tool's
 * schema decodes it, or the reason why it cannot be used. No type of an unfinished value is the type of a whole one.
 *
 * - Input → output: results of chunks → typed arguments at each change; Lefts pass on in their place.
 * - Held in memory: the calls, and the values of the open ones.
 * - Fails: never.
 * - Done: never. At the end, calls that are still open are emitted again, as `Truncated`.
 *
 * Laws: those of `Machine`; the value of a closed call is that of `decodeArguments`, unless numbers are raw.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { andThen, groq, readChunksMachine, runMachine, typedArgumentsMachine } from 'deltafold'
 *
 * const tools = { write: t.type({ path: t.string, text: t.string }) }
 * const delta = (call: object) => `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] })}\n\n`
 * const begin = delta({ index: 0, id: 'a', function: { name: 'write', arguments: '{"path":"a.ts","te' } })
 * const more = delta({ index: 0, function: { arguments: 'xt":"Hi"}' } })
 * const end = 'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * const seen = runMachine(andThen(typedArgumentsMachine(tools))(readChunksMachine(groq)))([begin, more, end])
 * const shown = seen.map((result) => {
 *   if (E.isLeft(result) || result.right._tag === 'UnknownTool') return ''
 *   const { _tag, value } = result.right
 *   if (_tag === 'UnfinishedArguments') return `${value?.path} …`
 *   return E.isRight(value) ? `${value.right.path} ${value.right.text}` : value.left.message
 * })
 * assert.deepStrictEqual(shown, ['a.ts …', 'a.ts …', 'a.ts Hi'])
 *
 * @category machines
 * @since 0.1.0
 */
export const typedArgumentsMachine = <T extends Schemas>(
  schemas: T,
  options?: PartialArgumentsOptions
): Machine<ToolCallsState, Result<Chunk>, Result<TypedArguments<T>>> => {
  const machine = partialArgumentsMachine(options)
  const typedBy = typed(schemas)
  const through =
    (emit: (result: Result<TypedArguments<T>>) => void) =>
    (result: Result<PartialArguments>): void => {
      if (isFailed(result)) {
        emit(result)
        return
      }
      const output = typedBy(result.right)
      if (output !== undefined) emit(right(output))
    }
  return {
    ...machine,
    step: (state, result, emit) => machine.step(state, result, through(emit)),
    end: (state, emit) => machine.end(state, through(emit))
  }
}
