import { either as E } from 'fp-ts'

import type { Part } from '../../../lib/data/Part.ts'
import { anthropic } from '../../../lib/providers/anthropicMessages.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import {
  call,
  citationDelta,
  delta,
  everyBlock,
  everyBlockJson,
  everyBlockStream,
  said,
  signatureDelta,
  start,
  stop,
  stream,
  textDelta,
  thinkingDelta
} from '../../fixtures/anthropic.ts'

const sentBack = (body: string): unknown => toAssistantMessage(anthropic)(foldBody(anthropic, body).message)

const blocksOf = (...events: ReadonlyArray<string>): unknown => sentBack(stream('end_turn', ...events))

const right = (...content: ReadonlyArray<object>): unknown => E.right({ role: 'assistant', content })

const callBlock = (input: unknown): object => ({ type: 'tool_use', id: 'a', name: 'w', input })

describe('an answer in the next request', () => {
  it('has every block as it came, in order, from a stream and from a JSON body', () => {
    expect(sentBack(everyBlockStream)).toEqual(right(...everyBlock))
    expect(sentBack(everyBlockJson)).toEqual(right(...everyBlock))
  })

  it('leaves out what the API refuses: empty text, and thinking that nobody signed', () => {
    const thinking = [start(1, { type: 'thinking', thinking: '' }), thinkingDelta(1, 'h'), stop(1)]
    expect(blocksOf(said(0), ...thinking, said(2, 'a'))).toEqual(right({ type: 'text', text: 'a' }))
    expect(blocksOf(...thinking, signatureDelta(1, 'S'))).toEqual(
      right({ type: 'thinking', thinking: 'h', signature: 'S' })
    )
  })

  it('keeps thinking that is signed and has no words', () => {
    expect(blocksOf(start(0, { type: 'thinking', thinking: '', signature: 'S' }))).toEqual(
      right({ type: 'thinking', thinking: '', signature: 'S' })
    )
  })

  it('puts citations back into their own text', () => {
    const [one, two] = [{ cited_text: '1' }, { cited_text: '2' }]
    const text = (index: number): string => start(index, { type: 'text', text: '', citations: [] })
    const events = [text(0), citationDelta(0, one), textDelta(0, 'a'), stop(0), text(1), textDelta(1, 'b')]
    expect(blocksOf(...events, citationDelta(1, two), citationDelta(0, two), citationDelta(7, one))).toEqual(
      right({ type: 'text', text: 'a', citations: [one, two] }, { type: 'text', text: 'b', citations: [two] })
    )
  })

  it.each([
    ['', {}],
    ['{}', {}],
    ['{"a": {"b": [1]}}', { a: { b: [1] } }],
    ['{"a": }', { INVALID_JSON: '{"a": }' }],
    ['[1]', { INVALID_JSON: '[1]' }],
    ['null', { INVALID_JSON: 'null' }],
    ['"a"', { INVALID_JSON: '"a"' }],
    ['{"p": "App\\Http"}', { INVALID_JSON: '{"p": "App\\Http"}' }],
    [`{"a":${'['.repeat(200)}${']'.repeat(200)}}`, { INVALID_JSON: `{"a":${'['.repeat(200)}${']'.repeat(200)}}` }]
  ])('has the arguments %s as an object', (raw, input) => {
    expect(blocksOf(call(0, 'a', 'w', raw))).toEqual(right(callBlock(input)))
  })

  it('keeps a key __proto__ of the arguments a key', () => {
    const sent = JSON.stringify(blocksOf(call(0, 'a', 'w', '{"__proto__":{"x":1}}')))
    expect(sent).toContain('"input":{"__proto__":{"x":1}}')
    expect({}).not.toHaveProperty('x')
  })

  it('has no call that was cut', () => {
    expect(sentBack(stream('max_tokens', call(0, 'a', 'w', '{}')))).toMatchObject({
      left: { _tag: 'UnfinishedCall', call: { _tag: 'ToolCall', state: 'Truncated', id: 'a' } }
    })
  })

  it('has no fragments that no block took', () => {
    expect(blocksOf(said(0, 'a'), delta(0, { type: 'odd_delta' }))).toEqual(right({ type: 'text', text: 'a' }))
    expect(blocksOf(start(0, {}))).toEqual(right())
  })

  it('has what a message of another provider may hold, as far as it can be said', () => {
    const media = { key: 3, id: '', mediaType: '', name: '', url: '', data: '', text: '' }
    const parts: ReadonlyArray<Part> = [
      { _tag: 'Refusal', key: 0, text: 'No.' },
      { _tag: 'Refusal', key: 1, text: '' },
      { _tag: 'Reasoning', key: 2, kind: 'encrypted', text: '', signature: '' },
      { _tag: 'Image', ...media },
      { _tag: 'File', ...media }
    ]
    expect(toAssistantMessage(anthropic)({ choices: [{ index: 0, parts }] })).toEqual(
      right({ type: 'text', text: 'No.' }, { type: 'redacted_thinking', data: '' })
    )
  })
})

describe('the result of a call', () => {
  it('is one block of a message of the user', () => {
    const closed = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'toolu_1', name: 'add', arguments: '{}' } as const
    expect(toToolResult(anthropic, '5')(closed)).toEqual({
      type: 'tool_result',
      tool_use_id: 'toolu_1',
      content: '5'
    })
  })
})
