import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { andThen, feedMachine } from '../../../lib/machine/Machine.ts'
import { anthropic } from '../../../lib/providers/anthropicMessages.ts'
import { closedToolCallsMachine } from '../../../lib/reading/closedToolCallsMachine.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import {
  call,
  callStart,
  delta,
  inputDelta,
  messageDelta,
  messageStart,
  messageStop,
  said,
  start,
  stop,
  stream,
  textDelta
} from '../../fixtures/anthropic.ts'

const foldOf = (reason: string, ...events: ReadonlyArray<string>): Outcome =>
  foldBody(anthropic, stream(reason, ...events))

const callsOf = (reason: string, ...events: ReadonlyArray<string>): ReadonlyArray<readonly string[]> => {
  const outcome = foldOf(reason, ...events)
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  return messageToolCalls(outcome.message).map(({ state, id, arguments: raw }) => [state, id, raw])
}

const repairsOf = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  foldOf('tool_use', ...events).repairs.map(({ _tag }) => _tag)

/** The ids of the calls that may be run before anything more comes. */
const closedAfter = (...events: ReadonlyArray<string>): ReadonlyArray<string> => {
  const machine = andThen(closedToolCallsMachine())(readChunksMachine(anthropic))
  return feedMachine(machine)(machine.initial, [messageStart(), ...events]).outputs.map((result) =>
    E.isRight(result) ? result.right.id : 'a failure'
  )
}

describe('arguments', () => {
  it('are the raw text, byte for byte', () => {
    expect(callsOf('tool_use', call(0, 'a', 'w', '', '{"a": 2', ', "b"', ': 3}'))).toEqual([
      ['Closed', 'a', '{"a": 2, "b": 3}']
    ])
  })

  it('of fine-grained streaming stay raw, valid or not', () => {
    const odd = ['{"path": "App\\Http", "id": 1234567890123456789, "n": -']
    expect(callsOf('tool_use', call(0, 'a', 'w', ...odd))).toEqual([['Closed', 'a', odd.join('')]])
  })

  it('input:{} at the beginning of a block is a placeholder', () => {
    expect(callsOf('tool_use', call(0, 'a', 'w'), call(1, 'b', 'w', ''), call(2, 'c', 'w', '{}'))).toEqual([
      ['Closed', 'a', ''],
      ['Closed', 'b', ''],
      ['Closed', 'c', '{}']
    ])
  })

  it('an input at the beginning of a block counts where no fragment comes', () => {
    const whole = callStart(0, 'a', 'w', { input: { a: 1 } })
    for (const events of [[whole, stop(0)], [whole, inputDelta(0, ''), stop(0)], [whole], [whole, call(1, 'b', 'w')]]) {
      expect(callsOf('tool_use', ...events)[0]).toEqual(['Closed', 'a', '{"a":1}'])
      expect(repairsOf(...events)).toEqual(['ArgumentsSerialised'])
    }
    expect(callsOf('tool_use', whole, callStart(0, 'b', 'w'))[0]).toEqual(['Closed', 'a', '{"a":1}'])
    expect(callsOf('tool_use', callStart(0, 'a', 'w', { input: '{"a": 1}' }))).toEqual([['Closed', 'a', '{"a": 1}']])
  })

  it('an input at the beginning of a block does not, where fragments come', () => {
    const events = [callStart(0, 'a', 'w', { input: { a: 1 } }), inputDelta(0, '{"a":'), inputDelta(0, '1}'), stop(0)]
    expect(callsOf('tool_use', ...events)).toEqual([['Closed', 'a', '{"a":1}']])
    expect(repairsOf(...events)).toEqual([])
  })

  it('an input that waits counts for the limits', () => {
    const long = stream('tool_use', callStart(0, 'a', 'w', { input: { a: 'x'.repeat(100) } }))
    expect(foldBody(anthropic, long, { limits: limitsOf({ message: 50 }) })).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'LimitExceeded', of: 'message' }]
    })
  })

  it('of a call that the provider runs may come whole, too', () => {
    const block = { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'a' } }
    const { message } = foldOf('end_turn', start(0, block), said(1, 'a'))
    expect(message.choices[0]?.parts[0]).toMatchObject({ _tag: 'ServerToolCall', arguments: '{"query":"a"}' })
  })

  it('a JSON body may have them as text', () => {
    const content = [{ type: 'tool_use', id: 'a', name: 'w', input: '{"a": 1}' }]
    const { message } = foldBody(anthropic, JSON.stringify({ content, stop_reason: 'tool_use' }))
    expect(messageToolCalls(message)).toMatchObject([{ _tag: 'ToolCall', state: 'Closed', arguments: '{"a": 1}' }])
  })
})

describe('which call a fragment belongs to', () => {
  it('the one under its index, also where calls are interleaved', () => {
    const events = [
      callStart(0, 'a', 'w'),
      callStart(1, 'b', 'w'),
      inputDelta(0, '{"a":'),
      inputDelta(1, '{"b":'),
      inputDelta(0, '1}'),
      stop(0),
      inputDelta(1, '2}'),
      stop(1)
    ]
    expect(callsOf('tool_use', ...events)).toEqual([
      ['Closed', 'a', '{"a":1}'],
      ['Closed', 'b', '{"b":2}']
    ])
    expect(closedAfter(...events.slice(0, 5))).toEqual([])
  })

  it('an index that is used again is a new call', () => {
    const events = [call(0, 'a', 'w', '{"a":1}'), call(0, 'b', 'v', '{"b":2}')]
    expect(callsOf('tool_use', ...events)).toEqual([
      ['Closed', 'a', '{"a":1}'],
      ['Closed', 'b', '{"b":2}']
    ])
    expect(repairsOf(...events)).toEqual(['SlotReused'])
  })

  it('more of a call that is closed is kept, but not in the call', () => {
    const late = delta(0, { type: 'input_json_delta', partial_json: ',"b":2}' })
    const { message } = foldOf('tool_use', call(0, 'a', 'w', '{"a":1}'), said(1, 'x'), late)
    expect(message.choices[0]?.parts).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed', arguments: '{"a":1}' },
      { _tag: 'Text' },
      { _tag: 'Unrecognised', raw: { delta: { partial_json: ',"b":2}' } } }
    ])
  })

  it('a call without an id gets one that depends on its place alone', () => {
    expect(callsOf('tool_use', said(0, 'a'), call(1, '', 'w', '{}'))).toEqual([['Closed', 'call_0_1', '{}']])
    expect(repairsOf(call(0, '', 'w'))).toEqual(['SyntheticId'])
  })

  it('a call without a name is no call', () => {
    const { message, repairs } = foldOf('tool_use', call(0, 'a', '', '{}'))
    expect(messageToolCalls(message)).toEqual([])
    expect(message.choices[0]?.parts).toMatchObject([{ _tag: 'Unrecognised', raw: { id: 'a' } }, { raw: { index: 0 } }])
    expect(repairs).toEqual([{ _tag: 'NamelessCall', choice: 0, key: 0 }])
  })

  it('what else the provider said of a call is kept', () => {
    const caller = { type: 'code_execution_20250825', tool_id: 'srv_1' }
    const { message } = foldOf('tool_use', callStart(0, 'a', 'w', { caller }), stop(0))
    expect(messageToolCalls(message)[0]?.extra).toEqual({ caller })
  })
})

describe('a call is closed', () => {
  const first = [callStart(0, 'a', 'w'), inputDelta(0, '{}'), stop(0)]

  it('not by valid JSON, and not by the end of its own block', () => {
    expect(closedAfter(...first.slice(0, 2))).toEqual([])
    expect(closedAfter(...first)).toEqual([])
    expect(closedAfter(...first, messageDelta('tool_use'))).toEqual([])
  })

  it('when the next block begins, whatever it is', () => {
    expect(closedAfter(...first, callStart(1, 'b', 'w'))).toEqual(['a'])
    expect(closedAfter(...first, start(1, { type: 'text', text: '' }))).toEqual(['a'])
    expect(closedAfter(...first, textDelta(1, 'x'))).toEqual(['a'])
  })

  it('at the end of the message, each once', () => {
    const rest = [call(1, 'b', 'w'), messageDelta('tool_use'), messageStop()]
    expect(closedAfter(...first, ...rest)).toEqual(['a', 'b'])
  })

  it('also where the provider never ends a block', () => {
    const events = [callStart(0, 'a', 'w'), inputDelta(0, '{}'), callStart(1, 'b', 'w'), inputDelta(1, '{}')]
    expect(closedAfter(...events, messageDelta('tool_use'), messageStop())).toEqual(['a', 'b'])
  })
})

describe('a call is truncated', () => {
  const two = [call(0, 'a', 'w', '{"a":1}'), call(1, 'b', 'w', '{"dry_run":true}')]

  it.each(['max_tokens', 'model_context_window_exceeded', 'refusal'])(
    'where %s cut it, even where its arguments happen to be JSON',
    (reason) => {
      expect(callsOf(reason, ...two)).toEqual([
        ['Closed', 'a', '{"a":1}'],
        ['Truncated', 'b', '{"dry_run":true}']
      ])
    }
  )

  it('not where something else was cut', () => {
    expect(callsOf('max_tokens', ...two, said(2, 'and')).map(([state]) => state)).toEqual(['Closed', 'Closed'])
  })

  it('also where the last thing said of it is not known', () => {
    const events = [callStart(0, 'a', 'w'), inputDelta(0, '{}'), delta(0, { type: 'progress_delta' }), stop(0)]
    expect(callsOf('max_tokens', ...events).map(([state]) => state)).toEqual(['Truncated'])
  })

  it('also where it is not the last, but was never ended', () => {
    const events = [callStart(0, 'a', 'w'), callStart(1, 'b', 'w'), inputDelta(0, '{}'), inputDelta(1, '{'), stop(1)]
    expect(callsOf('max_tokens', ...events).map(([state]) => state)).toEqual(['Truncated', 'Truncated'])
  })

  it.each(['end_turn', 'tool_use', 'stop_sequence', 'pause_turn', 'word_of_tomorrow'])('not by %s', (reason) => {
    expect(callsOf(reason, ...two).map(([state]) => state)).toEqual(['Closed', 'Closed'])
  })

  it('at every byte before the end of the message, but for those that are closed', () => {
    const body = stream('tool_use', ...two)
    const secondBegins = body.indexOf('event: content_block_start', body.indexOf('"name":"w"'))
    for (let k = 0; k < body.length - 2; k++) {
      const { _tag, message } = foldBody(anthropic, body.slice(0, k))
      expect(_tag).not.toBe('Complete')
      const states = messageToolCalls(message).map((one) => one.state)
      expect(states.slice(1).includes('Closed')).toBe(false)
      if (k < secondBegins) expect(states.includes('Closed')).toBe(false)
    }
  })

  it('in a JSON body, too', () => {
    const content = [
      { type: 'tool_use', id: 'a', name: 'w', input: { a: 1 } },
      { type: 'tool_use', id: 'b', name: 'w', input: { b: 1 } }
    ]
    const { _tag, message } = foldBody(anthropic, JSON.stringify({ content, stop_reason: 'max_tokens' }))
    expect(_tag).toBe('Complete')
    expect(messageToolCalls(message).map((one) => one.state)).toEqual(['Closed', 'Truncated'])
  })
})
