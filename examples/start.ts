/**
 * `npm start`: serves the recorded conversations on this machine, and shows them being read.
 *
 * `-- --help` lists its options.
 */
import { either as E } from 'fp-ts'
import { lastValueFrom } from 'rxjs'

import { conversations } from './conversations.ts'
import type { Options } from './options.ts'
import { parseOptions, usage } from './options.ts'
import { printer } from './print.ts'
import { readCassettes } from './replay/cassettes.ts'
import { startReplay } from './replay/server.ts'
import { terminalView } from './view.ts'

const EVENT_DELAY = 22
const RETRY_DELAY = 1200

const show = async ({ fast, cut }: Options, print: (text: string) => void): Promise<void> => {
  const cassettes = readCassettes()
  const server = await startReplay(cassettes, { eventDelay: fast ? 0 : EVENT_DELAY, ...(cut && { cut }) })
  const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
  const view = terminalView(print, colour)
  try {
    await lastValueFrom(conversations(cassettes, server.urlOf, fast ? 0 : RETRY_DELAY, view))
  } finally {
    await server.close()
  }
}

const options = parseOptions(process.argv.slice(2))
const print = printer()
if (E.isLeft(options)) {
  process.stderr.write(`npm start: ${options.left}\n\n${usage}`)
  process.exitCode = 1
} else if (options.right.help) print(usage)
else await show(options.right, print)
