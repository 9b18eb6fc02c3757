import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { from, toArray } from 'rxjs'

import { rights } from '../../lib/operators/rights.ts'
import { textFragments } from '../../lib/operators/textFragments.ts'
import { textFragmentsMachine } from '../../lib/reading/textFragmentsMachine.ts'
import { chunk, delta } from '../fixtures/chat.ts'
import { results, resultsOf, terminal } from '../fixtures/results.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const fragments = (inputs: typeof results, choice = 0): ReadonlyArray<string> => {
  let all: ReadonlyArray<string> = []
  from(inputs)
    .pipe(textFragments({ choice }), rights(), toArray())
    .subscribe((values) => {
      all = values
    })
  return all
}

describe('textFragments', () => {
  operatorLaws(() => textFragments(), textFragmentsMachine(), results)
  passesErrors(() => textFragments(), terminal)
  keepsTime(() => textFragments(), results[0] as (typeof results)[number], E.right('Hel')) // there is a first

  it('emits text, and neither reasoning nor arguments', () => {
    expect(fragments(results)).toEqual(['Hel', 'lo'])
  })

  it('emits the text of one choice', () => {
    const both = resultsOf(
      chunk({
        choices: [
          { index: 1, delta: { content: 'b' } },
          { index: 0, delta: { content: 'a' } }
        ]
      })
    )
    expect([fragments(both), fragments(both, 1)]).toEqual([['a'], ['b']])
  })
  it('law: joined, they are the text, and only the last may end with half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(12)), (text, places) => {
        const at = [0, ...places.toSorted((a, b) => a - b), Math.max(12, text.length)]
        const cut = at.slice(1).map((end, i) => delta({ content: text.slice(at[i], end) }))
        const said = fragments(resultsOf(...cut))
        expect(said.join('')).toBe(text)
        for (const fragment of said.slice(0, -1)) expect(fragment.at(-1)).not.toMatch(/[\ud800-\udbff]/)
      })
    )
  })
})
