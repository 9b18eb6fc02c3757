import { readFileSync } from 'node:fs'

import * as core from '../lib/core.ts'
import type { Framing, TerminalKind } from '../lib/providers/Provider.ts'

interface Row {
  readonly name: string
  readonly source: string
  readonly framing: Framing
  readonly terminal: TerminalKind
}

const isProvider = (u: unknown): u is Row => typeof u === 'object' && u !== null && 'framing' in u && 'terminal' in u

const framings: Readonly<Record<Framing, string>> = { sse: 'SSE', ndjson: 'NDJSON', awsEventStream: 'AWS event stream' }

const terminals: Readonly<Record<TerminalKind, string>> = {
  sentinel: '`[DONE]`',
  event: 'an event',
  finish: 'a finish reason and the end of the body'
}

const readme = readFileSync('README.md', 'utf8')
const rows = Object.entries(core).filter(([, value]) => isProvider(value)) as unknown as ReadonlyArray<[string, Row]> // just told

describe('the README', () => {
  it.each(rows)('says of %s what it is', (value, { name, source, framing, terminal }) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    const cells = row?.split(' | ') ?? []
    expect(cells[1]).toBe(`\`${value}\``)
    expect(cells.slice(3)).toEqual([framings[framing], terminals[terminal], `[docs](${source}) |`])
  })

  it('names no provider that there is not', () => {
    const names = Array.from(readme.matchAll(/^\| `([a-z-]+)` \| `\w+` \| .* \| \[docs\]/gm), ([, name]) => name)
    expect(names.toSorted()).toEqual(rows.map(([, { name }]) => name).toSorted())
  })

  it('names a spec for each way to break', () => {
    const section = readme.split('## What happens when it breaks')[1]?.split('\n## ')[0] ?? ''
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what happens'))
    expect(rows.length).toBeGreaterThan(12)
    for (const row of rows) expect(row).toMatch(/\| `spec\/[\w./-]+\.spec\.ts`(?:, `spec\/[\w./-]+\.spec\.ts`)* \|$/)
  })

  it('says of each kind of failure when it comes', () => {
    const source = readFileSync('lib/data/Failure.ts', 'utf8')
    const kinds = Array.from(source.matchAll(/^ {2}\| (\w+)$/gm), ([, kind]) => kind ?? '')
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([])
  })

  it('points at files that there are', () => {
    const files = Array.from(readme.matchAll(/(?:\]\(|`)((?:spec|examples)\/[\w./-]+)[)`]/g), ([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(15)
    for (const file of files) expect(() => readFileSync(file)).not.toThrow('ENOENT')
  })
})
