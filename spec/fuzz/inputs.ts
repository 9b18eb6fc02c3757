/** Inputs by their number: a window of a seed, with hostile JSON in it and hostile bytes. */
import { hostileAt, hostileChoices, withAt } from '../arbitraries/hostileJson.ts'
import { joined } from '../arbitraries/pieces.ts'
import type { Event } from './events.ts'
import { placesIn } from './events.ts'
import { FRAMINGS } from './framings.ts'
import { changed } from './mutate.ts'
import type { Random } from './random.ts'
import type { Rule } from './rearrange.ts'
import { rearranged } from './rearrange.ts'
import type { Pools, Seed } from './seeds.ts'

export interface Input {
  /** Whether only a framing is asked, and which; -1 = the whole fold. */
  readonly framing: number
  readonly provider: string
  /** Which of the options of a fold it is given. */
  readonly options: number
  readonly body: Uint8Array
  /** What more is asked of it than of any bytes, and the body that it was made from. */
  readonly rule: Rule
  readonly original: Uint8Array
}

const MOST_EVENTS = 2
const LONGEST = 32

/** Some events in a row, often with the last one of the seed, which says that it is over; the whole seed seldom. */
const windowOf = ({ events }: Seed, { below, once }: Random): ReadonlyArray<Event> => {
  if (events.length <= MOST_EVENTS) return events
  if (once(2048)) return events.slice(0, LONGEST)
  const from = below(events.length)
  const to = Math.min(events.length, from + 1 + below(MOST_EVENTS))
  return once(3)
    ? [...events.slice(from, to), ...events.slice(Math.max(to, events.length - 1))]
    : events.slice(from, to)
}

/** JSON of one event at a place of another. */
const grafted = (event: Event, from: Event, { pick }: Random): string => {
  const places = placesIn(event).filter(({ isKey }) => !isKey)
  const others = placesIn(from).filter(({ isKey }) => !isKey)
  if (places.length === 0 || others.length === 0) return event.json
  const { from: start, to } = pick(others)
  return withAt(event.json, pick(places), from.json.slice(start, to))
}

const withHostileJson = (events: ReadonlyArray<Event>, random: Random): Uint8Array => {
  const { below, once, pick } = random
  const chosen = below(events.length)
  return joined(
    events.map((event, i) => {
      const places = placesIn(event)
      if ((i !== chosen && !once(8)) || places.length === 0) return event.bytes
      const json = once(4)
        ? grafted(event, pick(events), random)
        : hostileAt(event.json, pick(places), below(hostileChoices))
      return event.write(json)
    })
  )
}

const changedTimes = (times: number, body: Uint8Array, pools: Pools, random: Random): Uint8Array => {
  const { pick } = random
  let now = body
  for (let i = 0; i < times; i++) now = changed(now, random, () => untouched(windowOf(pick(pick(pools)), random)))
  return now
}

const untouched = (events: ReadonlyArray<Event>): Uint8Array => joined(events.map(({ bytes }) => bytes))

/** The kinds of options that a fold may be given. */
export const OPTIONS = 6

const folded = (pools: Pools, random: Random): Input => {
  const { below, once, pick } = random
  const seed = pick(pick(pools))
  const events = windowOf(seed, random)
  const ofJson = once(3) ? untouched(events) : withHostileJson(events, random)
  // A change of the bytes of a binary frame is found by its checksum, and nothing behind it is reached.
  const times = once(seed.framing === 'awsEventStream' ? 4 : 2) ? 1 + below(3) : 0
  const body = changedTimes(times, ofJson, pools, random)
  const provider = pick(once(16) ? pick(pick(pools)).providers : seed.providers)
  return { framing: -1, provider, options: once(4) ? below(OPTIONS) : 0, body, rule: 'any', original: body }
}

const SHORT = 160

const framed = (pools: Pools, random: Random): Input => {
  const { below } = random
  const whole = untouched(windowOf(random.pick(random.pick(pools)), random))
  const from = random.once(2) ? 0 : below(whole.length)
  const body = changedTimes(1 + below(4), whole.subarray(from, from + 1 + below(SHORT)), pools, random)
  return { framing: below(FRAMINGS), provider: '', options: 0, body, rule: 'any', original: body }
}

const MOST = 24

/** Events in a row, often all of a stream. */
const runOf = ({ events }: Seed, { below }: Random): ReadonlyArray<Event> => {
  if (events.length <= MOST) return events
  const from = below(events.length - MOST)
  return [...events.slice(from, from + MOST), ...events.slice(Math.max(from + MOST, events.length - 2))]
}

const moved = (pools: Pools, random: Random): Input => {
  const { pick, once } = random
  const seed = pick(pick(pools))
  const events = runOf(seed, random)
  const { rule, body } = rearranged(events, random, () => runOf(once(2) ? seed : pick(pick(pools)), random))
  return { framing: -1, provider: pick(seed.providers), options: 0, body, rule, original: untouched(events) }
}

/** Anything that a server could send, and more: a quarter is folded, the others are short and only framed. */
export const inputOf = (pools: Pools, random: Random): Input => {
  if (!random.once(4)) return framed(pools, random)
  return random.once(2) ? folded(pools, random) : moved(pools, random)
}
