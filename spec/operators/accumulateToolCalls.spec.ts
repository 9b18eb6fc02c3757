import { from, toArray } from 'rxjs'

import type { ToolCall } from '../../lib/data/parts/ToolCall.ts'
import { accumulateToolCalls } from '../../lib/operators/accumulateToolCalls.ts'
import { rights } from '../../lib/operators/rights.ts'
import { accumulateToolCallsMachine } from '../../lib/reading/accumulateToolCallsMachine.ts'
import { call, calls, chunk } from '../fixtures/chat.ts'
import { cutResults, results, resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const snapshots = (inputs: typeof results, choice = 0): ReadonlyArray<ReadonlyArray<ToolCall>> => {
  let all: ReadonlyArray<ReadonlyArray<ToolCall>> = []
  from(inputs)
    .pipe(accumulateToolCalls({ choice }), rights(), toArray())
    .subscribe((values) => {
      all = values
    })
  return all
}

const shown = (inputs: typeof results, choice = 0): ReadonlyArray<ReadonlyArray<string>> =>
  snapshots(inputs, choice).map((calls_) =>
    calls_.map(({ state, name, arguments: args }) => `${state} ${name} ${args}`)
  )

describe('accumulateToolCalls', () => {
  operatorLaws(() => accumulateToolCalls(), accumulateToolCallsMachine(), results)
  operatorLaws(() => accumulateToolCalls(), accumulateToolCallsMachine(), cutResults)
  passesErrors(() => accumulateToolCalls(), terminal)

  it('emits a snapshot at each change, and closed calls at the terminal', () => {
    expect(shown(results)).toEqual([
      ['Open add '],
      ['Open add {"a":2}', 'Open now '],
      ['Closed add {"a":2}', 'Closed now ']
    ])
  })

  it('emits truncated calls if the stream is cut', () => {
    expect(shown(cutResults).at(-1)).toEqual(['Truncated add {"a":2}', 'Truncated now '])
  })

  it('keeps the identity of the calls that did not change', () => {
    const inputs = resultsOf(
      calls(call(0, 'a', 'x', '{'), call(1, 'b', 'y', '{')),
      calls(call(1, undefined, undefined, '}'))
    )
    const [first, second] = snapshots(inputs)
    expect(second?.[0]).toBe(first?.[0])
    expect(second?.[1]).not.toBe(first?.[1])
  })

  it('emits the calls of one choice', () => {
    const other = chunk({ choices: [{ index: 1, delta: { tool_calls: [call(0, 'a', 'x', '[]')] } }] })
    expect(shown(resultsOf(other))).toEqual([])
    expect(shown(resultsOf(other), 1)).toEqual([['Open x []'], ['Truncated x []']])
  })
})
