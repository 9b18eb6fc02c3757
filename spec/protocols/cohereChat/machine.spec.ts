import { either as E } from 'fp-ts'

import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { feedMachine } from '../../../lib/machine/Machine.ts'
import { cohere } from '../../../lib/providers/cohereChat.ts'
import { restoreFold, saveFold } from '../../../lib/reading/checkpoint.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import {
  call,
  callDelta,
  callEnd,
  callStart,
  citationStart,
  contentDelta,
  contentEnd,
  contentStart,
  documentCitation,
  event,
  everyContentJson,
  everyContentStream,
  messageEnd,
  messageStart,
  plan,
  said,
  stream,
  thought,
  toolCitation
} from '../../fixtures/cohere.ts'
import { cutLaws } from '../../laws/machine.ts'

const inStream = (...events: ReadonlyArray<string>): Outcome => foldBody(cohere, stream('COMPLETE', ...events))

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<object> => {
  const outcome = inStream(...events)
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  return firstChoice(outcome.message)?.parts ?? []
}

const repairsOf = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  inStream(...events).repairs.map(({ _tag }) => _tag)

const statesOf = (reason: string, ...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  messageToolCalls(foldBody(cohere, stream(reason, ...events)).message).map(({ state }) => state)

const body = new TextEncoder().encode(everyContentStream)
const whole = foldBody(cohere, body)

describe('every kind of content', () => {
  cutLaws(foldMachine(cohere), body, (states) => '.'.repeat(states.length))

  it('folds to its parts, in order', () => {
    expect(whole).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(whole.message).toMatchObject({
      id: 'c1',
      choices: [{ finishReason: 'tool_call', rawFinishReason: 'TOOL_CALL' }],
      usage: { inputTokens: 100, outputTokens: 9, totalTokens: 109, cacheReadInputTokens: 64 }
    })
    expect(firstChoice(whole.message)?.parts.map(({ _tag }) => _tag)).toEqual([
      'Reasoning',
      'Reasoning',
      'Text',
      'Unrecognised',
      'ToolCall',
      'ToolCall',
      'Citation',
      'Citation'
    ])
    expect(messageText(whole.message)).toBe('It is a.')
    expect(messageReasoning(whole.message)).toBe('Hm. é€😀I add.')
    expect(messageToolCalls(whole.message)).toMatchObject([
      { id: 'add_1', name: 'add', arguments: '{"a": 2}' },
      { id: 'now_1', name: 'now', arguments: '' }
    ])
  })

  it('as a JSON body gives the same message', () => {
    expect(foldBody(cohere, everyContentJson)).toEqual(whole)
  })

  it('is not complete without its end', () => {
    const cut = everyContentStream.slice(0, everyContentStream.indexOf('event: message-end'))
    expect(foldBody(cohere, cut)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
    expect(foldBody(cohere, `${cut}data: [DONE]\n\n`)._tag).toBe('Truncated')
  })

  it('resumes from a checkpoint that went through its codec', () => {
    const machine = foldMachine(cohere)
    const open = restoreFold(cohere)
    for (let k = 0; k <= body.length; k += 97) {
      const { state } = feedMachine(machine)(machine.initial, [body.subarray(0, k)])
      expect(open(JSON.parse(JSON.stringify(saveFold(cohere)(state))))).toEqual(E.right(state))
    }
  })

  it('goes back as it came', () => {
    expect(toAssistantMessage(cohere)(whole.message)).toEqual(
      E.right({
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hm. é€😀' },
          { type: 'text', text: 'It is a.' },
          { type: 'odd', odd: 1 }
        ],
        tool_plan: 'I add.',
        tool_calls: [
          { id: 'add_1', type: 'function', function: { name: 'add', arguments: '{"a": 2}' } },
          { id: 'now_1', type: 'function', function: { name: 'now', arguments: '{}' } }
        ],
        citations: [documentCitation, toolCitation]
      })
    )
    const results = messageToolCalls(whole.message).flatMap((one) =>
      one.state === 'Closed' ? [toToolResult(cohere, '5')(one)] : []
    )
    expect(results[0]).toEqual({ role: 'tool', tool_call_id: 'add_1', content: '5' })
  })
})

describe('tool calls', () => {
  it('are closed when something else begins after their end', () => {
    expect(messageToolCalls(foldBody(cohere, call(0, 'a', 'add', '{}') + said(0, 'Hi')).message)).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed' }
    ])
    expect(messageToolCalls(foldBody(cohere, callStart(0, 'a', 'add') + said(0, 'Hi')).message)).toMatchObject([
      { state: 'Truncated' }
    ])
  })

  it.each(['MAX_TOKENS', 'ERROR_TOXIC'])(
    'that had the last fragment are truncated by %s, however whole they look',
    (reason) => {
      expect(statesOf(reason, call(0, 'a', 'add', '{}'), call(1, 'b', 'add', '{"a":2}'))).toEqual([
        'Closed',
        'Truncated'
      ])
      expect(statesOf(reason, call(0, 'a', 'add', '{}'), citationStart(0, toolCitation))).toEqual(['Truncated'])
      expect(statesOf(reason, call(0, 'a', 'add', '{}'), said(0, 'Hi'))).toEqual(['Closed'])
      expect(statesOf(reason, callStart(0, 'a', 'add'), said(0, 'Hi'))).toEqual(['Truncated'])
      expect(statesOf('TOOL_CALL', callStart(0, 'a', 'add'), said(0, 'Hi'))).toEqual(['Closed'])
    }
  )

  it('are counted apart from contents', () => {
    expect(
      partsOf(said(0, 'Hi'), callStart(0, 'a', 'add'), contentDelta(0, { text: '!' }), callDelta(0, '{}'))
    ).toMatchObject([{ text: 'Hi!' }, { arguments: '{}' }])
  })

  it('that interleave are kept apart by their index, and one without it goes on', () => {
    const starts = [callStart(0, 'a', 'add'), callStart(1, 'b', 'add')]
    expect(partsOf(...starts, callDelta(1, '{"b"'), callDelta(0, '{}'), callDelta(undefined, ':2}'))).toMatchObject([
      { arguments: '{}' },
      { arguments: '{"b":2}' }
    ])
  })

  it('under one index are two', () => {
    const events = [call(0, 'a', 'add', '{"a":1}'), call(0, 'b', 'add', '{"b":2}')]
    expect(partsOf(...events)).toMatchObject([
      { id: 'a', arguments: '{"a":1}' },
      { id: 'b', arguments: '{"b":2}' }
    ])
    expect(repairsOf(...events)).toEqual(['SlotReused'])
    expect(repairsOf(callStart('0', 'a', 'add'), callStart(-1, 'b', 'add'))).toEqual(['InvalidIndex'])
  })

  it('without an id get one, and without a name are no calls', () => {
    expect(partsOf(call(0, '', 'add', '{}'))).toMatchObject([{ id: 'call_0_0' }])
    expect(repairsOf(call(0, '', 'add', '{}'))).toEqual(['SyntheticId'])
    expect(partsOf(callStart(0, 'a', ''))).toMatchObject([{ _tag: 'Unrecognised', raw: { id: 'a' } }])
    expect(repairsOf(callStart(0, 'a', ''))).toEqual(['NamelessCall'])
    expect(toAssistantMessage(cohere)(inStream(callStart(0, 'a', '')).message)).toEqual(E.right({ role: 'assistant' }))
  })

  it('may come as a list, with arguments of any kind, and keep what else is said of them', () => {
    const list = (args: unknown): string =>
      event('tool-call-start', {
        index: 0,
        delta: { message: { tool_calls: [{ id: 'a', more: 1, function: { name: 'add', arguments: args } }] } }
      })
    expect(partsOf(list({ a: 2 }))).toMatchObject([{ arguments: '{"a":2}', extra: { more: 1 } }])
    // The list is not in the wire of the chunk, whose type has one call.
    expect(repairsOf(list({ a: 2 }))).toEqual(['FieldIgnored', 'ArgumentsSerialised'])
    expect(partsOf(list(null))).toMatchObject([{ arguments: '' }])
  })

  it.each([callDelta(0, '{}'), callStart(0, 'a', 'add') + callDelta(0, 1)])(
    'have no fragments of another kind: %#',
    (events) => {
      expect(partsOf(events).at(-1)).toMatchObject({ _tag: 'Unrecognised', raw: { type: 'tool-call-delta' } })
    }
  )
})

describe('arguments under another index than their call', () => {
  it('belong to the open call', () => {
    const outcome = foldBody(cohere, callStart(1, 'a', 'add') + callDelta(0, '{"a"') + callDelta(0, ':1}') + callEnd(1))
    expect(messageToolCalls(outcome.message)).toMatchObject([{ arguments: '{"a":1}' }])
    expect(outcome.repairs).toEqual([{ _tag: 'IndexDrift', choice: 0, key: 0 }])
  })
})

describe('contents', () => {
  it('stand where they begin, also those that stay empty', () => {
    expect(
      partsOf(
        contentStart(0, { type: 'thinking' }),
        contentStart(1, { type: 'text' }),
        contentDelta(0, { thinking: 'a' })
      )
    ).toEqual([
      { _tag: 'Reasoning', key: 0, kind: 'text', text: 'a', signature: '' },
      { _tag: 'Text', key: 1, text: '' }
    ])
  })

  it('may begin with a fragment, and with text at once', () => {
    expect(partsOf(contentDelta(0, { text: 'a' }), contentDelta(0, { text: 'b' }))).toMatchObject([{ text: 'ab' }])
    expect(partsOf(contentStart(0, { type: 'text', text: 'a' }), contentDelta(0, { text: 'b' }))).toMatchObject([
      { text: 'ab' }
    ])
    expect(partsOf(contentStart(0, { type: 'text', text: 'a' }), contentDelta(0, { thinking: 'b' }))).toMatchObject([
      { _tag: 'Text' },
      { _tag: 'Reasoning' }
    ])
    expect(partsOf(said(0, 'a'), said(0, 'b'))).toMatchObject([{ text: 'a' }, { text: 'b' }])
  })

  it.each([contentStart(0, { type: 'text', text: 1 }), contentDelta(0, { text: 1 }), contentDelta(0, null), plan(1)])(
    'of another kind are kept as they came: %#',
    (odd) => {
      expect(partsOf(odd)).toMatchObject([{ _tag: 'Unrecognised' }])
    }
  )

  it('a plan is one part, told from other reasoning', () => {
    expect(partsOf(plan('a'), thought(0, 'b'), plan(''), plan('c'))).toMatchObject([
      { text: 'ac', format: 'tool_plan' },
      { text: 'b' }
    ])
  })

  it('events of other types say nothing', () => {
    expect(
      partsOf(event('odd-event', { delta: { message: { content: { text: 'a' } } } }), contentEnd(7), callEnd(7))
    ).toEqual([])
  })

  it('mere text is the content of a JSON body', () => {
    const { _tag, message } = foldBody(cohere, '{"id":"c1","message":{"content":"Hi"},"finish_reason":"COMPLETE"}')
    expect([_tag, messageText(message)]).toEqual(['Complete', 'Hi'])
  })
})

describe('citations', () => {
  const ofOf = (citation: object, ...events: ReadonlyArray<string>): unknown =>
    partsOf(...events, citationStart(0, citation)).find((part) => 'raw' in part)

  it('say where they stand and what they are of', () => {
    expect(ofOf(documentCitation, thought(0, 'a'), said(1, 'b'))).toEqual({
      _tag: 'Citation',
      key: 2,
      of: 1,
      url: 'https://a',
      title: 'A',
      start: 0,
      end: 5,
      raw: documentCitation
    })
    expect(ofOf({ content_index: 0 }, thought(0, 'a'), said(1, 'b'))).toMatchObject({ of: 0 })
    expect(ofOf({ start: -0, end: 1.5 }, thought(0, 'a'), said(1, 'b'))).toMatchObject({ of: 1, start: 0 })
    expect(ofOf({ type: 'PLAN' }, plan('a'), said(0, 'b'))).toMatchObject({ of: 0 })
    expect(ofOf({ type: 'THINKING_CONTENT' }, thought(0, 'a'), said(1, 'b'))).toMatchObject({ of: 0 })
    expect(ofOf({ type: 'THINKING_CONTENT' }, said(0, 'a'), thought(1, 'b'))).toMatchObject({ of: 1 })
    expect(ofOf({ type: 'THINKING_CONTENT' }, plan('a'), said(0, 'b'))).toMatchObject({ of: 1 })
    expect(ofOf({ type: 'TEXT_CONTENT' }, thought(0, 'a'), said(1, 'b'))).toMatchObject({ of: 1 })
    expect(ofOf({ type: 'THINKING_CONTENT', content_index: 1 }, thought(0, 'a'), said(1, 'b'))).toMatchObject({ of: 1 })
    expect(ofOf({}, call(0, 'a', 'add'), plan('a'))).toMatchObject({ of: 1 })
    expect(ofOf({})).not.toHaveProperty('of')
    expect(partsOf(citationStart(0, 1))).toEqual([{ _tag: 'Unrecognised', key: 0, raw: 1 }])
  })
})

describe('the end', () => {
  it.each([
    ['COMPLETE', 'stop'],
    ['STOP_SEQUENCE', 'stop'],
    ['MAX_TOKENS', 'length'],
    ['TOOL_CALL', 'tool_call'],
    ['ERROR_LIMIT', 'length'],
    ['ERROR_TOXIC', 'content_filter'],
    ['toString', 'other']
  ])('for the reason %s is %s', (word, finishReason) => {
    const outcome = foldBody(cohere, stream(word, said(0, 'Hi')))
    expect(outcome._tag).toBe('Complete')
    expect(firstChoice(outcome.message)).toMatchObject({ finishReason, rawFinishReason: word })
  })

  it('stands without usage, and not without a reason', () => {
    const outcome = foldBody(cohere, said(0, 'Hi') + messageEnd('COMPLETE', {}))
    expect(outcome._tag).toBe('Complete')
    expect(outcome.message.usage).toBeUndefined()
    expect(foldBody(cohere, said(0, 'Hi') + messageEnd(null, {}))).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'EndedEarly' }]
    })
  })

  it('says the usage that is paid for where there is no other', () => {
    const usage = { billed_units: { input_tokens: 5, output_tokens: 4, search_units: 1 } }
    expect(foldBody(cohere, said(0, 'Hi') + messageEnd('COMPLETE', { usage })).message.usage).toEqual({
      inputTokens: 5,
      outputTokens: 4,
      totalTokens: 9,
      raw: usage
    })
  })
})

describe('errors', () => {
  it.each([
    ['ERROR', {}, 'the answer ended with finish reason ERROR'],
    ['TIMEOUT', {}, 'the answer ended with finish reason TIMEOUT'],
    ['ERROR', { error: 'A' }, 'A']
  ])('an end with %s and %j fails the stream, and what came stays', (reason, fields, message) => {
    expect(foldBody(cohere, messageStart() + said(0, 'Hi') + messageEnd(reason, fields))).toMatchObject({
      _tag: 'Failed',
      message: { choices: [{ parts: [{ text: 'Hi' }], finishReason: 'error' }] },
      failures: [{ _tag: 'ProviderFailure', message }]
    })
  })

  it('an end with an error in which nothing is said is the end', () => {
    for (const error of [{}, '', null, { message: '' }]) {
      expect(foldBody(cohere, messageStart() + said(0, 'Hi') + messageEnd('COMPLETE', { error }))).toMatchObject({
        _tag: 'Complete',
        failures: []
      })
    }
  })

  it.each(['data: {"message":"A"}\n\n', 'event: error\ndata: {"message":"A"}\n\n', event('error', { message: 'A' })])(
    'an error inside the stream fails it: %#',
    (error) => {
      expect(foldBody(cohere, said(0, 'Hi') + error)).toMatchObject({
        _tag: 'Failed',
        failures: [{ _tag: 'ProviderFailure', message: 'A' }]
      })
    }
  )

  it('a refused request says why', () => {
    expect(foldBody(cohere, '{"id":"c1","message":"invalid api token"}', { status: 401 })).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 401, message: 'invalid api token' }]
    })
    expect(foldBody(cohere, '{"message":"A"}')).toMatchObject({ failures: [{ _tag: 'ProviderFailure', message: 'A' }] })
    expect(foldBody(cohere, '{"message":{},"finish_reason":"ERROR"}')._tag).toBe('Failed')
  })
})
