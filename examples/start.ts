/**
 * `npm start`: serves the recorded conversations on this machine, and shows them being read.
 *
 * `-- --fast` leaves the pauses out, `-- --cut N` sends N bytes at a time, `-- --seed N` cuts at random places.
 */
import { either as E } from 'fp-ts'
import { lastValueFrom } from 'rxjs'

import { conversations } from './conversations.ts'
import type { Options } from './options.ts'
import { parseOptions } from './options.ts'
import { readCassettes } from './replay/cassettes.ts'
import { startReplay } from './replay/server.ts'
import { terminalView } from './view.ts'

const EVENT_DELAY = 22
const RETRY_DELAY = 1200

const show = async ({ fast, cut }: Options): Promise<void> => {
  const cassettes = readCassettes()
  const server = await startReplay(cassettes, { eventDelay: fast ? 0 : EVENT_DELAY, ...(cut && { cut }) })
  const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
  const view = terminalView((text) => {
    process.stdout.write(text)
  }, colour)
  try {
    await lastValueFrom(conversations(cassettes, server.urlOf, fast ? 0 : RETRY_DELAY, view))
  } finally {
    await server.close()
  }
}

const options = parseOptions(process.argv.slice(2))
if (E.isRight(options)) await show(options.right)
else {
  process.stderr.write(`npm start: ${options.left}\n`)
  process.exitCode = 1
}
