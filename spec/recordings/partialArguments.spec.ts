import fc from 'fast-check'
import { either as E } from 'fp-ts'

import type { ToolCall } from '../../lib/data/parts/ToolCall.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { partialArgumentsMachine } from '../../lib/reading/partialArgumentsMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { withProvider } from '../fixtures/providers.ts'
import { charactersOf, copies, expectCuts, expectMonotone, expectOracle, parsed, shrinks, textCuts } from '../laws/partialJson.ts' // prettier-ignore
import type { Row } from './rows.ts'
import { bodyOf, keyOf, providerOf } from './rows.ts'
import { describeShared, readShared } from './shared.ts'

// Of the characters of longer arguments, not each is a piece.
const LONG = 2_000

/** The values of each call in a row, and the call at its end. */
const callsIn = (
  row: Row
): ReadonlyArray<readonly [call: ToolCall, values: ReadonlyArray<unknown>, complete: boolean]> =>
  withProvider(providerOf(row), (provider) => {
    const head = { status: row.status, contentType: row.contentType }
    const chunks = runMachine(readChunksMachine(opened(provider), head))([bodyOf(row)])
    const all = runMachine(partialArgumentsMachine())(chunks).flatMap((one) => (E.isRight(one) ? [one.right] : []))
    const keys = [...new Set(all.map(({ call }) => call.key))]
    return keys.flatMap((key) => {
      const some = all.filter(({ call }) => call.key === key)
      const last = some.at(-1)
      return last === undefined ? [] : [[last.call, some.map(({ value }) => value), last.complete] as const]
    })
  })

describeShared('arguments of recordings', ['index.json'], () => {
  const rows = (readShared('index.json') as ReadonlyArray<Row>).filter(
    ({ status, protocol }) => status === 200 && !protocol.startsWith('openai-embeddings')
  )
  const seen = new Set<string>()

  it.each([...new Set(rows.map(({ protocol }) => protocol))])(
    'law: those of %s grow, end as their JSON, and are whole if the call is closed',
    (protocol) => {
      for (const row of rows.filter((one) => one.protocol === protocol)) {
        for (const [call, values, complete] of callsIn(row)) {
          const text = call.arguments.trim() === '' && call.state === 'Closed' ? '{}' : call.arguments
          const expected = parsed(text)
          const isWhole = call.state === 'Closed' && expected !== undefined
          expect([keyOf(row), complete]).toEqual([keyOf(row), isWhole])
          if (isWhole) expect(values.at(-1)).toEqual(expected)
          values.slice(1).forEach((value, i) => {
            expect([keyOf(row), shrinks(values[i], value), copies(values[i], value)]).toEqual([
              keyOf(row),
              undefined,
              undefined
            ])
          })
          if (text.length > 0) seen.add(text)
        }
      }
    },
    120_000
  )

  it('law: all laws of partialJson hold for them, however they are cut', () => {
    expect(seen.size).toBeGreaterThan(20)
    for (const text of seen) {
      if (text.length <= LONG) {
        expectOracle(charactersOf(text))
        if (parsed(text) !== undefined) expectMonotone(charactersOf(text))
      }
      fc.assert(
        fc.property(textCuts(text), (pieces) => {
          expectCuts(pieces)
          expectOracle(pieces)
          if (parsed(text) !== undefined) expectMonotone(pieces)
        }),
        { numRuns: 3 }
      )
    }
  }, 120_000)
})
