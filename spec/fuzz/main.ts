/**
 * Mutated inputs over every protocol and framing, on every core. What is found can be made again: the same seed and the
 * number of the input are enough.
 *
 *     npm run fuzz -- --minutes 5 --seed 7
 *     npm run fuzz -- --seed 7 --only 1234
 *     npm run fuzz -- --prefixes
 */
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'

import type { Find, Tally } from './campaign.ts'
import { findsAt } from './campaign.ts'
import { minimised } from './minimise.ts'
import { prefixes } from './prefixes.ts'
import { allSeeds } from './seeds.ts'
import type { Work } from './worker.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    inputs: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: String(availableParallelism()) },
    only: { type: 'string' },
    prefixes: { type: 'boolean', default: false }
  }
})

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const seed = Number(values.seed)

const MOST_SHOWN = 20
const MINUTE = 60_000

const show = ({ index, faults, input }: Find): void => {
  const { framing, provider, options, body } = minimised(input)
  say(`--seed ${seed} --only ${index}: ${framing === -1 ? `${provider}, options ${options}` : `framing ${framing}`}`)
  faults.forEach((fault) => say(`  ${fault}`))
  say(`  ${Buffer.from(body).toString('base64')}`)
  say(`  ${JSON.stringify(Buffer.from(body).toString())}`)
}

const work = (one: Work, hear: (tally: Tally) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: one })
    worker.on('message', hear)
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })

const fuzz = async (): Promise<number> => {
  const workers = Number(values.workers)
  const start = performance.now()
  const until = Date.now() + Number(values.minutes) * MINUTE
  let inputs = 0
  let bytes = 0
  let folds = 0
  let slowest = 0
  let faulty = 0
  let minutes = 0
  say(`seed ${seed}, ${workers} workers`)
  const hear = (tally: Tally): void => {
    inputs += tally.inputs
    bytes += tally.bytes
    folds += tally.folds
    slowest = Math.max(slowest, tally.slowest)
    for (const find of tally.finds) {
      if (faulty < MOST_SHOWN) show(find)
      faulty += 1
    }
    if (performance.now() - start < (minutes + 1) * MINUTE) return
    minutes = Math.floor((performance.now() - start) / MINUTE)
    say(`${inputs} inputs after ${minutes} min`)
  }
  await Promise.all(
    Array.from({ length: workers }, (_, i) =>
      work(
        {
          seed,
          from: Number(values.from) + i,
          step: workers,
          inputs: Math.ceil(Number(values.inputs) / workers),
          until
        },
        hear
      )
    )
  )
  const seconds = (performance.now() - start) / 1000
  const facts = [
    `${inputs} inputs, of which ${folds} folded`,
    `${(bytes / inputs).toFixed(0)} bytes each`,
    `${seconds.toFixed(0)} s`,
    `${(inputs / seconds).toFixed(0)} inputs/s`,
    slowest === 0 ? 'none slow' : `slowest ${slowest.toFixed(0)} ms`,
    `${faulty} with faults`
  ]
  say(facts.join(', '))
  return faulty
}

const again = (index: number): number => {
  const { finds } = findsAt(allSeeds(), seed, index)
  finds.forEach(show)
  return finds.length
}

const faults = values.only !== undefined ? again(Number(values.only)) : values.prefixes ? prefixes(say) : await fuzz()
process.exitCode = faults === 0 ? 0 : 1
