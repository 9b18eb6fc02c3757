import { from, toArray } from 'rxjs'

import { closedToolCalls } from '../../lib/operators/closedToolCalls.ts'
import { rights } from '../../lib/operators/rights.ts'
import { closedToolCallsMachine } from '../../lib/reading/closedToolCallsMachine.ts'
import { call, calls, DONE, finish } from '../fixtures/chat.ts'
import { cutResults, results, resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const names = (inputs: typeof results): ReadonlyArray<string> => {
  let all: ReadonlyArray<string> = []
  from(inputs)
    .pipe(closedToolCalls(), rights(), toArray())
    .subscribe((values) => {
      all = values.map(({ state, name }) => `${state} ${name}`)
    })
  return all
}

describe('closedToolCalls', () => {
  operatorLaws(() => closedToolCalls(), closedToolCallsMachine(), results)
  operatorLaws(() => closedToolCalls(), closedToolCallsMachine(), cutResults)
  passesErrors(() => closedToolCalls(), terminal)

  it('emits each call once, when the provider has closed it', () => {
    expect(names(results)).toEqual(['Closed add', 'Closed now'])
  })

  it('emits no call of a cut stream, even if its arguments are JSON', () => {
    expect(names(cutResults)).toEqual([])
  })

  it('emits no call that the length limit cut', () => {
    expect(
      names(resultsOf(calls(call(0, 'a', 'x', '{}')), calls(call(1, 'b', 'y', '{}')), finish('length'), DONE))
    ).toEqual(['Closed x'])
  })

  it('emits none after an error in the stream', () => {
    expect(names(resultsOf(calls(call(0, 'a', 'x', '{}')), 'data: {"error":"m"}\n\n', DONE))).toEqual([])
  })
})
