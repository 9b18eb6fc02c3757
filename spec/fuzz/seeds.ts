/** What inputs are made from: the streams and bodies of the fixtures, and recordings where there are some. */
import { existsSync, readFileSync } from 'node:fs'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { Framing } from '../../lib/machine/framing/frames.ts'
import { answers } from '../fixtures/answers.ts'
import { everyBlockJson as anthropicJson } from '../fixtures/anthropic.ts'
import { chatNames, otherNames } from '../fixtures/chatProviders.ts'
import { everyContentJson as cohereJson } from '../fixtures/cohere.ts'
import { everyBlockJson as converseJson } from '../fixtures/converse.ts'
import { content, response } from '../fixtures/google.ts'
import { withProvider } from '../fixtures/providers.ts'
import * as responses from '../fixtures/responses.ts'
import type { Row } from '../recordings/rows.ts'
import { providerOf } from '../recordings/rows.ts'
import { pathOf } from '../recordings/shared.ts'
import type { Event } from './events.ts'
import { bodyEvent, eventsOf } from './events.ts'

export interface Seed {
  /** Who may have sent it: the one that did, and others of its protocol. */
  readonly providers: ReadonlyArray<string>
  readonly framing: Framing['name']
  readonly events: ReadonlyArray<Event>
}

const framingOf = (provider: string): Framing['name'] => withProvider(provider, ({ framing }) => framing.name)

const speakers: ReadonlyArray<ReadonlyArray<string>> = [
  chatNames,
  otherNames.filter((name) => name.endsWith('responses')),
  ['anthropic', 'vertex-anthropic'],
  ['google', 'vertex']
]

const providersLike = (name: string): ReadonlyArray<string> => speakers.find((names) => names.includes(name)) ?? [name]

const streamSeed = (provider: string, body: Uint8Array): Seed => {
  const framing = framingOf(provider)
  return { providers: providersLike(provider), framing, events: eventsOf(framing, body) }
}

const bodySeed = (provider: string, json: string): Seed => ({
  providers: providersLike(provider),
  framing: framingOf(provider),
  events: [bodyEvent(json)]
})

const chatJson = JSON.stringify({
  id: 'c1',
  model: 'm',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'Hé',
        reasoning: 'hm',
        refusal: null,
        tool_calls: [{ id: 'a', index: 0, type: 'function', function: { name: 'add', arguments: '{"a":2}' } }],
        annotations: [{ type: 'url_citation', url_citation: { url: 'https://a', start_index: 0, end_index: 1 } }]
      },
      finish_reason: 'tool_calls'
    }
  ],
  usage: {
    prompt_tokens: 10,
    completion_tokens: 5,
    total_tokens: 15,
    completion_tokens_details: { reasoning_tokens: 2 }
  }
})

const ollamaJson = JSON.stringify({
  model: 'm',
  message: { role: 'assistant', content: 'Hé', tool_calls: [{ function: { name: 'add', arguments: { a: 2 } } }] },
  done: true,
  done_reason: 'stop',
  prompt_eval_count: 10,
  eval_count: 5
})

const errors = [
  '{"error":{"message":"slow down","type":"rate_limit","code":429,"metadata":{"raw":"{}","provider_name":"p"}}}',
  '{"type":"error","error":{"type":"overloaded_error","message":"busy"},"request_id":"r"}',
  '{"error":{"code":429,"message":"quota","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"3s"}]}}',
  '{"message":"no","code":"x","detail":[{"msg":"a"}]}'
]

const bodies: ReadonlyArray<readonly [string, string]> = [
  ['openrouter', chatJson],
  ['openai-responses', responses.body(responses.everyKind)],
  ['anthropic', anthropicJson],
  ['bedrock-anthropic', anthropicJson],
  ['google', JSON.stringify(response(content([{ text: 'Hi' }, { functionCall: { name: 'f', args: { a: [1] } } }])))],
  ['google', JSON.stringify([response(content([{ text: 'Hi' }])), response(content([], { finishReason: 'STOP' }))])],
  ['bedrock-converse', converseJson],
  ['ollama', ollamaJson],
  ['cohere', cohereJson],
  ...errors.flatMap((json) => [...otherNames, 'openrouter'].map((name) => [name, json] as const))
]

const streamSeeds = (): ReadonlyArray<Seed> => [
  ...answers.map(({ provider, stream: body }) => streamSeed(provider, body)),
  ...readCassettes().flatMap(({ name, interactions }) =>
    interactions
      .filter(({ answer }) => answer.contentType.includes('event-stream'))
      .map(({ answer }) => streamSeed(name.startsWith('groq') ? 'groq' : 'openrouter', answer.body))
  )
]

const LARGEST = 100_000
const MOST_OF_CASE = 4096

const recordedRows = (): ReadonlyArray<Row> => {
  const index = pathOf('index.json')
  if (!existsSync(index)) return []
  const rows = JSON.parse(readFileSync(index, 'utf8')) as ReadonlyArray<Row> // the file says what a row is
  return rows.filter(
    ({ protocol, status, bytes }) => status === 200 && !protocol.includes('embeddings') && bytes <= LARGEST
  )
}

const isBody = ({ protocol }: Row): boolean => protocol.endsWith('/json')

interface Case {
  readonly encoding: 'utf8' | 'base64'
  readonly input: string
}

/** Bodies of server-sent events that were written to find faults. */
const caseSeeds = (): ReadonlyArray<Seed> => {
  const path = pathOf('..', 'sse', 'cases.json')
  if (!existsSync(path)) return []
  const { strict, lenient } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ReadonlyArray<Case>> // as above
  return [...(strict ?? []), ...(lenient ?? [])]
    .map(({ input, encoding }) => Buffer.from(input, encoding))
    .filter(({ length }) => length <= MOST_OF_CASE)
    .map((bytes) => ({
      providers: chatNames,
      framing: 'sse' as const,
      events: [{ bytes, json: '', write: () => bytes }]
    }))
}

/** Seeds of one kind; each is taken as often as the others. */
export type Pools = ReadonlyArray<ReadonlyArray<Seed>>

const pools = (...weighed: ReadonlyArray<readonly [number, ReadonlyArray<Seed>]>): Pools =>
  weighed.flatMap(([weight, seeds]) => (seeds.length === 0 ? [] : Array.from({ length: weight }, () => seeds)))

/** The seeds that come with the project. */
export const ownSeeds = (): Pools =>
  pools([9, streamSeeds()], [1, bodies.map(([provider, json]) => bodySeed(provider, json))])

/** Those, and all that lies beside the project: recordings, and cases written for any parser. Short ones come more often. */
export const allSeeds = (): Pools => {
  const rows = recordedRows()
  return pools(
    [12, streamSeeds()],
    [1, bodies.map(([provider, json]) => bodySeed(provider, json))],
    [
      4,
      rows.filter((row) => !isBody(row)).map((row) => streamSeed(providerOf(row), readFileSync(pathOf(row.response))))
    ],
    [1, rows.filter(isBody).map((row) => bodySeed(providerOf(row), readFileSync(pathOf(row.response), 'utf8')))],
    [5, caseSeeds()]
  )
}
