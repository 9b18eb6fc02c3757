/**
 * Numbers that depend on a seed and on an index alone, so that any input can be made again without those before it.
 *
 * Source: sfc32 of PractRand, https://pracrand.sourceforge.net
 */
export interface Random {
  /** An integer from 0 to n - 1. */
  readonly below: (n: number) => number
  /** Once in n times. */
  readonly once: (n: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <A>(list: ReadonlyArray<A>) => A
}

const WARM_UP = 12

export const randomOf = (seed: number, index: number): Random => {
  let a = seed | 0
  let b = index | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < WARM_UP; i++) next()
  const below = (n: number): number => next() % n
  return {
    below,
    once: (n) => below(n) === 0,
    pick: <A>(list: ReadonlyArray<A>) => list[below(list.length)] as A // the list is not empty
  }
}
