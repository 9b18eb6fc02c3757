import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { isLeft, isRight, left, right } from '../../lib/data/Result.ts'

describe('Result', () => {
  it('makes the same values as fp-ts', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(left(value)).toEqual(E.left(value))
        expect(right(value)).toEqual(E.right(value))
      })
    )
  })

  it("discriminates fp-ts's values as fp-ts does, and vice versa", () => {
    const results = [left(1), E.left(1), right('a'), E.right('a')]
    expect(results.map(isLeft)).toEqual([true, true, false, false])
    expect(results.map(isRight)).toEqual([false, false, true, true])
    expect(results.map(E.isLeft)).toEqual(results.map(isLeft))
    expect(results.map(E.isRight)).toEqual(results.map(isRight))
  })

  it('works with the functions of fp-ts', () => {
    const doubled = E.map((n: number) => n * 2)
    expect([doubled(right(2)), doubled(left('no'))]).toEqual([E.right(4), E.left('no')])
  })
})
