import { limitsOf } from '../../../lib/data/Limits.ts'
import type { Message } from '../../../lib/data/Message.ts'
import {
  firstChoice,
  messageReasoning as reasoningOf,
  messageText,
  messageToolCalls
} from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { azureResponses, openAIResponses, xaiResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import {
  added,
  body,
  call,
  completed,
  created,
  customCall,
  done,
  event,
  everyKind,
  itemEvents,
  message,
  reasoning,
  response,
  stream
} from '../../fixtures/responses.ts'
import { cutLaws } from '../../laws/machine.ts'

const outcomeOf = (...events: ReadonlyArray<string>): Outcome => foldBody(openAIResponses, events.join(''))

const messageOf = (...events: ReadonlyArray<string>): Message => outcomeOf(...events).message

const partsIn = (whole: Message): ReadonlyArray<object> =>
  (firstChoice(whole)?.parts ?? []).map(({ key, ...part }) => part)

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<object> => partsIn(messageOf(...events))

const textDelta = (delta: string, place: object = { output_index: 0, content_index: 0 }): string =>
  event('response.output_text.delta', { ...place, delta })

const textDone = (whole: string, place: object = { output_index: 0, content_index: 0 }): string =>
  event('response.output_text.done', { ...place, text: whole })

const argsDelta = (output_index: unknown, delta: unknown): string =>
  event('response.function_call_arguments.delta', { output_index, delta })

const argsDone = (output_index: unknown, args: string): string =>
  event('response.function_call_arguments.done', { output_index, arguments: args })

const openCall = (id: string, name: string): object => call(id, name, '', { status: 'in_progress' })

describe.each([openAIResponses, azureResponses])('$name: a stream with an item of every kind', (provider) => {
  const bytes = new TextEncoder().encode(stream(everyKind))
  const outcome = foldBody(provider, bytes)

  it('is complete, and gives the same message as the JSON body', () => {
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(outcome.message).toEqual(foldBody(provider, body(everyKind)).message)
  })

  it('has each of them', () => {
    expect(messageText(outcome.message)).toBe('Search "Ünï😀"Cited.')
    expect(reasoningOf(outcome.message)).toBe('**First**\n\nhmm\n\nSecondown words')
    expect(messageToolCalls(outcome.message).map(({ state, id, name }) => [state, id, name])).toEqual([
      ['Closed', 'call_a', 'add'],
      ['Closed', 'call_b', 'shell'],
      ['Closed', 'call_c', 'now']
    ])
    expect(partsIn(outcome.message).map((part) => ('_tag' in part ? part._tag : ''))).toEqual([
      'Reasoning',
      'Reasoning',
      'Reasoning',
      'Text',
      'ServerToolCall',
      'ServerToolCall',
      'ServerToolResult',
      'ServerToolCall',
      'ServerToolCall',
      'ServerToolResult',
      'ServerToolCall',
      'ServerToolResult',
      'ServerToolCall',
      'ServerToolResult',
      'Unrecognised',
      'Image',
      'Unrecognised',
      'Unrecognised',
      'ServerToolCall',
      'ServerToolResult',
      'Unrecognised',
      'Unrecognised',
      'Reasoning',
      'Reasoning',
      'Text',
      'Citation',
      'Citation',
      'Refusal',
      'ToolCall',
      'ToolCall',
      'ToolCall'
    ])
  })
})

// Folding at every cut is quadratic, so each kind of item has a stream of its own, with as little around it as there may be.
describe.each(everyKind.map((item) => [String(item['type']), item] as const))('at every cut: %s', (_type, item) => {
  const bare = (one: string): string => one.slice(one.indexOf('data:'))
  const end = event('response.completed', { response: { id: 'r', output: [item], usage: { input_tokens: 1 } } })
  const events = [...itemEvents(0, item), added(1, openCall('b', 'f')), end]
  cutLaws(foldMachine(openAIResponses), new TextEncoder().encode(events.map(bare).join('')), (said) =>
    '.'.repeat(said.length)
  )
})

describe('text', () => {
  it('is told apart by the index of its item, whatever the ids of items say', () => {
    const place = { output_index: 1, content_index: 0 }
    expect(
      partsOf(
        added(0, message('', { id: 'a' })),
        textDelta('one', { output_index: 0, content_index: 0, item_id: 'x' }),
        added(1, message('', { id: 'b' })),
        textDelta('two', { ...place, item_id: 'x' }),
        textDelta('!', { output_index: 0, content_index: 0, item_id: 'y' }),
        completed([])
      )
    ).toEqual([
      { _tag: 'Text', text: 'one!', extra: { id: 'a' } },
      { _tag: 'Text', text: 'two', extra: { id: 'b' } }
    ])
  })

  it('is told apart by the index of its content', () => {
    const second = { output_index: 0, content_index: 1 }
    expect(partsOf(textDelta('a'), textDelta('b', second), textDelta('c'), completed([]))).toEqual([
      { _tag: 'Text', text: 'ac' },
      { _tag: 'Text', text: 'b' }
    ])
  })

  it('that comes without an index belongs to the last item', () => {
    expect(
      messageText(
        messageOf(
          added(undefined, message('')),
          textDelta('a', {}),
          textDelta('b', { output_index: null }),
          completed([])
        )
      )
    ).toBe('ab')
  })

  it('that never streamed is taken from whatever says it whole, once', () => {
    const part = { type: 'output_text', text: 'Hi', annotations: [] }
    const place = { output_index: 0, content_index: 0 }
    const ways = [textDone('Hi'), event('response.content_part.done', { ...place, part }), done(0, message('Hi')), '']
    for (const way of ways) expect(messageText(messageOf(way, completed([message('Hi')])))).toBe('Hi')
    expect(messageText(messageOf(...ways, completed([message('Hi')])))).toBe('Hi')
  })

  it('gets the end that its fragments left out', () => {
    expect(messageText(messageOf(textDelta('Hel'), textDone('Hello'), completed([message('Hello, you')])))).toBe(
      'Hello, you'
    )
  })

  it('keeps what streamed where the whole contradicts it, or is shorter', () => {
    expect(messageText(messageOf(textDelta('Hello'), textDone('Help me out'), completed([message('Hell')])))).toBe(
      'Hello'
    )
  })

  it('goes on after its item came whole', () => {
    expect(messageText(messageOf(done(0, message('Hi')), textDelta('!'), textDone('Hi!!'), completed([])))).toBe('Hi!!')
  })

  it('that refuses is a refusal', () => {
    const place = { output_index: 0, content_index: 0 }
    expect(
      partsOf(
        event('response.refusal.delta', { ...place, delta: 'I ' }),
        event('response.refusal.done', { ...place, refusal: 'I cannot' }),
        completed([])
      )
    ).toEqual([{ _tag: 'Refusal', text: 'I cannot' }])
  })

  it('of a kind that is not known is kept as it came', () => {
    const content = [{ type: 'output_text', text: 'a' }, { type: 'output_hologram', url: 'x' }, null]
    expect(partsOf(done(0, { ...message(''), content }), completed([{ ...message(''), content }]))).toEqual([
      { _tag: 'Text', text: 'a', extra: { id: 'msg_1' } },
      { _tag: 'Unrecognised', raw: { type: 'output_hologram', url: 'x' } }
    ])
  })
})

describe('citations', () => {
  const source = { type: 'url_citation', url: 'u', title: 't', start_index: 0, end_index: 2 }
  const citation = { _tag: 'Citation', of: 0, url: 'u', title: 't', start: 0, end: 2, raw: source }
  const place = { output_index: 0, content_index: 0 }
  const annotation = (annotation_index: unknown): string =>
    event('response.output_text.annotation.added', { ...place, annotation_index, annotation: source })

  it('are told once, however often they come', () => {
    const whole = message('Hi', {}, [source, source])
    expect(
      partsOf(textDelta('Hi'), annotation(0), annotation(0), annotation(1), done(0, whole), completed([whole]))
    ).toEqual([{ _tag: 'Text', text: 'Hi' }, citation, citation])
    expect(partsOf(textDelta('Hi'), annotation(undefined), completed([whole]))).toHaveLength(3)
  })

  it('may come before their text', () => {
    expect(partsOf(annotation(0), textDelta('Hi'), completed([]))).toEqual([{ _tag: 'Text', text: 'Hi' }, citation])
  })

  it('of a file have its name, and say only what was said', () => {
    const raw = { type: 'file_citation', file_id: 'f', filename: 'a.txt', start_index: -1 }
    expect(partsOf(done(0, message('Hi', {}, [raw])), completed([]))[1]).toEqual({
      _tag: 'Citation',
      of: 0,
      title: 'a.txt',
      raw
    })
  })
})

describe('calls', () => {
  it('are known by call_id, and have no arguments until they come', () => {
    const outcome = outcomeOf(created(), added(0, openCall('call_a', 'add')))
    expect(messageToolCalls(outcome.message)).toEqual([
      {
        _tag: 'ToolCall',
        state: 'Truncated',
        key: 0,
        id: 'call_a',
        name: 'add',
        arguments: '',
        extra: { id: 'fc_call_a' }
      }
    ])
  })

  it('may leave out all fragments of their arguments (LM Studio)', () => {
    const [first] = messageToolCalls(
      messageOf(added(0, openCall('a', 'add')), argsDone(0, '{"a":2}'), completed([call('a', 'add', '{"a":2}')]))
    )
    expect(first).toMatchObject({ state: 'Closed', key: 0, id: 'a', name: 'add', arguments: '{"a":2}' })
  })

  it('get the end of their arguments that no fragment brought', () => {
    const args = (...events: ReadonlyArray<string>): string | undefined =>
      messageToolCalls(messageOf(added(0, openCall('a', 'f')), argsDelta(0, '{"a":'), ...events, completed([])))[0]
        ?.arguments
    expect(args(argsDone(0, '{"a":1}'))).toBe('{"a":1}')
    expect(args(done(0, call('a', 'f', '{"a":1}')))).toBe('{"a":1}')
    expect(args(argsDelta(0, '1}'), argsDone(0, '{"a":1}'), done(0, call('a', 'f', '{"a":1}')))).toBe('{"a":1}')
    expect(args(argsDelta(0, '2}'), argsDone(0, '{"b":1, "c":3}'))).toBe('{"a":2}')
  })

  it('that no event had are taken from the response that is over', () => {
    const output = [reasoning(['hm'], { encrypted_content: 'x' }), call('a', 'f', '{}'), message('Hi')]
    const { _tag, message: whole } = outcomeOf(created(), completed(output))
    expect(_tag).toBe('Complete')
    expect(whole).toEqual(foldBody(openAIResponses, body(output)).message)
  })

  it('are found again where the events count otherwise than the output', () => {
    const events = [
      ...itemEvents(3, message('Hi')),
      ...itemEvents(5, call('a', 'f', '{}')),
      ...itemEvents(7, call('b', 'f', '{}'))
    ]
    const whole = messageOf(...events, completed([message('Hi'), call('a', 'f', '{}'), call('b', 'f', '{}')]))
    expect(messageText(whole)).toBe('Hi')
    expect(messageToolCalls(whole)).toHaveLength(2)
  })

  it('under one index are told apart by what came whole before', () => {
    const whole = messageOf(
      ...itemEvents(0, call('a', 'f', '{"a":1}')),
      ...itemEvents(0, call('b', 'f', '{"b":1}')),
      done(0, call('c', 'f', '{"c":1}')),
      done(0, call('c', 'f', '{"c":1}')),
      completed([call('a', 'f', '{"a":1}'), call('b', 'f', '{"b":1}'), call('c', 'f', '{"c":1}')])
    )
    expect(messageToolCalls(whole).map(({ id, arguments: raw }) => [id, raw])).toEqual([
      ['a', '{"a":1}'],
      ['b', '{"b":1}'],
      ['c', '{"c":1}']
    ])
  })

  it('that begin twice are one', () => {
    const first = added(0, openCall('a', 'f'))
    expect(
      messageToolCalls(messageOf(first, first, argsDelta(0, '{}'), completed([call('a', 'f', '{}')])))
    ).toHaveLength(1)
  })

  it('are closed when they came whole and another item began, and not before', () => {
    const states = (...events: ReadonlyArray<string>): ReadonlyArray<string> => {
      const machine = foldMachine(openAIResponses)
      let last: Message = { choices: [] }
      machine.step(machine.initial, events.join(''), (state) => {
        last = state.message
      })
      return messageToolCalls(last).map(({ state }) => state)
    }
    const first = itemEvents(0, call('a', 'f', '{}'))
    expect(states(...first)).toEqual(['Open'])
    expect(states(...first, added(1, openCall('b', 'f')))).toEqual(['Closed', 'Open'])
    // Side by side: the second begins while the first is still on its way.
    const both = [added(0, openCall('a', 'f')), added(1, openCall('b', 'f')), argsDelta(0, '{"a":1}')]
    expect(states(...both)).toEqual(['Open', 'Open'])
    expect(states(...both, done(0, call('a', 'f', '{"a":1}')))).toEqual(['Closed', 'Open'])
  })

  it('side by side keep their own arguments', () => {
    const whole = messageOf(
      added(0, openCall('a', 'f')),
      added(1, openCall('b', 'g')),
      argsDelta(1, '{"b"'),
      argsDelta(0, '{"a"'),
      argsDelta(1, ':1}'),
      argsDelta(0, ':2}'),
      completed([])
    )
    expect(messageToolCalls(whole).map(({ arguments: raw }) => raw)).toEqual(['{"a":2}', '{"b":1}'])
  })

  it('that were closed do not grow', () => {
    const [first] = messageToolCalls(
      messageOf(
        ...itemEvents(0, call('a', 'f', '{}')),
        added(1, message('')),
        argsDelta(0, '{"more":1}'),
        completed([call('a', 'f', '{}{"more":1}')])
      )
    )
    expect(first).toMatchObject({ _tag: 'ToolCall', state: 'Closed', arguments: '{}' })
  })

  it('of custom tools have their input as it came', () => {
    expect(partsOf(...itemEvents(0, customCall('a', 'sql', 'select 1')), completed([]))).toEqual([
      {
        _tag: 'ToolCall',
        state: 'Closed',
        id: 'a',
        name: 'sql',
        arguments: 'select 1',
        extra: { type: 'custom', id: 'ctc_a' }
      }
    ])
  })

  it('keep what else the provider said of them', () => {
    const item = call('a', 'f', '{}', { namespace: 'n', caller: { type: 'program' } })
    expect(partsOf(...itemEvents(0, item), completed([]))).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed', extra: { namespace: 'n', caller: { type: 'program' } } }
    ])
  })

  it('wait for their name, and are no calls without one', () => {
    const nameless = { ...openCall('a', ''), arguments: '' }
    const late = outcomeOf(added(0, nameless), argsDelta(0, '{'), done(0, call('a', 'f', '{}')), completed([]))
    expect(messageToolCalls(late.message)).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed', id: 'a', name: 'f', arguments: '{}' }
    ])
    const raw = call('a', '', '{}')
    const never = outcomeOf(added(0, nameless), done(0, raw), completed([raw]))
    expect(partsIn(never.message)).toEqual([{ _tag: 'Unrecognised', raw }])
    expect(never.repairs).toEqual([{ _tag: 'NamelessCall', choice: 0, key: 0 }])
    expect(firstChoice(never.message)?.finishReason).toBe('stop')
  })

  it('without call_id take the id of their item, and without that one of their place', () => {
    const { id, ...bare } = call('', 'f', '{}')
    expect(messageToolCalls(messageOf(done(0, { ...bare, id: 'fc_1' }), completed([])))[0]?.id).toBe('fc_1')
    const { message: whole, repairs } = outcomeOf(done(0, bare), completed([]))
    expect(messageToolCalls(whole)[0]?.id).toBe('call_0_0')
    expect(repairs).toEqual([{ _tag: 'SyntheticId', choice: 0, key: 0 }])
  })

  it('with arguments that are no text have them serialised once', () => {
    const { message: whole, repairs } = outcomeOf(
      done(0, call('a', 'f', { a: 1 })),
      completed([call('a', 'f', { a: 1 })])
    )
    expect(messageToolCalls(whole)[0]?.arguments).toBe('{"a":1}')
    expect(repairs).toEqual([{ _tag: 'ArgumentsSerialised', choice: 0, key: 0 }])
  })

  it('count for the limits', () => {
    const calls = ['a', 'b', 'c'].flatMap((id, i) => itemEvents(i, call(id, 'f', '{}')))
    const outcome = foldBody(openAIResponses, [...calls, completed([])].join(''), { limits: limitsOf({ calls: 2 }) })
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'calls' }] })
    const many = Array.from({ length: 50 }, (_, i) => added(i, { type: 'x', id: 'i'.repeat(100) }))
    const held = foldBody(openAIResponses, many.join(''), { limits: limitsOf({ message: 4000 }) })
    expect(held).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'message' }] })
  })
})

describe('reasoning', () => {
  it('has its encrypted content from output_item.done, neither the placeholder nor what the end repeats', () => {
    const real = reasoning(['hm'], { encrypted_content: 'real' })
    const output = [reasoning(['hm'], { encrypted_content: 'rEaL' })]
    expect(partsOf(...itemEvents(0, real), completed(output))).toEqual([
      { _tag: 'Reasoning', kind: 'summary', text: 'hm', signature: '', id: 'rs_1', index: 0 },
      { _tag: 'Reasoning', kind: 'encrypted', text: '', signature: '', id: 'rs_1', data: 'real' }
    ])
    expect(partsOf(added(0, reasoning([], { encrypted_content: 'short' })), completed(output))).toMatchObject([
      { kind: 'summary' },
      { kind: 'encrypted', data: 'rEaL' }
    ])
    expect(partsOf(added(0, reasoning([], { encrypted_content: 'short' })))).toEqual([])
  })

  it('has a part for each summary, and an empty line between them when read', () => {
    const whole = messageOf(...itemEvents(0, reasoning(['One.', 'Two.'])), completed([]))
    expect(partsIn(whole)).toMatchObject([
      { kind: 'summary', text: 'One.', index: 0 },
      { kind: 'summary', text: 'Two.', index: 1 },
      { kind: 'encrypted', id: 'rs_1' }
    ])
    expect(reasoningOf(whole)).toBe('One.\n\nTwo.')
  })

  it('in its own words is text', () => {
    const item = reasoning([], { content: [{ type: 'reasoning_text', text: 'Well then' }] })
    const expected = [
      { _tag: 'Reasoning', kind: 'text', text: 'Well then', signature: '', id: 'rs_1', index: 0 },
      { _tag: 'Reasoning', kind: 'encrypted', text: '', signature: '', id: 'rs_1' }
    ]
    expect(partsOf(...itemEvents(0, item), completed([item]))).toEqual(expected)
    const place = { output_index: 0, content_index: 0 }
    expect(
      partsOf(event('response.reasoning_text.delta', { ...place, delta: 'Well' }), done(0, item), completed([]))
    ).toMatchObject([{ text: 'Well then' }, { kind: 'encrypted' }])
  })

  it('that the provider does not keep is worth nothing without its encrypted content', () => {
    expect(partsOf(created({ store: false }), ...itemEvents(0, reasoning([])), completed([]))).toEqual([])
    expect(partsOf(created({ store: true }), ...itemEvents(0, reasoning([])), completed([]))).toEqual([
      { _tag: 'Reasoning', kind: 'encrypted', text: '', signature: '', id: 'rs_1' }
    ])
    expect(partsIn(foldBody(openAIResponses, body([reasoning([])], { store: false })).message)).toEqual([])
  })
})

describe('items of other kinds', () => {
  it('that the provider runs say what they are when they begin, and all of it when they are done', () => {
    const item = { id: 'ws_1', type: 'web_search_call', status: 'completed', action: { type: 'search', query: 'q' } }
    const start = { _tag: 'ServerToolCall', kind: 'web_search_call', id: 'ws_1', name: '', arguments: '' }
    expect(partsOf(added(0, item))).toEqual([start])
    expect(partsOf(added(0, item), done(0, item), completed([item]))).toEqual([
      { ...start, extra: { status: 'completed', action: item.action } }
    ])
  })

  it('have their code and arguments as text, and what they gave as a result', () => {
    const [code, roll] = [5, 7].map((i) => everyKind[i] ?? {})
    expect(partsOf(...itemEvents(0, code ?? {}), ...itemEvents(1, roll ?? {}), completed([]))).toMatchObject([
      {
        _tag: 'ServerToolCall',
        kind: 'code_interpreter_call',
        id: 'ci_1',
        arguments: 'print(1)',
        extra: { container_id: 'c' }
      },
      {
        _tag: 'ServerToolResult',
        kind: 'code_interpreter_call',
        id: 'ci_1',
        raw: { outputs: [{ type: 'logs', logs: '1' }] }
      },
      { _tag: 'ServerToolCall', kind: 'mcp_call', id: 'mcp_1', name: 'roll', arguments: '{"n":2}' },
      { _tag: 'ServerToolResult', kind: 'mcp_call', id: 'mcp_1', raw: { output: '7', error: null } }
    ])
  })

  it('that are images have their bytes, and no partial ones', () => {
    const item = { id: 'ig_1', type: 'image_generation_call', status: 'completed', result: 'aGk=' }
    expect(
      partsOf(
        added(0, { ...item, result: null }),
        event('response.image_generation_call.partial_image', { output_index: 0, partial_image_b64: 'AAAA' }),
        done(0, item),
        completed([item])
      )
    ).toEqual([
      {
        _tag: 'Image',
        id: 'ig_1',
        mediaType: 'image/png',
        name: '',
        url: '',
        data: 'aGk=',
        text: '',
        extra: { status: 'completed' }
      }
    ])
  })

  it('that the user has to answer, or that are not known, are kept as they were when done', () => {
    for (const type of ['computer_call', 'local_shell_call', 'shell_call', 'mcp_approval_request', 'hologram_call']) {
      const raw = { id: 'x', type, status: 'completed', anything: [1] }
      expect(partsOf(added(0, { ...raw, status: 'in_progress' }), done(0, raw), completed([raw]))).toEqual([
        { _tag: 'Unrecognised', raw }
      ])
    }
  })

  it('may turn out to be more than they began as', () => {
    const item = { id: 'sh', type: 'shell_call', call_id: 'c', environment: { type: 'container_reference' } }
    expect(partsOf(added(0, { id: 'sh', type: 'shell_call' }), done(0, item), completed([]))).toMatchObject([
      { _tag: 'ServerToolCall', kind: 'shell_call', id: 'c', extra: { id: 'sh' } }
    ])
  })

  it('are custom tools where xAI runs them, side by side', () => {
    const search = customCall('xs_1', 'x_keyword_search', '{"query":"a"}')
    const video = customCall('xs_2', 'view_x_video', '{"url":"b"}')
    const [first, second] = [itemEvents(0, search), itemEvents(1, video)]
    const events = [first[0], second[0], ...first.slice(1), ...second.slice(1), completed([search, video])].join('')
    const outcome = foldBody(xaiResponses, events)
    expect(outcome.message).toEqual(foldBody(xaiResponses, body([search, video])).message)
    expect(messageToolCalls(outcome.message)).toEqual([])
    expect(firstChoice(outcome.message)).toMatchObject({
      finishReason: 'stop',
      parts: [
        { _tag: 'ServerToolCall', kind: 'custom_tool_call', id: 'xs_1', arguments: '{"query":"a"}' },
        { _tag: 'ServerToolCall', kind: 'custom_tool_call', id: 'xs_2', arguments: '{"url":"b"}' }
      ]
    })
  })
})

describe('events that are not known', () => {
  it('say nothing, whatever they hold, and those without their content are reported once', () => {
    const odd = [
      event('response.hologram.delta', { output_index: 0, delta: { x: 1 }, text: 5, item: { type: 7 }, part: 'p' }),
      event('response.output_text.delta', { output_index: 0, delta: { x: 5 } }),
      event('toString', {}),
      event('response.output_item.added', { item: null }),
      event('response.output_item.done', {}),
      event('response.created', {}),
      'data: {}\n\n'
    ]
    expect(outcomeOf(...odd, completed([]))).toMatchObject({
      _tag: 'Complete',
      failures: [],
      repairs: [{ _tag: 'FieldIgnored', path: 'type' }]
    })
    expect(partsOf(...odd, completed([]))).toEqual([])
  })
})

describe('the end', () => {
  const finished = (...events: ReadonlyArray<string>): ReadonlyArray<unknown> => {
    const { _tag, message: whole } = outcomeOf(...events)
    const choice = firstChoice(whole)
    return [_tag, choice?.finishReason, choice?.rawFinishReason]
  }
  const ended = (status: string, rest: object = {}, output: ReadonlyArray<object> = []): string =>
    event(`response.${status}`, { response: response(output, { status, ...rest }) })

  it('is the event response.completed, and its finish reason says whether there are calls', () => {
    expect(finished(textDelta('Hi'), completed([message('Hi')]))).toEqual(['Complete', 'stop', 'completed'])
    expect(finished(completed([call('a', 'f', '{}')]))).toEqual(['Complete', 'tool_call', 'completed'])
    expect(finished(completed([customCall('a', 'f', '')]))).toEqual(['Complete', 'tool_call', 'completed'])
    expect(finished(textDelta('Hi'), 'data: [DONE]\n\n')).toEqual(['Truncated', undefined, undefined])
    expect(finished(textDelta('Hi'), completed([]), textDelta('!'), 'data: [DONE]\n\n')[0]).toBe('Complete')
  })

  it('is response.incomplete, with its reason', () => {
    const incomplete = (reason: unknown): string => ended('incomplete', { incomplete_details: { reason } })
    expect(finished(incomplete('max_output_tokens'))).toEqual(['Complete', 'length', 'max_output_tokens'])
    expect(finished(incomplete('content_filter'))).toEqual(['Complete', 'content_filter', 'content_filter'])
    expect(finished(incomplete('constructor'))).toEqual(['Complete', 'other', 'constructor'])
    expect(finished(incomplete(null))).toEqual(['Complete', 'other', 'incomplete'])
    expect(finished(ended('cancelled'))).toEqual(['Complete', 'other', 'cancelled'])
  })

  it('cuts the call that was being written, also where its JSON happens to be whole', () => {
    const half = call('b', 'f', '{}', { status: 'incomplete' })
    const details = { incomplete_details: { reason: 'max_output_tokens' } }
    const states = (whole: Message): ReadonlyArray<string> => messageToolCalls(whole).map(({ state }) => state)
    const output = [call('a', 'f', '{}'), half]
    const streamed = messageOf(
      ...output.flatMap((item, i) => itemEvents(i, item)),
      ended('incomplete', details, output)
    )
    expect(states(streamed)).toEqual(['Closed', 'Truncated'])
    expect(streamed).toEqual(foldBody(openAIResponses, body(output, { status: 'incomplete', ...details })).message)
    // No item came whole, and the response says nothing of them.
    const open = [added(0, openCall('a', 'f')), added(1, openCall('b', 'f')), argsDelta(0, '{}')]
    expect(states(messageOf(...open, ended('incomplete', details)))).toEqual(['Truncated', 'Truncated'])
    expect(states(messageOf(...open, ended('completed')))).toEqual(['Closed', 'Closed'])
    // A call that had ended before the text was cut may be run.
    const before = [...itemEvents(0, call('a', 'f', '{}')), textDelta('Hi', { output_index: 1 })]
    expect(states(messageOf(...before, ended('incomplete', details)))).toEqual(['Closed'])
    // Cut in the text, though not a word of it came.
    expect(states(messageOf(...itemEvents(0, call('a', 'f', '{}')), ended('cancelled')))).toEqual(['Truncated'])
  })

  it('is no end where a JSON body is still on its way', () => {
    for (const status of ['queued', 'in_progress']) {
      const outcome = foldBody(openAIResponses, body([call('a', 'f', '{}')], { status }))
      expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
      expect(messageToolCalls(outcome.message)).toMatchObject([{ state: 'Truncated' }])
    }
    const { status, ...rest } = response([message('Hi')])
    expect(foldBody(openAIResponses, JSON.stringify(rest))._tag).toBe('Complete')
  })
})

describe('errors', () => {
  const error = { code: 'server_error', message: 'it broke' }
  const failedWith = (...events: ReadonlyArray<string>): object => {
    const { _tag, failures } = outcomeOf(...events)
    return [_tag, ...failures.map(({ atByte, atEvent, ...failure }) => failure)]
  }
  const failed = (rest: object = {}): string =>
    event('response.failed', { response: response([message('Hi')], { status: 'failed', error, ...rest }) })

  it('are in response.failed, which keeps what was said', () => {
    expect(failedWith(textDelta('Hi'), failed())).toEqual([
      'Failed',
      { _tag: 'ProviderFailure', message: 'it broke', code: 'server_error' }
    ])
    const { message: whole } = outcomeOf(textDelta('H'), failed())
    expect(messageText(whole)).toBe('Hi')
    expect(whole.usage?.totalTokens).toBe(15)
    expect(firstChoice(whole)).toMatchObject({ finishReason: 'error', rawFinishReason: 'failed' })
    expect(failedWith(failed({ error: null }))).toMatchObject(['Failed', { message: 'the response failed' }])
    expect(failedWith(failed(), textDelta('!'), failed())).toHaveLength(2)
  })

  it('are in the event error, nested or flat, before response.failed', () => {
    const nested = event('error', {
      sequence_number: 2,
      error: { type: 'insufficient_quota', code: 'q', message: 'no' }
    })
    expect(failedWith(created(), nested, failed())).toMatchObject([
      'Failed',
      { _tag: 'ProviderFailure', type: 'insufficient_quota', code: 'q', message: 'no' },
      { _tag: 'ProviderFailure', code: 'server_error' }
    ])
    const flat = event('error', { code: 'ERR', message: 'flat', param: null })
    expect(failedWith(flat)).toMatchObject(['Failed', { code: 'ERR', message: 'flat' }])
  })

  it('are in a JSON body with the status failed', () => {
    const outcome = foldBody(openAIResponses, body([message('Hi')], { status: 'failed', error }))
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure', message: 'it broke' }] })
    expect(outcome.message).toEqual(outcomeOf(created(), ...itemEvents(0, message('Hi')), failed()).message)
    expect(foldBody(openAIResponses, body([], { status: 'failed' }))._tag).toBe('Failed')
  })

  it('are no errors where a tool of the provider failed', () => {
    const item = { id: 'mcp_1', type: 'mcp_call', name: 'f', arguments: '{}', output: null, error: { code: 1 } }
    expect(failedWith(...itemEvents(0, item), completed([item]))).toEqual(['Complete'])
  })

  it('come as an error body, too', () => {
    const refused = foldBody(openAIResponses, '{"error":{"message":"slow","code":"rate_limit_exceeded"}}', {
      status: 429
    })
    expect(refused).toMatchObject({ _tag: 'Failed', failures: [{ status: 429, code: 'rate_limit_exceeded' }] })
  })
})

describe('metadata and usage', () => {
  it('are the first id, the last model, and the usage of the response that is over', () => {
    const whole = messageOf(
      created({ id: '', model: 'first' }),
      event('response.in_progress', { response: { id: 'resp_2', model: 'second', usage: null } }),
      completed([], { id: 'rotated' })
    )
    expect([whole.id, whole.model]).toEqual(['resp_2', 'm'])
    expect(whole.usage).toEqual({
      inputTokens: 10,
      outputTokens: 5,
      totalTokens: 15,
      cacheReadInputTokens: 4,
      reasoningOutputTokens: 3,
      raw: response([])['usage']
    })
  })

  it('is absent where it was not reported', () => {
    expect(messageOf(completed([], { usage: null })).usage).toBeUndefined()
    expect(messageOf(completed([], { usage: {} })).usage).toBeUndefined()
  })

  it('includes reasoning in the output, where the total shows that it was counted apart', () => {
    const usage = {
      input_tokens: 10,
      output_tokens: 5,
      output_tokens_details: { reasoning_tokens: 7 },
      total_tokens: 22
    }
    expect(messageOf(completed([], { usage })).usage).toMatchObject({ outputTokens: 12, totalTokens: 22 })
  })
})

describe('a text that comes whole and contradicts its fragments', () => {
  const begun = [added(0, openCall('a', 'rm')), argsDelta(0, '{"path":"/tmp"'), argsDelta(0, '}')]
  const whole = '{"path":"/tmp","dryRun":true}'
  const repairsIn = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
    outcomeOf(...events).repairs.map(({ _tag }) => _tag)

  it.each([
    ['the end of the item', [done(0, call('a', 'rm', whole)), completed([])]],
    ['the end of the arguments', [argsDone(0, whole), done(0, openCall('a', 'rm')), completed([])]],
    ['the final response', [done(0, call('a', 'rm', '{"path":"/tmp"}')), completed([call('a', 'rm', whole)])]]
  ])('is not run: %s', (_what, events) => {
    const outcome = outcomeOf(...begun, ...events)
    expect(messageToolCalls(outcome.message)).toMatchObject([{ state: 'Truncated', arguments: '{"path":"/tmp"}' }])
    expect(repairsIn(...begun, ...events)).toEqual(['TextContradicted'])
  })

  it('does not reopen a call that is closed', () => {
    const events = [
      ...begun,
      done(0, call('a', 'rm', '{"path":"/tmp"}')),
      added(1, openCall('b', 'ls')),
      done(1, call('b', 'ls', '{}')),
      completed([call('a', 'rm', whole), call('b', 'ls', '{}')])
    ]
    expect(messageToolCalls(messageOf(...events)).map(({ state }) => state)).toEqual(['Closed', 'Closed'])
    expect(repairsIn(...events)).toEqual(['TextContradicted'])
  })

  it('is told once of a text, which stays as it streamed', () => {
    const events = [textDelta('Hallo'), textDone('Hello world'), done(0, message('Hello world')), completed([])]
    expect(messageText(messageOf(...events))).toBe('Hallo')
    expect(repairsIn(...events)).toEqual(['TextContradicted'])
  })

  it('is whole where it agrees, whatever was lost before', () => {
    const events = [
      added(0, openCall('a', 'rm')),
      argsDelta(0, '{"path"'),
      'data: {bad\n\n',
      done(0, call('a', 'rm', whole)),
      completed([])
    ]
    expect(messageToolCalls(messageOf(...events))).toMatchObject([{ state: 'Closed', arguments: whole }])
  })

  it('is cut where a number of an event is missing, and nothing says the whole', () => {
    const numbered = (sequence_number: number, delta: string): string =>
      event('response.function_call_arguments.delta', { output_index: 0, delta, sequence_number })
    const ended = done(0, { type: 'function_call', id: 'i', call_id: 'a', name: 'rm', status: 'completed' })
    const events = (...numbers: ReadonlyArray<number>): ReadonlyArray<string> =>
      ['{"a":', '1', '}'].map((text, i) => numbered(numbers[i] ?? 0, text))
    const stateOf = (...some: ReadonlyArray<string>) => messageToolCalls(messageOf(...some)).map(({ state }) => state)
    expect(stateOf(added(0, openCall('a', 'rm')), ...events(3, 4, 5), ended, completed([]))).toEqual(['Closed'])
    expect(stateOf(added(0, openCall('a', 'rm')), ...events(3, 4, 6), ended, completed([]))).toEqual(['Truncated'])
    expect(stateOf(added(0, openCall('a', 'rm')), ...events(7, 7, 9), ended, completed([]))).toEqual(['Closed'])
    expect(stateOf(added(0, openCall('a', 'rm')), ...events(7, 2, 9), ended, completed([]))).toEqual(['Closed'])
  })
})

describe('items and pieces that are no parts', () => {
  const limits = limitsOf({ parts: 64 })
  const failing = { _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'parts', limit: 64 }] }
  const many = (one: (i: number) => string): string => Array.from({ length: 100 }, (_, i) => one(i)).join('')

  it.each([
    ['messages without content', (i: number) => added(i, { type: 'message' })],
    ['items without a type', (i: number) => added(i, {})],
    [
      'texts of ever new places',
      (i: number) => event('response.output_text.delta', { output_index: 1, content_index: i, delta: 'x' })
    ]
  ])('count for the limits: %s', (_what, one) => {
    const whole = added(0, openCall('a', 'f')) + many(one)
    expect(foldBody(openAIResponses, whole, { limits })).toMatchObject(failing)
  })
})
