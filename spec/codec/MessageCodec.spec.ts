import { MessageCodec } from '../../lib/codec/MessageCodec.ts'
import type { Part } from '../../lib/data/Part.ts'
import { message } from '../arbitraries/message.ts'
import { codecLaws } from '../laws/codec.ts'

const withChoice = (choice: object): unknown => ({ choices: [{ index: 0, parts: [], ...choice }] })

const withPart = (part: object): unknown => withChoice({ parts: [part] })

const call: Part = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'a', name: 'add', arguments: '{}' }
const reasoning: Part = { _tag: 'Reasoning', key: 0, kind: 'text', text: '', signature: '' }
const { name, ...nameless } = call

describe('MessageCodec', () => {
  codecLaws(MessageCodec, message, [
    ['a message without choices', {}],
    ['choices that are no list', { choices: {} }],
    ['an id that is a number', { choices: [], id: 7 }],
    ['a usage with tokens below 0', { choices: [], usage: { inputTokens: -1 } }],
    ['a choice without an index', { choices: [{ parts: [] }] }],
    ['a choice with an index below 0', withChoice({ index: -1 })],
    ['a choice with half an index', withChoice({ index: 0.5 })],
    ['an unknown finish reason', withChoice({ finishReason: 'eos' })],
    ['an unknown kind of part', withPart({ _tag: 'Smell', key: 0 })],
    ['a part without a key', withPart({ _tag: 'Text', text: '' })],
    ['a part with a key below 0', withPart({ _tag: 'Text', key: -1, text: '' })],
    ['a text that is a number', withPart({ _tag: 'Text', key: 0, text: 7 })],
    ['an extra that is a list', withPart({ _tag: 'Text', key: 0, text: '', extra: [] })],
    ['a call in an unknown state', withPart({ ...call, state: 'Half' })],
    [`a call without a ${name}`, withPart(nameless)],
    ['a call whose id is synthetic by a word', withPart({ ...call, syntheticId: 'yes' })],
    ['reasoning of an unknown kind', withPart({ ...reasoning, kind: 'hunch' })],
    ['reasoning with an index below 0', withPart({ ...reasoning, index: -1 })],
    ['a citation with a start below 0', withPart({ _tag: 'Citation', key: 0, raw: {}, start: -1 })]
  ])
})
