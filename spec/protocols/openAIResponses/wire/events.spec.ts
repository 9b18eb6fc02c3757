import fc from 'fast-check'

import { asItCame } from '../../../../lib/codec/asItCame.ts'
import { leftOutOf } from '../../../../lib/codec/leftOutOf.ts'
import { kindOf } from '../../../../lib/codec/Other.ts'
import { AzureResponsesChunk } from '../../../../lib/protocols/openAIResponses/wire/azure.ts'
import { ResponsesErrorBody } from '../../../../lib/protocols/openAIResponses/wire/error.ts'
import { ResponsesChunk } from '../../../../lib/protocols/openAIResponses/wire/events.ts'
import { ResponsesItem } from '../../../../lib/protocols/openAIResponses/wire/item.ts'
import { OpenRouterResponsesChunk } from '../../../../lib/protocols/openAIResponses/wire/openRouter.ts'
import { ResponsesSnapshot } from '../../../../lib/protocols/openAIResponses/wire/snapshot.ts'
import { XaiResponsesChunk } from '../../../../lib/protocols/openAIResponses/wire/xai.ts'
import { openAIResponses } from '../../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../../lib/reading/foldBody.ts'
import { fromCodec } from '../../../arbitraries/fromCodec.ts'
import { wireLaws } from '../../../laws/wire.ts'

const noObject = (u: unknown): boolean => typeof u !== 'object' || u === null || Array.isArray(u)

const bodyOf = (...events: ReadonlyArray<object>): string =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')

const ignoredIn = (body: string): ReadonlyArray<string> =>
  foldBody(openAIResponses, body).repairs.flatMap((repair) => (repair._tag === 'FieldIgnored' ? [repair.path] : []))

const text = (delta: unknown, more: object = {}): object => ({
  type: 'response.output_text.delta',
  item_id: 'msg_1',
  output_index: 0,
  content_index: 0,
  delta,
  ...more
})

const ended = (more: object = {}): object => ({
  type: 'response.completed',
  response: { status: 'completed', ...more }
})

const partsIn = (...events: ReadonlyArray<object>): ReadonlyArray<object> =>
  foldBody(openAIResponses, bodyOf(...events)).message.choices[0]?.parts ?? []

describe('ResponsesChunk', () => {
  wireLaws(ResponsesChunk, noObject, 200)

  it('makes every kind of event', () => {
    const kinds = new Set(fc.sample(fromCodec(ResponsesChunk), 1500).map(kindOf))
    expect(Object.keys(ResponsesChunk.members()).filter((kind) => !kinds.has(kind))).toEqual([])
  })
})

describe.each([AzureResponsesChunk, XaiResponsesChunk, OpenRouterResponsesChunk])('$name', (codec) => {
  wireLaws(codec, noObject, 30)

  it('has the kinds of the protocol', () => {
    expect(Object.keys(codec.members()).sort()).toEqual(Object.keys(ResponsesChunk.members()).sort())
  })
})

describe('ResponsesItem', () => {
  wireLaws(ResponsesItem, noObject, 200)

  it('makes every kind of item', () => {
    const kinds = new Set(fc.sample(fromCodec(ResponsesItem), 800).map(kindOf))
    expect(Object.keys(ResponsesItem.members()).filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it('never loses its type, whatever is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ResponsesItem.members())), fc.jsonValue(), (type, value) => {
        const names = ['id', 'call_id', 'name', 'arguments', 'input', 'code', 'content', 'summary', 'status', 'output']
        const item = { ...Object.fromEntries(names.map((name) => [name, value])), type }
        const decoded = ResponsesItem.decode(item)
        expect(decoded._tag === 'Right' && decoded.right.type).toBe(type)
      })
    )
  })
})

describe('ResponsesSnapshot', () => {
  wireLaws(ResponsesSnapshot, noObject, 50)
})

describe('ResponsesErrorBody', () => {
  wireLaws(ResponsesErrorBody, noObject, 50)
})

describe('a field of another type', () => {
  it.each<readonly [string, object, string]>([
    ['usage that is a list', ended({ usage: [1] }), 'response.usage'],
    ['usage that is a text', ended({ usage: 'many' }), 'response.usage'],
    ['a count that is a text', ended({ usage: { output_tokens: 'ten' } }), 'response.usage.output_tokens'],
    ['a model that is a list', ended({ model: [] }), 'response.model'],
    ['a reason that is a text', ended({ incomplete_details: 'x' }), 'response.incomplete_details'],
    ['an index that is an object', text('', { output_index: {} }), 'output_index'],
    ['probabilities that are a text', text('', { logprobs: 'x' }), 'logprobs'],
    ['an item that is no object', ended({ output: [7] }), 'response.output.#']
  ])('is reported once, and nothing else changes: %s', (_title, event, path) => {
    const body = bodyOf(text('a'), event, event, ended())
    const { _tag, failures } = foldBody(openAIResponses, body)
    expect([_tag, failures]).toEqual(['Complete', []])
    expect(partsIn(text('a'), event, event, ended())).toEqual(partsIn(text('a'), ended()))
    expect(ignoredIn(body)).toEqual([path])
  })

  it('is reported in a JSON body, and its usage is kept as it was sent', () => {
    const content = [{ type: 'output_text', text: 'Hi' }]
    const response = {
      object: 'response',
      status: 'completed',
      output: [{ type: 'message', content }],
      usage: { input_tokens: {}, output_tokens: 3 }
    }
    const { _tag, repairs, message } = foldBody(openAIResponses, JSON.stringify(response))
    expect([_tag, repairs]).toEqual(['Complete', [{ _tag: 'FieldIgnored', path: 'usage.input_tokens' }]])
    expect(message.usage).toMatchObject({ outputTokens: 3, raw: response.usage })
  })

  it('is in what goes back: an item is kept as it was sent', () => {
    const item = { type: 'computer_call', id: 'cc_1', call_id: 'c', action: { type: 'click', x: 'left' }, status: 7 }
    const done = { type: 'response.output_item.done', output_index: 0, item }
    expect(partsIn(done, ended())).toMatchObject([{ _tag: 'Unrecognised', raw: item }])
    const decoded = ResponsesChunk.decode(done)
    expect(decoded._tag === 'Right' && asItCame(decoded.right)).toBe(done)
    expect(decoded._tag === 'Right' && leftOutOf(decoded.right)).toEqual(['item.status', 'item.action.x'])
  })
})

describe('content of another type', () => {
  const message = (content: unknown): object => ({
    type: 'response.output_item.done',
    output_index: 0,
    item: { type: 'message', id: 'msg_1', content }
  })

  it.each<readonly [string, unknown]>([
    ['a text instead of the list', 'Hi'],
    ['a part instead of the list', { type: 'output_text', text: 'Hi' }],
    ['a text instead of the part', ['Hi']],
    ['a part without a type', [{ text: 'Hi' }]],
    ['null beside the part', [null, { type: 'output_text', text: 'Hi' }]]
  ])('is read, if its meaning is clear: %s', (_title, content) => {
    expect(partsIn(message(content), ended())).toMatchObject([{ _tag: 'Text', text: 'Hi' }])
  })

  it('is kept as it was sent otherwise', () => {
    const part = { type: 'output_text', text: ['Hi'] }
    expect(partsIn(message([part]), ended())).toMatchObject([{ _tag: 'Unrecognised', raw: part }])
  })

  it.each<readonly [string, unknown, string]>([
    ['a number', 5, '5'],
    ['a boolean', true, 'true'],
    ['an object with a text', { text: 'b' }, 'b'],
    ['a list', ['b'], '']
  ])('as a fragment of text: %s', (_title, delta, read) => {
    expect(partsIn(text('a'), text(delta), text('c'), ended())).toMatchObject([{ text: `a${read}c` }])
  })

  it.each([[{ a: 1 }], [[1]], [1]])('as the arguments of a call, is their JSON text: %j', (value) => {
    const call = { type: 'function_call', call_id: 'c', name: 'f' }
    const events = [
      { type: 'response.output_item.added', output_index: 0, item: call },
      { type: 'response.function_call_arguments.done', output_index: 0, arguments: value }
    ]
    expect(partsIn(...events, ended())).toMatchObject([{ _tag: 'ToolCall', arguments: JSON.stringify(value) }])
    expect(foldBody(openAIResponses, bodyOf(...events, ended())).repairs).toMatchObject([
      { _tag: 'ArgumentsSerialised' }
    ])
  })
})

describe('addresses of another type', () => {
  it.each([['0'], [0]])('are read across types: %j', (index) => {
    const events = [text('a', { output_index: index, sequence_number: '0' }), text('b', { item_id: 7 }), ended()]
    expect(partsIn(...events)).toMatchObject([{ text: 'ab' }])
    expect(ignoredIn(bodyOf(...events))).toEqual([])
  })
})
