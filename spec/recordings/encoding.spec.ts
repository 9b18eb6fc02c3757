import { runMachine } from '../../lib/machine/Machine.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import { collectedOf, collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { exported, withProvider } from '../fixtures/providers.ts'
import { providerTargets } from '../fixtures/targets.ts'
import { roundTrip } from '../laws/encoding.ts'
import type { Row } from './rows.ts'
import { bodyOf, keyOf, providerOf } from './rows.ts'
import { describeShared, readShared } from './shared.ts'

describeShared('recordings written for other protocols', ['index.json'], () => {
  const known = new Set(exported.map(([, { name }]) => name))
  // The file says that it holds rows.
  const rows = (readShared('index.json') as ReadonlyArray<Row>).filter((row) => known.has(providerOf(row)))

  it('are enough', () => {
    expect(rows.length).toBeGreaterThan(300)
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))(
    'law: %s, read back, is the same except for the losses',
    (_, row) => {
      const { status, contentType } = row
      withProvider(providerOf(row), (one) => {
        const results = runMachine(readChunksMachine(one, { status, contentType }))([bodyOf(row)])
        const outcome = collectedOf(feedMachine(collectMessageMachine)(collectMessageMachine.initial, results).state)
        for (const [provider, target] of providerTargets) {
          const { is, should } = roundTrip(provider, target, results, outcome)
          expect([provider, is]).toEqual([provider, should])
        }
      })
    }
  )
})
