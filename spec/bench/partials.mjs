/**
 * What a value at each piece of a JSON text costs, beside one `JSON.parse` of the whole text, in a process of its own. They take
 * turns; a ratio is of two times of the same round. Says on standard output what it found, as JSON.
 */
import { partialJsonMachine } from './library.mjs'
import { median } from './statistics.mjs'

const PIECE = 4
const ROUNDS = 15
const WARM_UP = 4
/** Milliseconds of processor time that a contestant may take for all rounds. */
const BUDGET = 6_000

const line = 'const answer = "42" // of all questions\n'

const texts = {
  string: (size) => JSON.stringify({ path: 'a.ts', text: line.repeat(size / line.length) }),
  fields: (size) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: size }, (_, i) => [`field_${i}`, `value of field ${i}`]))),
  edits: (size) =>
    JSON.stringify({
      path: 'a.ts',
      edits: Array.from({ length: size / 128 }, (_, i) => ({ line: i, old: line, new: line.toUpperCase() }))
    }),
  numbers: (size) => JSON.stringify(Array.from({ length: size }, (_, i) => (i * 7919) % 100_003))
}

/** Each reads the pieces one by one, calls `see` with the value after each, and returns the last value. */
const contestants = {
  deltafold: async () => (pieces, see) => {
    const machine = partialJsonMachine()
    let state = machine.initial
    let last
    const emit = (result) => {
      last = result.right
    }
    for (const piece of pieces) {
      state = machine.step(state, piece, emit)
      see(() => last?.value)
    }
    machine.end(state, emit)
    return last.value
  },
  jsonriver: async () => {
    const { parse } = await import('jsonriver')
    return async (pieces, see) => {
      const source = async function* () {
        yield* pieces
      }
      let last
      for await (const value of parse(source())) {
        last = value
        see(() => value)
      }
      return last
    }
  },
  '@streamparser/json': async () => {
    const { JSONParser } = await import('@streamparser/json')
    return (pieces, see) => {
      const parser = new JSONParser({ emitPartialTokens: true, emitPartialValues: true })
      let last
      parser.onValue = ({ value, stack }) => {
        last = stack.length > 1 ? stack[1].value : value
      }
      for (const piece of pieces) {
        parser.write(piece)
        see(() => last)
      }
      return last
    }
  },
  'partial-json': async () => {
    const { parse } = await import('partial-json')
    return (pieces, see) => {
      let text = ''
      let last
      for (const piece of pieces) {
        text += piece
        last = parse(text)
        see(() => last)
      }
      return last
    }
  },
  'ai parsePartialJson': async () => {
    const { parsePartialJson } = await import('ai')
    return async (pieces, see) => {
      let text = ''
      let last
      for (const piece of pieces) {
        text += piece
        last = (await parsePartialJson(text)).value
        see(() => last)
      }
      return last
    }
  }
}

const timeOf = async (way) => {
  const start = process.cpuUsage()
  await way()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const { name, kind, size, reads, piece = PIECE } = JSON.parse(process.argv[2])
const text = texts[kind](size)
const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, i) => text.slice(i * piece, (i + 1) * piece))
const run = await contestants[name]()

let seen = 0
const reading = () => {
  let count = 0
  const every = Math.ceil(pieces.length / reads)
  return (read) => {
    count += 1
    if (count % every === 0 && read() !== undefined) seen += 1
  }
}

// Short texts are parsed often: a clock tells nothing of a tenth of a millisecond.
const repeats = Math.ceil(2_000_000 / text.length)
const parse = () => {
  for (let i = 0; i < repeats; i++) JSON.parse(text)
}

const rounds = []
let spent = 0
let last
for (let i = 0; i < ROUNDS + WARM_UP && spent < BUDGET; i++) {
  const parsing = (await timeOf(parse)) / repeats
  const time = await timeOf(async () => {
    last = await run(pieces, reading())
  })
  spent += time
  rounds.push([time, parsing])
}
const counted = rounds.slice(Math.min(WARM_UP, rounds.length - 1))

console.log(
  JSON.stringify({
    differs: JSON.stringify(last) !== text,
    rounds: counted.length,
    pieces: pieces.length,
    seen,
    milliseconds: median(counted.map(([time]) => time)),
    ratio: median(counted.map(([time, parsing]) => time / parsing))
  })
)
