/** Whole events in another order, under other addresses, with another type in them, lost, or among those of another stream. */
import { hostileValues, placesOf, withAt } from '../arbitraries/hostileJson.ts'
import { joined } from '../arbitraries/pieces.ts'
import type { Event } from './events.ts'
import type { Random } from './random.ts'

/**
 * What more is asked of a body: `lost` = no call of it is closed that the original has not; `same` = its text and its calls are
 * those of the original, of which it only repeats whole snapshots.
 */
export type Rule = 'any' | 'lost' | 'same'

export interface Rearranged {
  readonly rule: Rule
  readonly body: Uint8Array
}

type Bytes = ReadonlyArray<Uint8Array>

type Rearrange = (events: ReadonlyArray<Event>, random: Random, other: () => ReadonlyArray<Event>) => Bytes

const bytesOf = (events: ReadonlyArray<Event>): Bytes => events.map(({ bytes }) => bytes)

// -------------------------------------------------------------------------------------
// order
// -------------------------------------------------------------------------------------

const drop: Rearrange = (events, { below }) => bytesOf(events.toSpliced(below(events.length), 1))

const move: Rearrange = (events, { below, pick }) => {
  const from = below(events.length)
  return bytesOf(events.toSpliced(from, 1).toSpliced(below(events.length), 0, events[from] ?? pick(events)))
}

const swap: Rearrange = (events, { below }) => {
  const at = below(Math.max(1, events.length - 1))
  return bytesOf([...events.slice(0, at), ...events.slice(at, at + 2).toReversed(), ...events.slice(at + 2)])
}

const repeat: Rearrange = (events, { below, pick }) =>
  bytesOf(events.toSpliced(below(events.length + 1), 0, pick(events)))

const splice: Rearrange = (events, { below }, other) => {
  const next = other()
  return bytesOf([...events.slice(0, below(events.length + 1)), ...next.slice(below(next.length + 1))])
}

const interleave: Rearrange = (events, { once }, other) => {
  const next = other().slice()
  return bytesOf([...events.flatMap((event) => [...(once(2) ? next.splice(0, 1) : []), event]), ...next])
}

// -------------------------------------------------------------------------------------
// addresses
// -------------------------------------------------------------------------------------

const numbers = /"(index|output_index|content_index|summary_index|contentBlockIndex|sequence_number)":\s*(-?\d+)/g
const names = /"(id|item_id|call_id|tool_call_id|toolUseId|response_id)":\s*"([^"\\]*)"/g

/** An event with other addresses. */
const addressed = (event: Event, of: RegExp, change: (name: string, value: string) => string): Uint8Array =>
  event.json === ''
    ? event.bytes
    : event.write(event.json.replace(of, (_all, name: string, value: string) => `"${name}":${change(name, value)}`))

const odd = ['0', '1', '2', '7', '-1', 'null', '"0"', '1.5', '"x"', '""', '{}'] as const

const readdress: Rearrange = (events, { below, pick, once }) => {
  const at = below(events.length)
  const value = pick(odd)
  const of = once(2) ? numbers : names
  const isOne = once(2)
  let left = below(3)
  return events.map((event, i) =>
    i !== at ? event.bytes : addressed(event, of, (_name, was) => (isOne && left-- !== 0 ? JSON.stringify(was) : value))
  )
}

/** The addresses of one event, in another one. */
const lend: Rearrange = (events, { below, pick }) => {
  const at = below(events.length)
  const lent = new Map<string, string>()
  for (const of of [numbers, names])
    for (const [, name = '', value = ''] of pick(events).json.matchAll(of)) lent.set(name, value)
  const isNumber = (text: string): boolean => text !== '' && Number.isSafeInteger(Number(text))
  return events.map((event, i) =>
    i !== at
      ? event.bytes
      : addressed(event, numbers, (name, was) => {
          const value = lent.get(name) ?? was
          return isNumber(value) ? value : was
        })
  )
}

const permute: Rearrange = (events, { below }) => {
  const by = 1 + below(3)
  return events.map((event) =>
    addressed(event, numbers, (name, value) => (name === 'sequence_number' ? value : String(Number(value) ^ by)))
  )
}

const shift: Rearrange = (events, { below }) => {
  const by = 1 + below(5)
  return events.map((event) => addressed(event, numbers, (_name, value) => String(Number(value) + by)))
}

const rename: Rearrange = (events, { below, once }) => {
  const isSame = once(2)
  const from = below(events.length)
  return events.map((event, i) =>
    i < from ? event.bytes : addressed(event, names, (_name, value) => JSON.stringify(`${value}${isSame ? '-' : i}`))
  )
}

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

const values = Object.values(hostileValues).filter((value) => value.length < 64)

const retype: Rearrange = (events, { below, pick }) => {
  const at = below(events.length)
  return events.map((event, i) => {
    const leaves =
      i === at
        ? placesOf(event.json).filter(({ isKey, from }) => !isKey && !'{['.includes(event.json.charAt(from)))
        : []
    return leaves.length === 0 ? event.bytes : event.write(withAt(event.json, pick(leaves), pick(values)))
  })
}

const errors = [
  '{"error":{"message":"no","type":"server_error","code":500}}',
  '{"type":"error","error":{"type":"overloaded_error","message":"no"}}',
  '{"error":"no"}',
  '{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"no"}}}',
  '{"error":{"code":503,"message":"no","status":"UNAVAILABLE"}}'
] as const

const fail: Rearrange = (events, { below, pick }) => {
  const error = pick(events).write(pick(errors))
  return bytesOf(events).toSpliced(below(events.length + 1), 0, error)
}

const lose: Rearrange = (events, { below, pick }) => {
  const at = below(events.length)
  const how = pick(['{"bad', '[0]', ...errors.slice(0, 2)])
  return events.map((event, i) => (i === at ? event.write(how) : event.bytes))
}

const isSnapshot = ({ json }: Event): boolean =>
  /"type":"response\.(?:.*\.done|completed|incomplete|in_progress|created)"/.test(json)

/** Whole snapshots once more, at once or later. */
const resay: Rearrange = (events, { below, once }) => {
  const said: Uint8Array[] = []
  const later: Uint8Array[] = []
  for (const event of events) {
    said.push(event.bytes)
    if (!isSnapshot(event) || /"type":"response\.(completed|incomplete)"/.test(event.json)) continue
    if (once(3)) said.push(event.bytes)
    else if (once(3)) later.push(event.bytes)
    else if (later.length > 0 && below(2) === 0) later.splice(0, 1).forEach((one) => said.push(one))
  }
  return said
}

const kinds: ReadonlyArray<readonly [Rule, Rearrange]> = [
  ['any', drop],
  ['any', move],
  ['any', swap],
  ['any', repeat],
  ['any', splice],
  ['any', interleave],
  ['any', readdress],
  ['any', lend],
  ['any', permute],
  ['any', shift],
  ['any', rename],
  ['any', retype],
  ['any', fail],
  ['lost', lose],
  ['same', resay]
]

/** Events that one thing happened to, and seldom a second; there is one event at least. */
export const rearranged = (
  events: ReadonlyArray<Event>,
  random: Random,
  other: () => ReadonlyArray<Event>
): Rearranged => {
  const [rule, rearrange] = random.pick(kinds)
  return { rule, body: joined(rearrange(events, random, other)) }
}
