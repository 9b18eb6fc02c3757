/**
 * A cut body never looks complete, and its outcome has one reason. From the state after each byte, the fold is ended as
 * if the body ended or its transport broke there: that covers every prefix of the body without folding each from the
 * start.
 */
import { failureOf } from '../../lib/codec/FailureError.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Head } from '../../lib/data/Head.ts'
import type { Message } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { outcomeReason } from '../../lib/data/MessageState.ts'
import { isToolCall } from '../../lib/data/Part.ts'
import type { Result } from '../../lib/data/Result.ts'
import type { AnyProvider, OpenProvider } from '../../lib/protocols/Provider.ts'
import type { AccumulatorState } from '../../lib/reading/accumulateMessageMachine.ts'
import { accumulateMessageMachine, outcomeOf } from '../../lib/reading/accumulateMessageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { faultsOfReasons } from './reasons.ts'

const unheard = (): void => undefined

/** Text and reasoning of each choice, which only grow. */
const textsOf = ({ choices }: Message): ReadonlyArray<readonly [string, string]> =>
  choices.flatMap(({ index, parts }) =>
    (['Text', 'Reasoning'] as const).map(
      (tag) => [`${index} ${tag}`, parts.flatMap((part) => (part._tag === tag ? [part.text] : [])).join('')] as const
    )
  )

const closedOf = ({ choices }: Message): ReadonlyArray<string> =>
  choices.flatMap(({ index, parts }) =>
    parts
      .filter(isToolCall)
      .filter(({ state }) => state === 'Closed')
      .map(({ key, id, name, arguments: raw }) => JSON.stringify([index, key, id, name, raw]))
  )

const countsOf = ({ usage = {} }: Message): ReadonlyArray<readonly [string, number]> =>
  Object.entries(usage).flatMap(([name, count]) => (typeof count === 'number' ? [[name, count] as const] : []))

/** The contents of a message that contradict the complete one. */
const beyond = (last: Message): ((message: Message) => ReadonlyArray<string>) => {
  const texts = new Map(textsOf(last))
  const closed = new Set(closedOf(last))
  const counts = new Map(countsOf(last))
  return (message) => [
    ...textsOf(message)
      .filter(([name, text]) => !(texts.get(name) ?? '').startsWith(text))
      .map(([name]) => name),
    ...closedOf(message).filter((call) => !closed.has(call)),
    ...countsOf(message).flatMap(([name, count]) =>
      count <= (counts.get(name) ?? -1) ? [] : [`${name} ${count} > ${counts.get(name) ?? 'none'}`]
    )
  ]
}

export interface Truncations {
  /** The number of prefixes checked, each for both ways of ending. */
  readonly prefixes: number
  /** The lengths of the prefixes that were complete at a clean end. */
  readonly complete: ReadonlyArray<number>
  /** The faults, with the length of the prefix. */
  readonly faults: ReadonlyArray<string>
}

/** `wholeAt` is the length of the shortest prefix that has the provider's terminal. */
export const truncations = (provider: AnyProvider, body: Uint8Array, wholeAt: number, head: Head = {}): Truncations => {
  const machine = readChunksMachine(provider, head)

  const ending = (from: AccumulatorState, say: (take: (result: Result<Chunk>) => void) => void): Outcome => {
    let state = from
    say((result) => {
      state = accumulateMessageMachine.step(state, result, unheard)
    })
    return outcomeOf(state)
  }

  const faults: string[] = []
  const seen = new Set<Message>()
  const complete: number[] = []
  let states = { first: machine.initial, second: accumulateMessageMachine.initial }
  const advance = (result: Result<Chunk>): void => {
    states = { ...states, second: accumulateMessageMachine.step(states.second, result, unheard) }
  }
  const outcomes = (): readonly [clean: Outcome, broken: Outcome] => {
    const { first, second } = states
    const clean = ending(second, (take) => machine.end(first, take))
    if (machine.done(first)) return [clean, clean]
    return [
      clean,
      ending(second, (take) => {
        machine.interrupted(first, (at) => failureOf(new Error('reset'), at), take)
      })
    ]
  }

  const all: Array<readonly [Outcome, Outcome]> = [outcomes()]
  for (let k = 0; k < body.length; k++) {
    const first = machine.step(states.first, body.subarray(k, k + 1), advance)
    states = { ...states, first }
    all.push(outcomes())
  }
  const [last] = all.at(-1) ?? outcomes()
  const faultsOf = beyond(last.message)
  if (last._tag !== 'Complete') faults.push(`${body.length}: the whole body is ${last._tag}`)

  all.forEach(([clean, broken], k) => {
    if (clean._tag === 'Complete') complete.push(k)
    if (clean._tag === 'Complete' && k < wholeAt) faults.push(`${k}: complete at a clean end`)
    if (broken._tag === 'Complete' && k < wholeAt) faults.push(`${k}: complete at a broken end`)
    for (const fault of [...faultsOfReasons(clean), ...faultsOfReasons(broken)]) faults.push(`${k}: ${fault}`)
    if (broken._tag === 'Truncated' && broken !== clean && outcomeReason(broken)?._tag !== 'TransportFailure')
      faults.push(`${k}: a broken end has another reason`)
    for (const { message } of [clean, broken]) {
      if (seen.has(message)) continue
      seen.add(message)
      faultsOf(message).forEach((fault) => faults.push(`${k}: ${fault}`))
    }
  })
  return { prefixes: all.length, complete, faults: faults.slice(0, 10) }
}

/** The end of the first line with these words; `body.length` if there is none. */
const lineWith = (body: Uint8Array, words: RegExp): number => {
  const bytes = Buffer.from(body).toString('latin1')
  const at = bytes.search(words)
  if (at === -1) return body.length
  const end = bytes.indexOf('\n', at)
  return end === -1 ? body.length : end - (bytes[end - 1] === '\r' ? 1 : 0)
}

/** Where each binary frame ends: it begins with its length. */
const frameEnds = (body: Uint8Array): ReadonlyArray<number> => {
  const ends: number[] = []
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  for (let at = 0; at < body.length;) {
    at += view.getUint32(at)
    ends.push(at)
  }
  return ends
}

/** The text of a binary frame; InvokeModel has its event in base64. */
const frameText = (frame: Uint8Array): string => {
  const text = Buffer.from(frame).toString('latin1')
  const inner = /"bytes":"([^"]*)"/.exec(text)?.[1] ?? ''
  return text + Buffer.from(inner, 'base64').toString('latin1')
}

/** Where the first binary frame with one of these words ends; `body.length` where none has. */
const frameWith = (body: Uint8Array, words: RegExp): number => {
  const ends = frameEnds(body)
  return ends.find((end, i) => words.test(frameText(body.subarray(ends[i - 1] ?? 0, end)))) ?? body.length
}

/** Where the terminal of a stream is whole, found without any of our code. */
export const terminalOf = (
  provider: Pick<OpenProvider<unknown, unknown, unknown>, 'name' | 'terminal' | 'framing'>,
  body: Uint8Array
): number => {
  if (provider.framing.name === 'awsEventStream') return frameWith(body, /messageStop|message_stop/)
  if (provider.framing.name === 'ndjson') return lineWith(body, /"done": ?true/)
  if (provider.terminal === 'sentinel' || provider.terminal === 'done') return lineWith(body, /^data: ?\[DONE\]/m)
  if (provider.terminal === 'finish') return lineWith(body, /"finish_?[rR]eason": ?"/)
  return lineWith(
    body,
    /^data: ?\{.*"(event_)?type": ?"(message_stop|message-end|(response|interaction)\.(completed|incomplete))"/m
  )
}

const isWhole = (data: string): boolean => {
  try {
    JSON.parse(data)
    return true
  } catch {
    return data.trim() === '' || data.trim() === '[DONE]'
  }
}

/** Whether the last server-sent event is complete, with or without its blank line. */
const endsWell = (events: string): boolean => {
  const last = events.split(/\r\n\r\n|\n\n/).at(-1) ?? ''
  return last.split(/\r?\n/).every((line) => !line.startsWith('data:') || isWhole(line.slice(5)))
}

/**
 * The lengths of all complete prefixes, found without code of the library. If an event or a sentinel ends the answer,
 * the rest does not matter; if a finish reason does, the last event must also be complete.
 */
export const wholeLengths = (
  { terminal, framing }: Pick<OpenProvider<unknown, unknown, unknown>, 'terminal' | 'framing'>,
  body: Uint8Array,
  wholeAt: number
): ReadonlyArray<number> => {
  if (framing.name === 'awsEventStream') return frameEnds(body).filter((end) => end >= wholeAt)
  const text = Buffer.from(body).toString('latin1')
  return Array.from({ length: body.length + 1 - wholeAt }, (_, i) => wholeAt + i).filter(
    (k) => terminal !== 'finish' || endsWell(text.slice(0, k))
  )
}
