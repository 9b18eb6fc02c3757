#!/usr/bin/env node
/**
 * The `deltafold` command, in the surroundings of a process.
 *
 * @since 0.1.0
 */
import { createReadStream } from 'node:fs'

import { field } from '../codec/field.ts'
import type { Surroundings } from './main.ts'
import { main, NOT_COMPLETE } from './main.ts'
import { version } from './version.ts'

const around: Surroundings = {
  version,
  input: () => {
    if (process.stdin.isTTY) around.complain('reading standard input, up to Ctrl-D')
    return process.stdin
  },
  open: (file) => createReadStream(file),
  write: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => {
        resolve()
      })
    }),
  complain: (text) => {
    process.stderr.write(`deltafold: ${text}\n`)
  }
}

process.stdout.on('error', (error) => {
  const code = field(error, 'code')
  // A reader may stop reading (`deltafold fold --jobs | head`): that ends the command, and is not an error.
  if (code === 'EPIPE') process.exit()
  around.complain(`cannot write (${String(code)})`)
  process.exit(NOT_COMPLETE)
})

void main(process.argv.slice(2), around).then((status) => {
  process.exitCode = status
})
