/** Every prefix of every stream at hand, each ending cleanly and with a broken transport: none may be taken for a whole. */
import { existsSync, readFileSync } from 'node:fs'

import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { terminalOf, truncations } from '../laws/truncation.ts'
import type { Row } from '../recordings/rows.ts'
import { keyOf, providerOf } from '../recordings/rows.ts'
import { pathOf } from '../recordings/shared.ts'

interface Stream {
  readonly title: string
  readonly provider: string
  readonly read: () => Uint8Array
  readonly status: number
  readonly contentType: string
}

// A longer one takes long, and says the same again.
const LARGEST = 8_000

const recorded = (): ReadonlyArray<Stream> => {
  const index = pathOf('index.json')
  if (!existsSync(index)) return []
  return (JSON.parse(readFileSync(index, 'utf8')) as ReadonlyArray<Row>) // the file says what a row is
    .filter(({ protocol, status, bytes }) => status === 200 && bytes <= LARGEST && !protocol.endsWith('/json'))
    .map((row) => ({
      ...row,
      title: keyOf(row),
      provider: providerOf(row),
      read: () => readFileSync(pathOf(row.response))
    }))
}

const own: ReadonlyArray<Stream> = answers.map(({ provider, stream: body }) => ({
  title: provider,
  provider,
  read: () => body,
  status: 200,
  contentType: ''
}))

/** How many faults there are, after saying them. */
export const prefixes = (say: (line: string) => void): number => {
  let bodies = 0
  let tried = 0
  let faults = 0
  for (const { title, provider, read, status, contentType } of [...own, ...recorded()]) {
    const body = read()
    const found = withProvider(provider, (one) =>
      truncations(one, body, terminalOf(one, body), { status, contentType })
    )
    bodies += 1
    tried += found.prefixes
    faults += found.faults.length
    found.faults.forEach((fault) => say(`${title}: ${fault}`))
  }
  say(`${bodies} bodies, ${tried} prefixes, each with a clean and with a broken end: ${faults} faults`)
  return faults
}
