/**
 * One contestant over one workload, in a process of its own, beside the two floors: over the pieces, and over a web stream of
 * them. They take turns, in another order in each round; a ratio is of two times of the same round.
 *
 * It says on standard output what it found, as JSON.
 */
import { performance } from 'node:perf_hooks'

import { load } from './contestants.mjs'
import { overPieces, overStream } from './floor.mjs'
import { streamOf } from './sources.mjs'
import { median, quantile } from './statistics.mjs'
import { workloads } from './workloads.mjs'

const MAX_ROUNDS = 40
const MIN_ROUNDS = 7
const WARM_UP = 8

const { name, workload, budget } = JSON.parse(process.argv[2])

const { protocol, make } = workloads[workload]
const { body, pieces, events, expected } = make()
const { takes, prepare } = await load(name)
const run = prepare(protocol)

const ways = [
  () => overPieces(protocol)(pieces),
  () => overStream(protocol)(streamOf(pieces)),
  { stream: () => run(streamOf(pieces)), pieces: () => run(pieces), body: () => run(body) }[takes]
]

/** What of a message is not what the bytes say. */
const differences = (message) =>
  Object.keys(expected).filter((key) => JSON.stringify(message[key]) !== JSON.stringify(expected[key]))

/** Whoever reads a message once makes its strings flat: that belongs to the time. */
const read = ({ text, calls }) => text.charCodeAt(0) + calls.reduce((n, call) => n + call.arguments.charCodeAt(0), 0)

/** Milliseconds of processor time, that of the garbage collector's threads included: other work of the machine does not count. */
const timeOf = async (way) => {
  const start = process.cpuUsage()
  read(await way())
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

for (const floor of ways.slice(0, 2)) {
  const wrong = differences(await floor())
  if (wrong.length > 0) throw new Error(`the floor gives another ${wrong.join(', ')}`)
}
const differs = differences(await ways[2]())

const begun = performance.now()
const rounds = []
const isEnough = () =>
  rounds.length >= MAX_ROUNDS + WARM_UP ||
  (performance.now() - begun > budget && rounds.length >= MIN_ROUNDS + WARM_UP) ||
  performance.now() - begun > 5 * budget
do {
  const times = []
  for (let i = 0; i < ways.length; i++) {
    const at = (i + rounds.length) % ways.length
    times[at] = await timeOf(ways[at])
  }
  rounds.push(times)
} while (!isEnough())

const counted = rounds.slice(Math.min(WARM_UP, rounds.length - 1))
const ratios = (a, b) => counted.map((times) => times[a] / times[b])
const time = (at) => median(counted.map((times) => times[at]))

console.log(
  JSON.stringify({
    name,
    workload,
    takes,
    rounds: counted.length,
    differs,
    ratio: median(ratios(2, 0)),
    low: quantile(ratios(2, 0), 0.25),
    high: quantile(ratios(2, 0), 0.75),
    toStream: median(ratios(2, 1)),
    floorOverStream: median(ratios(1, 0)),
    milliseconds: time(2),
    floorMilliseconds: time(0),
    megabytes: body.length / 1e6,
    events
  })
)
// Whatever a library keeps open.
process.exit(0)
