import { readFileSync } from 'node:fs'

import { withProvider } from '../fixtures/providers.ts'
import { terminalOf, truncations } from '../laws/truncation.ts'
import type { Row } from './rows.ts'
import { providerOf } from './rows.ts'
import { describeShared, pathOf, readShared } from './shared.ts'

const LARGEST = 8_000
const OF_EACH = 2

describeShared('recordings that are cut at any byte', ['index.json'], () => {
  const taken = new Map<string, number>()
  const rows = (readShared('index.json') as ReadonlyArray<Row>).filter((row) => {
    const { protocol, status, bytes } = row
    if (status !== 200 || bytes > LARGEST || protocol.endsWith('/json')) return false
    const kind = `${providerOf(row)} ${protocol}`
    taken.set(kind, (taken.get(kind) ?? 0) + 1)
    return (taken.get(kind) ?? 0) <= OF_EACH
  })
  let prefixes = 0

  it.each(rows.map((row) => [`${row.id}#${row.interaction}`, row] as const))('law: %s', (_, row) => {
    const body = readFileSync(pathOf(row.response))
    const head = { status: row.status, contentType: row.contentType }
    const found = withProvider(providerOf(row), (provider) =>
      truncations(provider, body, terminalOf(provider, body), head)
    )
    expect(found.faults).toEqual([])
    prefixes += found.prefixes
  })

  it('are enough', () => {
    expect(taken.size).toBeGreaterThan(15)
    expect(prefixes).toBeGreaterThan(60_000)
    process.stderr.write(`cut recordings at ${prefixes} places\n`)
  })
})
