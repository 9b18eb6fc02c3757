/**
 * The description of a value: an io-ts codec, or a schema of any library that implements Standard Schema (zod, valibot,
 * arktype, …), recognised by its shape alone.
 *
 * Source: https://standardschema.dev
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { errorsOf } from '../codec/decodeFailure.ts'
import { field } from '../codec/field.ts'
import { isRight, left, right } from '../data/Result.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One error in a value: its path, and the type that was expected there.
 *
 * @category model
 * @since 0.1.0
 */
export interface SchemaError {
  /** Keys joined by dots; `""` = the value itself. */
  readonly path: string
  readonly expected: string
}

interface Issue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

type Answer<A> = { readonly value: A; readonly issues?: undefined } | { readonly issues: ReadonlyArray<Issue> }

/**
 * The part of a Standard Schema that is used here.
 *
 * @category model
 * @since 0.1.0
 */
export interface StandardSchema<A> {
  readonly '~standard': {
    readonly version: 1
    readonly validate: (value: unknown) => Answer<A> | Promise<Answer<A>>
  }
}

/**
 * The schema of a value of type `A`: an io-ts codec or decoder, or any Standard Schema that validates synchronously.
 *
 * @category model
 * @since 0.1.0
 */
export type Schema<A> = t.Decoder<unknown, A> | StandardSchema<A>

/**
 * The type that a schema describes.
 *
 * @category model
 * @since 0.1.0
 */
export type SchemaType<C> = C extends Schema<infer A> ? A : never

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const isStandard = <A>(schema: Schema<A>): schema is StandardSchema<A> => '~standard' in schema

const pathOf = (keys: Issue['path'] = []): string =>
  keys.map((key) => String(typeof key === 'object' ? key.key : key)).join('.')

const ofIssues = (issues: ReadonlyArray<Issue>): ReadonlyArray<SchemaError> =>
  issues.map(({ path, message }) => ({ path: pathOf(path), expected: message }))

const isPromise = (u: unknown): u is Promise<unknown> => typeof field(u, 'then') === 'function'

const asked = <A>(schema: Schema<A>, value: unknown): E.Either<ReadonlyArray<SchemaError>, A> => {
  if (!isStandard(schema)) {
    const decoded = schema.decode(value)
    return isRight(decoded) ? decoded : left(errorsOf(decoded.left))
  }
  const answer = schema['~standard'].validate(value)
  if (isPromise(answer)) {
    // The result is not used, and an unhandled rejection would end the program.
    answer.then(undefined, () => undefined)
    return left([{ path: '', expected: 'a synchronous schema' }])
  }
  return answer.issues === undefined ? right(answer.value) : left(ofIssues(answer.issues))
}

/**
 * The value as its schema decodes it. A schema that returns a promise is an error, and so is one that throws: the thrown
 * error may contain the value, so nothing of it is kept.
 *
 * @internal
 */
export const validate = <A>(schema: Schema<A>, value: unknown): E.Either<ReadonlyArray<SchemaError>, A> => {
  try {
    return asked(schema, value)
  } catch {
    return left([{ path: '', expected: 'a schema that does not throw' }])
  }
}
