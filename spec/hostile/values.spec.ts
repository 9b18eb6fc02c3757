/** Hostile values at every place of every stream of the fixtures: nothing throws, and every fold is what is owed. */
import { inspect } from 'node:util'

import fc from 'fast-check'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { failureError } from '../../lib/codec/FailureError.ts'
import type { Place } from '../arbitraries/hostileJson.ts'
import {
  hostileAt,
  hostileJson,
  hostileMembers,
  hostileNames,
  hostileValues,
  withAt
} from '../arbitraries/hostileJson.ts'
import { joined, randomCuts } from '../arbitraries/pieces.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import type { Event } from '../fuzz/events.ts'
import { eventsOf, placesIn } from '../fuzz/events.ts'
import { changesSince, intrinsics } from '../laws/intrinsics.ts'
import type { Sound } from '../laws/sound.ts'
import { sound } from '../laws/sound.ts'

interface Stream {
  readonly fold: Sound
  readonly events: ReadonlyArray<Event>
}

const all: ReadonlyArray<Stream> = answers.map(({ provider, stream: body }) =>
  withProvider(provider, (one) => ({ fold: sound(one), events: eventsOf(one.framing.name, body) }))
)

/** An event of a stream with other JSON, among those around it and the last ones. */
const around = ({ events }: Stream, at: number, json: string): Uint8Array =>
  joined([
    ...events.slice(Math.max(at - 2, 0), at).map(({ bytes }) => bytes),
    events[at]?.write(json) ?? new Uint8Array(0),
    ...events.slice(at + 1, at + 2).map(({ bytes }) => bytes),
    ...events.slice(Math.max(at + 2, events.length - 2)).map(({ bytes }) => bytes)
  ])

interface Spot {
  readonly stream: Stream
  readonly at: number
  readonly event: Event
  readonly place: Place
}

const spots: ReadonlyArray<Spot> = all.flatMap((stream) =>
  stream.events.flatMap((event, at) => placesIn(event).map((place) => ({ stream, at, event, place })))
)

const before = intrinsics()

const faultsAt = ({ stream, at }: Spot, json: string, cut: number): ReadonlyArray<string> => {
  const body = around(stream, at, json)
  const faults = stream.fold.faults(body, cutInto(body, cut % 32 === 0 ? { bytes: 1 } : { seed: cut }))
  return faults.map((fault) => `${stream.fold.name}: ${fault}: ${json}`)
}

// Each place is tried with as many values as this goes into their number, and each value at as many places.
const EVERY = 100

describe('hostile values', () => {
  it('have many places', () => {
    expect(spots.length).toBeGreaterThan(2000)
  })

  it.each(Object.entries(hostileValues).map(([name, json], i) => [name, json, i] as const))(
    'law: %s, at its share of all places, folds as is owed',
    (_, json, i) => {
      const mine = spots.filter(({ place }, k) => !place.isKey && k % EVERY === i % EVERY)
      expect(mine.flatMap((spot, k) => faultsAt(spot, withAt(spot.event.json, spot.place, json), k))).toEqual([])
    }
  )

  it.each(hostileNames.map((name, i) => [name, i] as const))('law: the name %j folds as is owed', (name, i) => {
    const mine = spots.filter(({ place }, k) => place.isKey && k % EVERY === i % EVERY)
    expect(
      mine.flatMap((spot, k) => faultsAt(spot, withAt(spot.event.json, spot.place, JSON.stringify(name)), k))
    ).toEqual([])
  })

  it.each(hostileMembers.map((member, i) => [member, i] as const))(
    'law: the member %s, in its share of the objects, folds as is owed',
    (_, i) => {
      const choice = Object.keys(hostileValues).length + i
      const objects = spots.filter(({ event, place }, k) => event.json[place.from] === '{' && k % 12 === i % 12)
      expect(objects.flatMap((spot, k) => faultsAt(spot, hostileAt(spot.event.json, spot.place, choice), k))).toEqual(
        []
      )
    }
  )

  it('law: several of them in one event, under any cut, fold as is owed', () => {
    const numbers = fc
      .nat(all.length - 1)
      .chain((i) => fc.tuple(fc.constant(i), fc.nat((all[i]?.events.length ?? 1) - 1)))
    fc.assert(
      fc.property(
        numbers.chain(([i, at]) => {
          const stream = all[i] as Stream // below the length
          return hostileJson(stream.events[at]?.json ?? '').chain((json) => {
            const body = around(stream, at, json)
            return fc.tuple(fc.constant(stream.fold.name), fc.constant(i), fc.constant(body), randomCuts(body))
          })
        }),
        ([, i, body, pieces]) => {
          expect(all[i]?.fold.faults(body, pieces)).toEqual([])
        }
      ),
      { numRuns: 300 }
    )
  })

  it('law: whatever comes of them can be shown', () => {
    spots.forEach((spot, k) => {
      if (k % 64 !== 0) return
      const { outcome } = spot.stream.fold.run([
        around(spot.stream, spot.at, hostileAt(spot.event.json, spot.place, k))
      ])
      expect(typeof inspect(outcome, { depth: Infinity })).toBe('string')
      for (const failure of outcome.failures) {
        const error = failureError(failure)
        expect([String(error), inspect(error)].every((text) => text.includes(failure._tag))).toBe(true)
      }
    })
  })

  afterAll(() => {
    expect(changesSince(before)).toEqual([])
  })
})
