import type * as t from 'io-ts'

import { isObject } from '../../codec/field.ts'
import { lazy } from '../../codec/lazy.ts'
import { withMethods } from '../../codec/withFastIs.ts'
import { GoogleCodeExecutionResult, GoogleExecutableCode, GoogleFunctionCall } from './wire/calls.ts'
import { GoogleCandidate } from './wire/candidates.ts'
import { GoogleChunk, GooglePromptFeedback } from './wire/chunk.ts'
import { GoogleFileData } from './wire/media.ts'
import { GoogleCandidateContent, GooglePart } from './wire/parts.ts'
import { GoogleUsageMetadata } from './wire/usage.ts'

/** The names of the fields of an object of the wire, and the fields that are such objects, too. */
interface Shape {
  readonly names: ReadonlyArray<string>
  readonly inner: Readonly<Record<string, Shape>>
}

const leaf = (...tables: ReadonlyArray<object>): Shape => ({ names: tables.flatMap(Object.keys), inner: {} })

// Arguments, results and unknown kinds keep their names.
const shape = lazy((): Shape => {
  const part: Shape = {
    ...leaf(GooglePart.kinds(), GooglePart.common()),
    inner: {
      functionCall: leaf(GoogleFunctionCall.table()),
      inlineData: leaf({ mimeType: '', displayName: '' }),
      fileData: leaf(GoogleFileData.table()),
      executableCode: leaf(GoogleExecutableCode.table()),
      codeExecutionResult: leaf(GoogleCodeExecutionResult.table())
    }
  }
  const content: Shape = { ...leaf(GoogleCandidateContent.table()), inner: { parts: part } }
  return {
    ...leaf(GoogleChunk.table()),
    inner: {
      candidates: { ...leaf(GoogleCandidate.table()), inner: { content } },
      usageMetadata: leaf(GoogleUsageMetadata.table()),
      promptFeedback: leaf(GooglePromptFeedback.table())
    }
  }
})

const camel = (name: string): string =>
  name
    .split('_')
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

/** The name of a field in the API; a field that it does not have keeps its own. */
const nameIn = (name: string, { names }: Shape): string => {
  if (!name.includes('_')) return name
  const own = camel(name)
  return names.includes(own) ? own : name
}

const inside = ({ inner }: Shape, name: string): Shape | undefined =>
  Object.hasOwn(inner, name) ? inner[name] : undefined

const isOther = (u: unknown, of: Shape): boolean => {
  if (Array.isArray(u)) return u.some((one) => isOther(one, of))
  if (!isObject(u)) return false
  for (const name of Object.keys(u)) {
    const inner = inside(of, name)
    if (nameIn(name, of) !== name || (inner !== undefined && isOther(u[name], inner))) return true
  }
  return false
}

const read = (u: unknown, of: Shape): unknown => {
  if (Array.isArray(u)) return u.map((one) => read(one, of))
  if (!isObject(u)) return u
  const entries = Object.entries(u).map(([name, value]) => {
    const own = nameIn(name, of)
    const inner = inside(of, own)
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
export const camelCase = (json: unknown): unknown => (isOther(json, shape()) ? read(json, shape()) : json)

/**
 * A codec that also reads the other names.
 *
 * @internal
 */
export const camelCased = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> => {
  const validate = (u: unknown, context: t.Context): t.Validation<A> => codec.validate(camelCase(u), context)
  return withMethods(codec, {
    is: (u): u is A => !isOther(u, shape()) && codec.is(u),
    validate,
    decode: (u) => validate(u, [{ key: '', type: codec, actual: u }])
  })
}
