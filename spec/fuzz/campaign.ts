/** Many inputs in a row, each asked for its faults. */
import { performance } from 'node:perf_hooks'

import { changesSince, intrinsics } from '../laws/intrinsics.ts'
import { faultsOf, fold } from './checks.ts'
import type { Input } from './inputs.ts'
import { inputOf } from './inputs.ts'
import { randomOf } from './random.ts'
import type { Pools } from './seeds.ts'

export interface Find {
  readonly index: number
  readonly faults: ReadonlyArray<string>
  readonly input: Input
}

export interface Tally {
  readonly inputs: number
  /** How many of them were folded; the others were framed. */
  readonly folds: number
  readonly bytes: number
  /** The longest time of one fold, in milliseconds, as measured again. */
  readonly slowest: number
  readonly finds: ReadonlyArray<Find>
}

/** An input that takes longer is looked at. */
export const SLOW_MS = 50

const timed = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** What waits for the collector of garbage is slow once: what is slow ten times is slow. */
const timeOf = (input: Input): number => Math.min(...Array.from({ length: 10 }, () => timed(() => fold(input))))

export const inputAt = (pools: Pools, seed: number, index: number): Input => inputOf(pools, randomOf(seed, index))

export const findsAt = (pools: Pools, seed: number, index: number): Tally => {
  const random = randomOf(seed, index)
  const input = inputOf(pools, random)
  let faults: ReadonlyArray<string> = []
  const time = timed(() => {
    faults = faultsOf(input, random)
  })
  const slowest = time > SLOW_MS ? timeOf(input) : 0
  const all = slowest > SLOW_MS ? [...faults, `takes ${slowest.toFixed(0)} ms`] : faults
  return {
    inputs: 1,
    folds: input.framing === -1 ? 1 : 0,
    bytes: input.body.length,
    slowest,
    finds: all.length === 0 ? [] : [{ index, faults: all, input }]
  }
}

/** The inputs with these numbers. */
export const campaign = (
  pools: Pools,
  seed: number,
  indexes: { readonly from: number; readonly step: number; readonly count: number }
): Tally => {
  const before = intrinsics()
  let bytes = 0
  let folds = 0
  let slowest = 0
  const finds: Find[] = []
  for (let i = 0; i < indexes.count; i++) {
    const tally = findsAt(pools, seed, indexes.from + i * indexes.step)
    bytes += tally.bytes
    folds += tally.folds
    slowest = Math.max(slowest, tally.slowest)
    tally.finds.forEach((find) => finds.push(find))
  }
  const index = indexes.from
  const changes = changesSince(before)
  if (changes.length > 0) finds.push({ index, faults: changes, input: inputAt(pools, seed, index) })
  return { inputs: indexes.count, folds, bytes, slowest, finds }
}
