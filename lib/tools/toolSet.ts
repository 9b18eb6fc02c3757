/**
 * The tools of a program by name, to decode calls into values of one union type.
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'

import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import { isLeft, left, right } from '../data/Result.ts'
import type { ArgumentsFailure } from './decodeArguments.ts'
import { decodeArguments } from './decodeArguments.ts'
import type { Schema, SchemaType } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The schemas of tools, by name.
 *
 * @category model
 * @since 0.1.0
 */
export type Schemas = Readonly<Record<string, Schema<unknown>>>

/**
 * A call of one of the tools, discriminated by `name`.
 *
 * @category model
 * @since 0.1.0
 */
export type TypedToolCall<T extends Schemas> = {
  readonly [K in keyof T & string]: {
    readonly name: K
    readonly arguments: SchemaType<T[K]>
    readonly call: ClosedToolCall
  }
}[keyof T & string]

/**
 * The model called a tool that is not in the set.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnknownTool {
  readonly _tag: 'UnknownTool'
  readonly message: string
  readonly call: ClosedToolCall
}

/**
 * The reason why a call cannot be run; its message may be sent to the model as the result of the call.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolFailure = UnknownTool | (ArgumentsFailure & { readonly call: ClosedToolCall })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/** @internal */
export const unknownTool = (schemas: Schemas, call: ClosedToolCall): UnknownTool => ({
  _tag: 'UnknownTool',
  message: `there is no such tool; the tools are ${Object.keys(schemas).join(', ')}`,
  call
})

/**
 * Decodes closed calls as calls of these tools, with typed arguments. If your schema throws, the result is `Invalid`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { toolSet } from 'deltafold'
 *
 * const decode = toolSet({ add: t.type({ a: t.number, b: t.number }), now: t.type({}) })
 * const call = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'x', name: 'add', arguments: '{"a":2,"b":3}' } as const
 * const typed = decode(call)
 * if (E.isRight(typed) && typed.right.name === 'add') {
 *   assert.deepStrictEqual(typed.right.arguments.a + typed.right.arguments.b, 5)
 * }
 * const unknown = decode({ ...call, name: 'format_disk' })
 * assert.deepStrictEqual(E.isLeft(unknown) && unknown.left._tag, 'UnknownTool')
 *
 * @category destructors
 * @since 0.1.0
 */
export const toolSet =
  <T extends Schemas>(schemas: T) =>
  (call: ClosedToolCall): E.Either<ToolFailure, TypedToolCall<T>> => {
    const { name } = call
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (schema === undefined) return left(unknownTool(schemas, call))
    const decoded = decodeArguments(schema)(call)
    return isLeft(decoded)
      ? left({ ...decoded.left, call })
      : right({ name, arguments: decoded.right, call } as TypedToolCall<T>) // by the schema of that name
  }
