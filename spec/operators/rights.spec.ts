import { either as E } from 'fp-ts'
import { from, toArray } from 'rxjs'

import { noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { rights } from '../../lib/operators/rights.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })
const mixed: ReadonlyArray<Result<number>> = [E.right(1), E.left(failure), E.right(2)]

describe('rights', () => {
  passesErrors(() => rights<number>(), E.right(1))
  keepsTime(() => rights<number>(), E.right(1), 1)

  it('drops Lefts', () => {
    from(mixed)
      .pipe(rights(), toArray())
      .subscribe((values) => {
        expect(values).toEqual([1, 2])
      })
    expect.assertions(1)
  })
})
