import { either as E } from 'fp-ts'
import { from } from 'rxjs'

import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { extractReasoning } from '../../lib/operators/extractReasoning.ts'
import { extractReasoningMachine } from '../../lib/reading/extractReasoningMachine.ts'
import { delta, finish } from '../fixtures/chat.ts'
import { results, resultsOf, terminal } from '../fixtures/results.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const tagged = resultsOf(delta({ content: '<thi' }), delta({ content: 'nk>a</think>b<' }), finish('stop'))

describe('extractReasoning', () => {
  operatorLaws(() => extractReasoning(), extractReasoningMachine(), tagged)
  passesErrors(() => extractReasoning(), terminal)
  keepsTime(() => extractReasoning(), terminal, terminal)

  it('leaves an answer without tags as it is', () => {
    let outcomes: ReadonlyArray<unknown> = []
    for (const pipeline of [from(results).pipe(extractReasoning(), collectMessage()), from(results).pipe(collectMessage())])
      pipeline.subscribe((outcome) => {
        outcomes = [...outcomes, outcome]
      })
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(results.some(E.isLeft)).toBe(true)
  }) // prettier-ignore
})
