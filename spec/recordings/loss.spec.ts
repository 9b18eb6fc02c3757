import { readFileSync } from 'node:fs'

import { withProvider } from '../fixtures/providers.ts'
import { eventsOf } from '../fuzz/events.ts'
import { lossFaults } from '../laws/loss.ts'
import type { Row } from './rows.ts'
import { providerOf } from './rows.ts'
import { describeShared, pathOf, readShared } from './shared.ts'

// The long form, `LOSSES=all`, takes every event of every recording.
const isLong = process.env['LOSSES'] === 'all'
const LARGEST = isLong ? Infinity : 30_000
const OF_EACH = isLong ? Infinity : 3
const PLACES = 20

describeShared('recordings that lost an event', ['index.json'], () => {
  const taken = new Map<string, number>()
  const rows = (readShared('index.json') as ReadonlyArray<Row>).filter((row) => {
    const { protocol, status, bytes } = row
    if (status !== 200 || bytes > LARGEST || protocol.endsWith('/json')) return false
    if (
      !/"?(tool_calls|tool_use|function_call|functionCall|toolUse|custom_tool_call)"?/.test(
        readFileSync(pathOf(row.response), 'latin1')
      ) &&
      !isLong
    )
      return false
    const kind = `${providerOf(row)} ${protocol}`
    taken.set(kind, (taken.get(kind) ?? 0) + 1)
    return (taken.get(kind) ?? 0) <= OF_EACH
  })

  it.each(rows.map((row) => [`${row.id}#${row.interaction}`, row] as const))('law: %s', (_, row) => {
    const body = readFileSync(pathOf(row.response))
    const head = { status: row.status, contentType: row.contentType }
    withProvider(providerOf(row), (provider) => {
      const framing = provider.framing.name
      const count = eventsOf(framing, body).length
      const places = Array.from({ length: Math.min(PLACES, count) }, (_one, i) => Math.floor((i * count) / PLACES))
      const isNumbered = providerOf(row).endsWith('responses')
      const { faults } = lossFaults(provider, framing, body, { head, isNumbered, ...(isLong ? {} : { places }) })
      expect(faults).toEqual([])
    })
  })
})
