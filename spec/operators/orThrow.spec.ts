import { either as E } from 'fp-ts'
import { from, Observable, take } from 'rxjs'

import { isFailureError } from '../../lib/codec/FailureError.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { orThrow } from '../../lib/operators/orThrow.ts'
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
