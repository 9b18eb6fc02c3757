import fc from 'fast-check'
import { either as E } from 'fp-ts'

import type { Failure } from '../../../lib/data/Failure.ts'
import { idleTimeout } from '../../../lib/data/Failure.ts'
import type { Head } from '../../../lib/data/Head.ts'
import { limitsOf } from '../../../lib/data/Limits.ts'
import { messageText } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { awsEventStreamFraming, jsonArrayFrames, ndjsonFraming } from '../../../lib/machine/framing/frames.ts'
import type { Piece } from '../../../lib/machine/framing/utf8.ts'
import { collectOutputs, feedMachine } from '../../../lib/machine/Machine.ts'
import { openAIChatProvider } from '../../../lib/protocols/openAIChat/index.ts'
import type { ChatState } from '../../../lib/protocols/openAIChat/state.ts'
import type { ChatChunk, ChatResponse } from '../../../lib/protocols/openAIChat/wire/chunk.ts'
import type { OpenProvider } from '../../../lib/protocols/Provider.ts'
import { opened, withFraming } from '../../../lib/protocols/Provider.ts'
import { restoreFold, saveFold } from '../../../lib/reading/checkpoint.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import { joined } from '../../arbitraries/pieces.ts'
import { error, event, exception } from '../../fixtures/awsFrames.ts'
import { cutLaws, machineLaws } from '../../laws/machine.ts'

type Chat = OpenProvider<ChatChunk, ChatResponse, ChatState>

const plain = openAIChatProvider({ name: 'chat', source: 'https://example.com', terminal: 'finish' })
const chat: Chat = opened(plain)
const lines: Chat = opened(withFraming(ndjsonFraming)(plain))
const binary: Chat = opened(withFraming(awsEventStreamFraming)(plain))
const arrays: Chat = { ...chat, arrays: jsonArrayFrames }

const hel = '{"choices":[{"delta":{"content":"Hél"}}]}'
const lo = '{"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}'
const usage = '{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}'
const chunks = [hel, lo, usage]
const answer = {
  choices: [{ message: { content: 'Héllo' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }
}

const encode = (body: string): Uint8Array => new TextEncoder().encode(body)

const ofLines = chunks.map((line) => `${line}\n`).join('')
const ofMessages = joined(chunks.map((payload) => event('chunk', payload)))
const ofElements = `[${chunks.join('\n,\r\n')}\n]`

const expected = foldBody(chat, chunks.map((data) => `data: ${data}\n\n`).join(''))

const failuresOf = (outcome: Outcome): ReadonlyArray<string | Failure> => [outcome._tag, ...outcome.failures]

/** The outcomes where the input breaks off. */
const interrupted = (provider: Chat, body: Piece, head: Head = {}): ReadonlyArray<unknown> => {
  const machine = readChunksMachine(provider, head)
  const { state } = feedMachine(machine)(machine.initial, [body])
  return collectOutputs<unknown, unknown>((emit) => machine.interrupted(state, (at) => idleTimeout(1, at), emit))
    .outputs
}

/** Restores the state that was saved after each byte. */
const restoresEverywhere = (provider: Chat, body: Uint8Array): void => {
  const machine = foldMachine(provider)
  let state = machine.initial
  for (let k = 0; k <= body.length; k++) {
    expect(restoreFold(provider)(JSON.parse(JSON.stringify(saveFold(provider)(state))))).toEqual(E.right(state))
    state = machine.step(state, body.subarray(k, k + 1), () => undefined)
  }
}

describe('all framings', () => {
  it('fold one answer to the same message', () => {
    expect(expected).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(messageText(expected.message)).toBe('Héllo')
    for (const contentType of ['application/json', 'application/x-ndjson', 'text/event-stream', '']) {
      expect(foldBody(lines, ofLines, { contentType })).toEqual(expected)
      expect(foldBody(binary, ofMessages, { contentType })).toEqual(expected)
      expect(foldBody(arrays, ofElements, { contentType })).toEqual(expected)
      expect(foldBody(lines, JSON.stringify(answer, null, 2), { contentType })).toEqual(expected)
      expect(foldBody(binary, JSON.stringify(answer), { contentType })).toEqual(expected)
      expect(foldBody(arrays, JSON.stringify(answer), { contentType })).toEqual(expected)
    }
  })

  it.each([
    ['ndjson', lines],
    ['awsEventStream', binary],
    ['arrays', arrays]
  ])('%s: reads error bodies, HTML pages and empty bodies as text', (_name, provider) => {
    expect(failuresOf(foldBody(provider, '{"error":{"message":"m"}}', { status: 429 }))).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', message: 'm', status: 429 }
    ])
    expect(failuresOf(foldBody(provider, ofMessages, { status: 500 }))).toMatchObject([
      'Failed',
      { _tag: 'HttpFailure' }
    ])
    expect(failuresOf(foldBody(provider, '', { status: 500 }))).toMatchObject(['Failed', { _tag: 'HttpFailure' }])
    expect(failuresOf(foldBody(provider, ' \n<html>'))).toMatchObject([
      'Failed',
      { _tag: 'NotAStream', message: 'the body is a page' }
    ])
    for (const empty of ['', ' \n', '\uFEFF']) {
      expect(failuresOf(foldBody(provider, empty))).toMatchObject(['Failed', { _tag: 'NoEvents' }])
    }
    expect(interrupted(provider, '{"error":{"message":"m"', { status: 400 })).toMatchObject([
      E.left({ _tag: 'HttpFailure' }),
      E.left({ _tag: 'IdleTimeout' })
    ])
  })
})

describe('ndjson', () => {
  it('reads a JSON body on one line as a chunk, even without a line end', () => {
    const one = '{"choices":[{"delta":{"content":"Héllo"},"finish_reason":"stop"}]}'
    for (const body of [`${one}\n`, `\uFEFF\n ${one}\r\n`]) {
      expect(foldBody(lines, body)).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    }
    expect(foldBody(lines, one)).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
  })

  it('reads an error on one line or several as an error', () => {
    for (const body of ['{"error":"m"}', '{"error":"m"}\n', '{\n  "error": "m"\n}\n', '{\r\n"error":"m"}']) {
      expect(failuresOf(foldBody(lines, body))).toMatchObject(['Failed', { _tag: 'ProviderFailure', message: 'm' }])
    }
    expect(failuresOf(foldBody(lines, `${hel}\n{"error":"m"}\n`))).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', message: 'm', atEvent: 1 }
    ])
  })

  it('goes on after a line that is not JSON, and reports that the last one is cut', () => {
    expect(failuresOf(foldBody(lines, `${hel}\n{bad}\n${lo}\n`))).toMatchObject([
      'Complete',
      { _tag: 'MalformedJson', atEvent: 1 }
    ])
    expect(failuresOf(foldBody(lines, `${hel}\n${lo}\n${usage.slice(0, -1)}`))).toMatchObject([
      'Truncated',
      { _tag: 'TruncatedFrame', atEvent: 2 }
    ])
    for (const body of ['{', '{ ', ' {"']) {
      expect(failuresOf(foldBody(lines, body))).toMatchObject(['Truncated', { _tag: 'TruncatedFrame' }])
    }
    expect(failuresOf(foldBody(lines, '{\n'))).toMatchObject(['Truncated', { _tag: 'TruncatedFrame' }])
  })

  it('reports only the reason of a stream or an answer that breaks off', () => {
    expect(interrupted(lines, `${ofLines}{"a`)).toMatchObject([E.left({ _tag: 'IdleTimeout', atEvent: 2 })])
    expect(interrupted(lines, '{')).toMatchObject([E.left({ _tag: 'IdleTimeout', atEvent: 0 })])
    expect(interrupted(lines, '{\n"a":')).toMatchObject([E.left({ _tag: 'IdleTimeout' })])
  })

  it('is restored at every byte', () => {
    restoresEverywhere(lines, encode(`\n${hel}\n${lo}`))
    restoresEverywhere(lines, encode('{\n"a":1}'))
  })

  describe('a stream', () => {
    cutLaws(readChunksMachine(lines), encode(`\uFEFF\r\n ${ofLines}{"a"`))
  })
  describe('an answer over several lines', () => {
    cutLaws(readChunksMachine(lines), encode(`\n ${JSON.stringify(answer, null, 1)}\n`))
  })
  describe('an error over several lines', () => {
    cutLaws(readChunksMachine(lines, { contentType: 'application/json' }), encode('{\r\n"error":"é"}'))
  })
})

describe('awsEventStream', () => {
  it('passes exceptions and errors to the provider', () => {
    const slow: Chat = {
      ...binary,
      error: (json, said) => (said === 'throttlingException' ? { message: said } : chat.error(json, said))
    }
    expect(
      failuresOf(foldBody(slow, joined([event('chunk', hel), exception('throttlingException', '')])))
    ).toMatchObject(['Failed', { _tag: 'ProviderFailure', message: 'throttlingException', atEvent: 1 }])
    expect(failuresOf(foldBody(binary, error('Internal', 'broken')))).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', message: 'broken', code: 'Internal' }
    ])
  })

  it('is truncated by a wrong checksum and by an end inside a message, whatever came before', () => {
    const wrong = ofMessages.slice()
    wrong[wrong.length - 1] = (wrong[wrong.length - 1] ?? 0) ^ 1
    expect(failuresOf(foldBody(binary, wrong))).toMatchObject(['Truncated', { _tag: 'BadChecksum', atEvent: 2 }])
    const whole = new Set([
      0,
      ...chunks.map((_, i) => joined(chunks.slice(0, i + 1).map((c) => event('chunk', c))).length)
    ])
    for (let k = 1; k < ofMessages.length; k++) {
      if (whole.has(k)) continue
      expect(failuresOf(foldBody(binary, ofMessages.subarray(0, k)))).toMatchObject([
        'Truncated',
        { _tag: 'TruncatedFrame' }
      ])
    }
  })

  it('never reads text as a message', () => {
    expect(failuresOf(foldBody(binary, '{"error":{"message":"m"}}'))).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', message: 'm' }
    ])
    expect(failuresOf(foldBody(binary, '"m"', { contentType: 'application/json' }))).toMatchObject([
      'Failed',
      { _tag: 'DecodeFailure' },
      { _tag: 'NotAStream' }
    ])
    for (const body of ['upstream connect error', 'data: {}\n\n', '"m"', ' \u0000', '\uFEFFx', '\uD83D']) {
      expect(failuresOf(foldBody(binary, body))).toEqual([
        'Failed',
        { _tag: 'NotAStream', message: `the body is ${body === ' \u0000' ? 'binary' : 'text'}`, atByte: 0, atEvent: 0 }
      ])
    }
  })

  it('emits nothing more after a stream breaks off', () => {
    expect(interrupted(binary, ofMessages.subarray(0, 7))).toMatchObject([E.left({ _tag: 'IdleTimeout' })])
  })

  it('is restored at every byte', () => {
    restoresEverywhere(binary, ofMessages)
  })

  describe('a stream', () => {
    cutLaws(readChunksMachine(binary), joined([ofMessages, ofMessages.subarray(0, 30)]))
  })
  describe('a stream with a wrong byte', () => {
    const wrong = joined([event('chunk', hel), event('chunk', lo)])
    wrong[wrong.length - 20] = 0
    cutLaws(readChunksMachine(binary), wrong)
  })
  describe('JSON', () => {
    cutLaws(readChunksMachine(binary), encode(`\n${JSON.stringify(answer)}`))
  })
  describe('text', () => {
    cutLaws(readChunksMachine(binary), encode('\uFEFF é'))
  })
})

describe('arrays', () => {
  it('are one JSON body if the provider does not stream them', () => {
    expect(failuresOf(foldBody(chat, ofElements))).toMatchObject(['Failed', { _tag: 'DecodeFailure' }, {}])
    expect(failuresOf(foldBody(arrays, '[{"error":{"message":"m"}}]'))).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', message: 'm' }
    ])
    expect(failuresOf(foldBody(arrays, '[]'))).toMatchObject(['Failed', { _tag: 'NoEvents' }])
  })

  it('are truncated wherever they are cut', () => {
    const body = encode(ofElements)
    for (let k = 1; k < body.length; k++) {
      expect(failuresOf(foldBody(arrays, body.subarray(0, k)))).toMatchObject(['Truncated', { _tag: 'TruncatedFrame' }])
    }
  })

  it('are read as a stream with any framing', () => {
    for (const framed of [lines, binary]) {
      const arraysToo: Chat = { ...framed, arrays: jsonArrayFrames }
      expect(foldBody(arraysToo, ofElements)).toEqual(expected)
    }
    expect(foldBody(arrays, chunks.map((data) => `data: ${data}\n\n`).join(''))).toEqual(expected)
  })

  it('report only the reason if they break off, and are restored at every byte', () => {
    expect(interrupted(arrays, ofElements.slice(0, 60))).toMatchObject([E.left({ _tag: 'IdleTimeout' })])
    restoresEverywhere(arrays, encode(ofElements))
  })

  describe('a stream', () => {
    cutLaws(readChunksMachine(arrays), encode(`\uFEFF\n ${ofElements} x`))
  })
})

describe('with small limits', () => {
  const texts = fc
    .array(fc.constantFrom(' ', '  ', '\n', '\r\n', '{', '}', '[', ']', ',', '"é"', '{}', '<', 'data: {}\n\n', '\0'), {
      maxLength: 8
    })
    .map((some) => encode(some.join('')))
  const small = limitsOf({ line: 3, event: 5, events: 2, message: 4, errorBody: 3 })

  describe.each([
    ['sse', chat, {}],
    ['ndjson', lines, {}],
    ['awsEventStream', binary, {}],
    ['arrays', arrays, {}],
    ['an error body', lines, { status: 400 }]
  ] as const)('%s', (_name, provider, head) => {
    machineLaws(readChunksMachine(provider, { ...head, limits: small }), texts, { numRuns: 200 })
  })

  describe('messages', () => {
    const messages = fc.array(fc.constantFrom(event('chunk', hel), event('', '{}'), encode(' {')), { maxLength: 2 })
    const few = limitsOf({ event: 100, events: 1 })
    machineLaws(readChunksMachine(binary, { limits: few }), messages.map(joined), { numRuns: 50 })
  })
})
