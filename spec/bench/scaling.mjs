/**
 * How the cost grows: each row doubles one size and says the exponent that its times fit, which is 1 where twice as much takes
 * twice as long. Beside it stands the exponent of the floor over the same bytes: caches and the garbage collector make
 * that more than 1, too, and the rest is the library's own.
 */
import { from } from 'rxjs'

import { accumulators, overPieces } from './floor.mjs'
import { foldPieces } from './foldPieces.mjs'
import { accumulateMessage, defaultLimits, openRouter, readChunks, messageText, messageToolCalls } from './library.mjs'
import { inPieces } from './sources.mjs'
import { exponentOf } from './statistics.mjs'

const ROUNDS = 9
const PIECE = 16 * 1024
/** Milliseconds that a measurement takes at least. */
const ENOUGH = 20

const event = (delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`
const call = (index, name, args) =>
  event({
    tool_calls: [{ index, ...(name === '' ? {} : { id: `call_${index}` }), function: { name, arguments: args } }]
  })
const said = (content) => event({ content })
const times = (n, one) => Array.from({ length: n }, (_, i) => one(i)).join('')
const bodyOf = (events) => new TextEncoder().encode(`${events}data: [DONE]\n\n`)
const doublings = (first, last) => (first > last ? [] : [first, ...doublings(first * 2, last)])

// Whoever reads a message once makes its strings flat.
const read = (said, calls) => said.charCodeAt(0) + calls.reduce((n, { arguments: a }) => n + a.charCodeAt(0), 0)

const folded = (pieces) => {
  const { message } = foldPieces(openRouter, pieces)
  return read(messageText(message), messageToolCalls(message))
}

const byHand = (pieces) => {
  const { text: said, calls } = overPieces('chat')(pieces)
  return read(said, calls)
}

/** Every state is held: they share what did not change. */
const kept = (pieces) => {
  const states = []
  from(pieces)
    .pipe(readChunks(openRouter), accumulateMessage())
    .subscribe((state) => {
      states.push(state)
    })
  return states.length + read(messageText(states.at(-1).message), [])
}

const keptByHand = (pieces) => {
  const { see, message } = accumulators.chat()
  const states = []
  const decoder = new TextDecoder()
  for (const line of pieces
    .map((piece) => decoder.decode(piece))
    .join('')
    .split('\n\n')) {
    if (!line.startsWith('data: {')) continue
    see(JSON.parse(line.slice(6)))
    states.push(message())
  }
  return states.length + read(states.at(-1).text, [])
}

const rows = [
  {
    title: 'characters of messageText, 4 a delta',
    sizes: doublings(1 << 15, 1 << 20),
    body: (n) => bodyOf(times(n / 4, () => said('abcd')))
  },
  {
    title: 'characters of arguments, 64 a delta',
    sizes: doublings(1 << 17, defaultLimits.arguments),
    body: (n) => bodyOf(call(0, 'add', '"') + times(n / 64 - 1, () => call(0, '', 'a'.repeat(64))) + call(0, '', '"'))
  },
  {
    title: 'deltas of one character of arguments',
    sizes: doublings(3_125, 100_000),
    body: (n) => bodyOf(call(0, 'add', '"') + times(n, () => call(0, '', 'a')) + call(0, '', '"'))
  },
  {
    title: 'tool calls, 17 deltas each',
    sizes: doublings(8, defaultLimits.calls),
    body: (n) => bodyOf(times(n, (i) => call(i, 'add', '{}') + times(16, () => call(i, '', ' '))))
  },
  {
    title: 'bytes of a line, one byte a piece',
    sizes: doublings(1 << 13, 1 << 18),
    body: (n) => bodyOf(said('a'.repeat(n))),
    piece: 1
  },
  {
    title: 'states held, one a delta of text',
    sizes: doublings(1_563, 100_000),
    body: (n) => bodyOf(times(n, () => said('abcd'))),
    ours: kept,
    floor: keptByHand
  }
]

/** Milliseconds of processor time of one of so many runs. */
const timeOf = (way, pieces, repeats = 1) => {
  const start = process.cpuUsage()
  for (let i = 0; i < repeats; i++) way(pieces)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / repeats
}

/** The best of some rounds: what is done costs that much, the rest is other work of the machine. */
const bestOf = (ways, pieces, rounds) => {
  // A short run is repeated: a clock tells nothing of half a millisecond.
  const repeats = ways.map((way) => Math.ceil(ENOUGH / timeOf(way, pieces)))
  const all = Array.from({ length: rounds }, (_, round) => {
    const one = []
    for (let i = 0; i < ways.length; i++) {
      const at = (i + round) % ways.length
      one[at] = timeOf(ways[at], pieces, repeats[at])
    }
    return one
  })
  return ways.map((_, at) => Math.min(...all.map((one) => one[at])))
}

export const measureScaling = ({ isQuick, progress }) => {
  const rounds = isQuick ? 4 : ROUNDS
  // Warm code, so that the smallest size is not paid for all of them.
  for (const { body, piece = PIECE, sizes, ours = folded, floor = byHand } of rows) {
    const pieces = inPieces(body(sizes[2]), piece)
    for (let i = 0; i < 5; i++) for (const way of [ours, floor]) way(pieces)
  }
  return rows.map(({ title, sizes, body, piece = PIECE, ours = folded, floor = byHand }) => {
    progress(title)
    const points = sizes.map((size) => [size, ...bestOf([ours, floor], inPieces(body(size), piece), rounds)])
    return {
      title,
      exponent: exponentOf(points.map(([size, time]) => [size, time])),
      ofFloor: exponentOf(points.map(([size, , time]) => [size, time])),
      points
    }
  })
}

export const shownScaling = (rows) =>
  [
    `  ${'what doubles'.padEnd(40)}${['exponent', 'of the floor'].map((cell) => cell.padStart(14)).join('')}   milliseconds (the floor's)`,
    ...rows.map(({ title, exponent, ofFloor, points }) => {
      const shown = points.map(([size, time, floor]) => `${size}: ${time.toFixed(1)} (${floor.toFixed(1)})`).join('  ')
      return `  ${title.padEnd(40)}${exponent.toFixed(2).padStart(14)}${ofFloor.toFixed(2).padStart(14)}   ${shown}`
    })
  ].join('\n')
