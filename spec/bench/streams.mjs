/**
 * A thousand streams that are open at once, an event to each in turn: what they cost beside the floor over as many, and what
 * of the heap each of them holds when half of it has arrived and what nobody holds is collected.
 *
 * It says on standard output what it found, as JSON. Needs `--expose-gc`.
 */
import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'

import { load } from './contestants.mjs'
import { overStream } from './floor.mjs'
import { median } from './statistics.mjs'
import { shortStream } from './workloads.mjs'

const ROUNDS = 5

const { name, count, budget } = JSON.parse(process.argv[2])
const { protocol, make } = shortStream
const { pieces, expected } = make()
const half = Math.ceil(pieces.length / 2)
const run = (await load(name)).prepare(protocol)

const open = (way) => {
  const controllers = new Set()
  const stream = () => {
    let own
    return new ReadableStream({
      start: (controller) => {
        own = controller
        controllers.add(own)
      },
      // A reader may leave at the provider's terminal.
      cancel: () => {
        controllers.delete(own)
      }
    })
  }
  const answers = Array.from({ length: count }, () => way(stream()))
  return {
    answers,
    say: async (from, to) => {
      for (const piece of pieces.slice(from, to)) {
        for (const controller of controllers) controller.enqueue(piece)
        await turn()
      }
    },
    close: () => {
      for (const controller of controllers) controller.close()
    }
  }
}

const heap = async () => {
  for (let i = 0; i < 4; i++) await turn()
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

const round = async (way, asksHeap) => {
  const before = asksHeap ? await heap() : 0
  const start = process.cpuUsage()
  const { answers, say, close } = open(way)
  await say(0, half)
  const held = asksHeap ? ((await heap()) - before) / count : 0
  await say(half)
  close()
  const messages = await Promise.all(answers)
  const { user, system } = process.cpuUsage(start)
  return { held, time: user + system, last: messages.at(-1) }
}

const ways = [overStream(protocol), run]
const begun = performance.now()
const times = []
const first = await round(run, false)
do {
  const one = [0, 0]
  for (const i of times.length % 2 === 0 ? [0, 1] : [1, 0]) one[i] = (await round(ways[i], false)).time
  times.push(one)
} while (times.length < ROUNDS && performance.now() - begun < budget)

const heldBy = async (way) => {
  const counts = []
  for (let i = 0; i < 3; i++) counts.push((await round(way, true)).held)
  return median(counts)
}

console.log(
  JSON.stringify({
    name,
    count,
    differs: Object.keys(expected).filter((key) => JSON.stringify(first.last[key]) !== JSON.stringify(expected[key])),
    ratio: median(times.map(([floor, other]) => other / floor)),
    milliseconds: median(times.map(([, other]) => other)) / 1000,
    bytesOfFloor: Math.round(await heldBy(ways[0])),
    bytes: Math.round(await heldBy(ways[1]))
  })
)
process.exit(0)
