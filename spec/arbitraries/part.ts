/** Parts of every kind, read off the shapes of the kinds. */
import fc from 'fast-check'

import type { Part } from '../../lib/data/Part.ts'
import { shapes } from '../../lib/data/Part.ts'
import type { FieldShape } from '../../lib/data/parts/PartKind.ts'
import { extra, raw, text } from './raw.ts'

const fields: { readonly [Shape in Extract<FieldShape, string>]: fc.Arbitrary<unknown> } = {
  text,
  count: fc.nat(3),
  extra,
  json: raw,
  true: fc.constant(true)
}

const fieldOf = (shape: FieldShape): fc.Arbitrary<unknown> =>
  typeof shape === 'string' ? fields[shape] : fc.constantFrom(...Object.keys(shape))

type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>

const all = (
  shape: Readonly<Record<string, FieldShape>>,
  of: (shape: FieldShape) => fc.Arbitrary<unknown>
): Arbitraries => Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, of(field)]))

const partsWith = (optional: (shape: FieldShape) => fc.Arbitrary<unknown>): fc.Arbitrary<Part> =>
  fc.oneof(
    ...Object.entries(shapes).map(([tag, shape]) => {
      const required: Arbitraries = { _tag: fc.constant(tag), key: fc.nat(3), ...all(shape.required, fieldOf) }
      const fields: Arbitraries = { ...required, ...all(shape.optional, optional) }
      const parts: fc.Arbitrary<unknown> = fc.record(fields, {
        requiredKeys: Object.keys(required),
        noNullPrototype: true
      })
      return parts as fc.Arbitrary<Part> // as its shape says
    })
  )

export const part: fc.Arbitrary<Part> = partsWith(fieldOf)

/** Parts in which an optional field may be `undefined`, as it may where `exactOptionalPropertyTypes` is off. */
export const loosePart: fc.Arbitrary<Part> = partsWith((shape) => fc.option(fieldOf(shape), { nil: undefined }))
