import { either as E } from 'fp-ts'

import type { Message } from '../../../lib/data/Message.ts'
import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { andThen, runMachine } from '../../../lib/machine/Machine.ts'
import { named } from '../../../lib/protocols/openAIResponses/named.ts'
import { openAIResponses } from '../../../lib/providers/openAIResponses.ts'
import { xaiResponses } from '../../../lib/providers/openAIResponses.ts'
import { closedToolCallsMachine } from '../../../lib/reading/closedToolCallsMachine.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import { toAssistantMessage } from '../../../lib/tools/toRequest.ts'
import {
  added,
  body,
  call,
  completed,
  customCall,
  done,
  event,
  message,
  reasoning,
  response
} from '../../fixtures/responses.ts'

const outcomeOf = (...events: ReadonlyArray<string>): Outcome => foldBody(openAIResponses, events.join(''))

const callsIn = ({ message: whole }: Outcome): ReadonlyArray<unknown> =>
  messageToolCalls(whole).map(({ state, id, arguments: raw }) => [state, id, raw])

const emitted = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  runMachine(andThen(closedToolCallsMachine())(readChunksMachine(openAIResponses)))([
    new TextEncoder().encode(events.join(''))
  ]).flatMap((result) => (E.isRight(result) ? [`${result.right.id} ${result.right.arguments}`] : []))

const repairsIn = ({ repairs }: Outcome): ReadonlyArray<string> => repairs.map(({ _tag }) => _tag)

const open = (id: string, name = 'f'): object => call(id, name, '', { status: 'in_progress' })

const args = (place: object, delta: string): string =>
  event('response.function_call_arguments.delta', { ...place, delta })

const argsDone = (place: object, whole: string): string =>
  event('response.function_call_arguments.done', { ...place, arguments: whole })

const text = (place: object, delta: string): string => event('response.output_text.delta', { ...place, delta })

describe('calls side by side', () => {
  const first = ['{"a":', '1}'] as const
  const second = ['{"b":', '2}'] as const
  const expected = [
    ['Closed', 'a', '{"a":1}'],
    ['Closed', 'b', '{"b":2}']
  ]

  it.each([
    ['no index', undefined, [{ item_id: 'fc_a' }, { item_id: 'fc_b' }]],
    ['no index, the id of the call', undefined, [{ item_id: 'a' }, { item_id: 'b' }]],
    ['no index, call_id', undefined, [{ call_id: 'a' }, { call_id: 'b' }]],
    [
      'one index',
      0,
      [
        { output_index: 0, item_id: 'fc_a' },
        { output_index: 0, item_id: 'fc_b' }
      ]
    ],
    [
      'indexes of other items',
      1,
      [
        { output_index: 5, item_id: 'fc_a' },
        { output_index: 6, item_id: 'fc_b' }
      ]
    ],
    [
      'the index of the other',
      [0, 1],
      [
        { output_index: 1, item_id: 'fc_a' },
        { output_index: 0, item_id: 'fc_b' }
      ]
    ],
    [
      'ids that change',
      [0, 1],
      [
        { output_index: 0, item_id: 'x' },
        { output_index: 1, item_id: 'y' }
      ]
    ]
  ])('keep their arguments: %s', (_what, index, [one = {}, two = {}]) => {
    const [at, then] = Array.isArray(index) ? index : [index, index]
    const events = [
      added(at, open('a')),
      added(then, open('b')),
      args(one, first[0]),
      args(two, second[0]),
      args(two, second[1]),
      args(one, first[1])
    ]
    const ends = [done(at, call('a', 'f', '{"a":1}')), done(then, call('b', 'f', '{"b":2}'))]
    const output = [call('a', 'f', '{"a":1}'), call('b', 'f', '{"b":2}')]
    for (const rest of [[], ends, ends.toReversed()]) {
      for (const last of [completed([]), completed(output)]) {
        expect(callsIn(outcomeOf(...events, ...rest, last))).toEqual(expected)
        expect(emitted(...events, ...rest, last).toSorted()).toEqual(['a {"a":1}', 'b {"b":2}'])
      }
    }
  })
})

describe('a call under another id', () => {
  const begun = [added(0, open('a')), args({ output_index: 0 }, '{"x":1}')]

  it('at its end is the same call, with the id that came last', () => {
    const outcome = outcomeOf(
      ...begun,
      done(0, { ...call('z', 'f', '{"x":1}'), id: 'fc_a' }),
      completed([{ ...call('z', 'f', '{"x":1}'), id: 'fc_a' }])
    )
    expect(callsIn(outcome)).toEqual([['Closed', 'z', '{"x":1}']])
    expect(repairsIn(outcome)).toEqual(['IdReplaced'])
  })

  it('keeps its id once it is closed', () => {
    const events = [...begun, done(0, call('a', 'f', '{"x":1}')), added(1, message(''))]
    const last = completed([{ ...call('z', 'f', '{"x":1}'), id: 'fc_a' }])
    expect(callsIn(outcomeOf(...events, last))).toEqual([['Closed', 'a', '{"x":1}']])
    expect(repairsIn(outcomeOf(...events, last))).toEqual(['IdIgnored'])
    expect(emitted(...events, last)).toEqual(['a {"x":1}'])
  })

  it('in the response that is over is the same with the same name and arguments, and else another one', () => {
    const events = [...begun, done(0, call('a', 'f', '{"x":1}'))]
    expect(callsIn(outcomeOf(...events, completed([call('z', 'f', '{"x":1}')])))).toEqual([['Closed', 'a', '{"x":1}']])
    for (const other of [call('z', 'g', '{"x":1}'), call('z', 'f', '{"x":2}')]) {
      expect(callsIn(outcomeOf(...events, completed([other])))).toHaveLength(2)
    }
    const both = completed([call('a', 'f', '{"x":1}'), call('z', 'f', '{"x":1}')])
    expect(callsIn(outcomeOf(...events, both))).toHaveLength(2)
  })
})

describe('an item under the index of another one', () => {
  it('is one of its own where the kind differs, and the first goes on', () => {
    const list = { id: 'l', type: 'mcp_list_tools', server_label: 's', tools: [] }
    const outcome = outcomeOf(
      added(0, open('a')),
      done(0, list),
      args({ output_index: 0, item_id: 'fc_a' }, '{"v":1}'),
      text({ output_index: 0, content_index: 0 }, 'Hi'),
      done(0, call('a', 'f', '{"v":1}')),
      completed([])
    )
    expect(callsIn(outcome)).toEqual([['Closed', 'a', '{"v":1}']])
    expect(messageText(outcome.message)).toBe('Hi')
    expect(repairsIn(outcome)).toEqual(['KindMismatch'])
  })

  it('is heard at once, though nothing announced it', () => {
    const place = { output_index: 0, content_index: 0 }
    const outcome = outcomeOf(
      added(0, reasoning([])),
      event('response.reasoning_summary_text.delta', { output_index: 0, delta: 'see' }),
      done(0, reasoning(['see'])),
      text({ ...place, item_id: 'm' }, 'Hel'),
      text({ ...place, item_id: 'm' }, 'lo')
    )
    expect([outcome._tag, messageText(outcome.message), messageReasoning(outcome.message)]).toEqual([
      'Truncated',
      'Hello',
      'see'
    ])
  })
})

describe('what is said of a call after its end', () => {
  const begun = [added(0, open('a')), args({ output_index: 0 }, '{"x"')]

  it('goes on where its arguments ended too early', () => {
    const early = done(0, { type: 'function_call', id: 'fc_a', call_id: 'a', name: 'f' })
    expect(callsIn(outcomeOf(...begun, early, args({ output_index: 0 }, ':1}'), completed([])))).toEqual([
      ['Closed', 'a', '{"x":1}']
    ])
  })

  it('adds nothing to whole arguments', () => {
    const whole = done(0, call('a', 'f', '{"x":1}'))
    expect(callsIn(outcomeOf(...begun, whole, args({ output_index: 0 }, ':1}'), completed([])))).toEqual([
      ['Closed', 'a', '{"x":1}']
    ])
  })

  it('cuts it where it contradicts', () => {
    const whole = done(0, call('a', 'f', '{"x":1}'))
    const outcome = outcomeOf(...begun, whole, argsDone({ output_index: 0 }, '{"x":2}'), completed([]))
    expect(callsIn(outcome)).toEqual([['Truncated', 'a', '{"x":1}']])
    expect(repairsIn(outcome)).toEqual(['TextContradicted'])
  })

  it('is cut where its fragments came under the name of no call', () => {
    const stray = args({ output_index: 4, item_id: 'nobody' }, '{"y":1}')
    const [one] = callsIn(outcomeOf(added(0, open('a')), stray, completed([])))
    expect(one).toEqual(['Truncated', 'a', '{"y":1}'])
    const nameless = added(0, { ...open('a', ''), arguments: '' })
    const late = done(0, { type: 'function_call', id: 'fc_a', call_id: 'a', name: 'f' })
    expect(callsIn(outcomeOf(nameless, args({ output_index: 0 }, '{"y":1}'), late, completed([])))).toEqual([
      ['Truncated', 'a', '']
    ])
  })
})

describe('texts under numbers that count otherwise', () => {
  const parts = (...texts: ReadonlyArray<string>): object => ({
    ...message(''),
    content: texts.map((one) => ({ type: 'output_text', text: one, annotations: [] }))
  })
  const heard = (fragments: ReadonlyArray<readonly [number, string]>, ...whole: ReadonlyArray<string>): string =>
    messageText(
      outcomeOf(
        added(0, message('')),
        ...fragments.map(([content_index, delta]) => text({ output_index: 0, content_index }, delta)),
        done(0, parts(...whole)),
        completed([parts(...whole)])
      ).message
    )

  it.each([
    ['another number', [[1, 'Hello']], ['Hello']],
    ['the beginning of it', [[3, 'Hel']], ['Hello']],
    ['a number for each fragment', [[5, 'Hel'], [6, 'lo']], ['Hello']], // prettier-ignore
    ['a number for each fragment, and more', [[5, 'Hel'], [6, 'lo']], ['Hello', ' you']], // prettier-ignore
    ['two parts under other numbers', [[4, 'Hello'], [7, ' you']], ['Hello', ' you']], // prettier-ignore
    ['an end that is lost', [[0, 'Hel'], [1, ' you']], ['Hello', ' you']], // prettier-ignore
    ['a part that is lost', [[0, 'Hello']], ['Hello', ' you']]
  ] as ReadonlyArray<[string, ReadonlyArray<[number, string]>, ReadonlyArray<string>]>)(
    'are there once: %s',
    (_what, fragments, whole) => {
      expect(heard(fragments, ...whole)).toBe(whole.join(''))
    }
  )

  it('keep their sources', () => {
    const source = { type: 'url_citation', url: 'u' }
    const whole = message('Hello', {}, [source])
    const { message: streamed } = outcomeOf(
      added(0, message('')),
      text({ output_index: 0, content_index: 2 }, 'Hello'),
      event('response.output_text.annotation.added', { output_index: 0, content_index: 9, annotation: source }),
      done(0, whole),
      completed([whole])
    )
    expect(firstChoice(streamed)?.parts.map(({ _tag }) => _tag)).toEqual(['Text', 'Citation'])
  })
})

describe('how a response ended', () => {
  const finish = (outcome: Outcome): unknown => [outcome._tag, firstChoice(outcome.message)?.finishReason]
  const ended = (name: string, fields: object, output: ReadonlyArray<object> = []): string =>
    event(`response.${name}`, { response: response(output, fields) })

  it('is what its status says, whatever the event is named', () => {
    const details = { incomplete_details: { reason: 'max_output_tokens' } }
    for (const name of ['completed', 'done', 'incomplete']) {
      const outcome = outcomeOf(ended(name, { status: 'incomplete', ...details }, [call('a', 'f', '{}')]))
      expect(finish(outcome)).toEqual(['Complete', 'length'])
      expect(callsIn(outcome)).toEqual([['Truncated', 'a', '{}']])
      expect(finish(outcomeOf(ended(name, { status: 'cancelled' })))).toEqual(['Complete', 'other'])
      const failed = outcomeOf(ended(name, { status: 'failed', error: { code: 'c', message: 'boom' } }))
      expect(failed).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure', message: 'boom' }] })
    }
    expect(finish(outcomeOf(ended('completed', { status: undefined, ...details })))).toEqual(['Complete', 'length'])
    expect(finish(outcomeOf(ended('done', {})))).toEqual(['Complete', 'stop'])
  })

  it.each([
    ['REASON_MAX_LEN', 'length'],
    ['REASON_MAX_CONTEXT', 'length'],
    ['MAX_TOKENS', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['SAFETY', 'content_filter'],
    ['something', 'other']
  ])('is read from the reason %s', (reason, expected) => {
    expect(finish(outcomeOf(ended('incomplete', { status: 'incomplete', incomplete_details: { reason } })))).toEqual([
      'Complete',
      expected
    ])
  })

  const awaited: ReadonlyArray<object> = [
    { id: 'x', type: 'computer_call', call_id: 'c', status: 'completed', action: { type: 'screenshot' } },
    { id: 'x', type: 'local_shell_call', call_id: 'c', status: 'completed', action: { command: ['ls'] } },
    { id: 'x', type: 'shell_call', call_id: 'c', status: 'completed', environment: { type: 'local' } },
    { id: 'x', type: 'apply_patch_call', call_id: 'c', status: 'completed', operation: { type: 'delete_file' } },
    { id: 'x', type: 'mcp_approval_request', server_label: 's', name: 'n', arguments: '{}' },
    { id: 'x', type: 'tool_search_call', call_id: 'c', execution: 'client', status: 'completed', arguments: {} },
    customCall('c', 'f', 'x'),
    call('c', 'f', '{}')
  ]

  it.each(awaited.map((item) => [String('type' in item ? item.type : ''), item] as const))(
    'is tool_call where the client answers: %s',
    (_type, item) => {
      expect(finish(outcomeOf(done(0, item), completed([item])))).toEqual(['Complete', 'tool_call'])
      expect(finish(foldBody(openAIResponses, body([{ ...item }])))).toEqual(['Complete', 'tool_call'])
    }
  )

  it('is stop where the provider runs the call, or has answered it', () => {
    const contained = { id: 'x', type: 'shell_call', call_id: 'c', environment: { type: 'container_reference' } }
    const local = { id: 'x', type: 'shell_call', call_id: 'c', status: 'completed' }
    const answer = { id: 'y', type: 'shell_call_output', call_id: 'c', output: [] }
    const search = { id: 't', type: 'tool_search_call', call_id: null, execution: 'server', arguments: {} }
    const found = { id: 'o', type: 'tool_search_output', call_id: null, execution: 'server', tools: [] }
    for (const output of [[contained], [local, answer], [search, found]]) {
      expect(finish(foldBody(openAIResponses, body(output)))).toEqual(['Complete', 'stop'])
    }
    const { message: whole } = foldBody(openAIResponses, body([search, found]))
    expect(firstChoice(whole)?.parts.map(({ _tag }) => _tag)).toEqual(['ServerToolCall', 'ServerToolResult'])
    expect(toAssistantMessage(openAIResponses)(whole)).toEqual(E.right([search, found]))
  })
})

describe('the next request', () => {
  const again = (...events: ReadonlyArray<string>): unknown => {
    const input = toAssistantMessage(openAIResponses)(outcomeOf(...events).message)
    return E.isRight(input) ? input.right : input.left
  }
  const cut = (output: ReadonlyArray<object>): string =>
    event('response.incomplete', {
      response: response(output, { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })
    })

  it.each(['computer_call', 'local_shell_call', 'shell_call', 'apply_patch_call'])('leaves out a cut %s', (type) => {
    const item = { id: 'x', type, call_id: 'c' }
    for (const status of ['in_progress', 'incomplete']) {
      expect(again(cut([message('Hi'), { ...item, status }]))).toHaveLength(1)
    }
    expect(again(cut([message('Hi'), { ...item, status: 'completed' }]))).toHaveLength(1)
    expect(again(cut([{ ...item, status: 'completed' }, message('Hi')]))).toHaveLength(2)
    expect(again(completed([{ ...item, status: 'completed' }]))).toEqual([{ ...item, status: 'completed' }])
  })

  it('leaves out reasoning that nothing follows', () => {
    const thought = reasoning(['hm'], { encrypted_content: 'E' })
    expect(again(cut([thought]))).toEqual([])
    expect(again(cut([message('Hi'), thought, reasoning([], { id: 'rs_2', encrypted_content: 'F' })]))).toHaveLength(1)
    expect(again(cut([thought, { type: 'computer_call', id: 'x', call_id: 'c', status: 'incomplete' }]))).toEqual([])
    expect(again(cut([thought, message('Hi')]))).toHaveLength(2)
  })

  it('has a picture that failed without its data', () => {
    const item = { id: 'ig', type: 'image_generation_call', status: 'failed', result: null }
    expect(again(done(0, item), completed([item]))).toEqual([item])
  })
})

describe('events of other shapes', () => {
  it('take the type of their event line where their data have none', () => {
    const bare = (name: string, fields: object): string =>
      `event: response.${name}\ndata: ${JSON.stringify(fields)}\n\n`
    const outcome = outcomeOf(
      bare('output_item.added', { output_index: 0, item: message('') }),
      bare('output_text.delta', { output_index: 0, content_index: 0, delta: 'Hi' }),
      bare('completed', { response: response([message('Hi')]) })
    )
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'Hi'])
  })

  it.each([
    ['{"a":1}', { type: 'response.x', a: 1 }],
    ['{ "a" : 1, "type": "own" }', { type: 'own', a: 1 }],
    ['{"a":{"type":"inner"}}', { type: 'response.x', a: { type: 'inner' } }],
    ['{"type":"own"}', { type: 'own' }],
    ['{}', {}],
    ['{ }', {}]
  ])('law: a type in the data counts: %s', (data, expected) => {
    const frame = { event: 'response.x', data, lastEventId: '', atByte: 0, atEvent: 0, unfinished: false }
    expect(JSON.parse(named(frame).data)).toEqual(expected)
    expect(named({ ...frame, event: 'message' }).data).toBe(data)
  })

  it('are the response itself, or an error', () => {
    const { output, ...rest } = response([message('Hi')])
    const flat = event('response.completed', { ...rest, output })
    expect(messageText(outcomeOf(flat).message)).toBe('Hi')
    const failed = event('response.failed', { object: 'response', status: 'failed', error: { message: 'boom' } })
    expect(outcomeOf(failed)).toMatchObject({ _tag: 'Failed', failures: [{ message: 'boom' }] })
  })

  it('are errors whose type is none of the event', () => {
    const flat = event('error', { code: 'rate_limit_exceeded', message: 'slow' })
    const [failure] = outcomeOf(flat).failures
    expect(failure).toMatchObject({ _tag: 'ProviderFailure', code: 'rate_limit_exceeded', message: 'slow' })
    expect(failure !== undefined && 'type' in failure).toBe(false)
  })

  it('tell the reason after a failure without one', () => {
    const failed = event('response.failed', { response: { id: 'r', status: 'failed', error: null } })
    const reason = event('error', { error: { code: 'c', message: 'slow down' } })
    expect(outcomeOf(failed, reason).failures).toMatchObject([
      { message: 'the response failed' },
      { message: 'slow down' }
    ])
    expect(outcomeOf(failed)._tag).toBe('Failed')
  })

  it('are an error that a gateway writes into half an event', () => {
    const half = 'data: {"type":"response.output_text.delta","del\n'
    const error = `event: error\ndata: ${JSON.stringify({ type: 'error', error: { message: 'broken' } })}\n\n`
    const outcome = outcomeOf(text({ output_index: 0, content_index: 0 }, 'Hi'), half + error)
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'MalformedJson' }, { message: 'broken' }] })
    expect(messageText(outcome.message)).toBe('Hi')
  })

  it('are sound, which is a file with its words', () => {
    for (const [data, words] of [
      ['audio', 'audio.transcript'],
      ['output_audio', 'output_audio_transcript']
    ]) {
      const { message: whole } = outcomeOf(
        event(`response.${data}.delta`, { delta: 'QU' }),
        event(`response.${words}.delta`, { delta: 'Hel' }),
        event(`response.${data}.delta`, { delta: 'JD' }),
        event(`response.${words}.delta`, { delta: 'lo' }),
        completed([])
      )
      expect(firstChoice(whole)?.parts).toMatchObject([{ _tag: 'File', data: 'QUJD', text: 'Hello' }])
    }
  })

  it('have the cost of xAI in dollars', () => {
    const costOf = (usage: object): number | undefined => {
      const { message: whole }: { message: Message } = foldBody(xaiResponses, body([message('x')], { usage }))
      return whole.usage?.cost
    }
    expect(costOf({ input_tokens: 1, output_tokens: 1, cost_in_usd_ticks: 6306000 })).toBe(0.0006306)
    expect(costOf({ input_tokens: 1, output_tokens: 1, cost: 2, cost_in_usd_ticks: 6306000 })).toBe(2)
    expect(costOf({ input_tokens: 1, output_tokens: 1 })).toBeUndefined()
  })
})

describe('fragments of arguments that are encrypted', () => {
  const place = { output_index: 0, obfuscation: 'x' }
  const unreadable = [args(place, 'kR9x=='), args(place, '{kR9'), args(place, '}=')]

  it('are not read: the arguments are those that come whole, wherever they do', () => {
    const begun = [added(0, open('a')), ...unreadable.slice(0, 1)]
    const item = call('a', 'f', '{"a":1}')
    const wholes = [
      [argsDone(place, '{"a":1}'), done(0, item), completed([item])],
      [done(0, item), completed([item])],
      [completed([item])]
    ]
    for (const whole of wholes) {
      const outcome = outcomeOf(...begun, ...whole)
      expect(callsIn(outcome)).toEqual([['Closed', 'a', '{"a":1}']])
      expect(repairsIn(outcome)).toEqual([])
      expect(emitted(...begun, ...whole)).toEqual(['a {"a":1}'])
    }
  })

  it('leave the call empty and truncated where nothing comes whole', () => {
    expect(callsIn(outcomeOf(added(0, open('a')), ...unreadable.slice(0, 1)))).toEqual([['Truncated', 'a', '']])
  })

  it('that could be JSON are read, and contradict what comes whole', () => {
    const item = call('a', 'f', '{"a":1}')
    const outcome = outcomeOf(added(0, open('a')), ...unreadable.slice(1), done(0, item), completed([item]))
    expect(callsIn(outcome)).toMatchObject([['Truncated', 'a', '{kR9}=']])
  })

  it.each([
    ['padded fragments of JSON', place, ['{"a', '":1}'], '{"a":1}'],
    ['padded fragments after white space', place, [' ', '\n{"a"', ':1}'], ' \n{"a":1}'],
    ['malformed arguments without padding', { output_index: 0 }, ['nul', 'l x'], 'null x']
  ])('are not %s', (_what, where, fragments, whole) => {
    const item = call('a', 'f', whole)
    const events = [added(0, open('a')), ...fragments.map((one) => args(where, one))]
    expect(callsIn(outcomeOf(...events))).toEqual([['Truncated', 'a', whole]])
    expect(callsIn(outcomeOf(...events, done(0, item), completed([item])))).toEqual([['Closed', 'a', whole]])
  })
})

describe('a whole text that comes again under the index of an item that is over', () => {
  const item = (type: string, fields: object) => ({
    output_index: type === 'message' ? 1 : 2,
    item: { type, ...fields }
  })
  const done = (kind: string, fields: object): string =>
    `data: ${JSON.stringify({ type: `response.${kind}`, ...fields })}\n\n`
  const text = { output_index: 1, content_index: 0 }
  const content = [{ type: 'output_text', text: 'Said' }]
  const call = { id: 'fc', call_id: 'c', name: 'f', arguments: '{}' }
  const before = [
    done('output_item.added', item('message', { id: 'm', content: [] })),
    done('output_text.delta', { ...text, delta: 'Said' }),
    done('output_item.done', item('message', { id: 'm', content })),
    done('output_item.added', item('function_call', { ...call, arguments: '' }))
  ]
  const after = [
    done('output_item.done', item('function_call', call)),
    done('completed', { response: { status: 'completed', output: [] } })
  ]
  const textsIn = (...again: ReadonlyArray<string>): ReadonlyArray<string> =>
    foldBody(openAIResponses, [...before, ...again, ...after].join('')).message.choices.flatMap(({ parts }) =>
      parts.flatMap((part) => (part._tag === 'Text' ? [part.text] : []))
    )

  it.each([
    ['its text', done('output_text.done', { ...text, text: 'Said' })],
    ['its text, with its id', done('output_text.done', { ...text, item_id: 'm', text: 'Said' })],
    ['its part', done('content_part.done', { ...text, part: content[0] })],
    ['its item', done('output_item.done', item('message', { id: 'm', content }))]
  ])('is no other text: %s', (_title, again) => {
    expect(textsIn(again)).toEqual(['Said'])
    expect(textsIn(again, again)).toEqual(['Said'])
  })

  it('is another one where it is not the same', () => {
    expect(textsIn(done('output_text.done', { ...text, text: 'More' }))).toEqual(['Said', 'More'])
    expect(textsIn(done('output_text.done', { ...text, item_id: 'other', text: 'Said' }))).toEqual(['Said', 'Said'])
  })
})
