import { either as E } from 'fp-ts'
import { concat, from, Observable, of, take, throwError, toArray } from 'rxjs'

import { isFailureError } from '../../lib/codec/FailureError.ts'
import type { Failure } from '../../lib/data/Failure.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { orThrow } from '../../lib/operators/orThrow.ts'
import { rights } from '../../lib/operators/rights.ts'
import { tapLefts } from '../../lib/operators/tapLefts.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })
const mixed: ReadonlyArray<Result<number>> = [E.right(1), E.left(failure), E.right(2)]

describe('orThrow', () => {
  passesErrors(() => orThrow<number>(), E.right(1))
  keepsTime(() => orThrow<number>(), E.right(1), 1)

  it('gives what the Rights hold, and the first Left as an error that carries it', () => {
    const seen: unknown[] = []
    from(mixed)
      .pipe(orThrow())
      .subscribe({ next: (n) => seen.push(n), error: (error: unknown) => seen.push(error) })
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(1)
    expect(isFailureError(seen[1]) && seen[1].failure).toBe(failure)
    expect(seen[1]).toMatchObject({ name: 'NoEvents', message: failure.message })
  })

  it('stops a synchronous source without end, at a Left and when it is unsubscribed', () => {
    for (const given of [E.left(failure), E.right(1)] as ReadonlyArray<Result<number>>) {
      let asked = 0
      new Observable<Result<number>>((subscriber) => {
        while (!subscriber.closed) {
          subscriber.next(given)
          asked += 1
        }
      })
        .pipe(orThrow(), take(1))
        .subscribe({ error: () => undefined })
      expect(asked).toBeLessThanOrEqual(2)
    }
  })
})

describe('rights', () => {
  passesErrors(() => rights<number>(), E.right(1))
  keepsTime(() => rights<number>(), E.right(1), 1)

  it('leaves Lefts out', () => {
    from(mixed)
      .pipe(rights(), toArray())
      .subscribe((values) => {
        expect(values).toEqual([1, 2])
      })
    expect.assertions(1)
  })
})

describe('tapLefts', () => {
  passesErrors(() => tapLefts<number>(() => undefined), E.right(1))
  keepsTime(() => tapLefts<number>(() => undefined), E.right(1), E.right(1))

  it('shows Lefts, and passes everything on', () => {
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

  it('gives what its function throws to the error channel', () => {
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
