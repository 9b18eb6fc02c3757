import { either as E } from 'fp-ts'

import type { Extra } from '../../lib/data/extra.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import type { Message } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { ignoreOutput, runMachine } from '../../lib/machine/Machine.ts'
import type { ExtraNames } from '../../lib/protocols/beside.ts'
import * as gemini from '../../lib/protocols/googleGenerate/beside.ts'
import * as chat from '../../lib/protocols/openAIChat/beside.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { googleInteractions } from '../../lib/providers/googleInteractions.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { azure } from '../../lib/providers/openAIChatMakers.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { outcomeOf } from '../../lib/reading/accumulateMessageMachine.ts'
import { restoreFold, saveFold } from '../../lib/reading/checkpoint.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { HttpHeaders } from '../../lib/reading/headOf.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { finish } from '../fixtures/chat.ts'
import * as converse from '../fixtures/converse.ts'

const encoder = new TextEncoder()

const sse = (...events: ReadonlyArray<object>): Uint8Array =>
  encoder.encode(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))

const done = encoder.encode('data: [DONE]\n\n')

const joined = (...pieces: ReadonlyArray<Uint8Array>): Uint8Array =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]))

/** The outcome of a body that is saved and restored after k bytes. */
const resumed = (provider: AnyProvider, body: Uint8Array, k: number, options?: BodyOptions): Outcome => {
  const begun = foldMachine(provider, options)
  const before = begun.step(begun.initial, body.subarray(0, k), ignoreOutput)
  const restored = restoreFold(provider)(JSON.parse(JSON.stringify(saveFold(provider)(before))))
  if (E.isLeft(restored)) throw new Error(restored.left.message)
  // Another process does not know the response's head.
  const resumes = foldMachine(provider)
  const after = resumes.step(restored.right, body.subarray(k), ignoreOutput)
  return outcomeOf(resumes.end(after, ignoreOutput).second)
}

/** The extras of a message, and of its first choice. */
const extrasOf = ({ extra, choices }: Message): readonly [Extra | undefined, Extra | undefined] => [
  extra,
  choices[0]?.extra
]

interface Case {
  readonly provider: AnyProvider
  readonly stream: Uint8Array
  readonly body: object
  readonly message?: Extra
  readonly choice?: Extra
}

const noise = { created: 7, system_fingerprint: 'fp', obfuscation: 'x', sequence_number: 1, something_new: 1 }

const filtered = { hate: { filtered: false, severity: 'safe' } }

const cases: Readonly<Record<string, Case>> = {
  'OpenAI Chat: Azure': {
    provider: azure,
    stream: joined(
      sse(
        { ...noise, choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: filtered }] },
        {
          ...noise,
          choices: [{ index: 0, delta: { content: 'Hi' }, content_filter_results: {}, logprobs: { content: [] } }]
        },
        { ...noise, choices: [{ index: 0, delta: {}, finish_reason: 'stop', content_filter_results: filtered }] },
        { ...noise, choices: [], service_tier: 'default', usage: null }
      ),
      done
    ),
    body: {
      ...noise,
      service_tier: 'default',
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: filtered }],
      choices: [
        {
          index: 0,
          message: { content: 'Hi' },
          finish_reason: 'stop',
          content_filter_results: filtered,
          logprobs: null
        }
      ]
    },
    message: {
      service_tier: 'default',
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: filtered }]
    },
    choice: { content_filter_results: filtered }
  },
  'OpenAI Chat: a gateway': {
    provider: openRouter,
    stream: joined(
      sse(
        { provider: 'A', choices: [{ delta: { content: 'Hi' } }] },
        { provider: 'B', choices: [{ delta: {}, finish_reason: 'stop' }] }
      ),
      done
    ),
    body: { provider: 'B', choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }] },
    message: { provider: 'B' }
  },
  'OpenAI Chat: Groq': {
    provider: groq,
    stream: joined(
      sse(
        { x_groq: { id: 'req_1', seed: 1 }, choices: [{ delta: { content: 'Hi' } }] },
        {
          x_groq: { id: 'req_1', usage: {} },
          usage_breakdown: { models: [{ model: 'm', usage: { total_tokens: 3 } }] },
          choices: [{ delta: {}, finish_reason: 'stop' }]
        }
      ),
      done
    ),
    body: {
      x_groq: { id: 'req_1' },
      usage_breakdown: { models: [{ model: 'm', usage: { total_tokens: 3 } }] },
      choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }]
    },
    message: { x_groq: { id: 'req_1' }, usage_breakdown: { models: [{ model: 'm', usage: { total_tokens: 3 } }] } }
  },
  'Anthropic Messages': {
    provider: anthropic,
    stream: sse(
      { type: 'message_start', message: { id: 'm', model: 'm', stop_sequence: null, container: { id: 'c' } } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: {
          stop_reason: 'refusal',
          stop_sequence: 'END',
          stop_details: { type: 'refusal', explanation: 'because' },
          container: { id: 'c', expires_at: 'later' }
        },
        context_management: { applied_edits: [{ type: 'e' }] }
      },
      { type: 'message_stop' }
    ),
    body: {
      id: 'm',
      model: 'm',
      content: [{ type: 'text', text: 'Hi' }],
      stop_reason: 'refusal',
      stop_sequence: 'END',
      stop_details: { type: 'refusal', explanation: 'because' },
      container: { id: 'c', expires_at: 'later' },
      context_management: { applied_edits: [{ type: 'e' }] }
    },
    message: { container: { id: 'c', expires_at: 'later' }, context_management: { applied_edits: [{ type: 'e' }] } },
    choice: { stop_sequence: 'END', stop_details: { type: 'refusal', explanation: 'because' } }
  },
  'Google generateContent': {
    provider: google,
    stream: sse(
      {
        candidates: [
          {
            content: { parts: [{ text: 'H' }] },
            groundingMetadata: { webSearchQueries: ['q'], groundingChunks: [] },
            avgLogprobs: -1
          }
        ]
      },
      {
        candidates: [
          {
            content: { parts: [{ text: 'i' }] },
            finishReason: 'STOP',
            finishMessage: 'done',
            safetyRatings: [{ category: 'c', probability: 'LOW' }],
            groundingMetadata: { searchEntryPoint: { renderedContent: '<b>' } },
            urlContextMetadata: { urlMetadata: [{ retrievedUrl: 'u', urlRetrievalStatus: 'OK' }] }
          }
        ]
      }
    ),
    body: {
      candidates: [
        {
          content: { parts: [{ text: 'Hi' }] },
          finishReason: 'STOP',
          finishMessage: 'done',
          avgLogprobs: -1,
          safetyRatings: [{ category: 'c', probability: 'LOW' }],
          groundingMetadata: {
            webSearchQueries: ['q'],
            searchEntryPoint: { renderedContent: '<b>' },
            groundingChunks: []
          },
          urlContextMetadata: { urlMetadata: [{ retrievedUrl: 'u', urlRetrievalStatus: 'OK' }] }
        }
      ]
    },
    choice: {
      finishMessage: 'done',
      safetyRatings: [{ category: 'c', probability: 'LOW' }],
      groundingMetadata: { webSearchQueries: ['q'], searchEntryPoint: { renderedContent: '<b>' } },
      urlContextMetadata: { urlMetadata: [{ retrievedUrl: 'u', urlRetrievalStatus: 'OK' }] }
    }
  },
  'Bedrock Converse': {
    provider: bedrockConverse,
    stream: joined(
      converse.messageStart(),
      converse.said(0, 'Hi'),
      converse.messageStop('end_turn', { additionalModelResponseFields: { a: 1 } }),
      converse.metadata({
        usage: converse.usage,
        metrics: { latencyMs: 7 },
        trace: { guardrail: { actionReason: 'r' } },
        performanceConfig: { latency: 'optimized' },
        serviceTier: { type: 'flex' }
      })
    ),
    body: {
      output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } },
      stopReason: 'end_turn',
      usage: converse.usage,
      metrics: { latencyMs: 7 },
      trace: { guardrail: { actionReason: 'r' } },
      performanceConfig: { latency: 'optimized' },
      serviceTier: { type: 'flex' },
      additionalModelResponseFields: { a: 1 }
    },
    message: {
      additionalModelResponseFields: { a: 1 },
      metrics: { latencyMs: 7 },
      trace: { guardrail: { actionReason: 'r' } },
      performanceConfig: { latency: 'optimized' },
      serviceTier: { type: 'flex' }
    }
  },
  'OpenAI Responses': {
    provider: openAIResponses,
    stream: sse(
      {
        type: 'response.created',
        ...noise,
        response: { id: 'r', model: 'm', service_tier: 'auto', conversation: { id: 'conv' }, background: false }
      },
      { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'Hi', logprobs: [] },
      {
        type: 'response.completed',
        response: {
          id: 'r',
          model: 'm',
          service_tier: 'default',
          conversation: { id: 'conv' },
          previous_response_id: 'p',
          background: false,
          moderation: { flagged: false }
        }
      }
    ),
    body: {
      ...noise,
      id: 'r',
      model: 'm',
      status: 'completed',
      output: [{ type: 'message', content: [{ type: 'output_text', text: 'Hi', logprobs: [] }] }],
      service_tier: 'default',
      conversation: { id: 'conv' },
      previous_response_id: 'p',
      background: false,
      moderation: { flagged: false }
    },
    message: {
      service_tier: 'default',
      conversation: { id: 'conv' },
      previous_response_id: 'p',
      background: false,
      moderation: { flagged: false }
    }
  },
  'Google Interactions': {
    provider: googleInteractions,
    stream: sse(
      { event_type: 'interaction.created', interaction: { id: 'v1', agent: 'deep', status: 'in_progress' } },
      { event_type: 'step.start', index: 0, step: { type: 'model_output' } },
      { event_type: 'step.delta', index: 0, delta: { type: 'text', text: 'Hi' } },
      {
        event_type: 'interaction.completed',
        interaction: {
          status: 'incomplete',
          service_tier: 'flex',
          previous_interaction_id: 'v0',
          environment_id: 'e',
          continuation_token: 'c',
          continuation_ids: ['d'],
          created: 'today'
        }
      }
    ),
    body: {
      id: 'v1',
      agent: 'deep',
      status: 'incomplete',
      service_tier: 'flex',
      previous_interaction_id: 'v0',
      environment_id: 'e',
      continuation_token: 'c',
      continuation_ids: ['d'],
      created: 'today',
      steps: [{ type: 'model_output', content: [{ type: 'text', text: 'Hi' }] }]
    },
    message: {
      agent: 'deep',
      service_tier: 'flex',
      previous_interaction_id: 'v0',
      environment_id: 'e',
      continuation_token: 'c',
      continuation_ids: ['d']
    }
  },
  'Ollama chat': {
    provider: ollama,
    stream: encoder.encode(
      '{"message":{"content":"Hi"},"remote_host":"h"}\n{"done":true,"done_reason":"stop","remote_model":"m"}\n'
    ),
    body: { message: { content: 'Hi' }, done: true, done_reason: 'stop', remote_host: 'h', remote_model: 'm' },
    message: { remote_host: 'h', remote_model: 'm' }
  }
}

describe('fields beside the parts', () => {
  it.each(Object.entries(cases))(
    'law: %s: those on the list are the same from a stream, from a JSON body and after each resume',
    (_title, { provider, stream, body, message, choice }) => {
      const outcome = foldBody(provider, stream)
      expect(outcome._tag).toBe('Complete')
      expect(extrasOf(outcome.message)).toEqual([message, choice])
      expect(extrasOf(foldBody(provider, JSON.stringify(body)).message)).toEqual([message, choice])
      for (let k = 0; k <= stream.length; k += 13) expect(resumed(provider, stream, k)).toEqual(outcome)
    }
  )

  // The protocols that ask for names before they look up their list, which must be the same names.
  const listed: ReadonlyArray<readonly [AnyProvider, string, ExtraNames, ExtraNames]> = [
    [groq, 'choices', chat.ofMessage, chat.ofChoice],
    [google, 'candidates', gemini.ofMessage, gemini.ofCandidate]
  ]

  it('law: each name on a list is kept, alone in an event and behind others', () => {
    const valueOf = (names: ExtraNames, name: string): unknown => {
      const kept = names[name]
      return kept === true || kept === undefined ? 'v' : { [kept[0] ?? '']: 'v' }
    }
    for (const [provider, list, ofMessage, ofChoice] of listed) {
      const names = Object.keys(ofMessage).filter((name) => name !== 'promptFeedback')
      const inMessage = names.map((name) => ({ [name]: valueOf(ofMessage, name), [list]: [{}] }))
      const inChoice = Object.keys(ofChoice).map((name) => ({ [list]: [{ [name]: valueOf(ofChoice, name) }] }))
      const { message } = foldBody(provider, sse(...inMessage, ...inChoice))
      const expected = [names.toSorted(), Object.keys(ofChoice).toSorted()]
      expect(extrasOf(message).map((extra) => Object.keys(extra ?? {}).toSorted())).toEqual(expected)
      for (const one of inMessage) expect(extrasOf(foldBody(provider, sse(one)).message)[0]).toBeDefined()
      for (const one of inChoice) expect(extrasOf(foldBody(provider, sse(one)).message)[1]).toBeDefined()
    }
  })

  const gateway = (...providers: ReadonlyArray<unknown>): Uint8Array =>
    sse(...providers.map((provider) => ({ provider, choices: [{ delta: { content: 'a' } }] })))

  it('are emitted only where they are new', () => {
    const results = runMachine(readChunksMachine(openRouter))([
      gateway('A', 'A', null, '', {}, 'B', 'B', { a: [1] }, { a: [1] }, { a: [2] })
    ])
    const extras = results.map((result) =>
      E.isRight(result)
        ? result.right.deltas.flatMap((delta) => (delta._tag === 'ExtraDelta' ? [delta.extra] : []))
        : []
    )
    expect(extras.flat()).toEqual([
      { provider: 'A' },
      { provider: 'B' },
      { provider: { a: [1] } },
      { provider: { a: [2] } }
    ])
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is on no list', (name) => {
    const body = `{"${name}":["x"],"choices":[{"${name}":["x"],"message":{"content":"a"},"finish_reason":"stop"}]}`
    expect(extrasOf(foldBody(openRouter, body).message)).toEqual([undefined, undefined])
  })

  it.each([
    ['a number', 7],
    ['a text', 'x'],
    ['a list', [7]]
  ])('of a field of which a part is kept, %s is left out', (_title, odd) => {
    const body = JSON.stringify({ x_groq: odd, choices: [{ message: { content: 'a' }, finish_reason: 'stop' }] })
    expect(extrasOf(foldBody(groq, body).message)).toEqual([undefined, undefined])
  })

  it('are of the choice that has them', () => {
    const choice = (index: number): object => ({ index, delta: { content: 'a' }, stop_reason: `s${index}` })
    const { message } = foldBody(openRouter, sse({ choices: [choice(1), choice(0)] }))
    expect(message.choices.map(({ index, extra }) => [index, extra])).toEqual([
      [1, { stop_reason: 's1' }],
      [0, { stop_reason: 's0' }]
    ])
  })

  it('of choices of a body that share an index, each has its own', () => {
    const choice = (n: number): object => ({
      index: 0,
      message: { content: `${n}` },
      finish_reason: 'stop',
      stop_reason: n
    })
    const { message } = foldBody(openRouter, JSON.stringify({ choices: [choice(0), choice(1)] }))
    expect(message.choices.map(({ extra }) => extra)).toEqual([{ stop_reason: 0 }, { stop_reason: 1 }])
  })

  it('count for the limit of the message as they are, not as often as they came', () => {
    const options = { limits: limitsOf({ message: 4000 }) }
    const changing = Array.from({ length: 100 }, (_, i) => `${i}`.padStart(900, 'x'))
    expect(
      foldBody(openRouter, joined(gateway(...changing), encoder.encode(finish('stop')), done), options).failures
    ).toEqual([])
    const failure = { _tag: 'LimitExceeded', of: 'message' }
    expect(foldBody(openRouter, gateway('x'.repeat(5000)), options).failures).toMatchObject([failure])
    const body = JSON.stringify({
      provider: 'x'.repeat(3000),
      service_tier: 'y'.repeat(900),
      choices: [{ message: { content: 'a' } }]
    })
    expect(foldBody(openRouter, body, options).failures).toEqual([])
    expect(foldBody(openRouter, body, { limits: limitsOf({ message: body.length - 20 }) }).failures).toMatchObject([
      failure
    ])
  })
})

describe('an error with a field of the message', () => {
  const error = {
    error: { message: 'no', type: 'invalid_request_error', code: 'tool_use_failed', failed_generation: '<f>{' }
  }
  const extra = { failed_generation: '<f>{' }
  const headers = { 'x-request-id': 'r' }

  it.each([
    ['in a stream', sse(error), {}],
    ['behind some of the answer', sse({ choices: [{ delta: { content: 'a' } }] }, error), {}],
    ['as a body with status 200', encoder.encode(JSON.stringify(error)), {}],
    ['as a body with an error status', encoder.encode(JSON.stringify(error)), { status: 400 }]
  ])('%s keeps it', (_title, body, options: BodyOptions) => {
    const outcome = foldBody(groq, body, options)
    expect(outcome).toMatchObject({ _tag: 'Failed', message: { extra }, failures: [{ code: 'tool_use_failed' }] })
    expect(outcome.failures).toHaveLength(1)
    const withHead = foldBody(groq, body, { ...options, headers })
    expect(withHead.message.extra).toEqual({ ...extra, ...headers })
    expect(withHead.failures).toMatchObject([{ requestId: 'r', headers }])
  })
})

describe('headers of the response', () => {
  const headers = {
    'X-Request-Id': 'req_1',
    'retry-after': '2',
    'x-ratelimit-remaining-requests': '9',
    'x-ratelimit-remaining-tokens-minute': '8',
    'anthropic-ratelimit-tokens-reset': 'later',
    'set-cookie': 'secret',
    authorization: 'secret',
    'x-something': 'secret'
  }
  const kept = {
    'x-request-id': 'req_1',
    'retry-after': '2',
    'x-ratelimit-remaining-requests': '9',
    'x-ratelimit-remaining-tokens-minute': '8',
    'anthropic-ratelimit-tokens-reset': 'later'
  }

  it.each(Object.entries(cases))(
    'law: %s: are of the message, by any road',
    (_title, { provider, stream, body, message }) => {
      const outcome = foldBody(provider, stream, { headers })
      expect(outcome.message.extra).toEqual({ ...message, ...kept })
      expect(foldBody(provider, JSON.stringify(body), { headers: new Headers(headers) }).message.extra).toEqual(
        outcome.message.extra
      )
      for (let k = 0; k <= stream.length; k += 13) expect(resumed(provider, stream, k, { headers })).toEqual(outcome)
      expect(JSON.stringify(outcome)).not.toContain('secret')
    }
  )

  it.each([
    'x-ratelimit-limit-requests-day',
    'x-ratelimit-remaining-tokens-minute',
    'x-ratelimitbysize-remaining-minute',
    'ratelimit-policy',
    'anthropic-ratelimit-input-tokens-reset'
  ])('are kept where they are rate limits, whatever they count: %s', (name) => {
    const extraOf = (given: HttpHeaders): unknown =>
      foldBody(openRouter, '{}', { status: 429, headers: given }).failures[0]
    for (const given of [
      { [name]: '1' },
      { [name.toUpperCase()]: ['1', '2'] },
      new Headers([[name, '1']]),
      new Map([[name, '1']])
    ])
      expect(extraOf(given)).toMatchObject({ headers: { [name]: '1' } })
  })

  it('are asked for by name where they are not listed', () => {
    const given = new Headers(headers)
    const { failures } = foldBody(openRouter, '{}', {
      status: 429,
      headers: { get: (name: string) => given.get(name) }
    })
    expect(failures).toMatchObject([{ requestId: 'req_1', headers: { 'x-request-id': 'req_1', 'retry-after': '2' } }])
  })

  it.each(['soon', 'Bearer 1', ''])('are no time to wait where they hold another text: %s', (wait) => {
    expect(
      foldBody(openRouter, '{}', { status: 429, headers: { 'retry-after': wait } }).failures[0]
    ).not.toHaveProperty('headers')
  })

  it.each([
    ['a failure of the provider', '{"error":{"message":"slow"}}', 429],
    ['a failure of HTTP', '<html>', 503],
    ['an error in a stream', 'data: {"error":{"message":"slow"}}\n\n', 200]
  ])('%s has them', (_title, body, status) => {
    const { failures } = foldBody(openRouter, body, { status, headers })
    expect(failures).toMatchObject([{ requestId: 'req_1', headers: kept }])
  })

  it('come after the id in an error', () => {
    const body = '{"type":"error","error":{"type":"overloaded_error","message":"m"},"request_id":"req_body"}'
    expect(foldBody(anthropic, body, { status: 529, headers }).failures).toMatchObject([
      { requestId: 'req_body', headers: kept }
    ])
    expect(foldBody(anthropic, body, { status: 529 }).failures).toMatchObject([{ requestId: 'req_body' }])
  })

  it('are cut at 256 code units', () => {
    const { message } = foldBody(openRouter, gatewayBody, { headers: { 'x-request-id': 'x'.repeat(1000) } })
    expect(message.extra).toEqual({ 'x-request-id': 'x'.repeat(256) })
  })

  const gatewayBody = '{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}'
})
