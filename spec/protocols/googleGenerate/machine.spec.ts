import { either as E } from 'fp-ts'

import type { Message } from '../../../lib/data/Message.ts'
import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Part } from '../../../lib/data/Part.ts'
import { google, vertex } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../../lib/tools/toRequest.ts'
import {
  begin,
  call,
  chunk,
  content,
  end,
  finish,
  parts,
  piece,
  pieces,
  response,
  stream
} from '../../fixtures/google.ts'
import { cutLaws } from '../../laws/machine.ts'

const messageOf = (...events: ReadonlyArray<string>): Message => foldBody(google, stream(...events)).message

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<Part> =>
  firstChoice(messageOf(...events))?.parts ?? []

const tagsOf = (some: ReadonlyArray<Part>): ReadonlyArray<string> => some.map(({ _tag }) => _tag)

const thoughtSignature = 'EpQH+/=='

/** One part of each kind, and of some kinds a second. */
const everyKind: ReadonlyArray<object> = [
  { text: 'Let me ', thought: true },
  { text: 'see.', thought: true },
  { text: '', thought: true, thoughtSignature: 'T1' },
  { text: 'Olá, ' },
  { text: 'mundo 😀 \u2028' },
  { text: '', thoughtSignature },
  { text: '!', thoughtSignature: 'S2' },
  call('add', { a: 2, b: 3 }, { thoughtSignature }),
  call('now'),
  call('sum', { of: [1, 2] }, {}, 'abc12345'),
  { executableCode: { language: 'PYTHON', code: 'print(1)' } },
  { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1\n' } },
  { inlineData: { mimeType: 'image/png', data: 'iVBO' }, thoughtSignature },
  { inlineData: { mimeType: 'audio/wav', data: 'UklG' } },
  { fileData: { mimeType: 'application/pdf', fileUri: 'gs://a/b.pdf' } },
  { toolCall: { toolType: 'GOOGLE_SEARCH_WEB', args: { queries: ['x'] }, id: 't1' } },
  { toolResponse: { toolType: 'GOOGLE_SEARCH_WEB', id: 't1' } },
  { text: 'Done' }
]

const citing = {
  citationMetadata: { citationSources: [{ startIndex: 0, endIndex: 4, uri: 'https://a' }] },
  groundingMetadata: {
    groundingChunks: [{ web: { uri: 'https://b', title: 'B' } }, { web: { uri: 'https://c' } }],
    groundingSupports: [{ segment: { startIndex: 1, endIndex: 3, text: 'on' }, groundingChunkIndices: [0] }]
  }
}

const usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 5, thoughtsTokenCount: 7, totalTokenCount: 22 }

describe('text', () => {
  it('is joined while nothing else comes between', () => {
    expect(partsOf(parts({ text: 'Hel' }), parts({ text: '' }), parts({ text: 'lo' }))).toEqual([
      { _tag: 'Text', key: 0, text: 'Hello' }
    ])
    expect(tagsOf(partsOf(parts({ text: 'a' }, call('f', {}), { text: 'b' })))).toEqual(['Text', 'ToolCall', 'Text'])
  })

  it('of thoughts is reasoning', () => {
    const message = messageOf(parts({ text: 'Hm', thought: true }), parts({ text: '.', thought: true }, { text: 'Hi' }))
    expect([messageReasoning(message), messageText(message)]).toEqual(['Hm.', 'Hi'])
    expect(firstChoice(message)?.parts).toHaveLength(2)
  })

  it('may be cut by raw U+2028, U+2029 and U+0085, which end no line', () => {
    const body = `data: {"candidates": [{"content": {"parts": [{"text": "a\u2028b\u2029c\u0085d"}]},"finishReason": "STOP"}]}\r\n\r\n`
    expect(messageText(foldBody(google, body).message)).toBe('a\u2028b\u2029c\u0085d')
  })
})

describe('a thought signature', () => {
  it('that is empty is none', () => {
    const { message } = foldBody(
      google,
      parts({ text: 'H', thoughtSignature: '' }, { text: 'i', thoughtSignature: '' })
    )
    expect(message.choices[0]?.parts).toEqual([{ _tag: 'Text', key: 0, text: 'Hi' }])
  })

  it('on empty text is a part, and is not lost', () => {
    expect(partsOf(parts({ text: 'Hi' }), parts({ text: '', thoughtSignature }))).toEqual([
      { _tag: 'Text', key: 0, text: 'Hi' },
      { _tag: 'Text', key: 1, text: '', extra: { thoughtSignature } }
    ])
  })

  it('keeps its text apart from the text before and after', () => {
    expect(partsOf(parts({ text: 'a' }), parts({ text: 'b', thoughtSignature }), parts({ text: 'c' }))).toEqual([
      { _tag: 'Text', key: 0, text: 'a' },
      { _tag: 'Text', key: 1, text: 'b', extra: { thoughtSignature } },
      { _tag: 'Text', key: 2, text: 'c' }
    ])
  })

  it('on a thought proves that thought', () => {
    const said = [
      { text: 'a', thought: true },
      { text: 'b', thought: true, thoughtSignature },
      { text: 'c', thought: true }
    ]
    expect(partsOf(parts(...said))).toEqual([
      { _tag: 'Reasoning', key: 0, kind: 'text', text: 'a', signature: '' },
      { _tag: 'Reasoning', key: 1, kind: 'text', text: 'b', signature: thoughtSignature },
      { _tag: 'Reasoning', key: 2, kind: 'text', text: 'c', signature: '' }
    ])
  })

  it('stands on the first of two calls only', () => {
    const body = parts(call('add', { a: 2 }, { thoughtSignature }), call('mul', { a: 2 }))
    expect(messageToolCalls(messageOf(body)).map(({ extra }) => extra)).toEqual([{ thoughtSignature }, undefined])
  })

  it('that is null is none', () => {
    expect(partsOf(parts({ text: 'a', thoughtSignature: null }), parts({ text: 'b', thought: null }))).toEqual([
      { _tag: 'Text', key: 0, text: 'ab' }
    ])
  })
})

describe('other parts', () => {
  it('of code that the provider runs are its call and its result', () => {
    const result = { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1\n', id: 'x' }, thoughtSignature }
    expect(partsOf(parts({ executableCode: { language: 'PYTHON', code: 'print(1)', id: 'x' } }, result))).toEqual([
      {
        _tag: 'ServerToolCall',
        key: 0,
        kind: 'executableCode',
        id: 'x',
        name: 'codeExecution',
        arguments: 'print(1)',
        extra: { executableCode: { language: 'PYTHON' } }
      },
      { _tag: 'ServerToolResult', key: 1, kind: 'codeExecutionResult', id: 'x', raw: result }
    ])
  })

  it('with data are an image or a file, by the type that they say', () => {
    const media = { id: '', name: '', url: '', data: '', text: '' }
    expect(
      partsOf(
        parts({ inlineData: { mimeType: 'image/png', data: 'iVBO' }, thoughtSignature }),
        parts({ inlineData: { mimeType: 'audio/wav', data: 'UklG' } }, { inlineData: {} }),
        parts({ fileData: { mimeType: 'image/jpeg', fileUri: 'gs://a/b.jpg', displayName: 'b' } })
      )
    ).toEqual([
      { ...media, _tag: 'Image', key: 0, mediaType: 'image/png', data: 'iVBO', extra: { thoughtSignature } },
      { ...media, _tag: 'File', key: 1, mediaType: 'audio/wav', data: 'UklG' },
      { ...media, _tag: 'File', key: 2, mediaType: '' },
      { ...media, _tag: 'Image', key: 3, mediaType: 'image/jpeg', url: 'gs://a/b.jpg', name: 'b' }
    ])
  })

  it('of a kind that is not known are kept as they came, and empty ones are none', () => {
    const raw = { toolOfTomorrow: { toolType: 'GOOGLE_SEARCH_WEB', id: 't1' }, thoughtSignature }
    expect(partsOf(parts({}, { text: null }, raw, { thoughtSignature }))).toEqual([
      { _tag: 'Unrecognised', key: 0, raw },
      { _tag: 'Unrecognised', key: 1, raw: { thoughtSignature } }
    ])
  })
})

describe('citations', () => {
  it('name the source, and where in the text it is cited', () => {
    const found = partsOf(parts({ text: 'Bonjour' }), finish('STOP', citing)).slice(1)
    const [b, c] = citing.groundingMetadata.groundingChunks
    const [groundingSupport] = citing.groundingMetadata.groundingSupports
    expect(found).toEqual([
      {
        _tag: 'Citation',
        key: 1,
        of: 0,
        url: 'https://b',
        title: 'B',
        start: 1,
        end: 3,
        raw: { groundingChunk: b, groundingSupport }
      },
      { _tag: 'Citation', key: 2, of: 0, url: 'https://c', raw: { groundingChunk: c } },
      {
        _tag: 'Citation',
        key: 3,
        of: 0,
        url: 'https://a',
        start: 0,
        end: 4,
        raw: citing.citationMetadata.citationSources[0]
      }
    ])
  })

  it('that are told again in later chunks are told once, and cut no text', () => {
    const again = (said: string): string => chunk(content([{ text: said }], citing))
    const found = partsOf(again('a'), again('b'), finish('STOP', citing))
    expect(tagsOf(found)).toEqual(['Text', 'Citation', 'Citation', 'Citation'])
    expect(messageText(messageOf(again('a'), again('b')))).toBe('ab')
  })

  it('may come without text, without sources, and with indexes of none', () => {
    const groundingMetadata = {
      groundingChunks: null,
      groundingSupports: [{ groundingChunkIndices: [7, 'length', null] }, { segment: null }]
    }
    expect(partsOf(finish('STOP', { groundingMetadata }))).toMatchObject([
      { _tag: 'Citation', raw: { groundingChunk: null } }
    ])
  })
})

describe('finish reasons', () => {
  const finished = (...events: ReadonlyArray<string>): ReadonlyArray<string | undefined> => {
    const choice = firstChoice(foldBody(google, events.join('')).message)
    return [choice?.finishReason, choice?.rawFinishReason]
  }

  it.each([
    ['STOP', 'stop'],
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'content_filter'],
    ['RECITATION', 'content_filter'],
    ['BLOCKLIST', 'content_filter'],
    ['PROHIBITED_CONTENT', 'content_filter'],
    ['SPII', 'content_filter'],
    ['IMAGE_SAFETY', 'content_filter'],
    ['MALFORMED_FUNCTION_CALL', 'error'],
    ['UNEXPECTED_TOOL_CALL', 'tool_call'],
    ['LANGUAGE', 'other'],
    ['stop', 'stop'],
    ['max_tokens', 'length'],
    ['constructor', 'other']
  ])('%s is %s, and no failure', (word, reason) => {
    expect(finished(parts({ text: 'a' }), finish(word))).toEqual([reason, word])
    expect(foldBody(google, finish(word))).toMatchObject({ _tag: 'Complete', failures: [] })
  })

  it('STOP is tool_call where there are calls, also where they come later', () => {
    expect(finished(parts(call('f', {})), finish('STOP', { finishMessage: 'called' }))).toEqual(['tool_call', 'STOP'])
    expect(finished(finish('STOP'), parts(call('f', {})))).toEqual(['tool_call', 'STOP'])
    expect(finished(parts(call('f', {})), finish('MAX_TOKENS'))).toEqual(['length', 'MAX_TOKENS'])
  })

  it('that say nothing erase none', () => {
    expect(finished(finish('STOP'), chunk(content([], { finishReason: null })), finish(''))).toEqual(['stop', 'STOP'])
    expect(finished(finish('FINISH_REASON_UNSPECIFIED'))).toEqual([undefined, undefined])
  })
})

describe('endings', () => {
  it('a body that ends before a finish reason was cut', () => {
    expect(foldBody(google, parts({ text: 'a' }))).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'EndedEarly' }]
    })
  })

  it('a body that ends before each candidate has a finish reason was cut', () => {
    const candidates = [
      { index: 0, finishReason: 'STOP' },
      { index: 1, content: { parts: [{ text: 'a' }] } }
    ]
    expect(foldBody(google, chunk({ candidates }))._tag).toBe('Truncated')
  })

  it('a body that is cut inside its last event was cut, whatever came before', () => {
    const body = stream(parts({ text: 'a' })) + 'data: {"candidates": [{"con'
    expect(foldBody(google, body)._tag).toBe('Truncated')
  })

  it('parts after the finish reason count', () => {
    const body = [parts({ text: 'a' }), finish('STOP'), parts({ text: '', thoughtSignature })].join('')
    expect(firstChoice(foldBody(google, body).message)?.parts).toHaveLength(2)
  })

  it('a chunk with nothing in it is none of these', () => {
    const nothing = [chunk({}), chunk({ candidates: null }), chunk({ candidates: [] }), chunk({ candidates: [{}] })]
    expect(foldBody(google, nothing.join(''))._tag).toBe('Truncated')
    expect(foldBody(google, stream(...nothing))._tag).toBe('Complete')
  })
})

describe('a prompt that is blocked', () => {
  const blocked = {
    promptFeedback: { blockReason: 'SAFETY' },
    usageMetadata: { promptTokenCount: 4, totalTokenCount: 4 }
  }

  it.each([
    ['a stream', chunk(blocked)],
    ['JSON', JSON.stringify(response(blocked))]
  ])('fails with what the provider said, as %s', (_what, body) => {
    const outcome = foldBody(google, body)
    expect(outcome).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', message: 'the prompt was blocked (SAFETY)', code: 'SAFETY' }],
      message: {
        id: 'r1',
        choices: [{ index: 0, finishReason: 'content_filter', rawFinishReason: 'SAFETY' }],
        usage: { inputTokens: 4, totalTokens: 4 }
      }
    })
  })

  it('says why, where the provider does', () => {
    const promptFeedback = { blockReason: 'OTHER', blockReasonMessage: 'Not that.' }
    expect(foldBody(google, chunk({ promptFeedback })).failures).toMatchObject([
      { message: 'Not that.', code: 'OTHER' }
    ])
  })

  it('amid an answer fails it, and keeps what came', () => {
    const outcome = foldBody(google, parts({ text: 'a' }) + chunk(blocked))
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Failed', 'a'])
  })

  it('is not every prompt with feedback', () => {
    const rated = chunk({
      promptFeedback: { safetyRatings: [] },
      ...content([{ text: 'a' }], { finishReason: 'STOP' })
    })
    expect(foldBody(google, rated)).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(foldBody(google, JSON.stringify({ promptFeedback: {} }))._tag).toBe('Truncated')
    expect(foldBody(google, JSON.stringify({ usageMetadata: {}, modelVersion: 'm' }))._tag).toBe('Truncated')
  })
})

describe('candidates', () => {
  it('are kept apart by index', () => {
    const candidate = (index: unknown, said: string, rest: object = {}): object => ({
      index,
      content: { parts: [{ text: said }, call('f', { said })] },
      ...rest
    })
    const body = [
      chunk({ candidates: [candidate(1, 'b')] }),
      chunk({ candidates: [candidate(0, 'a'), candidate(1, 'B', { finishReason: 'STOP' })] }),
      finish('STOP')
    ].join('')
    const { message } = foldBody(google, body)
    expect(message.choices.map(({ index, parts: some }) => [index, some.length])).toEqual([
      [1, 4],
      [0, 2]
    ])
    expect(messageToolCalls(message).map(({ id }) => id)).toEqual(['call_0_1'])
  })

  it('without index stand where they stand in the list', () => {
    const candidates = [{ content: { parts: [{ text: 'a' }] } }, { index: 'x', content: { parts: [{ text: 'b' }] } }]
    const { message, repairs } = foldBody(google, chunk({ candidates }))
    expect(message.choices.map(({ index }) => index)).toEqual([0, 1])
    expect(repairs).toEqual([{ _tag: 'InvalidIndex', choice: 1 }])
  })
})

describe('three roads', () => {
  const last = { finishReason: 'STOP', ...citing }
  const events = [...everyKind.map((part) => parts(part)), chunk({ ...content([], last), usageMetadata })]
  const whole = response({ ...content(everyKind, last), usageMetadata })

  it.each([google, vertex])('$name: a stream and its JSON body give the same', (provider) => {
    const outcome = foldBody(provider, events.join(''))
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], message: { id: 'r1', model: 'gemini-x' } })
    expect(foldBody(provider, JSON.stringify(whole))).toEqual(outcome)
    expect(foldBody(provider, ` \r\n${JSON.stringify(whole, null, 2)}\r\n`)).toEqual(outcome)
  })

  const streamed = [
    begin('f', { id: 'x' }),
    pieces(piece('$.a', 'é'), { jsonPath: '$.b[0].c', numberValue: 1 }),
    pieces(piece('$.a', 'late')),
    { text: 'T' },
    end
  ]
  const bytes = new TextEncoder().encode(
    [
      ...events.slice(0, -1),
      ...streamed.map((part) => parts(part)),
      chunk({ ...content([], last), usageMetadata })
    ].join('')
  )
  cutLaws(foldMachine(google), bytes, (said) => '.'.repeat(said.length))
})

describe('enumerations as numbers', () => {
  const body = (finishReason: number): string =>
    JSON.stringify({ candidates: [{ content: { parts: [{ text: 'Hi' }] }, finishReason }] })

  it.each([
    [1, 'stop'],
    [2, 'length'],
    [3, 'content_filter'],
    [4, 'content_filter'],
    [5, 'other'],
    [7, 'content_filter'],
    [8, 'content_filter'],
    [9, 'error'],
    [10, 'error'],
    [99, 'other']
  ])('%d is %s, and keeps its number as the raw word', (number, finishReason) => {
    for (const text of [body(number), `data: ${body(number)}\n\n`]) {
      const { _tag, message, failures } = foldBody(google, text)
      expect([_tag, failures]).toEqual(['Complete', []])
      expect(message.choices).toMatchObject([
        { finishReason, rawFinishReason: String(number), parts: [{ text: 'Hi' }] }
      ])
    }
  })

  it('0 is no finish reason', () => {
    expect(foldBody(google, `data: ${body(0)}\n\n`)._tag).toBe('Truncated')
  })

  it.each([0, '', 'BLOCK_REASON_UNSPECIFIED', 'BLOCKED_REASON_UNSPECIFIED', null])(
    'block no prompt with %j beside an answer',
    (blockReason) => {
      const json = { ...content([{ text: 'Hi' }], { finishReason: 1 }), promptFeedback: { blockReason } }
      for (const text of [JSON.stringify(json), JSON.stringify([json]), chunk(json)]) {
        expect(foldBody(google, text)).toMatchObject({ _tag: 'Complete', failures: [] })
      }
    }
  )

  it('tell why a prompt was blocked', () => {
    expect(foldBody(google, '{"promptFeedback":{"blockReason":1}}')).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', code: '1' }]
    })
  })
})

describe('tools that the server runs', () => {
  const toolCall = { toolType: 'GOOGLE_SEARCH_WEB', args: { queries: ['q'] }, id: 'd6' }
  const toolResponse = { toolType: 'GOOGLE_SEARCH_WEB', response: { a: 1 }, id: 'd6' }
  const content = [{ toolCall, thoughtSignature: 'S' }, { toolResponse }, { text: 'So.' }]

  it('are calls and results of the server, and go back unchanged', () => {
    const { message } = foldBody(google, parts(...content) + finish('STOP'))
    expect(message.choices[0]?.parts).toMatchObject([
      { _tag: 'ServerToolCall', kind: 'toolCall', id: 'd6', name: 'GOOGLE_SEARCH_WEB', arguments: '{"queries":["q"]}' },
      { _tag: 'ServerToolResult', kind: 'toolResponse', id: 'd6' },
      { text: 'So.' }
    ])
    expect(toAssistantMessage(google)(message)).toEqual(E.right({ role: 'model', parts: content }))
  })
})

describe('sources', () => {
  const cited = (groundingChunks: ReadonlyArray<object>, ...supports: ReadonlyArray<object>): string =>
    chunk({
      candidates: [{ groundingMetadata: { groundingChunks, groundingSupports: supports }, finishReason: 'STOP' }]
    })
  const citationsIn = (...events: ReadonlyArray<string>) =>
    (foldBody(google, events.join('')).message.choices[0]?.parts ?? []).filter(({ _tag }) => _tag === 'Citation')

  it('are told for each passage of one document', () => {
    const passage = (text: string): object => ({ retrievedContext: { uri: 'gs://d', title: 'D', text } })
    const passages = cited([passage('one'), passage('two')])
    expect(citationsIn(parts({ text: 'A' }), passages, passages)).toHaveLength(2)
    expect(citationsIn(parts({ text: 'A' }), cited([passage('one')]), cited([passage('one')]))).toHaveLength(1)
  })

  it.each<readonly [string, string, ReadonlyArray<object>]>([
    ['chunks of a corpus', 'retrievedContext', [{ ragChunk: { text: 'one' } }, { ragChunk: { text: 'two' } }]],
    ['documents of one title', 'retrievedContext', [{ documentName: 'd1' }, { documentName: 'd2' }]],
    ['pictures of one page', 'image', [{ imageUri: 'https://i/1' }, { imageUri: 'https://i/2' }]],
    ['places', 'maps', [{ placeId: 'p1' }, { placeId: 'p2' }]]
  ])('are told for each of several %s', (_what, kind, fields) => {
    const both = cited(fields.map((some) => ({ [kind]: { uri: 'u', title: 'T', ...some } })))
    expect(citationsIn(parts({ text: 'A' }), both, both)).toHaveLength(2)
  })

  it('may be images', () => {
    expect(citationsIn(parts({ text: 'A' }), cited([{ image: { sourceUri: 'https://s', title: 'I' } }]))).toMatchObject(
      [{ url: 'https://s', title: 'I', of: 0 }]
    )
  })

  it('may refer to the sources of an earlier chunk', () => {
    const sources = [{ web: { uri: 'https://a' } }, { web: { uri: 'https://b' } }]
    const support = (index: number): object => ({ segment: { endIndex: 1 }, groundingChunkIndices: [index] })
    const later = (...indexes: ReadonlyArray<number>): string => cited([], ...indexes.map(support))
    const text = parts({ text: 'A' })
    expect(citationsIn(text, cited(sources), later(1)).at(-1)).toMatchObject({ url: 'https://b', end: 1 })
    expect(citationsIn(text, cited(sources), later(0, 1)).slice(-2)).toMatchObject([
      { url: 'https://a', end: 1 },
      { url: 'https://b', end: 1 }
    ])
    expect(citationsIn(text, cited(sources), cited([{ web: { uri: 'https://c' } }], support(0))).at(-1)).toMatchObject({
      url: 'https://c'
    })
    expect(citationsIn(text, cited(sources), later(9)).at(-1)).not.toHaveProperty('url')
  })

  it('count from the start of the text in which their part was joined', () => {
    const web = { web: { uri: 'https://a' } }
    const of = (partIndex: number): object => ({
      segment: { partIndex, startIndex: 0, endIndex: 1 },
      groundingChunkIndices: [0]
    })
    const text = parts({ text: 'Hm', thought: true }, { text: 'Aé' }, { text: '' }, { text: 'B' }, { text: 'C', thoughtSignature: 'S' }) // prettier-ignore
    const placeOf = (index: number): unknown => citationsIn(text, cited([web], of(index)))
    expect(placeOf(1)).toMatchObject([{ of: 1, start: 0, end: 1 }])
    expect(placeOf(3)).toMatchObject([{ of: 1, start: 3, end: 4 }])
    expect(placeOf(4)).toMatchObject([{ of: 2, start: 0, end: 1 }])
  })

  it('belong to the part that partIndex names', () => {
    const web = { web: { uri: 'https://a' } }
    const of = (partIndex: unknown): object => ({
      segment: { partIndex, startIndex: 0, endIndex: 1 },
      groundingChunkIndices: [0]
    })
    const text = parts({ text: 'A', thoughtSignature: 'S' }, { text: 'B' })
    expect(citationsIn(text, cited([web], of(0)))).toMatchObject([{ of: 0 }])
    expect(citationsIn(text, cited([web], of(1)))).toMatchObject([{ of: 1 }])
    expect(citationsIn(text, cited([web], of(7)))).toMatchObject([{ of: 1 }])
    expect(citationsIn(text, cited([web], of(undefined)))).toMatchObject([{ of: 1 }])
  })
})

describe('a JSON body without candidates', () => {
  it('is truncated, and keeps what it says', () => {
    const body = '{"usageMetadata":{"promptTokenCount":5,"totalTokenCount":5},"modelVersion":"m","responseId":"r"}'
    expect(foldBody(google, body)).toMatchObject({
      _tag: 'Truncated',
      message: { id: 'r', model: 'm', usage: { inputTokens: 5, totalTokens: 5 } }
    })
    expect(foldBody(google, '{"hello":1}')._tag).toBe('Failed')
  })
})
