import fc from 'fast-check'
import { either as E } from 'fp-ts'

import type { Message } from '../../../lib/data/Message.ts'
import { firstChoice, messageReasoning, messageText } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { andThen, feedMachine, runMachine } from '../../../lib/machine/Machine.ts'
import { AnthropicBlock } from '../../../lib/protocols/anthropicMessages/wire/blocks.ts'
import { AnthropicDelta } from '../../../lib/protocols/anthropicMessages/wire/deltas.ts'
import { AnthropicChunk } from '../../../lib/protocols/anthropicMessages/wire/events.ts'
import { anthropic, vertexAnthropic } from '../../../lib/providers/anthropicMessages.ts'
import { restoreFold, saveFold } from '../../../lib/reading/checkpoint.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import { textFragmentsMachine } from '../../../lib/reading/textFragmentsMachine.ts'
import { fromCodec } from '../../arbitraries/fromCodec.ts'
import {
  call,
  callStart,
  citation,
  citationDelta,
  codeResult,
  delta,
  event,
  everyBlockJson,
  everyBlockStream,
  inputDelta,
  mcpResult,
  messageDelta,
  messageStart,
  messageStop,
  pageCitation,
  PING,
  said,
  searchResult,
  signatureDelta,
  start,
  stop,
  stream,
  textDelta,
  thinkingDelta,
  upload
} from '../../fixtures/anthropic.ts'
import { cutLaws } from '../../laws/machine.ts'

const foldOf = (...events: ReadonlyArray<string>): Outcome => foldBody(anthropic, stream('end_turn', ...events))

const messageOf = (...events: ReadonlyArray<string>): Message => {
  const outcome = foldOf(...events)
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  return outcome.message
}

const partsIn = (message: Message): ReadonlyArray<object> => firstChoice(message)?.parts ?? []

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<object> => partsIn(messageOf(...events))

const repairsOf = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  foldOf(...events).repairs.map(({ _tag }) => _tag)

const thinkingStart = start(0, { type: 'thinking', thinking: '', signature: '' })

const thought = (key: number, said: string, signature: string): object => ({
  _tag: 'Reasoning',
  key,
  kind: 'text',
  text: said,
  signature
})

describe('every kind of block', () => {
  const parts = [
    thought(0, 'Hm. é€😀', 'Sig+/='),
    { _tag: 'Reasoning', key: 1, kind: 'encrypted', text: '', signature: '', data: 'Data+/=' },
    { _tag: 'Text', key: 2, text: 'I look. ' },
    {
      _tag: 'ServerToolCall',
      key: 3,
      kind: 'server_tool_use',
      id: 'srv_1',
      name: 'web_search',
      arguments: '{"query":"a"}',
      extra: { caller: { type: 'direct' } }
    },
    { _tag: 'ServerToolResult', key: 4, kind: 'web_search_tool_result', id: 'srv_1', raw: searchResult },
    { _tag: 'Text', key: 5, text: 'It is a.' },
    { _tag: 'Citation', key: 6, of: 5, url: 'https://a', title: 'A', text: 'é€😀', raw: citation },
    { _tag: 'Citation', key: 7, of: 5, title: 'D', text: 'x', raw: pageCitation },
    {
      _tag: 'ServerToolCall',
      key: 8,
      kind: 'server_tool_use',
      id: 'srv_2',
      name: 'bash_code_execution',
      arguments: '{"command":"ls"}'
    },
    { _tag: 'ServerToolResult', key: 9, kind: 'bash_code_execution_tool_result', id: 'srv_2', raw: codeResult },
    {
      _tag: 'ServerToolCall',
      key: 10,
      kind: 'mcp_tool_use',
      id: 'mcp_1',
      name: 'echo',
      arguments: '',
      extra: { server_name: 'mine' }
    },
    { _tag: 'ServerToolResult', key: 11, kind: 'mcp_tool_result', id: 'mcp_1', raw: mcpResult },
    { _tag: 'Unrecognised', key: 12, raw: upload },
    { _tag: 'Unrecognised', key: 13, raw: { type: 'compaction', content: 'All so far.' } },
    {
      _tag: 'ToolCall',
      state: 'Closed',
      key: 14,
      id: 'toolu_1',
      name: 'add',
      arguments: '{"a":2}',
      extra: { caller: { type: 'direct' } }
    },
    { _tag: 'ToolCall', state: 'Closed', key: 15, id: 'toolu_2', name: 'now', arguments: '' }
  ]

  const outcome = foldBody(anthropic, everyBlockStream)

  it('is a part', () => {
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(outcome.message).toMatchObject({
      id: 'msg_1',
      model: 'm',
      choices: [{ index: 0, finishReason: 'tool_call', rawFinishReason: 'tool_use' }]
    })
    expect(partsIn(outcome.message)).toEqual(parts)
  })

  it('law: a stream and the JSON body of the same answer give equal messages', () => {
    expect(foldBody(anthropic, everyBlockJson)).toEqual(outcome)
  })

  it('is the same under another name of the protocol', () => {
    expect(foldBody(vertexAnthropic, everyBlockStream)).toEqual(outcome)
  })

  it('law: what is restored is what was saved, at every byte', () => {
    const machine = foldMachine(anthropic)
    const body = new TextEncoder().encode(everyBlockStream)
    let { initial: state } = machine
    for (let k = 0; k < body.length; k++) {
      state = feedMachine(machine)(state, [body.subarray(k, k + 1)]).state
      if (k % 7 !== 0) continue
      const restored = restoreFold(anthropic)(JSON.parse(JSON.stringify(saveFold(anthropic)(state))))
      expect(restored).toEqual(E.right(state))
    }
  })

  describe('under every cut', () => {
    cutLaws(foldMachine(anthropic), new TextEncoder().encode(everyBlockStream), (states) => '.'.repeat(states.length))
  })

  it.each([
    'web_search_tool_result',
    'web_fetch_tool_result',
    'code_execution_tool_result',
    'text_editor_code_execution_tool_result',
    'bash_code_execution_tool_result',
    'tool_search_tool_result',
    'advisor_tool_result',
    'mcp_tool_result',
    'of_tomorrow_tool_result'
  ])('%s is a result of a call that the provider ran', (type) => {
    const raw = { type, tool_use_id: 'x', content: { error_code: 'unavailable' } }
    expect(partsOf(start(0, raw), stop(0))).toEqual([{ _tag: 'ServerToolResult', key: 0, kind: type, id: 'x', raw }])
  })

  it.each([
    'web_search',
    'web_fetch',
    'code_execution',
    'bash_code_execution',
    'text_editor_code_execution',
    'tool_search_tool_regex',
    'tool_search_tool_bm25',
    'advisor'
  ])('%s is a call that the provider runs, its input in fragments', (name) => {
    const begin = start(0, { type: 'server_tool_use', id: 'srv_1', name, input: {} })
    expect(partsOf(begin, inputDelta(0, ''), inputDelta(0, '{"a":'), inputDelta(0, '1}'), stop(0))).toEqual([
      { _tag: 'ServerToolCall', key: 0, kind: 'server_tool_use', id: 'srv_1', name, arguments: '{"a":1}' }
    ])
  })
})

describe('events', () => {
  it('are what the type in their data says, whatever the name of the event', () => {
    const unnamed = stream('end_turn', said(0, 'Hi')).replaceAll(/^event: .*\n/gm, '')
    const misnamed = stream('end_turn', said(0, 'Hi')).replaceAll(/^event: .*$/gm, 'event: error')
    const expected = foldOf(said(0, 'Hi')).message
    for (const body of [unnamed, misnamed]) {
      expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Complete', failures: [], message: expected })
    }
  })

  it('of a type that nobody knows are chunks that say nothing', () => {
    const odd = { type: 'message_of_tomorrow', index: 0, delta: { type: 'text_delta', text: 'x' } }
    const chunks = runMachine(readChunksMachine(anthropic))([stream('end_turn', event(odd))])
    expect(chunks.map(E.map(({ deltas }) => deltas.length))[1]).toEqual(E.right(0))
    expect(chunks[1]).toMatchObject(E.right({ _tag: 'StreamChunk', wire: odd }))
  })

  it('pings may come anywhere, and change nothing', () => {
    const events = [start(0, { type: 'text', text: '' }), textDelta(0, 'H'), textDelta(0, 'i'), stop(0)]
    const body = [messageStart(), ...events, messageDelta('end_turn'), messageStop()]
    const pinged = body.flatMap((one) => [PING, one]).join('')
    expect(foldBody(anthropic, pinged)).toEqual(foldBody(anthropic, body.join('')))
  })

  it('before and without message_start are read', () => {
    const body = said(0, 'Hi') + messageDelta('end_turn') + messageStop()
    expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Complete', failures: [] })
  })

  it('[DONE] is not the end, and message_stop is: nothing is read after it', () => {
    const done = 'data: [DONE]\n\n'
    const cut = foldBody(anthropic, messageStart() + said(0, 'Hi') + done)
    expect(cut).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
    const whole = foldBody(anthropic, stream('end_turn', said(0, 'Hi'), done) + said(1, ' never'))
    expect(whole._tag).toBe('Complete')
    expect(messageText(whole.message)).toBe('Hi')
  })

  it('message_stop without a stop reason is not the end of the answer, and nothing is read after it', () => {
    const body = messageStart() + said(0, 'Hi') + messageStop() + said(1, ' never') + messageDelta('end_turn')
    const { _tag, failures, message } = foldBody(anthropic, body)
    expect([_tag, failures.map((failure) => failure._tag), messageText(message)]).toEqual([
      'Truncated',
      ['EndedEarly'],
      'Hi'
    ])
  })

  it('a finish reason is not the end', () => {
    expect(foldBody(anthropic, messageStart() + said(0, 'Hi') + messageDelta('end_turn'))._tag).toBe('Truncated')
  })

  it('container stays in the wire and is of the message', () => {
    const fields = { container: { id: 'c' } }
    const body = messageStart(fields) + event({ type: 'message_delta', ...{ delta: fields, context_management: {} } })
    expect(runMachine(readChunksMachine(anthropic))([body])[0]).toMatchObject(E.right({ wire: { message: fields } }))
    expect(foldBody(anthropic, body).message.extra).toEqual(fields)
  })

  it('an answer of another protocol is no stream of this one', () => {
    expect(foldBody(anthropic, '{"choices":[]}')).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'DecodeFailure' }, { _tag: 'NotAStream' }]
    })
  })
})

describe('indexes', () => {
  it('may have gaps', () => {
    expect(partsOf(said(0, 'a'), said(2, 'b'), said(7, 'c'))).toMatchObject([
      { key: 0, text: 'a' },
      { key: 1, text: 'b' },
      { key: 2, text: 'c' }
    ])
  })

  it('keep interleaved blocks apart, in the order in which they began', () => {
    const events = [
      start(1, { type: 'text', text: '' }),
      start(0, { type: 'thinking', thinking: '' }),
      thinkingDelta(0, 'h'),
      textDelta(1, 'a'),
      thinkingDelta(0, 'm'),
      signatureDelta(0, 'S'),
      stop(0),
      textDelta(1, 'b'),
      stop(1)
    ]
    expect(partsOf(...events)).toEqual([{ _tag: 'Text', key: 0, text: 'ab' }, thought(1, 'hm', 'S')])
  })

  it('that are used again carry new parts', () => {
    expect(partsOf(said(0, 'a'), said(0, 'b'))).toMatchObject([{ text: 'a' }, { text: 'b' }])
    expect(partsOf(said(0, 'a'), thinkingStart, thinkingDelta(0, 'h'))).toMatchObject([{ text: 'a' }, { text: 'h' }])
  })

  it('that never began are begun by their first fragment, where it can', () => {
    expect(partsOf(textDelta(3, 'a'), textDelta(3, 'b'), thinkingDelta(4, 'h'), signatureDelta(5, 'S'))).toEqual([
      { _tag: 'Text', key: 0, text: 'ab' },
      thought(1, 'h', 'S')
    ])
  })

  it('that never began keep the fragments that say nothing of what they are', () => {
    const input = { type: 'input_json_delta', partial_json: '{"a":' }
    const about = { type: 'citations_delta', citation }
    expect(partsOf(delta(3, input), delta(4, about), stop(9))).toEqual([
      { _tag: 'Unrecognised', key: 0, raw: { type: 'content_block_delta', index: 3, delta: input } },
      { _tag: 'Citation', key: 1, url: 'https://a', title: 'A', text: 'é€😀', raw: citation }
    ])
  })

  it.each([-1, 1.5, 2 ** 31, '-0', '__proto__', true, [], {}])('the index %j is read as absent', (index) => {
    expect(partsOf(said(index, 'a', 'b'), said(index, 'c'))).toMatchObject([{ text: 'ab' }, { text: 'c' }])
    expect(repairsOf(said(index, 'a', 'b'), said(index, 'c'))).toEqual(['InvalidIndex'])
  })

  it('may be absent or null', () => {
    for (const index of [undefined, null]) {
      expect(partsOf(said(index, 'a'), call(index, 'x', 'w', '{}'), call(index, 'y', 'v', '{}'))).toMatchObject([
        { text: 'a' },
        { id: 'x', arguments: '{}' },
        { id: 'y', arguments: '{}' }
      ])
      expect(repairsOf(call(index, 'x', 'w'), call(index, 'y', 'v'))).toEqual([])
    }
  })
})

describe('text', () => {
  it('may stand whole where its block begins, and keeps what else was said of it', () => {
    const block = { type: 'text', text: 'Hi', citations: null, note: 1 }
    expect(partsOf(start(0, block), textDelta(0, ' you'))).toEqual([
      { _tag: 'Text', key: 0, text: 'Hi you', extra: { note: 1 } }
    ])
  })

  it('is a part also where it is empty, and no fragment of text then', () => {
    expect(partsOf(said(0), said(1, ''))).toEqual([
      { _tag: 'Text', key: 0, text: '' },
      { _tag: 'Text', key: 1, text: '' }
    ])
    const fragments = runMachine(andThen(textFragmentsMachine())(readChunksMachine(anthropic)))([
      stream('end_turn', said(0, '', 'H', 'i'))
    ])
    expect(fragments).toEqual([E.right('H'), E.right('i')])
  })

  it('stands before its citations, also where they come first', () => {
    const events = [start(0, { type: 'text', text: '', citations: [] }), citationDelta(0, citation), textDelta(0, 'a')]
    expect(partsOf(...events)).toMatchObject([
      { _tag: 'Text', text: 'a' },
      { _tag: 'Citation', of: 0 }
    ])
  })
})

describe('thinking', () => {
  it('has its signature byte for byte', () => {
    expect(partsOf(thinkingStart, thinkingDelta(0, 'h'), thinkingDelta(0, 'm'), signatureDelta(0, 'EqQ+/='))).toEqual([
      thought(0, 'hm', 'EqQ+/=')
    ])
  })

  it('appends a signature in two pieces, and does not repeat one that comes again', () => {
    const events = [thinkingStart, thinkingDelta(0, 'h')]
    expect(partsOf(...events, signatureDelta(0, 'S1'), signatureDelta(0, 'S2'))).toEqual([thought(0, 'h', 'S1S2')])
    expect(partsOf(...events, signatureDelta(0, 'S1'), signatureDelta(0, 'S1'))).toEqual([thought(0, 'h', 'S1')])
    const whole = start(0, { type: 'thinking', thinking: 'h', signature: 'S1' })
    expect(partsOf(whole, signatureDelta(0, ''), signatureDelta(0, 'S1'))).toEqual([thought(0, 'h', 'S1')])
  })

  it('may be signed without a word of it, and be redacted', () => {
    expect(partsOf(thinkingStart, signatureDelta(0, 'S'), stop(0))).toEqual([thought(0, '', 'S')])
    expect(messageReasoning(messageOf(start(0, { type: 'redacted_thinking', data: 'D' })))).toBe('')
  })
})

describe('what nobody knows', () => {
  const raw = { type: 'hologram', voxels: [1, 2] }

  it('is kept: a block', () => {
    expect(partsOf(start(0, raw), stop(0), said(1, 'a'))).toMatchObject([{ _tag: 'Unrecognised', raw }, { text: 'a' }])
    expect(partsOf(start(0, {}), event({ type: 'content_block_start' }))).toEqual([
      { _tag: 'Unrecognised', key: 0, raw: {} },
      { _tag: 'Unrecognised', key: 1, raw: {} }
    ])
  })

  it('is kept: a delta, of an unknown block and of a known one', () => {
    const voxel = { type: 'voxel_delta', text: { odd: true } }
    const kept = (index: number, key: number): object => ({
      _tag: 'Unrecognised',
      key,
      raw: { type: 'content_block_delta', index, delta: voxel }
    })
    expect(
      partsOf(start(0, raw), delta(0, voxel), delta(0, voxel), start(1, { type: 'text', text: 'a' }), delta(1, voxel))
    ).toEqual([
      { _tag: 'Unrecognised', key: 0, raw },
      kept(0, 1),
      kept(0, 2),
      { _tag: 'Text', key: 3, text: 'a' },
      kept(1, 4)
    ])
  })

  it('is kept: fragments that no block can take', () => {
    const misfits = [
      inputDelta(0, '{}'),
      delta(0, { type: 'compaction_delta', content: 'c' }),
      delta(0, { type: 'thinking_delta', thinking: { odd: 7 } }),
      delta(0, {})
    ]
    const parts = partsOf(thinkingStart, ...misfits, start(1, { type: 'text' }))
    expect(parts.map((part) => ('raw' in part ? 'raw' : 'known'))).toEqual([
      'known',
      ...misfits.map(() => 'raw'),
      'known'
    ])
  })

  it('reads a number or a boolean where a text belongs as its JSON text', () => {
    const texts = [delta(0, { type: 'text_delta', text: 7 }), delta(0, { type: 'text_delta', text: true })]
    expect(partsOf(...texts)).toMatchObject([{ _tag: 'Text', text: '7true' }])
    expect(partsOf(start(0, { type: 'thinking', thinking: 1.5 }))).toMatchObject([{ _tag: 'Reasoning', text: '1.5' }])
    expect(repairsOf(...texts)).toEqual([])
  })

  it('is kept: blocks whose fields are not what their type says', () => {
    const blocks = [
      { type: 'text', text: { odd: 1 } },
      { type: 'thinking', thinking: [1] },
      { type: 'redacted_thinking', data: null }
    ]
    expect(partsOf(...blocks.map((block, index) => start(index, block)))).toEqual(
      blocks.map((block, key) => ({ _tag: 'Unrecognised', key, raw: block }))
    )
  })

  it('law: events of known types with anything in them fold without a failure, and every text of them is kept', () => {
    const types = ['content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'ping']
    const kinds = [
      'text',
      'thinking',
      'tool_use',
      'server_tool_use',
      'x_tool_result',
      'compaction',
      'redacted_thinking'
    ]
    const deltas = ['text', 'thinking', 'signature', 'input_json', 'citations', 'compaction'].map((d) => `${d}_delta`)
    const typed = fc
      .record({
        fields: fromCodec(AnthropicChunk),
        block: fromCodec(AnthropicBlock),
        more: fromCodec(AnthropicDelta),
        type: fc.constantFrom(...types),
        index: fc.nat(2),
        kind: fc.constantFrom(...kinds),
        fragment: fc.constantFrom(...deltas),
        words: fc.string()
      })
      .map(({ fields, block, more, type, index, kind, fragment, words }) => ({
        ...fields,
        type,
        index,
        content_block: { ...block, type: kind, name: 'w' },
        delta: { ...more, type: fragment, text: words, thinking: words, partial_json: words }
      }))
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (events) => {
        const { failures, message, _tag } = foldBody(
          anthropic,
          [...events.map(event), messageDelta('end_turn'), messageStop()].join('')
        )
        expect({ failures, _tag }).toEqual({ failures: [], _tag: 'Complete' })
        const keys = partsIn(message).map((part) => ('key' in part ? part.key : -1))
        expect(new Set(keys).size).toBe(keys.length)
        const kept = JSON.stringify(message)
        for (const { type, delta: fragment } of events) {
          if (type !== 'content_block_delta') continue
          // Joined with others it stands in one string: each of its characters is there.
          if (['text_delta', 'thinking_delta', 'input_json_delta'].includes(fragment.type)) {
            expect(kept).toContain(JSON.stringify(fragment.text).slice(1, -1))
          }
        }
      })
    )
  })
})

describe('a call that is cut off from its beginning', () => {
  it('is truncated with what came of it', () => {
    const body = messageStart() + callStart(0, 'a', 'w') + inputDelta(0, '{"a":1}')
    expect(foldBody(anthropic, body)).toMatchObject({
      _tag: 'Truncated',
      message: { choices: [{ parts: [{ _tag: 'ToolCall', state: 'Truncated', arguments: '{"a":1}' }] }] }
    })
  })
})

describe('a fragment under the index of a block of another kind', () => {
  it.each([
    [
      'text under thinking',
      [thinkingStart, thinkingDelta(0, 'Hm'), textDelta(0, 'Hel'), textDelta(0, 'lo')],
      ['Hm', 'Hello']
    ],
    [
      'thinking under text',
      [start(0, { type: 'text' }), textDelta(0, 'Hello'), thinkingDelta(0, 'Hm')],
      ['Hello', 'Hm']
    ],
    ['text under a call', [start(0, { type: 'tool_use', id: 'a', name: 'f' }), textDelta(0, 'Hello')], ['Hello']],
    ['both in turn', [thinkingStart, textDelta(0, 'a'), thinkingDelta(0, 'b'), textDelta(0, 'c')], ['b', 'ac']]
  ])('is a part of its own: %s', (_what, events, texts) => {
    expect(partsOf(...events).flatMap((part) => ('text' in part ? [part.text] : []))).toEqual(texts)
    expect(repairsOf(...events)).toEqual(['KindMismatch'])
  })

  it('leaves a call open for its arguments', () => {
    const events = [
      start(0, { type: 'tool_use', id: 'a', name: 'f' }),
      inputDelta(0, '{"a"'),
      textDelta(0, 'Hm'),
      inputDelta(0, ':1}')
    ]
    expect(partsOf(...events, stop(0))).toMatchObject([{ state: 'Closed', arguments: '{"a":1}' }, { text: 'Hm' }])
  })

  it('gives a signature to the thinking that has none', () => {
    expect(partsOf(thinkingStart, start(1, { type: 'text' }), signatureDelta(1, 'S'))).toMatchObject([
      { signature: 'S' },
      { text: '' }
    ])
  })
})

describe('arguments under another index than their call', () => {
  const begun = start(1, { type: 'tool_use', id: 'a', name: 'f', input: {} })

  it.each([0, 2])('belong to the open call: %j', (index) => {
    const events = [begun, inputDelta(index, '{"a"'), inputDelta(index, ':1}'), stop(1)]
    expect(partsOf(...events)).toMatchObject([{ state: 'Closed', arguments: '{"a":1}' }])
    expect(repairsOf(...events)).toEqual(['IndexDrift'])
  })

  it('that came before it are lost, and the call is cut', () => {
    expect(partsOf(inputDelta(1, '{"a":1}'), begun, stop(1))).toMatchObject([
      { _tag: 'Unrecognised' },
      { state: 'Truncated' }
    ])
  })
})

describe('what message_start holds', () => {
  const content = [
    { type: 'text', text: 'Hi' },
    { type: 'tool_use', id: 'a', name: 'f', input: { a: 2 }, caller: { type: 'direct' } }
  ]
  const whole = (...events: ReadonlyArray<string>): Outcome =>
    foldBody(anthropic, [messageStart({ content, stop_reason: 'tool_use' }), ...events, messageStop()].join(''))

  it('is read as the blocks of a JSON body are, before the blocks of the stream', () => {
    const { _tag, message } = whole()
    expect(_tag).toBe('Complete')
    const parts = foldBody(anthropic, JSON.stringify({ content, stop_reason: 'tool_use' })).message.choices
    expect(message.choices).toEqual(parts)
    const more = whole(start(0, { type: 'text', text: 'More' }), stop(0))
    expect(firstChoice(more.message)?.parts).toMatchObject([
      { text: 'Hi' },
      { id: 'a', state: 'Closed' },
      { text: 'More' }
    ])
  })

  it('cuts what was open, where it is another message', () => {
    const events = [
      messageStart({ id: 'one' }),
      start(0, { type: 'tool_use', id: 'a', name: 'delete_all' }),
      messageStart({ id: 'two' }),
      start(0, { type: 'text' }),
      textDelta(0, 'Hi'),
      stop(0),
      messageDelta('end_turn'),
      messageStop()
    ]
    const { message, repairs } = foldBody(anthropic, events.join(''))
    expect(firstChoice(message)?.parts).toMatchObject([{ state: 'Truncated', name: 'delete_all' }, { text: 'Hi' }])
    expect(repairs).toContainEqual({ _tag: 'MessageRestarted', choice: 0 })
    expect(foldBody(anthropic, events.join('').replace('two', 'one')).repairs).toEqual([])
  })
})

describe('a block of type fallback', () => {
  const declined = [
    start(0, { type: 'tool_use', id: 'old', name: 'f' }),
    inputDelta(0, '{}'),
    stop(0),
    start(1, { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } }),
    stop(1)
  ]

  it('cuts the call before it, and none after it', () => {
    const parts = partsOf(...declined, start(2, { type: 'tool_use', id: 'new', name: 'f' }), stop(2))
    expect(parts).toMatchObject([
      { id: 'old', state: 'Truncated' },
      { _tag: 'Unrecognised' },
      { id: 'new', state: 'Closed' }
    ])
  })
})

describe('a compaction', () => {
  const begun = start(0, { type: 'compaction', content: null, signature: 'SIG', tool_changes: [1] })
  const more = (fields: object): string => delta(0, { type: 'compaction_delta', ...fields })

  it('is what it began with, with its deltas laid over it', () => {
    const parts = partsOf(
      begun,
      more({ content: 'Sum' }),
      more({ content: 'mary', encrypted_content: 'E' }),
      more({ content: null, encrypted_content: null }),
      stop(0)
    )
    expect(parts).toEqual([
      {
        _tag: 'Unrecognised',
        key: 0,
        raw: { type: 'compaction', signature: 'SIG', tool_changes: [1], encrypted_content: 'E', content: 'Summary' }
      }
    ])
  })

  it('is emitted when it has doubled, not with each fragment', () => {
    const events = [begun, ...Array.from({ length: 1000 }, () => more({ content: 'word ' })), stop(0)].join('')
    const results = runMachine(readChunksMachine(anthropic))([events])
    const emitted = results.flatMap((one) => (E.isRight(one) ? one.right.deltas : []))
    expect(emitted.length).toBeLessThan(30)
    expect(emitted.at(-1)).toMatchObject({ raw: { content: 'word '.repeat(1000) } })
  })
})
