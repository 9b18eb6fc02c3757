/** The fuzzer in short, with a fixed seed; `npm run fuzz` goes on from there. */
import { ndjsonFraming } from '../../lib/machine/framing/frames.ts'
import type { OpenAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { joined } from '../arbitraries/pieces.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { changesSince, intrinsics } from '../laws/intrinsics.ts'
import { isSameJson, unlikeJson } from '../laws/plain.ts'
import { sound } from '../laws/sound.ts'
import { sseFaults } from '../laws/sseOracle.ts'
import { mayBeWhole } from '../laws/terminal.ts'
import { campaign, inputAt } from './campaign.ts'
import { faultsOf } from './checks.ts'
import { eventsOf } from './events.ts'
import { FRAMINGS } from './framings.ts'
import { randomOf } from './random.ts'
import { ownSeeds } from './seeds.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A provider whose state has a field that JSON does not keep. */
const forgetful = (provider: OpenAIChatProvider): AnyProvider => {
  const open = opened(provider)
  const { machine } = open
  const step: typeof machine.step = (state, chunk, emit) => ({ ...machine.step(state, chunk, emit), odd: undefined })
  const changed = { ...open, machine: { ...machine, step } }
  return changed
}

describe('the fuzzer', () => {
  const pools = ownSeeds()

  it('finds nothing in some thousands of inputs', () => {
    const { inputs, folds, finds } = campaign(pools, 1, { from: 0, step: 1, count: 6000 })
    // How long something takes is not asked here.
    expect(finds.filter(({ faults }) => faults.some((fault) => !fault.startsWith('takes')))).toEqual([])
    expect([inputs, folds > 1000]).toEqual([6000, true])
  })

  it('makes the same input again from its seed and its number', () => {
    const one = inputAt(pools, 7, 1234)
    expect(inputAt(ownSeeds(), 7, 1234)).toEqual(one)
    expect(inputAt(pools, 8, 1234)).not.toEqual(one)
    const numbers = Array.from({ length: 100 }, (_, i) => randomOf(7, i).below(2 ** 31))
    expect(new Set(numbers).size).toBe(100)
  })

  it('changes most inputs, over all providers, framings and options', () => {
    const inputs = Array.from({ length: 3000 }, (_, i) => inputAt(pools, 3, i))
    expect(new Set(inputs.map(({ provider }) => provider)).size).toBeGreaterThan(25)
    expect(new Set(inputs.map(({ framing }) => framing)).size).toBe(FRAMINGS + 1)
    expect(new Set(inputs.map(({ body }) => Buffer.from(body).toString('latin1'))).size).toBeGreaterThan(2800)
  })

  it('splits streams into events that joined are the stream, and writes them again', () => {
    answers.forEach(({ provider, stream: body }) => {
      const events = withProvider(provider, ({ framing }) => eventsOf(framing.name, body))
      expect(joined(events.map(({ bytes }) => bytes))).toEqual(body)
      expect(events.filter(({ json }) => json !== '').length).toBeGreaterThanOrEqual(3)
      const again = events.map((event) => event.write(event.json))
      const fold = withProvider(provider, (one) => sound(one))
      expect(fold.run([joined(again)]).outcome).toEqual(fold.run([body]).outcome)
    })
  })
})

describe('what the fuzzer asks', () => {
  const whole = encode('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n')
  const open = opened(openRouter)
  const input = { framing: -1, provider: 'openrouter', options: 0, body: whole, rule: 'any', original: whole } as const

  it('is no fault of a sound fold', () => {
    expect(sound(openRouter).faults(whole, [whole.subarray(0, 9), whole.subarray(9)])).toEqual([])
    expect(faultsOf(input, randomOf(1, 1))).toEqual([])
  })

  it('finds a state that remembers the cut, a value that is no JSON, and a throw', () => {
    const cutting = { ...open, error: () => ({ message: 'no', code: Infinity, status: -0 }) }
    expect(sound(cutting).faults(whole)).toContain('outcome.failures.0.status is -0')
    expect(sound(forgetful(openRouter)).faults(whole.subarray(0, -14))).toContain(
      'state.first.decode.provider.odd is undefined'
    )
    const other = encode('data: {"choices":[{"delta":{"content":"Ho"}}]}\n\ndata: [DONE]\n\n')
    expect(sound(openRouter).faults(whole, [other])).toContain('another cut gives another outcome')
    expect(sound(openRouter).faults(whole.subarray(0, 20), [whole.subarray(0, 21)])).toContain(
      'another cut gives another state'
    )
    const throwing = { ...input, provider: 'openrouter', body: undefined as never }
    expect(faultsOf(throwing, randomOf(1, 1))[0]).toMatch(/^throws /)
  })

  it('finds a false finish', () => {
    const early = { ...open, terminal: 'finish' as const, ended: () => true, finished: () => true }
    expect(sound(early).faults(encode('data: {"choices":[]}\n\n'))).toEqual(['complete without a terminal'])
    expect(mayBeWhole(open, whole)).toBe(true)
    expect(mayBeWhole(open, whole.subarray(0, -14))).toBe(false)
    expect(mayBeWhole({ framing: ndjsonFraming, terminal: 'event' }, encode('{"done":false}\n'))).toBe(false)
    expect(mayBeWhole(open, encode('\n{}'))).toBe(true)
  })

  it('tells plain JSON from what is not', () => {
    const list = [1]
    list[3] = 2
    const odd = [
      undefined,
      NaN,
      -0,
      Infinity,
      list,
      new Map(),
      new Date(0),
      () => 1,
      Object.create(null),
      { a: undefined }
    ]
    expect(odd.filter((value) => unlikeJson(value) === undefined)).toEqual([])
    const named = Object.assign([1], { a: 1 })
    expect([unlikeJson(named), unlikeJson({ [Symbol('a')]: 1 })]).toEqual([' has holes or names', ' has symbols'])
    expect(unlikeJson(JSON.parse('{"__proto__":[1,null,"a",{}]}'))).toBeUndefined()
    const pairs = [
      [{ a: 1 }, { a: 1 }],
      [{ a: 1 }, { b: 1 }],
      [[1], { 0: 1 }],
      [[1], [1, 2]],
      [{ a: [1] }, { a: [2] }],
      [null, {}]
    ] as const
    expect(pairs.map(([a, b]) => isSameJson(a, b))).toEqual([true, false, false, false, false, false])
  })

  it('sees what is written to what all programs share', () => {
    const before = intrinsics()
    expect(changesSince(before)).toEqual([])
    Object.defineProperty(Array.prototype, 'polluted', { value: 1, configurable: true })
    expect(changesSince(before)).toHaveLength(1)
    Reflect.deleteProperty(Array.prototype, 'polluted')
    expect(changesSince(before)).toEqual([])
  })

  it('compares events, comments, retries and ids with those of another parser', () => {
    const odd = 'id: 1\ndata: a\n\n: c\nretry: 10\nid: \0\ndata\n\nid\n\nid: 2\r\rdata: b\r\n\r\r'
    expect(sseFaults(encode(odd), [odd])).toEqual([])
    expect(sseFaults(encode('data: a\n\n'), ['data: b\n\n'])).toEqual(['another cut gives other events'])
  })
})
