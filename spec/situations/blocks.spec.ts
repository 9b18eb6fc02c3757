/** Blocks whose addresses, starts or fragments are not as documented, in the protocols that have blocks. */
import { either as E } from 'fp-ts'

import { firstChoice, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { ToolOutput } from '../../lib/data/ToolOutput.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockAnthropic } from '../../lib/providers/bedrockAnthropic.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { toNextTurn } from '../../lib/tools/toNextTurn.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { joined } from '../arbitraries/pieces.ts'
import * as a from '../fixtures/anthropic.ts'
import * as aws from '../fixtures/awsFrames.ts'
import * as o from '../fixtures/cohere.ts'
import * as c from '../fixtures/converse.ts'

type Piece = string | Uint8Array

interface Wire {
  readonly fold: (reason: string, ...events: ReadonlyArray<Piece>) => Outcome
  readonly begin: (index: unknown, id: string, name: string) => Piece
  readonly more: (index: unknown, text: unknown) => Piece
  readonly end: (index: unknown) => Piece
  readonly again: Piece
  readonly said: (index: unknown, text: string) => Piece
}

const texts = (events: ReadonlyArray<Piece>): ReadonlyArray<string> => events.map(String)

const bytes = (events: ReadonlyArray<Piece>): ReadonlyArray<Uint8Array> =>
  events.map((event) => (typeof event === 'string' ? new TextEncoder().encode(event) : event))

const wires: ReadonlyArray<readonly [string, Wire]> = [
  [
    'anthropic',
    {
      fold: (reason, ...events) => foldBody(anthropic, a.stream(reason, ...texts(events))),
      begin: a.callStart,
      more: (index, text) => a.delta(index, { type: 'input_json_delta', partial_json: text }),
      end: a.stop,
      again: a.messageStart({ id: 'another' }),
      said: (index, text) => a.textDelta(index, text)
    }
  ],
  [
    'bedrock-converse',
    {
      fold: (reason, ...events) => foldBody(bedrockConverse, c.stream(reason, ...bytes(events))),
      begin: c.callStart,
      more: (index, text) => c.delta(index, { toolUse: { input: text } }),
      end: c.stop,
      again: c.messageStart(),
      said: (index, text) => c.delta(index, { text })
    }
  ],
  [
    'cohere',
    {
      fold: (reason, ...events) => foldBody(cohere, o.stream(reason, ...texts(events))),
      begin: o.callStart,
      more: o.callDelta,
      end: o.callEnd,
      again: o.messageStart(),
      said: (index, text) => o.contentDelta(index, { text })
    }
  ]
]

const callsOf = ({ message }: Outcome): ReadonlyArray<object> =>
  messageToolCalls(message).map(({ id, state, arguments: args }) => ({ id, state, args }))

const partsOf = ({ message }: Outcome): ReadonlyArray<object> => firstChoice(message)?.parts ?? []

describe.each(wires)('the blocks of %s', (_, { fold, begin, more, end, again, said }) => {
  it('are told apart by indexes that are texts', () => {
    const outcome = fold(
      'TOOL_CALL',
      ...[begin('0', 'a', 'f'), begin('1', 'b', 'g'), more('0', '{"x"'), more('1', '{"y"'), more('0', ':1}')],
      ...[more('1', ':2}'), end('0'), end('1')]
    )
    expect(callsOf(outcome)).toEqual([
      { id: 'a', state: 'Closed', args: '{"x":1}' },
      { id: 'b', state: 'Closed', args: '{"y":2}' }
    ])
    expect(outcome.repairs).toEqual([])
  })

  it.each([null, undefined])('take arguments of %j for nothing new', (nothing) => {
    const outcome = fold(
      'TOOL_CALL',
      begin(0, 'a', 'f'),
      more(0, nothing),
      more(0, '{"x":1}'),
      more(0, nothing),
      end(0)
    )
    expect(partsOf(outcome)).toMatchObject([{ _tag: 'ToolCall', state: 'Closed', arguments: '{"x":1}' }])
  })

  it('that were open when another message began are not whole', () => {
    const outcome = fold('COMPLETE', begin(0, 'a', 'delete_all'), again, said(0, 'Hi'))
    expect(callsOf(outcome)).toEqual([{ id: 'a', state: 'Truncated', args: '' }])
    expect([messageText(outcome.message), outcome.repairs[0]]).toEqual(['Hi', { _tag: 'MessageRestarted', choice: 0 }])
  })

  it('without a name keep their arguments to themselves', () => {
    const outcome = fold('TOOL_CALL', begin(0, 'a', 'f'), begin(1, 'b', ''), more(1, '{"x":1}'), end(1), end(0))
    expect(callsOf(outcome)).toEqual([{ id: 'a', state: 'Closed', args: '' }])
  })

  it('that were closed without arguments leave late ones to no other call', () => {
    const outcome = fold('TOOL_CALL', begin(0, 'a', 'f'), end(0), begin(1, 'b', 'g'), more(0, '{"x":1}'), end(1))
    expect(callsOf(outcome)).toEqual([
      { id: 'a', state: 'Closed', args: '' },
      { id: 'b', state: 'Truncated', args: '' }
    ])
  })

  it('take fragments without an index', () => {
    const outcome = fold('TOOL_CALL', said(0, 'Hi'), said(undefined, ' you'), begin(1, 'a', 'f'), more(null, '{"x":1}'))
    expect(partsOf(outcome)).toMatchObject([{ text: 'Hi you' }, { arguments: '{"x":1}' }])
  })

  it.each([
    ['length', 'length'],
    ['CONTENT_FILTER', 'content_filter'],
    ['Max_Tokens', 'length']
  ])('are cut by the foreign word %s', (word, reason) => {
    const outcome = fold(word, begin(0, 'a', 'f'), more(0, '{"x":1}'), end(0))
    expect(callsOf(outcome)).toMatchObject([{ state: 'Truncated' }])
    expect(firstChoice(outcome.message)).toMatchObject({ finishReason: reason, rawFinishReason: word })
  })
})

describe('a call whose start is missing', () => {
  it('begins with the fragment that names it', () => {
    const said = { toolUseId: 'a', name: 'f', input: '{"x":' }
    const converse = c.stream('tool_use', c.delta(0, { toolUse: said }), c.input(0, '1}'), c.stop(0))
    const begun = o.callStart(0, 'a', 'f').replaceAll('tool-call-start', 'tool-call-delta')
    const chat = o.stream('TOOL_CALL', begun, o.callDelta(0, '{"x":1}'), o.callEnd(0))
    for (const outcome of [foldBody(bedrockConverse, converse), foldBody(cohere, chat)]) {
      expect(callsOf(outcome)).toEqual([{ id: 'a', state: 'Closed', args: '{"x":1}' }])
    }
  })
})

describe('the start of a block of Converse', () => {
  const foldFrames = (...frames: ReadonlyArray<Uint8Array>) =>
    foldBody(bedrockConverse, c.stream('end_turn', ...frames))

  it.each([{}, { text: '' }, { text: null }, { reasoningContent: {} }])('%j begins no part', (begins) => {
    const outcome = foldFrames(c.start(0, begins), c.delta(0, { text: 'Hi' }), c.stop(0))
    expect(partsOf(outcome)).toMatchObject([{ _tag: 'Text', text: 'Hi' }])
    expect(toAssistantMessage(bedrockConverse)(outcome.message)).toEqual(
      E.right({ role: 'assistant', content: [{ text: 'Hi' }] })
    )
  })

  it('may have the first text, or the input of the call', () => {
    expect(partsOf(foldFrames(c.start(0, { text: 'Hel' }), c.delta(0, { text: 'lo' })))).toMatchObject([
      { text: 'Hello' }
    ])
    for (const input of [{ x: 1 }, '{"x":1}']) {
      const outcome = foldFrames(c.callStart(0, 'a', 'f', { input }), c.stop(0))
      expect(callsOf(outcome)).toEqual([{ id: 'a', state: 'Closed', args: '{"x":1}' }])
    }
  })

  it('may come after the signature of the reasoning before it', () => {
    const signed = c.delta(1, { reasoningContent: { signature: 'S' } })
    const outcome = foldFrames(c.thought(0, { text: 'hm' }), c.stop(0), c.said(1, 'Hi'), signed)
    expect(partsOf(outcome)).toMatchObject([{ text: 'hm', signature: 'S' }, { text: 'Hi' }])
  })
})

describe('a message of Anthropic', () => {
  const foldEvents = (...events: ReadonlyArray<string>) => foldBody(anthropic, events.join(''))
  const block = { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } }

  it('that starts twice has its content once', () => {
    const begun = a.messageStart({ content: [block], stop_reason: 'tool_use' })
    const outcome = foldEvents(begun, begun, a.messageStop())
    expect(callsOf(outcome)).toEqual([{ id: 'a', state: 'Closed', args: '{"x":1}' }])
    expect(outcome.repairs).toEqual([])
  })

  it('may start with a text', () => {
    expect(messageText(foldEvents(a.messageStart({ content: 'Hi' }), a.messageStop()).message)).toBe('Hi')
  })

  it('of another model goes back without the calls of the one that declined', () => {
    const fallback = { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } }
    const body = a.stream(
      'end_turn',
      ...[a.call(0, 'old', 'rm', '{"x":1}'), a.start(1, fallback), a.stop(1), a.said(2, 'Hi')]
    )
    expect(toAssistantMessage(anthropic)(foldEvents(body).message)).toEqual(
      E.right({ role: 'assistant', content: [fallback, { type: 'text', text: 'Hi' }] })
    )
  })

  it('has fragments without a type, which are what their field is', () => {
    const outcome = foldEvents(
      a.stream(
        'tool_use',
        ...[a.delta(0, { thinking: 'hm' }), a.delta(0, { signature: 'S' }), a.delta(1, { text: 'Hi' })],
        ...[a.callStart(2, 'a', 'f'), a.delta(2, { partial_json: '{"x":1}' }), a.stop(2)]
      )
    )
    expect(partsOf(outcome)).toMatchObject([{ text: 'hm', signature: 'S' }, { text: 'Hi' }, { arguments: '{"x":1}' }])
  })

  it('has compactions under another index, or without a start', () => {
    const more = a.delta(4, { type: 'compaction_delta', content: 'Sum', encrypted_content: 'E' })
    for (const begun of [[], [a.start(0, { type: 'compaction', content: null, signature: 'S' })]]) {
      const outcome = foldEvents(a.stream('end_turn', ...begun, more, a.said(1, 'Hi')))
      expect(partsOf(outcome)[0]).toMatchObject({ raw: { type: 'compaction', content: 'Sum', encrypted_content: 'E' } })
      expect(partsOf(outcome)).toHaveLength(2)
    }
  })

  it.each(['error', 'network_error'])('that stops with the word %s has failed', (word) => {
    const whole = JSON.stringify({ type: 'message', content: [block], stop_reason: word })
    for (const body of [a.stream(word, a.call(0, 'a', 'f', '{"x":1}')), whole]) {
      expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure' }] })
    }
  })

  it('may be followed by an error without its envelope', () => {
    const outcome = foldEvents(a.messageStart(), 'data: {"type":"overloaded_error","message":"A"}\n\n')
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ type: 'overloaded_error', message: 'A' }] })
  })
})

describe('Cohere', () => {
  it('counts the tokens of reasoning, and takes a 0 for nothing where the other count is more', () => {
    const end = (usage: object) =>
      foldBody(cohere, [o.said(0, 'Hi'), o.messageEnd('COMPLETE', { usage })].join('')).message
    const tokens = { input_tokens: 10, output_tokens: 40, reasoning_tokens: 28 }
    expect(end({ tokens }).usage).toMatchObject({ outputTokens: 40, reasoningOutputTokens: 28, totalTokens: 50 })
    const none = { input_tokens: 0, output_tokens: 0 }
    expect(end({ tokens: none, billed_units: tokens }).usage).toMatchObject({ inputTokens: 10, outputTokens: 40 })
  })

  it('may start a message with content', () => {
    const message = {
      content: [{ type: 'text', text: 'Hi' }],
      tool_calls: [{ id: 'a', function: { name: 'f', arguments: '{}' } }]
    }
    const body = [o.event('message-start', { id: 'm', delta: { message } }), o.messageEnd('TOOL_CALL')].join('')
    expect(partsOf(foldBody(cohere, body))).toMatchObject([{ text: 'Hi' }, { id: 'a', state: 'Closed' }])
  })
})

describe('an exception of AWS', () => {
  const failed = { _tag: 'Failed', failures: [{ type: 'throttlingException', status: 429, message: 'A' }] }
  const said = JSON.stringify({ message: 'A' })
  const form = JSON.stringify({ throttlingException: { message: 'A' } })
  const typed = JSON.stringify({ __type: 'com.amazon#ThrottlingException', message: 'A' })

  it.each([bedrockConverse, bedrockAnthropic])('is read in each of its forms', (provider) => {
    expect(foldBody(provider, aws.exception('ThrottlingException', said))).toMatchObject(failed)
    for (const json of [form, typed]) {
      const chunk = aws.event('chunk', JSON.stringify({ bytes: Buffer.from(json).toString('base64') }))
      expect(foldBody(provider, json)).toMatchObject(failed)
      expect(foldBody(provider, chunk)).toMatchObject(failed)
    }
  })

  it('is not lost in bytes that are not base64, and neither is any event', () => {
    const call = aws.event('chunk', JSON.stringify({ bytes: '%%' }))
    expect(foldBody(bedrockAnthropic, joined([call])).failures).toMatchObject([{ _tag: 'MalformedJson' }, {}])
  })
})

describe('the media in a result', () => {
  const data = 'AAAA'
  const named = (mediaType: string, name?: string) => ({
    content: [{ _tag: 'File', mediaType, data, ...(name === undefined ? {} : { name }) } as const]
  })
  const image = (mediaType: string) => ({ content: [{ _tag: 'Image', mediaType, data } as const] })
  const call = { toolUseId: 'a', name: 'f', input: {} }
  const { message } = foldBody(
    bedrockConverse,
    JSON.stringify({ output: { message: { content: [{ toolUse: call }] } }, stopReason: 'tool_use' })
  )
  const results = (result: ToolOutput) =>
    messageToolCalls(message).flatMap((one) => (one.state === 'Closed' ? [{ call: one, result }] : []))

  it.each([
    [image('image/jpg'), { image: { format: 'jpeg' } }],
    [named('video/quicktime'), { video: { format: 'mov' } }],
    [named('application/pdf', 'my report_v2.pdf'), { document: { format: 'pdf', name: 'my report v2 pdf' } }],
    [named('text/plain', '…'), { document: { format: 'txt', name: 'document' } }],
    [named('text/plain', 'ab '.repeat(100)), { document: { format: 'txt', name: 'ab '.repeat(67).slice(0, 200) } }]
  ])('have the formats and names that Converse takes', (result, block) => {
    expect(toNextTurn(bedrockConverse)(message, results(result)).items[1]).toMatchObject({
      content: [{ toolResult: { content: [block] } }]
    })
  })

  it('stand alone where the text beside them is blank, and so does no text', () => {
    const blank = { _tag: 'Text', text: ' ' } as const
    const beside = { content: [blank, ...image('image/png').content] }
    for (const provider of [bedrockConverse, anthropic]) {
      const said = toNextTurn(provider)(message, results(beside)).items[1]
      expect(JSON.stringify(said)).toContain('AAAA')
      expect(JSON.stringify(said)).not.toContain('"text"')
    }
    expect(toNextTurn(bedrockConverse)(message, results({ content: [blank] })).items[1]).toMatchObject({
      content: [{ toolResult: { content: [] } }]
    })
  })

  it('are reported where a provider takes no image of their kind', () => {
    for (const provider of [bedrockConverse, anthropic]) {
      const { leftOut } = toNextTurn(provider)(message, results(image('image/svg+xml')))
      expect(leftOut).toMatchObject([{ _tag: 'LeftOutMedia' }])
    }
  })
})
