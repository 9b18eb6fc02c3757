import { either as E } from 'fp-ts'
import { concat, from, of, throwError, toArray } from 'rxjs'

import type { Failure } from '../../lib/data/Failure.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { tapLefts } from '../../lib/operators/tapLefts.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })
const mixed: ReadonlyArray<Result<number>> = [E.right(1), E.left(failure), E.right(2)]

describe('tapLefts', () => {
  passesErrors(() => tapLefts<number>(() => undefined), E.right(1))
  keepsTime(() => tapLefts<number>(() => undefined), E.right(1), E.right(1))

  it('calls its function with Lefts, and forwards everything', () => {
    const seen: Failure[] = []
    from(mixed)
      .pipe(
        tapLefts((left) => seen.push(left)),
        toArray()
      )
      .subscribe((values) => {
        expect(values).toEqual(mixed)
      })
    expect(seen).toEqual([failure])
    expect.assertions(2)
  })

  it('errors with the error that its function throws', () => {
    const error = new Error('mine')
    const seen: unknown[] = []
    concat(
      of<Result<number>>(E.left(failure)),
      throwError(() => new Error('never'))
    )
      .pipe(
        tapLefts(() => {
          throw error
        })
      )
      .subscribe({ error: (thrown: unknown) => seen.push(thrown) })
    expect(seen).toEqual([error])
  })
})
