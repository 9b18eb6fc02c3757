/**
 * The arguments of a tool call, decoded to a typed value.
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'

import { defaultLimits } from '../data/Limits.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import { isLeft, left } from '../data/Result.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import type { Schema, SchemaError } from './schema.ts'
import { validate } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The arguments are not JSON, or are nested deeper than `defaultLimits.depth`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MalformedArguments {
  readonly _tag: 'Malformed'
  readonly message: string
}

/**
 * The arguments are JSON, but do not match the tool's schema.
 *
 * @category model
 * @since 0.1.0
 */
export interface InvalidArguments {
  readonly _tag: 'Invalid'
  readonly message: string
  readonly errors: ReadonlyArray<SchemaError>
}

/**
 * The reason why arguments cannot be used. The message names paths and expected types, and contains nothing of the
 * arguments' values; it may be sent to the model as the result of the call.
 *
 * @category model
 * @since 0.1.0
 */
export type ArgumentsFailure = MalformedArguments | InvalidArguments

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/** @internal */
export const malformedArguments: MalformedArguments = { _tag: 'Malformed', message: 'the arguments are not JSON' }

const invalid = (errors: ReadonlyArray<SchemaError>, whole: string): InvalidArguments => ({
  _tag: 'Invalid',
  message: errors.map(({ path, expected }) => `${path === '' ? whole : path}: expected ${expected}`).join('; '),
  errors
})

/**
 * Decodes a JSON value with a schema; `whole` is the name of the value in messages.
 *
 * @internal
 */
export const decodeValue =
  <A>(schema: Schema<A>, whole = 'the arguments') =>
  (json: unknown): E.Either<InvalidArguments, A> => {
    const decoded = validate(schema, json)
    return isLeft(decoded) ? left(invalid(decoded.left, whole)) : decoded
  }

/**
 * Decodes the arguments of a closed call with a schema: an io-ts codec, or any Standard Schema. `""` is read as `{}`. The type
 * excludes calls that were cut short. If your schema throws, the result is `Invalid`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { decodeArguments } from 'deltafold'
 *
 * const decode = decodeArguments(t.type({ a: t.number, b: t.number }))
 * const call = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'x', name: 'add' } as const
 * assert.deepStrictEqual(decode({ ...call, arguments: '{"a":2,"b":3}' }), E.right({ a: 2, b: 3 }))
 * assert.deepStrictEqual(
 *   decode({ ...call, arguments: '{"a":2}' }),
 *   E.left({ _tag: 'Invalid', message: 'b: expected number', errors: [{ path: 'b', expected: 'number' }] })
 * )
 *
 * @category destructors
 * @since 0.1.0
 */
export const decodeArguments =
  <A>(schema: Schema<A>) =>
  ({ arguments: raw }: ClosedToolCall): E.Either<ArgumentsFailure, A> => {
    const json = raw.trim() === '' ? {} : isTooDeep(raw, defaultLimits.depth) ? undefined : parseJson(raw)
    return json === undefined || isMalformed(json) ? left(malformedArguments) : decodeValue(schema)(json)
  }
