/**
 * How the cost grows: each row doubles one size and gives the exponent that its times fit, which is 1 where twice as much
 * takes twice as long. `npm run soak -- slopes` holds them to a bound; run by itself, it prints them with their times. Needs
 * `npm run build:esm` before, and `node --no-flush-bytecode` to be fair.
 */
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

import { defaultLimits, fold, openRouter, text, toolCalls } from 'deltafold'

const ROUNDS = 7
const PIECE = 16 * 1024

const event = (delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`
const call = (index, name, text) =>
  event({
    tool_calls: [{ index, ...(name === '' ? {} : { id: `call_${index}` }), function: { name, arguments: text } }]
  })
const said = (content) => event({ content })
const times = (n, one) => Array.from({ length: n }, (_, i) => one(i)).join('')
const bodyOf = (events) => new TextEncoder().encode(`${events}data: [DONE]\n\n`)
const doublings = (from, to) => (from > to ? [] : [from, ...doublings(from * 2, to)])

const rows = [
  {
    title: 'characters of text, 4 a delta',
    sizes: doublings(1 << 16, 1 << 20),
    body: (n) => bodyOf(times(n / 4, () => said('abcd')))
  },
  {
    title: 'characters of arguments, 64 a delta',
    sizes: doublings(1 << 18, defaultLimits.arguments),
    body: (n) => bodyOf(call(0, 'add', '"') + times(n / 64 - 1, () => call(0, '', 'a'.repeat(64))) + call(0, '', '"'))
  },
  {
    title: 'deltas of one character of arguments',
    sizes: doublings(6_250, 100_000),
    body: (n) => bodyOf(call(0, 'add', '"') + times(n, () => call(0, '', 'a')) + call(0, '', '"'))
  },
  {
    title: 'tool calls',
    sizes: doublings(8, defaultLimits.calls),
    body: (n) => bodyOf(times(n, (i) => call(i, 'add', '{}') + times(16, () => call(i, '', ' '))))
  },
  {
    title: 'bytes of a line, one byte a piece',
    sizes: doublings(1 << 14, 1 << 18),
    body: (n) => bodyOf(said('a'.repeat(n))),
    piece: 1
  }
]

const folded = (pieces) => {
  const machine = fold(openRouter)
  let state = machine.initial
  let last
  const see = (message) => {
    last = message
  }
  for (const piece of pieces) state = machine.step(state, piece, see)
  machine.end(state, see)
  // Whoever reads a message once makes its strings flat.
  return (
    text(last.message).charCodeAt(0) + toolCalls(last.message).reduce((n, { arguments: a }) => n + a.charCodeAt(0), 0)
  )
}

const timeOf = (pieces) => {
  const start = performance.now()
  folded(pieces)
  return performance.now() - start
}

const inPieces = (body, size) =>
  Array.from({ length: Math.ceil(body.length / size) }, (_, i) => body.subarray(i * size, (i + 1) * size))

/** The best of some rounds: what is done costs that much, the rest is other work of the machine. */
const best = (pieces) => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(pieces)))

/** The slope of the line of least squares through the logarithms. */
const exponentOf = (points) => {
  const logs = points.map(([size, time]) => [Math.log2(size), Math.log2(time)])
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const up = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  return up / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
}

/** The exponent of each row, and what it was found from. */
export function* slopes() {
  // Warm code, so that the smallest size is not paid for all of them.
  for (const { body, piece = PIECE, sizes } of rows) for (let i = 0; i < 5; i++) folded(inPieces(body(sizes[1]), piece))
  for (const { title, sizes, body, piece = PIECE } of rows) {
    const points = sizes.map((size) => [size, best(inPieces(body(size), piece))])
    yield { title, points, exponent: exponentOf(points) }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { title, points, exponent } of slopes()) {
    const shown = points.map(([size, time]) => `${size}: ${time.toFixed(1)} ms`).join('  ')
    console.log(`${exponent.toFixed(2)}  ${title.padEnd(38)} ${shown}`)
  }
}
