import fc from 'fast-check'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { joined } from '../arbitraries/pieces.ts'

const bodies = fc.uint8Array({ maxLength: 300 })
const cuts = fc.oneof(
  fc.record({ seed: fc.integer() }),
  fc.record({ bytes: fc.oneof(fc.double(), fc.integer({ min: -3, max: 400 })) })
)

describe('cutInto', () => {
  it('law: the pieces joined are the body, whatever the cut', () => {
    fc.assert(
      fc.property(bodies, cuts, (body, cut) => {
        expect(joined(cutInto(body, cut))).toEqual(body)
      })
    )
  })

  it('law: the same cut gives the same pieces', () => {
    fc.assert(
      fc.property(bodies, cuts, (body, cut) => {
        expect(cutInto(body, cut)).toEqual(cutInto(body, cut))
      })
    )
  })

  it('cuts into pieces of the size that it is given, and of at least a byte', () => {
    const sizes = (bytes: number): ReadonlyArray<number> =>
      cutInto(new Uint8Array(5), { bytes }).map((piece) => piece.length)
    expect(sizes(2)).toEqual([2, 2, 1])
    expect(sizes(2.9)).toEqual([2, 2, 1])
    expect(sizes(Infinity)).toEqual([5])
    for (const bytes of [1, 0, -1, 0.5, NaN, -Infinity]) expect(sizes(bytes)).toEqual([1, 1, 1, 1, 1])
  })
})
