import type * as t from 'io-ts'

import { foldBody, messageText, openRouter } from '../../../../lib/core.ts'
import { chatDialect } from '../../../../lib/protocols/openAIChat/index.ts'
import * as wire from '../../../../lib/wire.ts'
import { DONE, finish } from '../../../fixtures/chat.ts'
import { wireLaws } from '../../../laws/wire.ts'

type Json = Readonly<Record<string, unknown>>

const isNothing = (u: unknown): boolean => u === undefined || u === null

const isObject = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

/** Content in a list: an object is a list of one, anything else is none; null entries are skipped. Choices must be one of both. */
const isEvery = (u: unknown, is: (entry: Json) => boolean): boolean => {
  const entries: ReadonlyArray<unknown> = isObject(u) ? [u] : Array.isArray(u) ? u : []
  return entries.every((entry) => isNothing(entry) || (isObject(entry) && is(entry)))
}

const isOptional = (u: unknown, is: (one: Json) => boolean): boolean => isNothing(u) || (isObject(u) && is(u))

const always = (): boolean => true

const isCall = (call: Json): boolean => isOptional(call['function'], always) && isOptional(call['custom'], always)

const isDelta = (delta: Json): boolean =>
  isEvery(delta['tool_calls'], isCall) && isEvery(delta['reasoning_details'], always)

const isChoice = (choice: Json): boolean =>
  isOptional(choice['delta'], isDelta) && isOptional(choice['message'], isDelta)

// Mistral's content may have texts as entries, but no numbers.
const refuses = (u: unknown): boolean =>
  !isObject(u) || !(isNothing(u['choices']) || (typeof u['choices'] === 'object' && isEvery(u['choices'], isChoice)))

const chunks: ReadonlyArray<t.Mixed> = [
  wire.ChatChunk,
  wire.OpenAIChunk,
  wire.OpenRouterChunk,
  wire.GroqChunk,
  wire.AzureChunk,
  wire.PerplexityChunk,
  wire.XAIChunk,
  wire.DeepSeekChunk,
  wire.ZaiChunk,
  wire.CerebrasChunk
]

describe.each(chunks.map((codec) => [codec.name, codec] as const))('%s', (_name, codec) => {
  wireLaws(codec, refuses, 100)
})

describe('ChatErrorBody', () => {
  wireLaws(wire.ChatErrorBody, (u) => !isObject(u))
})

const event = (json: object): string => `data: ${JSON.stringify(json)}\n\n`

describe('a fact of another type', () => {
  it.each([
    ['usage', { usage: [1] }, 'usage'],
    ['a count', { usage: { prompt_tokens: 'ten' } }, 'usage.prompt_tokens'],
    [
      'a cost',
      { usage: { cost_details: { upstream_inference_cost: '1' } } },
      'usage.cost_details.upstream_inference_cost'
    ],
    ['the time', { created: 'now' }, 'created'],
    ['metadata', { openrouter_metadata: { attempts: [{ status: 'ok' }] } }, 'openrouter_metadata.attempts.#.status']
  ])('(%s) is left out and reported once, and the text beside it is kept', (_title, odd, path) => {
    const hi = event({ choices: [{ index: 0, delta: { content: 'Hi' } }], ...odd })
    const { _tag, message, failures, repairs } = foldBody(openRouter, hi + hi + finish('stop') + DONE)
    expect([_tag, messageText(message), failures]).toEqual(['Complete', 'HiHi', []])
    expect(repairs).toEqual([{ _tag: 'FieldIgnored', path }])
  })

  it('is in the raw usage', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, cost_details: 7, more: true }
    const { message } = foldBody(openRouter, event({ choices: [], usage }) + finish('stop') + DONE)
    expect(message.usage?.raw).toEqual(usage)
  })
})

describe('a dialect', () => {
  it('of its own has the places that decide nothing, and folds like the protocol', () => {
    const mine = chatDialect(wire.GroqChunk, wire.GroqResponse, { name: 'mine', source: '' })
    const body = event({ choices: [{ delta: { content: 'a' } }] }) + event({ choices: [{ delta: { content: 'b' } }] })
    expect(messageText(foldBody(mine, body + finish('stop') + DONE).message)).toBe('ab')
    expect((mine as unknown as { readonly free: ReadonlyArray<string> }).free).toContain('choices.delta.content')
  })
})
