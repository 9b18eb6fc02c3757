import { parseArgs } from 'node:util'

import { either as E } from 'fp-ts'

import { field } from '../codec/field.ts'
import { limitsOf } from '../data/Limits.ts'
import { linesMachine } from '../machine/framing/lines.ts'
import { utf8Machine } from '../machine/framing/utf8.ts'
import { andThen } from '../machine/Machine.ts'
import { providerNames } from '../providers/providerNamed.ts'
import { editDistance } from './editDistance.ts'
import { eventsLine, framing } from './events.ts'
import { foldLine } from './fold.ts'
import { foldingOf } from './folding.ts'
import type { Running } from './Running.ts'
import { targetNames, translateLine, translationOf } from './translate.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Everything that the command reads and writes, so that it can be tested without a process.
 *
 * @internal
 */
export interface Surroundings {
  readonly version: string
  readonly input: () => AsyncIterable<Uint8Array>
  readonly open: (file: string) => AsyncIterable<Uint8Array>
  readonly write: (output: string | Uint8Array) => Promise<void>
  readonly complain: (text: string) => void
}

/** @internal */
export const COMPLETE = 0
/** @internal */
export const USAGE_ERROR = 1
/** @internal */
export const NOT_COMPLETE = 2

const usage = `deltafold: fold recorded responses of LLM providers into their final messages

  deltafold fold --provider NAME [FILE]   one body from FILE or standard input, to one JSON object
                                          (NAME is auto: of the provider that the body looks like)
  deltafold fold --jobs [FILE]            one job a line, to one result a line
  deltafold events [FILE]                 one body, to its server-sent events
  deltafold events --jobs [FILE]          one job a line, to its events
  deltafold translate --from NAME --to TARGET [FILE]
                                          one body, to the same answer in another wire
  deltafold translate --jobs [FILE]       one job a line ({"from", "to"} for "provider"), to one result a line
  deltafold providers                     the names of the providers
  deltafold help                          this text

TARGET is one of ${targetNames.join(' ')}.
A job is {"id", "provider", "file" | "body" | "bodyBase64", "contentType", "status", "headers", "cut": {"bytes"} | {"seed"}, "resumeAt"}.
Exit status: 0 complete, 1 usage error, 2 otherwise (with --jobs: 0 when every line was answered).
`

// -------------------------------------------------------------------------------------
// input
// -------------------------------------------------------------------------------------

const drain = async (pieces: AsyncIterable<Uint8Array>, running: Running): Promise<object> => {
  for await (const piece of pieces) running.push(piece)
  return running.end(null)
}

/** Writes the answer to each line, in order. */
const eachLine = async (
  pieces: AsyncIterable<Uint8Array>,
  answer: (line: string) => object,
  write: (text: string) => Promise<void>
): Promise<void> => {
  const machine = andThen(linesMachine({ limits: limitsOf({ line: Infinity }) }))(utf8Machine)
  let state = machine.initial
  let found: string[] = []
  const see: Parameters<(typeof machine)['step']>[2] = (line) => {
    if (E.isRight(line) && line.right.text.trim() !== '') found.push(line.right.text)
  }
  const flush = async (): Promise<void> => {
    const now = found
    found = []
    for (const line of now) await write(`${JSON.stringify(answer(line))}\n`)
  }
  for await (const piece of pieces) {
    state = machine.step(state, piece, see)
    await flush()
  }
  machine.end(state, see)
  await flush()
}

// -------------------------------------------------------------------------------------
// commands
// -------------------------------------------------------------------------------------

interface Names {
  readonly provider: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

interface Request extends Names {
  readonly source: AsyncIterable<Uint8Array>
}

type Command = (request: Request, around: Surroundings) => Promise<number>

const suggestion = (name: string): string => {
  const [nearest] = providerNames
    .map((known) => ({ known, distance: editDistance(name.toLowerCase(), known) }))
    .toSorted((a, b) => a.distance - b.distance)
  const isNear = nearest !== undefined && nearest.distance <= Math.max(2, name.length / 3)
  return isNear ? `; did you mean ${nearest.known}?` : '; `deltafold providers` lists their names'
}

const show = (result: object): string => `${JSON.stringify(result, null, 2)}\n`

const foldOne: Command = async ({ provider, source }, { write, complain }) => {
  const start = provider === undefined ? undefined : foldingOf(provider)
  if (start === undefined) {
    complain(
      provider === undefined
        ? 'fold needs --provider NAME, or --jobs'
        : `no provider is called ${provider}${suggestion(provider)}`
    )
    return USAGE_ERROR
  }
  const result = await drain(source, start({}))
  await write(show(result))
  return field(result, 'outcome') === 'complete' ? COMPLETE : NOT_COMPLETE
}

const eventsOfOne: Command = async ({ source }, { write }) => {
  await write(show(await drain(source, framing())))
  return COMPLETE
}

const translateOne: Command = async ({ from, to, source }, { write, complain }) => {
  const start = translationOf(from, to)
  if (E.isLeft(start)) {
    complain(start.left)
    return USAGE_ERROR
  }
  const running = start.right({})
  for await (const piece of source) for (const output of running.push(piece)) await write(output)
  const { output, outcome } = running.end()
  for (const one of output) await write(one)
  return outcome._tag === 'Complete' ? COMPLETE : NOT_COMPLETE
}

const jobs =
  (answer: (line: string) => object): Command =>
  async ({ source }, { write }) => {
    await eachLine(source, answer, write)
    return COMPLETE
  }

const commands = {
  fold: { one: foldOne, many: jobs(foldLine) },
  events: { one: eventsOfOne, many: jobs(eventsLine) },
  translate: { one: translateOne, many: jobs(translateLine) }
}

// -------------------------------------------------------------------------------------
// arguments
// -------------------------------------------------------------------------------------

const options = {
  provider: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  jobs: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false }
} as const

const parse = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () => parseArgs({ args: args.slice(), options, allowPositionals: true }),
    (error) => (error instanceof Error ? error.message : String(error))
  )

const isCommand = (name: string | undefined): name is keyof typeof commands =>
  name !== undefined && Object.hasOwn(commands, name)

const whyNot = ({ provider, from, to }: Names, many: boolean, command: string, rest: number): string | undefined => {
  if (rest > 1) return `${command} takes one file`
  if ((from ?? to) !== undefined && many) return 'with --jobs, each job names its provider and its target'
  if ((from ?? to) !== undefined && command !== 'translate') return `${command} takes no --from and no --to`
  if (provider !== undefined && many) return 'with --jobs, each job names its provider'
  if (provider !== undefined && command !== 'fold') return `${command} takes no --provider`
  return undefined
}

/**
 * Runs the `deltafold` command and returns its exit status.
 *
 * @internal
 */
export const main = async (args: ReadonlyArray<string>, around: Surroundings): Promise<number> => {
  const { write, complain } = around
  const refuse = (why: string): number => {
    complain(why)
    return USAGE_ERROR
  }
  const parsed = parse(args)
  if (E.isLeft(parsed)) return refuse(parsed.left)
  const { values, positionals } = parsed.right
  const [command, file, ...rest] = positionals
  const isHelp = values.help || command === 'help'
  if (isHelp || values.version) {
    await write(isHelp ? usage : `${around.version}\n`)
    return COMPLETE
  }
  if (
    command === 'providers' &&
    file === undefined &&
    !values.jobs &&
    values.provider === undefined &&
    values.from === undefined &&
    values.to === undefined
  ) {
    await write(`${providerNames.join('\n')}\n`)
    return COMPLETE
  }
  if (command === 'providers') return refuse('providers takes no file and no option')
  if (!isCommand(command)) {
    return refuse(
      `${command === undefined ? 'a command is missing' : `there is no command ${command}`}; see deltafold help`
    )
  }
  const { provider, from, to } = values
  const names: Names = { provider, from, to }
  const why = whyNot(names, values.jobs, command, 1 + rest.length)
  if (why !== undefined) return refuse(why)
  const source = file === undefined || file === '-' ? around.input() : around.open(file)
  const { one, many } = commands[command]
  try {
    return await (values.jobs ? many : one)({ ...names, source }, around)
  } catch (error) {
    // Only reading and writing can fail here, and their errors have a code.
    return refuse(`cannot read ${file ?? 'standard input'} (${String(field(error, 'code'))})`)
  }
}
