import { TestScheduler } from 'rxjs/testing'

import { timings } from '../../lib/operators/timings.ts'
import type { Timings } from '../../lib/reading/timingsMachine.ts'
import { call, calls, chunk, delta } from '../fixtures/chat.ts'
import { resultsOf, terminal } from '../fixtures/results.ts'
import { passesErrors } from '../laws/operator.ts'

describe('timings', () => {
  passesErrors(() => timings(), terminal)

  it('measures the first event, the first token, the first call, the gaps and the rate, by the scheduler', () => {
    const [a = terminal] = resultsOf(delta({ content: 'a' }))
    const [r = terminal] = resultsOf(delta({ role: 'assistant', content: '' }))
    const [c = terminal] = resultsOf(calls(call(0, 'x', 'f', '')))
    const [u = terminal] = resultsOf(chunk({ choices: [], usage: { prompt_tokens: 1, completion_tokens: 12 } }))
    const seen: Timings[] = []
    const time = new TestScheduler(() => undefined)
    time.run(({ cold }) => {
      cold('--r--a-a---c-u|', { a, r, c, u })
        .pipe(timings(time))
        .subscribe(({ timings: one }) => seen.push(one))
    })
    expect(seen[0]).toEqual({ firstByte: 2, tokens: 0 })
    expect(seen.at(-1)).toEqual({
      firstByte: 2,
      firstToken: 5,
      firstToolCall: 11,
      lastToken: 11,
      tokens: 3,
      gap: 4,
      longestGap: 4,
      outputTokens: 12,
      tokensPerSecond: 2000
    })
  })
})
