import { option as O } from 'fp-ts'

import { messageText } from '../../lib/data/Message.ts'
import { isBinary } from '../../lib/machine/framing/awsEventStream.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { detectProtocol } from '../../lib/providers/detectProtocol.ts'
import { detectProvider } from '../../lib/providers/detectProvider.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { answers } from '../fixtures/answers.ts'
import { providerOf } from '../fixtures/providers.ts'

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const prefixes = (body: Uint8Array): ReadonlyArray<Uint8Array> =>
  Array.from({ length: 40 }, (_, i) => body.subarray(0, Math.floor((i * body.length) / 40)))

describe.each(answers)('a body of $provider', ({ provider, stream, json }) => {
  const own = providerOf(provider)

  it('has the protocol that its stream and its JSON body show', () => {
    expect([stream, json].map(detectProtocol)).toEqual([O.some(own.protocol.name), O.some(own.protocol.name)])
  })

  it('law: a beginning of it shows the same protocol or none', () => {
    for (const prefix of prefixes(stream)) {
      const found = detectProtocol(prefix)
      if (O.isSome(found)) expect(found.value).toBe(own.protocol.name)
    }
  })

  it('is read by the provider that it looks like', () => {
    for (const body of [stream, json]) {
      const found = detectProvider(body)
      if (O.isNone(found)) throw new Error('nothing was found')
      expect(opened(found.value).framing.name === 'awsEventStream').toBe(
        isBinary(body) || own.protocol.name === 'bedrock-converse'
      )
      expect(foldBody(found.value, body).failures.filter(({ _tag }) => _tag !== 'EndedEarly')).toEqual([])
    }
  })
})

describe('detectProtocol', () => {
  it.each([
    '',
    ' \n',
    '<html>',
    'words',
    'data: words\n\n',
    'data: [DONE]\n\n',
    '{"error":{"message":"m"}}',
    '[]',
    'null',
    '{',
    `data: ${nested(100_000)}\n\n`,
    nested(100_000),
    '\u0000\u0000'
  ])('finds none in %.20j', (body) => {
    expect(detectProtocol(body)).toEqual(O.none)
    expect(detectProvider(body)).toEqual(O.none)
  })
})

describe('detectProvider', () => {
  const oneOllama = '{"message":{"content":"Hi"},"done":true,"done_reason":"stop"}'
  const oneGoogle = '{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}'
  const oneChat = '{"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}'

  it.each([
    ['ollama', `data: ${oneOllama}\n\n`],
    ['ollama', `: comment\n\ndata: ${oneOllama}\n\ndata: [DONE]\n\n`],
    ['google', `${oneGoogle}\n${oneGoogle.replace('Hi', '')}\n`],
    ['openai-compatible', `${oneChat}\n[DONE]\n`],
    ['google', JSON.stringify(JSON.parse(oneGoogle), null, 2)],
    ['google', `[${oneGoogle}]`]
  ])('gives %s the framing of the body: %j', (name, body) => {
    const found = detectProvider(body)
    if (O.isNone(found)) throw new Error('nothing was found')
    const { _tag, message, failures } = foldBody(found.value, body)
    expect([found.value.name, _tag, messageText(message), failures]).toEqual([name, 'Complete', 'Hi', []])
  })
})
