import { EMPTY, from } from 'rxjs'

import type { Usage } from '../../lib/data/Usage.ts'
import { collectUsage } from '../../lib/operators/collectUsage.ts'
import { rights } from '../../lib/operators/rights.ts'
import { collectUsageMachine } from '../../lib/reading/collectUsageMachine.ts'
import { results, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

describe('collectUsage', () => {
  operatorLaws(() => collectUsage(), collectUsageMachine, results)
  passesErrors(() => collectUsage(), terminal)

  it('emits one usage at the end, and nothing if none was reported', () => {
    const seen: Usage[] = []
    from(results)
      .pipe(collectUsage(), rights())
      .subscribe((one) => seen.push(one))
    EMPTY.pipe(collectUsage(), rights()).subscribe((one) => seen.push(one))
    expect(seen).toMatchObject([{ inputTokens: 10, outputTokens: 5, totalTokens: 15 }])
    expect(seen).toHaveLength(1)
  })
})
