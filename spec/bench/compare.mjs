/** All who take part, over all that is folded: one child process each, one after another. */
import { performance } from 'node:perf_hooks'

import { ask } from './ask.mjs'
import { contestants } from './contestants.mjs'
import { workloads } from './workloads.mjs'

const FULL = { budget: 2_000, timeout: 60_000, streams: 1_000 }
const QUICK = { budget: 450, timeout: 10_000, streams: 200 }

/** Milliseconds after which a quick run asks nobody else, however busy the machine is. */
const QUICK_ENDS = 100_000

// Above a thousand of these the minutes go by.
const FEW = 200
const isHeavy = ({ file }) => file === 'aiSdk' || file === 'langchain' || file === 'tanstack'

const has = (wanted) => (name) => wanted === undefined || name.toLowerCase().includes(wanted.toLowerCase())

/** Who is asked what. */
export const planOf = ({ isQuick, hasPeers, only, workload }) => {
  const names = Object.keys(workloads).filter(
    workload === undefined ? (name) => !isQuick || workloads[name].isQuick : has(workload)
  )
  const chosen = contestants.filter(
    ({ name, isOurs, isQuick: isShort }) =>
      (isOurs || hasPeers) && has(only)(name) && (!isQuick || isShort || only !== undefined)
  )
  return {
    rows: names.map((name) => ({
      name,
      chosen: chosen.filter(({ reads }) => reads.includes(workloads[name].protocol))
    })),
    // What takes pieces that are all there cannot wait for them.
    streams:
      workload === undefined || has(workload)('streams')
        ? chosen.filter(({ name, reads, isOurs }) => isStream(name) && reads.includes('chat') && (isOurs || !isQuick))
        : []
  }
}

const isStream = (name) => !/ (readChunks|fold|foldBody)$/.test(name)

const asking = async (file, question, { isQuick, begun, progress }, flags = []) => {
  const { budget, timeout } = isQuick ? QUICK : FULL
  const left = isQuick ? QUICK_ENDS - (performance.now() - begun) : timeout
  if (left <= 0) return { why: 'left out, --quick was over' }
  progress(`${question.workload ?? `${question.count} streams`}: ${question.name}`)
  return ask(file, { ...question, budget }, { timeout: Math.min(timeout, left), flags })
}

/** The rows of one workload, with `why` in those that could not be measured. */
export const compare = async ({ name: workload, chosen }, options) => {
  const rows = []
  for (const { name, isOurs } of chosen) {
    rows.push({ name, isOurs, workload, ...(await asking('child.mjs', { name, workload }, options)) })
  }
  return rows
}

/** The rows of many open streams. */
export const compareStreams = async (chosen, options) => {
  const rows = []
  for (const one of chosen) {
    const { name, isOurs } = one
    const count = isHeavy(one) ? FEW : (options.isQuick ? QUICK : FULL).streams
    rows.push({ name, isOurs, count, ...(await asking('streams.mjs', { name, count }, options, ['--expose-gc'])) })
  }
  return rows
}
