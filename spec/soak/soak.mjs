/**
 * The promises that need much memory, many streams or much time to be seen, each against its bound. Needs
 * `npm run build:esm` before.
 *
 *   npm run soak                      all of them
 *   npm run soak -- unsubscribe       one of them
 *   npm run soak -- faults --minutes 30
 *   npm run soak -- chromium          in a browser; not among all of them, for it needs one
 *
 * Each part runs alone in a process. Bounds of time want a machine that does nothing else. The exit status is 1 where a bound is passed, 3 where there is no browser.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const promises = [
  'gigabyte',
  'endless-line',
  'many',
  'unsubscribe',
  'stall',
  'slow-consumer',
  'sliced-strings',
  'faults',
  'slopes'
]
const apart = ['chromium']

const usage = `npm run soak -- [NAME …] [--minutes N]

  NAME is ${promises.join(', ')}; without one, all of these
  ${apart.join(', ')} runs only when it is named: it needs a browser
  --minutes N   for faults
`

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h', default: false }, minutes: { type: 'string' } },
  allowPositionals: true
})
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}
const asked = positionals.length === 0 ? promises : positionals
const unknown = asked.filter((name) => ![...promises, ...apart].includes(name))
if (unknown.length > 0) {
  console.error(`no promise ${unknown.join(', ')}; there are ${[...promises, ...apart].join(', ')}`)
  process.exit(2)
}

const part = fileURLToPath(new URL('./part.mjs', import.meta.url))
const environment = { ...process.env, ...(values.minutes === undefined ? {} : { SOAK_MINUTES: values.minutes }) }

/** What a process said before it ended; a process that dies of what it does says nothing. */
const run = (promise, name, flags) =>
  new Promise((resolve) => {
    let said
    const child = fork(part, [promise, name], {
      execArgv: ['--expose-gc', '--no-flush-bytecode', ...flags],
      env: environment
    })
    child.on('message', (message) => {
      said = message
    })
    child.on('exit', (code) => {
      const crash = { figure: 'exit status', value: String(code), bound: '= 0', ok: false }
      if (said === undefined) resolve([crash])
      else if (said.missing !== undefined) resolve([{ figure: said.missing, value: '', bound: '', missing: true }])
      else if (said.unhandled === 0) resolve(said.rows)
      else
        resolve([
          ...said.rows,
          { figure: 'unhandled rejections', value: String(said.unhandled), bound: '= 0', ok: false }
        ])
    })
  })

const line = (name, figure, value, bound, ok) =>
  console.log(`${name.padEnd(16)} ${figure.padEnd(72)} ${value.padStart(16)}  ${bound.padEnd(16)} ${ok}`)

let failed = 0
let missing = 0
line('name', 'figure', 'measured', 'bound', 'ok')
for (const promise of asked) {
  const { parts, flags = [] } = await import(`./${promise}.mjs`)
  for (const name of Object.keys(parts)) {
    for (const row of await run(promise, name, flags)) {
      if (row.missing === true) missing += 1
      else if (!row.ok) failed += 1
      line(
        promise,
        `${name}: ${row.figure}`,
        row.value,
        row.bound,
        row.missing === true ? 'not run' : row.ok ? 'ok' : 'NO'
      )
    }
  }
}
process.exitCode = failed > 0 ? 1 : missing > 0 ? 3 : 0
