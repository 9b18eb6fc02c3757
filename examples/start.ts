/**
 * `npm start`: serves the recorded conversations on this machine, and shows them being read.
 *
 * `-- --fast` leaves the pauses out, `-- --cut N` sends N bytes at a time, `-- --seed N` cuts at random places.
 */
import { parseArgs } from 'node:util'

import type { Cut } from 'deltafold/core'
import { lastValueFrom } from 'rxjs'

import { conversations } from './conversations.ts'
import { readCassettes } from './replay/cassettes.ts'
import { startReplay } from './replay/server.ts'
import { terminalView } from './view.ts'

const { values } = parseArgs({
  options: { fast: { type: 'boolean', default: false }, cut: { type: 'string' }, seed: { type: 'string' } }
})

const cutOf = (cut: string | undefined, seed: string | undefined): Cut | undefined => {
  if (cut !== undefined) return { bytes: Math.max(Math.trunc(Number(cut)) || 1, 1) }
  return seed === undefined ? undefined : { seed: Math.trunc(Number(seed)) || 0 }
}

const cut = cutOf(values.cut, values.seed)
const cassettes = readCassettes()
const server = await startReplay(cassettes, { eventDelay: values.fast ? 0 : 22, ...(cut === undefined ? {} : { cut }) })
const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
const view = terminalView((text) => {
  process.stdout.write(text)
}, colour)

await lastValueFrom(conversations(cassettes, server.urlOf, values.fast ? 0 : 1200, view))
await server.close()
