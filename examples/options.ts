/** The options of `npm start`. */
import { parseArgs } from 'node:util'

import type { Cut } from 'deltafold/core'
import { either as E } from 'fp-ts'

export interface Options {
  /** Whether to leave the pauses out. */
  readonly fast: boolean
  readonly cut: Cut | undefined
}

const isWhole = (text: string, least: number): boolean => /^[0-9]{1,9}$/.test(text) && Number(text) >= least

const parse = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () =>
      parseArgs({
        args: args.slice(),
        options: { fast: { type: 'boolean', default: false }, cut: { type: 'string' }, seed: { type: 'string' } }
      }).values,
    (error) => (error instanceof Error ? error.message : String(error))
  )

/** What the arguments ask for, or what is wrong with them. */
export const parseOptions = (args: ReadonlyArray<string>): E.Either<string, Options> => {
  const parsed = parse(args)
  if (E.isLeft(parsed)) return parsed
  const { fast, cut, seed } = parsed.right
  if (cut !== undefined && seed !== undefined) return E.left('--cut and --seed exclude each other')
  if (cut !== undefined) {
    return isWhole(cut, 1)
      ? E.right({ fast, cut: { bytes: Number(cut) } })
      : E.left('--cut takes a whole number of bytes from 1')
  }
  if (seed === undefined) return E.right({ fast, cut: undefined })
  return isWhole(seed, 0)
    ? E.right({ fast, cut: { seed: Number(seed) } })
    : E.left('--seed takes a whole number from 0')
}
