import { from, last, NEVER, startWith, take, toArray } from 'rxjs'

import type { MessageState } from '../../lib/data/MessageState.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { cutResults, results } from '../fixtures/results.ts'

describe('collectMessage', () => {
  it.each([
    ['a whole stream', results],
    ['a stream that was cut', cutResults],
    ['nothing', []]
  ])('law: collectMessage = accumulateMessage | last, over %s', (_title, inputs) => {
    const seen: MessageState[] = []
    from(inputs)
      .pipe(collectMessage(), toArray())
      .subscribe((all) => {
        all.forEach((state) => seen.push(state))
      })
    from(inputs)
      .pipe(accumulateMessage(), last())
      .subscribe((state) => seen.push(state))
    expect(seen).toHaveLength(2)
    expect(seen[0]).toEqual(seen[1])
  })

  it('emits the outcome at the terminal, even if the source goes on', () => {
    let count = 0
    NEVER.pipe(startWith(...results), collectMessage(), take(1)).subscribe(() => (count += 1))
    expect(count).toBe(1)
  })
})
