/** The options of `npm start`. */
import { parseArgs } from 'node:util'

import { either as E } from 'fp-ts'

import type { Cut } from '../lib/cli/cutInto.ts'

export interface Options {
  /** Whether only the usage is asked for. */
  readonly help: boolean
  /** Whether to leave the pauses out. */
  readonly fast: boolean
  readonly cut: Cut | undefined
}

export const usage = `npm start -- [--fast] [--cut N | --seed N]

  --fast     without pauses
  --cut N    N bytes at a time
  --seed N   cut at random places, which depend on N alone
`

const isWhole = (text: string, least: number): boolean => /^[0-9]{1,9}$/.test(text) && Number(text) >= least

// `--seed -1`: node would take the number for another option.
const joined = (args: ReadonlyArray<string>): string[] =>
  args.flatMap((arg, i) => {
    if (/^-[0-9]/.test(arg) && i > 0) return []
    const next = args[i + 1] ?? ''
    return /^-[0-9]/.test(next) ? [`${arg}=${next}`] : [arg]
  })

const parse = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () =>
      parseArgs({
        args: joined(args),
        options: {
          help: { type: 'boolean', short: 'h', default: false },
          fast: { type: 'boolean', default: false },
          cut: { type: 'string' },
          seed: { type: 'string' }
        }
      }).values,
    (error) => (error instanceof Error ? error.message : String(error))
  )

/** What the arguments ask for, or what is wrong with them. */
export const parseOptions = (args: ReadonlyArray<string>): E.Either<string, Options> => {
  const parsed = parse(args)
  if (E.isLeft(parsed)) return parsed
  const { help, fast, cut, seed } = parsed.right
  if (cut !== undefined && seed !== undefined) return E.left('--cut and --seed exclude each other')
  if (cut !== undefined) {
    return isWhole(cut, 1)
      ? E.right({ help, fast, cut: { bytes: Number(cut) } })
      : E.left('--cut takes a whole number of bytes from 1')
  }
  if (seed === undefined) return E.right({ help, fast, cut: undefined })
  return isWhole(seed, 0)
    ? E.right({ help, fast, cut: { seed: Number(seed) } })
    : E.left('--seed takes a whole number from 0')
}
