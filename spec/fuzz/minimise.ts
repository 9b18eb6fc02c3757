/** The shortest part of an input that still has the same fault. */
import { joined } from '../arbitraries/pieces.ts'
import { faultsOf } from './checks.ts'
import type { Input } from './inputs.ts'
import { randomOf } from './random.ts'

const TRIES = 4

// The words of a fault, without what changes with the length of the input.
const kindOf = (fault: string): string => fault.replaceAll(/\d+/g, 'n').split('\n')[0] ?? ''

const kindsOf = (input: Input): ReadonlySet<string> =>
  new Set(
    Array.from({ length: TRIES }, (_, i) => faultsOf(input, randomOf(i, 0)))
      .flat()
      .map(kindOf)
  )

const without = ({ body, ...input }: Input, from: number, size: number): Input => ({
  ...input,
  body: joined([body.subarray(0, from), body.subarray(from + size)])
})

/** Takes away ever smaller parts, as long as one of the faults stays. */
export const minimised = (input: Input): Input => {
  const [kind] = kindsOf(input)
  // Less of a body is not made from the original any more.
  if (kind === undefined || input.rule !== 'any') return input
  let best = input
  for (let size = Math.ceil(best.body.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.body.length;) {
      const smaller = without(best, from, size)
      if (kindsOf(smaller).has(kind)) best = smaller
      else from += size
    }
  }
  return best
}
