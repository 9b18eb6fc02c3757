import type * as t from 'io-ts'

import { isObject } from '../../codec/field.ts'
import { withMethods } from '../../codec/withFastIs.ts'

// The objects of the wire, and the fields of each that are such objects, too. Arguments, results and unknown kinds are not.
interface Shape {
  readonly [field: string]: Shape
}

const part: Shape = { functionCall: {}, inlineData: {}, fileData: {}, executableCode: {}, codeExecutionResult: {} }

const response: Shape = {
  candidates: { content: { parts: part } },
  usageMetadata: {},
  promptFeedback: {}
}

const camel = (name: string): string =>
  name
    .split('_')
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

const inside = (shape: Shape, name: string): Shape | undefined => (Object.hasOwn(shape, name) ? shape[name] : undefined)

const isOther = (u: unknown, shape: Shape): boolean => {
  if (Array.isArray(u)) return u.some((one) => isOther(one, shape))
  if (!isObject(u)) return false
  for (const name of Object.keys(u)) {
    const inner = inside(shape, name)
    if (name.includes('_') || (inner !== undefined && isOther(u[name], inner))) return true
  }
  return false
}

const read = (u: unknown, shape: Shape): unknown => {
  if (Array.isArray(u)) return u.map((one) => read(one, shape))
  if (!isObject(u)) return u
  const entries = Object.entries(u).map(([name, value]) => {
    const own = camel(name)
    const inner = inside(shape, own)
    return [own, inner === undefined ? value : read(value, inner)] as const
  })
  return Object.fromEntries(entries)
}

/**
 * A response of Gemini whose fields have the names of the API: some gateways write `finish_reason` and `usage_metadata`, and the
 * JSON mapping of protocol buffers accepts both names. A response with the names of the API is returned unchanged.
 *
 * Source: https://protobuf.dev/programming-guides/json/
 *
 * @internal
 */
export const camelCase = (json: unknown): unknown => (isOther(json, response) ? read(json, response) : json)

/**
 * A codec that also reads the other names.
 *
 * @internal
 */
export const camelCased = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> => {
  const validate = (u: unknown, context: t.Context): t.Validation<A> => codec.validate(camelCase(u), context)
  return withMethods(codec, {
    is: (u): u is A => !isOther(u, response) && codec.is(u),
    validate,
    decode: (u) => validate(u, [{ key: '', type: codec, actual: u }])
  })
}
