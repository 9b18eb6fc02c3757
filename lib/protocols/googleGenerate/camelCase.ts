import * as t from 'io-ts'

import { isObject } from '../../codec/field.ts'

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

const read = (u: unknown, shape: Shape): unknown => {
  if (Array.isArray(u)) {
    const all = u.map((one) => read(one, shape))
    return all.some((one, i) => one !== u[i]) ? all : u
  }
  if (!isObject(u)) return u
  let isSame = true
  const entries = Object.entries(u).map(([name, value]) => {
    const own = name.includes('_') ? camel(name) : name
    const inner = Object.hasOwn(shape, own) ? shape[own] : undefined
    const next = inner === undefined ? value : read(value, inner)
    isSame &&= own === name && next === value
    return [own, next] as const
  })
  return isSame ? u : Object.fromEntries(entries)
}

/**
 * A response of Gemini whose fields have the names of the API: some gateways write `finish_reason` and `usage_metadata`, and the
 * JSON mapping of protocol buffers accepts both names. A response with the names of the API is returned unchanged.
 *
 * Source: https://protobuf.dev/programming-guides/json/
 *
 * @internal
 */
export const camelCase = (json: unknown): unknown => read(json, response)

/**
 * A codec that also reads the other names.
 *
 * @internal
 */
export const camelCased = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  new t.Type<A, unknown>(
    codec.name,
    (u): u is A => camelCase(u) === u && codec.is(u),
    (u, context) => codec.validate(camelCase(u), context),
    codec.encode
  )
