/** One of the threads of the fuzzer: inputs in batches, until it is stopped. */
import { parentPort, workerData } from 'node:worker_threads'

import { campaign } from './campaign.ts'
import { allSeeds } from './seeds.ts'

export interface Work {
  readonly seed: number
  readonly from: number
  readonly step: number
  /** How many inputs at most. */
  readonly inputs: number
  /** When to stop, in milliseconds of `Date.now()`. */
  readonly until: number
}

// Where errors are made by the thousand, to say where costs more than all the rest.
Error.stackTraceLimit = 4

const BATCH = 2048

const { seed, from, step, inputs, until } = workerData as Work // as it was started
const pools = allSeeds()

for (let done = 0; done < inputs && Date.now() < until; done += BATCH) {
  const count = Math.min(BATCH, inputs - done)
  parentPort?.postMessage(campaign(pools, seed, { from: from + done * step, step, count }))
}
