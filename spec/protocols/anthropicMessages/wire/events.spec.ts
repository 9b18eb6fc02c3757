import fc from 'fast-check'

import { asItCame } from '../../../../lib/codec/asItCame.ts'
import { leftOutOf } from '../../../../lib/codec/leftOutOf.ts'
import { AnthropicChunk } from '../../../../lib/protocols/anthropicMessages/wire/events.ts'
import { anthropic } from '../../../../lib/providers/anthropicMessages.ts'
import { foldBody } from '../../../../lib/reading/foldBody.ts'
import { fromCodec } from '../../../arbitraries/fromCodec.ts'
import { wireLaws } from '../../../laws/wire.ts'

const noObject = (u: unknown): boolean => typeof u !== 'object' || u === null || Array.isArray(u)

const bodyOf = (...events: ReadonlyArray<object>): string =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')

const ignoredIn = (body: string): ReadonlyArray<string> =>
  foldBody(anthropic, body).repairs.flatMap((repair) => (repair._tag === 'FieldIgnored' ? [repair.path] : []))

const start = { type: 'message_start', message: { id: 'msg_1', model: 'm', content: [] } }
const block = { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }
const text = (more: object = {}): object => ({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text: 'a', ...more }
})
const end = [{ type: 'message_delta', delta: { stop_reason: 'end_turn' } }, { type: 'message_stop' }]

describe('AnthropicChunk', () => {
  wireLaws(AnthropicChunk, noObject, 300)

  it('makes every kind of event', () => {
    const kinds = new Set(fc.sample(fromCodec(AnthropicChunk), 500).map(({ type }) => type))
    expect(Object.keys(AnthropicChunk.members()).filter((kind) => !kinds.has(kind as never))).toEqual([])
  })
})

describe('a field of another type', () => {
  it.each([
    ['usage that is a list', { type: 'message_delta', usage: [1] }, 'usage'],
    ['a count that is a text', { type: 'message_delta', usage: { output_tokens: 'ten' } }, 'usage.output_tokens'],
    ['a stop reason that is a number', { type: 'message_delta', delta: { stop_reason: 7 } }, 'delta.stop_reason'],
    ['a container that is a text', { type: 'message_delta', delta: { container: 'c' } }, 'delta.container']
  ])('is reported once: %s', (_title, event, path) => {
    const body = bodyOf(start, block, text(), event, event, event, ...end)
    const { _tag, failures, message } = foldBody(anthropic, body)
    expect([_tag, failures, message.choices[0]?.parts.length]).toEqual(['Complete', [], 1])
    expect(ignoredIn(body)).toEqual([path])
  })

  it('is reported once in a long stream, and the wire is kept', () => {
    const wrong = { type: 'message_delta', usage: { output_tokens: 3, input_tokens: {} } }
    const body = bodyOf(start, block, ...Array.from({ length: 1000 }, () => text()), wrong, wrong, ...end)
    const { message } = foldBody(anthropic, body)
    expect(ignoredIn(body)).toEqual(['usage.input_tokens'])
    expect(message.usage).toMatchObject({ outputTokens: 3, raw: { input_tokens: {}, output_tokens: 3 } })
  })

  it('is reported in at most 32 places', () => {
    const edits = Array.from({ length: 40 }, (_, i) => ({ type: 'message_delta', usage: { [`x${i}`]: 1 } }))
    expect(ignoredIn(bodyOf(start, ...edits, ...end))).toEqual([])
    const wrong = (key: string): object => ({ ...start.message, [key]: { odd: 1 } })
    const keys = ['id', 'role', 'model', 'stop_reason', 'stop_sequence']
    expect(ignoredIn(bodyOf(...keys.map((key) => ({ type: 'message_start', message: wrong(key) })), ...end))).toEqual(
      keys.map((key) => `message.${key}`)
    )
  })

  it('is reported in a JSON body', () => {
    const response = {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: 'Hi' }],
      usage: [],
      stop_reason: 'end_turn'
    }
    const { _tag, repairs } = foldBody(anthropic, JSON.stringify(response))
    expect([_tag, repairs]).toEqual(['Complete', [{ _tag: 'FieldIgnored', path: 'usage' }]])
  })

  it('is in what goes back: the result of a tool is kept as it was sent', () => {
    const result = {
      type: 'web_search_tool_result',
      tool_use_id: 't',
      content: [{ type: 'web_search_result', url: 7 }, null]
    }
    const begun = { type: 'content_block_start', index: 0, content_block: result }
    const { message } = foldBody(anthropic, bodyOf(start, begun, ...end))
    expect(message.choices[0]?.parts).toMatchObject([{ _tag: 'ServerToolResult', raw: result }])
    const decoded = AnthropicChunk.decode(begun)
    expect(decoded._tag === 'Right' && asItCame(decoded.right)).toBe(begun)
    expect(decoded._tag === 'Right' && leftOutOf(decoded.right)).toEqual([
      'content_block.content.#',
      'content_block.content.#.url'
    ])
  })
})

describe('content of another type', () => {
  it.each([
    ['no delta', { type: 'content_block_delta', index: 0 }],
    ['a delta that is a text', { type: 'content_block_delta', index: 0, delta: 'a' }],
    ['a text that is a list', text({ text: ['a'] })]
  ])('is kept as it was sent: %s', (_title, event) => {
    const { _tag, message } = foldBody(anthropic, bodyOf(start, block, text(), event, text(), ...end))
    expect(_tag).toBe('Complete')
    expect(message.choices[0]?.parts).toMatchObject([{ text: 'aa' }, { _tag: 'Unrecognised', raw: event }])
  })
})
