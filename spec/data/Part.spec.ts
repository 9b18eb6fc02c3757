import fc from 'fast-check'

import type { Part } from '../../lib/data/Part.ts'
import { combineParts, shapes } from '../../lib/data/Part.ts'
import { loosePart, part } from '../arbitraries/part.ts'

const tags = Object.keys(shapes)

describe.each(tags)('parts of kind %s', (tag) => {
  const fragments = (parts: fc.Arbitrary<Part>): fc.Arbitrary<readonly [Part, Part, Part]> => {
    const one = parts.filter(({ _tag }) => _tag === tag).map((any) => ({ ...any, key: 0 }))
    return fc.tuple(one, one, one)
  }

  it.each([
    ['', part],
    [', also with fields that are undefined', loosePart]
  ])('law: combine(combine(p, q), r) = combine(p, combine(q, r))%s', (_title, parts) => {
    fc.assert(
      fc.property(fragments(parts), ([p, q, r]) => {
        expect(combineParts(combineParts(p, q), r)).toEqual(combineParts(p, combineParts(q, r)))
      })
    )
  })
})
