import { either as E, option as O } from 'fp-ts'

import { readAsync } from '../../lib/async/readAsync.ts'
import { messageText } from '../../lib/data/Message.ts'
import { awsEventStreamFraming, ndjsonFraming, sseFraming } from '../../lib/machine/framing/frames.ts'
import { decodeChunk } from '../../lib/operators/decodeChunk.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { anthropicMessagesProvider } from '../../lib/protocols/anthropicMessages/index.ts'
import { bedrockConverseProvider } from '../../lib/protocols/bedrockConverse/index.ts'
import { cohereChatProvider } from '../../lib/protocols/cohereChat/index.ts'
import { googleGenerateProvider } from '../../lib/protocols/googleGenerate/index.ts'
import { googleInteractionsProvider } from '../../lib/protocols/googleInteractions/index.ts'
import { ollamaChatProvider } from '../../lib/protocols/ollamaChat/index.ts'
import { openAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { openAIResponsesProvider } from '../../lib/protocols/openAIResponses/index.ts'
import type { AnyProvider, ProviderOptions } from '../../lib/protocols/Provider.ts'
import { opened, withFraming, withName, withTerminal } from '../../lib/protocols/Provider.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { providerNamed, providerNames } from '../../lib/providers/providerNamed.ts'
import { restoreFold, saveFold } from '../../lib/reading/checkpoint.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { parsedChunksMachine } from '../../lib/reading/parsedChunksMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { toAssistantMessage, toToolResult } from '../../lib/tools/toRequest.ts'
import { answers } from '../fixtures/answers.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { exported } from '../fixtures/providers.ts'

const constructors: ReadonlyArray<readonly [name: string, make: (options: ProviderOptions) => AnyProvider]> = [
  ['openai-chat', openAIChatProvider],
  ['openai-responses', openAIResponsesProvider],
  ['anthropic-messages', anthropicMessagesProvider],
  ['google-generate', googleGenerateProvider],
  ['google-interactions', googleInteractionsProvider],
  ['bedrock-converse', bedrockConverseProvider],
  ['ollama-chat', ollamaChatProvider],
  ['cohere-chat', cohereChatProvider]
]

const page = { name: 'mine', source: 'https://example.com' }

describe('a protocol', () => {
  it.each(constructors)('%s has a constructor, and each provider is of one of them', (name, make) => {
    expect(make(page)).toMatchObject({ ...page, protocol: { name, version: 1 } })
    expect(exported.some(([, provider]) => provider.protocol.name === name)).toBe(true)
  })

  it.each(constructors)('%s takes every option, and its own value for each that is undefined', (_name, make) => {
    const options = {
      framing: ndjsonFraming,
      terminal: 'finish',
      error: () => ({ message: 'no' }),
      unwrap: (frame: { readonly data: string }) => frame as never
    } as const
    const { error: found, ...others } = options
    expect(opened(make({ ...page, ...options }))).toMatchObject(others)
    expect(opened(make({ ...page, ...options })).error(null, '')).toEqual(found())
    const absent = { framing: undefined, terminal: undefined, error: undefined, unwrap: undefined } as object
    const { framing, terminal, error, unwrap } = opened(make(page))
    expect(opened(make({ ...page, ...absent }))).toMatchObject({ framing, terminal, error, unwrap })
    expect([framing, terminal, error].includes(undefined as never)).toBe(false)
  })

  it.each(constructors)('%s reports the error that the option finds', (_name, make) => {
    const mine = make({ ...page, framing: sseFraming, error: (json) => ({ message: JSON.stringify(json) }) })
    expect(foldBody(mine, 'data: {"a":1}\n\n').failures).toMatchObject([
      { _tag: 'ProviderFailure', message: '{"a":1}' }
    ])
  })
})

describe('the error of an option', () => {
  it.each([
    ['nothing', undefined],
    ['null', null]
  ])('is none where it is %s', (_, reported) => {
    const { error } = opened(openAIChatProvider({ ...page, error: () => reported as undefined }))
    expect(error({}, '')).toBeUndefined()
  })

  it.each([
    ['a message that is missing', { code: 5 }, { code: 5 }],
    ['a message that is no string', { message: { a: 1 } }, {}],
    ['no object', true, {}]
  ])('has a message of its own for %s', (_, reported, said) => {
    const mine = openAIChatProvider({ ...page, error: () => reported as never })
    const { failures } = foldBody(mine, delta({ content: 'a' }))
    expect(failures).toMatchObject([{ _tag: 'ProviderFailure', message: 'the provider reported an error', ...said }])
  })
})

describe('an option that is none', () => {
  it.each(constructors)('is a TypeError of the constructor of %s', (_, make) => {
    const made = (option: object) => () => make({ ...page, ...option })
    expect(made({ name: undefined })).toThrow(new TypeError('the name of a provider must be a string, not Undefined'))
    expect(made({ name: '' })).toThrow(TypeError)
    expect(made({ framing: 'ndjson' })).toThrow(
      new TypeError('a framing must be sseFraming, ndjsonFraming or awsEventStreamFraming, not String')
    )
    expect(made({ terminal: 'DONE' })).toThrow(
      new TypeError('a terminal must be one of sentinel, event, finish, done, not String')
    )
    expect(made({ terminal: null })).toThrow(TypeError)
  })

  it('is a TypeError of what changes a provider', () => {
    expect(() => withName(5 as never)(openRouter)).toThrow(TypeError)
    expect(() => withFraming('sse' as never)(openRouter)).toThrow(TypeError)
    expect(() => withTerminal('toString' as never)(openRouter)).toThrow(TypeError)
  })

  it.each(constructors)('is left out by the constructor of %s where it is not its own', (_, make) => {
    const own = opened(make(page))
    const odd = { machine: undefined, request: null, chunk: undefined } as object
    const { machine, chunk, request } = opened(make({ ...page, ...odd }))
    expect([machine.initial, chunk]).toEqual([own.machine.initial, own.chunk])
    expect(Object.keys(request)).toEqual(Object.keys(own.request))
  })
})

describe('a changed provider', () => {
  it.each(answers)('withName: $provider reads the same under another name', ({ provider, stream }) => {
    const [, one = openRouter] = exported.find(([, { name }]) => name === provider) ?? []
    const renamed = withName('renamed')(one)
    expect(renamed.name).toBe('renamed')
    expect(foldBody(renamed, stream)).toEqual(foldBody(one, stream))
    expect(opened(one).name).toBe(provider)
  })

  it('withTerminal: ends where it is told, and the given one as before', () => {
    const body = [delta({ content: 'Hi' }), finish('stop')].join('')
    expect(foldBody(openRouter, body)._tag).toBe('Truncated')
    expect(foldBody(withTerminal('finish')(openRouter), body)._tag).toBe('Complete')
    expect(foldBody(withTerminal('sentinel')(withTerminal('finish')(openRouter)), body)._tag).toBe('Truncated')
    expect(openRouter.terminal).toBe('sentinel')
  })

  it('withFraming: reads its events out of another framing', () => {
    const body = '{"choices":[{"delta":{"content":"Hi"}}]}\n{"choices":[{"delta":{},"finish_reason":"stop"}]}\n'
    const texts = [sseFraming, ndjsonFraming, awsEventStreamFraming].map((framing) =>
      messageText(foldBody(withFraming(framing)(withTerminal('finish')(openRouter)), body).message)
    )
    expect(texts).toEqual(['', 'Hi', ''])
    expect(foldBody(openRouter, [delta({ content: 'Hi' }), finish('stop'), DONE].join(''))._tag).toBe('Complete')
  })
})

describe('a value that is no provider', () => {
  const given: ReadonlyArray<readonly [type: string, value: unknown]> = [
    ['String', 'openrouter'],
    ['Undefined', undefined],
    ['Null', null],
    ['Number', 1],
    ['Object', { name: 'mine', source: '', terminal: 'finish', protocol: { name: 'openai-chat', version: 1 } }],
    ['Array', [openRouter]],
    ['Function', (): AnyProvider => openRouter],
    ['Response', new Response('')],
    ['Promise', Promise.resolve(openRouter)],
    ['Map', new Map([['openrouter', openRouter]])]
  ]
  const uses: Readonly<Record<string, (provider: AnyProvider) => unknown>> = {
    foldBody: (provider) => foldBody(provider, ''),
    foldMachine,
    readAsync: (provider) => readAsync(provider)((async function* () {})()),
    readChunksMachine,
    decodeChunkMachine,
    parsedChunksMachine,
    fromResponse,
    readChunks,
    decodeChunk,
    saveFold,
    restoreFold,
    toAssistantMessage,
    toToolResult: (provider) => toToolResult(provider, ''),
    withName: withName('mine'),
    withTerminal: withTerminal('finish'),
    withFraming: withFraming(sseFraming)
  }

  it.each(Object.entries(uses))('is a TypeError of %s that says what was given', (_name, use) => {
    for (const [type, value] of given) {
      const expected = new TypeError(`the provider must be a value such as \`openRouter\`, not ${type}`)
      expect(() => use(value as AnyProvider)).toThrow(expected)
    }
  })

  it('is named by its type alone, since it may be a secret', () => {
    const said = E.toError(E.tryCatch(() => foldBody('sk-secret' as never, ''), String)).message
    expect(said).not.toContain('secret')
  })
})

describe('providerNamed', () => {
  it('finds each provider by its name, and none by another', () => {
    for (const [, provider] of exported) expect(providerNamed(provider.name)).toEqual(O.some(provider))
    for (const name of ['', 'nobody', 'toString', '__proto__', 'openRouter'])
      expect(providerNamed(name)).toEqual(O.none)
  })

  it('has a list of the names, sorted, each once', () => {
    const names = exported.map(([, { name }]) => name).toSorted()
    expect(providerNames).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })
})
