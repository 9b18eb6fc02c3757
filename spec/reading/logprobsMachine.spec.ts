import { either as E } from 'fp-ts'

import type { Alternative, TokenLogprob } from '../../lib/data/TokenLogprob.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { together } from '../../lib/providers/openAIChatHosts.ts'
import { openAI } from '../../lib/providers/openAIChatMakers.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { logprobsMachine } from '../../lib/reading/logprobsMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'

const sse = (...events: ReadonlyArray<object>): string =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')

const tokensOf = (provider: AnyProvider, ...pieces: ReadonlyArray<string>): ReadonlyArray<TokenLogprob> =>
  runMachine(andThen(logprobsMachine)(readChunksMachine(provider)))(pieces).flatMap((result) =>
    E.isRight(result) ? [result.right] : []
  )

const entry = (token: string, logprob: unknown, top: ReadonlyArray<object> = []): object => ({
  token,
  logprob,
  bytes: [72],
  top_logprobs: top
})

const said = (token: string, logprob: number, fields: Partial<TokenLogprob> = {}): TokenLogprob => ({
  token,
  logprob,
  top: [],
  choice: 0,
  refusal: false,
  ...fields
})

const likely = (token: string, logprob: number): Alternative => ({ token, logprob })

const H = entry('H', -0.5, [
  { token: 'H', logprob: -0.5 },
  { token: 'J', logprob: -2, bytes: null }
])
const i = entry('i', -1)
const theH = said('H', -0.5, { bytes: [72], top: [likely('H', -0.5), likely('J', -2)] })
const theI = said('i', -1, { bytes: [72] })

interface Case {
  readonly provider: AnyProvider
  readonly stream: string
  readonly body: object
  readonly tokens: ReadonlyArray<TokenLogprob>
}

const candidate = (tokens: ReadonlyArray<string>): object => ({
  content: { parts: [{ text: tokens.join('') }] },
  finishReason: 'STOP',
  logprobsResult: {
    chosenCandidates: tokens.map((token) => ({ token, tokenId: token.length + 1, logProbability: -token.length })),
    topCandidates: tokens.map((token) => ({ candidates: [{ token, tokenId: 9, logProbability: -9 }] }))
  }
})

const inGoogle = (token: string): TokenLogprob => ({
  ...said(token, -token.length, { id: token.length + 1, top: [{ token, id: 9, logprob: -9 }] })
})

const cases: Readonly<Record<string, Case>> = {
  'OpenAI Chat': {
    provider: openAI,
    stream: sse(
      { choices: [{ index: 1, delta: { content: 'H' }, logprobs: { content: [H], refusal: null } }] },
      { choices: [{ index: 1, delta: {}, logprobs: null, finish_reason: 'stop' }] },
      { choices: [{ index: 0, delta: { refusal: 'i' }, logprobs: { content: null, refusal: [i] } }] }
    ),
    body: {
      choices: [
        { index: 1, message: { content: 'H' }, logprobs: { content: [H], refusal: null } },
        { index: 0, message: { refusal: 'i' }, logprobs: { content: null, refusal: [i] } }
      ]
    },
    tokens: [
      { ...theH, choice: 1 },
      { ...theI, refusal: true }
    ]
  },
  'the older form': {
    provider: together,
    stream: sse({
      choices: [
        {
          delta: { content: 'Hi' },
          logprobs: { tokens: ['H', 'i'], token_logprobs: [-0, -1], top_logprobs: [{ H: -3, J: -2 }, null] }
        }
      ]
    }),
    body: {
      choices: [
        {
          message: { content: 'Hi' },
          logprobs: { tokens: ['H', 'i'], token_logprobs: [0, -1], top_logprobs: [{ H: -3, J: -2 }, null] }
        }
      ]
    },
    tokens: [said('H', 0, { top: [likely('H', -3), likely('J', -2)] }), said('i', -1)]
  },
  'the older form with ids': {
    provider: together,
    stream: sse({
      choices: [
        {
          delta: { content: 'Hi' },
          logprobs: { tokens: ['H', 'i'], token_logprobs: [-0.5, -1], token_ids: [7, 8] }
        }
      ]
    }),
    body: {
      choices: [
        {
          message: { content: 'Hi' },
          logprobs: { tokens: ['H', 'i'], token_logprobs: [-0.5, -1], token_ids: [7, 8] }
        }
      ]
    },
    tokens: [said('H', -0.5, { id: 7 }), said('i', -1, { id: 8 })]
  },
  Responses: {
    provider: openAIResponses,
    stream: sse(
      { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'H', logprobs: [H] },
      { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'i', logprobs: [i] },
      { type: 'response.output_text.done', output_index: 0, content_index: 0, text: 'Hi', logprobs: [H, i] },
      {
        type: 'response.completed',
        response: { output: [{ type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [H, i] }] }] }
      }
    ),
    body: { output: [{ type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [H, i] }] }] },
    tokens: [theH, theI]
  },
  Gemini: {
    provider: google,
    stream: sse({ candidates: [candidate(['H'])] }, { candidates: [{ ...candidate(['ié']), avgLogprobs: -1 }] }),
    body: { candidates: [candidate(['H', 'ié'])] },
    tokens: [inGoogle('H'), inGoogle('ié')]
  },
  Cohere: {
    provider: cohere,
    stream: sse(
      {
        type: 'content-delta',
        index: 0,
        delta: { message: { content: { text: 'H' } } },
        logprobs: { token_ids: [7], text: 'H', logprobs: [-0.5] }
      },
      {
        type: 'content-delta',
        index: 0,
        delta: { message: { content: { text: 'é' } } },
        logprobs: { token_ids: [8, 9], text: 'é', logprobs: [-1, -2] }
      },
      { type: 'message-end', delta: { finish_reason: 'COMPLETE' } }
    ),
    body: {
      message: { content: [{ type: 'text', text: 'Hé' }] },
      finish_reason: 'COMPLETE',
      logprobs: [
        { token_ids: [7], text: 'H', logprobs: [-0.5] },
        { token_ids: [8, 9], text: 'é', logprobs: [-1, -2] }
      ]
    },
    tokens: [said('H', -0.5, { id: 7 }), said('', -1, { id: 8 }), said('', -2, { id: 9 })]
  },
  Ollama: {
    provider: ollama,
    stream: `${JSON.stringify({ message: { content: 'H' }, logprobs: [H] })}\n${JSON.stringify({ message: { content: 'i' }, logprobs: [i], done: true })}\n`,
    body: { message: { content: 'Hi' }, done: true, logprobs: [H, i] },
    tokens: [theH, theI]
  }
}

describe('logprobsMachine', () => {
  it.each(Object.entries(cases))(
    'law: %s: a stream and the JSON body of the same answer have the same tokens',
    (_title, one) => {
      const { provider, stream, body, tokens } = one
      expect(tokensOf(provider, stream)).toEqual(tokens)
      expect(tokensOf(provider, JSON.stringify(body))).toEqual(tokens)
      expect(tokensOf(provider, ...Array.from(stream))).toEqual(tokens)
    }
  )

  it.each([
    ['no list', { content: 7 }],
    ['an empty list', { content: [] }],
    ['entries that are not objects', { content: [7, null, 'x', []] }],
    ['a logprob that is not a number', { content: [entry('a', '-1'), entry('b', null), { token: 'c' }] }],
    ['tokens without logprobs', { tokens: ['a'], token_logprobs: null, top_logprobs: 7 }],
    ['ids without logprobs', { token_ids: [1] }],
    ['a text', 'x'],
    ['nothing', null]
  ])('%s is no token', (_title, logprobs) => {
    const body = sse({
      logprobs,
      choices: [{ delta: { content: 'a' }, logprobs }],
      candidates: [{ logprobsResult: logprobs }]
    })
    expect(tokensOf(openAI, body)).toEqual([])
  })

  it('is of no message', () => {
    for (const { provider, stream } of Object.values(cases)) {
      expect(JSON.stringify(foldBody(provider, stream).message).toLowerCase()).not.toContain('logprob')
    }
  })

  it('a failure passes on in its place', () => {
    const body = `data: {bad\n\n${sse({ choices: [{ delta: {}, logprobs: { content: [i] } }] })}`
    const results = runMachine(andThen(logprobsMachine)(readChunksMachine(openAI)))([body])
    expect(results.map(({ _tag }) => _tag)).toEqual(['Left', 'Right', 'Left'])
  })
})
