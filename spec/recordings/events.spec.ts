import { runMachine } from '../../lib/machine/Machine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { exported, withProvider } from '../fixtures/providers.ts'
import { eventsAndFold } from '../laws/events.ts'
import type { Row } from './rows.ts'
import { bodyOf, keyOf, providerOf } from './rows.ts'
import { describeShared, readShared } from './shared.ts'

describeShared('the events of recordings', ['index.json'], () => {
  const known = new Set(exported.map(([, { name }]) => name))
  // The file says that it holds rows.
  const rows = (readShared('index.json') as ReadonlyArray<Row>).filter((row) => known.has(providerOf(row)))

  it('are enough', () => {
    expect(rows.length).toBeGreaterThan(300)
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))('law: of %s, folded = the message', (_, row) => {
    const { status, contentType } = row
    withProvider(providerOf(row), (provider) => {
      const { byEvents, byFold } = eventsAndFold(
        runMachine(readChunksMachine(provider, { status, contentType }))([bodyOf(row)])
      )
      expect(byEvents).toEqual(byFold)
    })
  })
})
