import * as t from 'io-ts'

import { isFailed } from '../../lib/codec/isFailed.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Delta } from '../../lib/data/Delta.ts'
import { frameOf } from '../../lib/data/Frame.ts'
import type { Result } from '../../lib/data/Result.ts'
import { right } from '../../lib/data/Result.ts'
import { besideOf } from '../../lib/protocols/beside.ts'
import { openAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { ChatChunk } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import type { AnyProvider, OpenProvider } from '../../lib/protocols/Provider.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { decodeWith } from '../../lib/reading/decodeChunkMachine.ts'
import { answers } from '../fixtures/answers.ts'
import { providerOf } from '../fixtures/providers.ts'
import { eventsOf } from '../fuzz/events.ts'

type Open = OpenProvider<unknown, unknown, unknown>

interface Leaf {
  /** The fields that lead to it, joined by dots; lists have no name. */
  readonly place: string
  /** The event with another value there. */
  readonly write: (value: unknown) => unknown
  readonly isText: boolean
}

const leavesOf = (u: unknown, place: string, write: (u: unknown) => unknown): ReadonlyArray<Leaf> => {
  if (typeof u === 'string' || typeof u === 'number') return [{ place, write, isText: typeof u === 'string' }]
  if (Array.isArray(u)) return u.flatMap((one: unknown, i) => leavesOf(one, place, (other) => write(u.with(i, other))))
  if (typeof u !== 'object' || u === null) return []
  return Object.entries(u).flatMap(([key, value]) =>
    leavesOf(value, place === '' ? key : `${place}.${key}`, (other) => write({ ...u, [key]: other }))
  )
}

const texts = ['', 'a', 'error', 'stop', 'length', 'message_stop', 'null', '{}', '500', 'content_filter']
const numbers = [0, 1, -1, 200, 429, 500, 1.5, 1e21]

const eventsIn = (provider: Open, stream: Uint8Array): ReadonlyArray<unknown> =>
  eventsOf(provider.framing.name, stream).flatMap(({ json }) => (json === '' ? [] : [JSON.parse(json) as unknown]))

/** The answers to all questions that are asked before an event is folded. */
const questions = (provider: Open, event: unknown): object => {
  const deltas: Delta[] = []
  const beside = provider.beside?.(besideOf(), event, (delta) => deltas.push(delta))
  return {
    counts: provider.counts(event),
    knows: provider.knows(event),
    is: provider.chunk.is(event),
    error: ['', 'error', 'x'].map((name) => provider.error(event, name)?.message === undefined),
    beside,
    deltas
  }
}

const cases = answers.map(({ provider: name, stream }) => {
  const provider = providerOf(name)
  const events = eventsIn(provider, stream)
  return { name, provider, leaves: events.flatMap((event) => leavesOf(event, '', (u) => u)) }
})

describe('the free places of a protocol', () => {
  it.each(cases)('decide nothing about an event ($name)', ({ provider, leaves }) => {
    for (const { place, write, isText } of leaves) {
      if (!provider.free.includes(place)) continue
      const values = isText ? texts : numbers
      const [first, ...others] = values.map((value) => questions(provider, write(value)))
      for (const other of others) expect(other).toStrictEqual(first)
    }
  })

  it('are in the fixtures of each protocol', () => {
    const seen = cases.flatMap(({ provider, leaves }) =>
      leaves.flatMap(({ place }) => (provider.free.includes(place) ? [provider.protocol.name] : []))
    )
    expect(new Set(seen)).toStrictEqual(new Set(cases.map(({ provider }) => provider.protocol.name)))
  })
})

const LIKE = 6

/** Events that are alike but for one leaf, then events with values there that may decide. */
const rowOf = ({ write, isText }: Leaf): ReadonlyArray<unknown> => [
  ...Array.from({ length: LIKE }, (_, i) => write(isText ? `a${String(i)}` : i)),
  ...(isText ? texts : numbers).map(write),
  ...Array.from({ length: 3 }, (_, i) => write(isText ? `b${String(i)}` : i))
]

const outputsOf = (
  provider: Open,
  events: ReadonlyArray<unknown>,
  remembers: boolean
): { readonly outputs: ReadonlyArray<Result<Chunk<unknown, never>>>; readonly state: unknown } => {
  let machine = decodeWith(provider)
  let state = machine.initial
  const outputs: Result<Chunk<unknown, never>>[] = []
  events.forEach((event, i) => {
    if (!remembers) machine = decodeWith(provider)
    state = machine.step(state, right(frameOf(JSON.stringify(event), i)), (output) => outputs.push(output))
  })
  return { outputs, state }
}

describe('what is remembered of like events', () => {
  const ofEachProtocol = [...new Map(cases.map((one) => [one.provider.protocol.name, one])).values()]

  it.each(ofEachProtocol)('changes no result, whichever leaf differs ($name)', ({ provider, leaves }) => {
    const once = new Map(leaves.map((leaf) => [leaf.place, leaf]))
    for (const leaf of once.values()) {
      const row = rowOf(leaf)
      expect(outputsOf(provider, row, true)).toStrictEqual(outputsOf(provider, row, false))
    }
  })

  const source = 'https://example.com'
  const isStop = (u: unknown): boolean => JSON.stringify(u).includes('stop it')
  const Own = new t.Type<ChatChunk, unknown>(
    'Own',
    (u): u is ChatChunk => ChatChunk.is(u) && !isStop(u),
    (u, context) => (isStop(u) ? t.failure(u, context) : ChatChunk.validate(u, context)),
    (chunk) => chunk
  )

  it.each([
    {
      of: 'an error',
      own: openAIChatProvider({
        name: 'own',
        source,
        error: (json) => (isStop(json) ? { message: 'stopped' } : undefined)
      })
    },
    { of: 'a codec', own: openAIChatProvider({ name: 'own', source, chunk: Own }) }
  ])('is nothing for $of of the user', ({ own }) => {
    const event = (content: string): object => ({ choices: [{ index: 0, delta: { content } }] })
    const row = [...Array.from({ length: LIKE }, (_, i) => event(`a${String(i)}`)), event('stop it'), event('b')]
    const provider = opened(own as AnyProvider)
    const remembered = outputsOf(provider, row, true)
    expect(remembered).toStrictEqual(outputsOf(provider, row, false))
    expect(remembered.outputs.filter(isFailed)).toHaveLength(1)
  })

  it.each(ofEachProtocol)('changes nothing of the next stream ($name)', ({ provider, leaves }) => {
    const once = new Map(leaves.map((leaf) => [leaf.place, leaf]))
    for (const { write, isText } of once.values()) {
      const row = Array.from({ length: LIKE }, (_, i) =>
        right(frameOf(JSON.stringify(write(isText ? `a${String(i)}` : i)), i))
      )
      const machine = decodeWith(provider)
      const run = (): unknown =>
        row.reduce((state, frame) => machine.step(state, frame, () => undefined), machine.initial)
      const first = run()
      expect(run()).toStrictEqual(first)
    }
  })
})
