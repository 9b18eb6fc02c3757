import { either as E } from 'fp-ts'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { awsEventStreamFraming, ndjsonFraming } from '../../lib/machine/framing/frames.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import type { ChatState } from '../../lib/protocols/openAIChat/state.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { withFraming } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { googleInteractions } from '../../lib/providers/googleInteractions.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { restoreFold, saveFold } from '../../lib/reading/checkpoint.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import type { FoldState } from '../../lib/reading/foldMachine.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { answers } from '../fixtures/answers.ts'
import { call, calls, delta, finish } from '../fixtures/chat.ts'

const machine = foldMachine(openRouter)

const through = (state: FoldState<ChatState>): FoldState<ChatState> => {
  const restored = restoreFold(openRouter)(JSON.parse(JSON.stringify(saveFold(openRouter)(state))))
  expect(restored).toEqual(E.right(state))
  return E.isRight(restored) ? restored.right : state
}

/** A stream in which every field of the state is used at some byte. */
const everything = [
  ': comment\nid: 7\nevent: x\n',
  delta({
    reasoning_details: [{ type: 'reasoning.text', text: 'é€😀', signature: 'S', id: 'r', format: 'f', index: 0 }]
  }),
  delta({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'D' }] }),
  delta({ content: 'a', refusal: 'b' }),
  delta({ content: [{ odd: 1 }] }),
  calls(call(0, 'a', 'w', { a: 1 }, { extra: 1 }), call(0, undefined, 'w', '')),
  calls(call(1, 'b', '', '', { held: true })),
  calls(call('x', undefined, 'v', '')),
  'data: {bad\n\n',
  'data: {"choices":7}\n\n',
  'data: {"error":{"message":"m","code":1,"type":"t","status":500,"metadata":{"provider_name":"p","raw":"r"}}}\n\n',
  finish('length', { native_finish_reason: 'MAX' })
].join('')

describe('checkpoint', () => {
  it('law: what is restored is what was saved, at every byte', () => {
    const body = new TextEncoder().encode(everything)
    let { initial: state } = machine
    for (let k = 0; k < body.length; k++) state = through(feedMachine(machine)(state, [body.subarray(k, k + 1)]).state)
    expect(state.second.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson', 'DecodeFailure', 'ProviderFailure'])
    expect(state.first.decode.provider.choices[0]?.held).toHaveLength(1)
  })

  it('law: the rest of a body, folded from what was restored, gives the same outcome', () => {
    for (const { name, interactions } of readCassettes()) {
      if (name.startsWith('groq')) continue
      for (const { answer } of interactions) {
        const { status, body } = answer
        const inTwo = foldMachine(openRouter, { status })
        const half = feedMachine(inTwo)(inTwo.initial, [body.subarray(0, body.length / 2)]).state
        const rest = feedMachine(inTwo)(through(half), [body.subarray(body.length / 2)]).state
        let outcome: MessageState | undefined
        inTwo.end(rest, (said) => {
          outcome = said
        })
        expect(outcome).toEqual(foldBody(openRouter, body, { status }))
      }
    }
  })

  it('refuses a state of another framing, which would begin anew inside an event', () => {
    for (const framing of [ndjsonFraming, awsEventStreamFraming]) {
      const other = withFraming(framing)(openRouter)
      const { state } = feedMachine(machine)(machine.initial, ['data: {"choi'])
      const restored = restoreFold(other)(JSON.parse(JSON.stringify(saveFold(openRouter)(state))))
      expect(restored).toMatchObject({
        left: { _tag: 'DecodeFailure', errors: [{ path: 'state.first.frames', expected: framing.name }] }
      })
      expect(restoreFold(other)(saveFold(openRouter)(machine.initial))._tag).toBe('Right')
    }
  })

  it('refuses what is no checkpoint of this version and provider, and says where', () => {
    const saved = saveFold(openRouter)(machine.initial)
    const refused = (json: unknown): ReadonlyArray<string> => {
      const restored = restoreFold(openRouter)(json)
      return E.isLeft(restored) && restored.left._tag === 'DecodeFailure'
        ? restored.left.errors.map(({ path }) => path)
        : []
    }
    for (const version of ['1.1', '2.0', '3.1', '2', 2, null])
      expect(refused({ ...saved, version })).toEqual(['version'])
    expect(refused(saveFold(groq)(machine.initial))).toEqual(['provider'])
    const broken = JSON.parse(JSON.stringify(saved)) as { state: { first: { frames: unknown } } }
    broken.state.first.frames = { sse: {} }
    expect(refused(broken)).toContain('state.first.frames.sse.data')
    expect(refused(null)).toEqual([''])
  })

  /** A number of a saved state: its path, and the path without the places in lists. */
  interface Leaf {
    readonly path: ReadonlyArray<string>
    readonly kind: string
  }

  const leavesOf = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<Leaf> =>
    typeof value === 'number'
      ? [{ path, kind: path.filter((key) => !/^[0-9]+$/.test(key)).join('.') }]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
        : []

  const withLeaf = (value: unknown, [key, ...path]: ReadonlyArray<string>, leaf: unknown): unknown => {
    if (key === undefined) return leaf
    const copy = (Array.isArray(value) ? value.slice() : { ...(value as object) }) as Record<string, unknown> // a path of it
    copy[key] = withLeaf(copy[key], path, leaf)
    return copy
  }

  /** Numbers that are as the provider sent them. */
  const free =
    /\.(raw|extra|sources|result|code)$|\.(raw|extra|sources|result)\.|parts\.(start|end|index)$|provider\.usage\.|candidates\.cited\.|beside\.message\./

  const outOf = (kind: string): ReadonlyArray<unknown> => {
    if (/(limit|status)$/.test(kind)) return ['1', null]
    if (/(cost|retryAfter)$/.test(kind)) return [-2, '1', null]
    if (kind.endsWith('hash')) return [0.5, 2 ** 53, '1', null]
    return [
      /(orphan|sequence)$/.test(kind) ? -3 : -2,
      0.5,
      2 ** 53,
      ...(/pending|surrogate/.test(kind) ? [0x10000] : []),
      '1',
      null
    ]
  }

  const law = (provider: AnyProvider, body: Uint8Array): ReadonlySet<string> => {
    const folding = foldMachine(provider, { status: 200, contentType: 'text/event-stream', retryAfter: 1000 })
    const restore = restoreFold(provider)
    const seen = new Set<string>()
    let { initial: state } = folding
    for (let k = 0; k < body.length; k++) {
      state = feedMachine(folding)(state, [body.subarray(k, k + 1)]).state
      if (k % 16 !== 15 && k !== body.length - 1) continue
      const saved: unknown = JSON.parse(JSON.stringify(saveFold(provider)(state)))
      expect(E.isRight(restore(saved))).toBe(true)
      for (const { path, kind } of leavesOf(saved).filter((leaf) => !seen.has(leaf.kind) && !free.test(leaf.kind))) {
        seen.add(kind)
        const taken = outOf(kind).filter((bad) => E.isRight(restore(withLeaf(saved, path, bad))))
        expect([path.join('.'), taken]).toEqual([path.join('.'), []])
      }
    }
    return seen
  }

  const bodyOf = (name: string): Uint8Array => {
    const found = answers.find(({ provider }) => provider === name)
    if (found === undefined) throw new Error(`there is no answer of ${name}`)
    return found.stream
  }

  it.each([
    ['OpenAI Chat', () => law(openRouter, new TextEncoder().encode(everything))],
    ['OpenAI Chat with citations', () => law(openRouter, bodyOf('openai-compatible'))],
    ['OpenAI Responses', () => law(openAIResponses, bodyOf('openai-responses'))],
    ['Anthropic Messages', () => law(anthropic, bodyOf('anthropic'))],
    ['Google generateContent', () => law(google, bodyOf('google'))],
    [
      'Google generateContent as an array',
      () =>
        law(
          google,
          new TextEncoder().encode(
            '[{"candidates":[{"content":{"parts":[{"text":"é"}]}}]},\n{"candidates":[{"index":0}]}]'
          )
        )
    ],
    ['Google Interactions', () => law(googleInteractions, bodyOf('google-interactions'))],
    ['Bedrock Converse', () => law(bedrockConverse, bodyOf('bedrock-converse'))],
    ['Ollama chat', () => law(ollama, bodyOf('ollama'))],
    ['Cohere chat', () => law(cohere, bodyOf('cohere'))]
  ])('law: no number of a state of %s is restored outside its range', (_name, check) => {
    expect(check().size).toBeGreaterThan(20)
  })
})
