import { messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import type { Part } from '../../../lib/data/Part.ts'
import { googleInteractions } from '../../../lib/providers/googleInteractions.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { body, completed, created, delta, event, start, step, stop, stream, text } from '../../fixtures/interactions.ts'

const foldOf = (...events: ReadonlyArray<string>): Outcome => foldBody(googleInteractions, events.join(''))

const partsOf = ({ message }: Outcome): ReadonlyArray<Part> => message.choices[0]?.parts ?? []

const repairsOf = ({ repairs }: Outcome): ReadonlyArray<string> => repairs.map(({ _tag }) => _tag)

const callsOf = (outcome: Outcome): ReadonlyArray<readonly string[]> =>
  messageToolCalls(outcome.message).map(({ state, id, name, arguments: raw }) => [state, id, name, raw])

const shell = (fields: object = {}): object => ({
  id: 'a',
  type: 'function_call',
  name: 'add',
  arguments: {},
  ...fields
})

const piece = (said: unknown): object => ({ type: 'arguments_delta', arguments: said })

const output = { type: 'model_output' }

const thought = { type: 'thought' }

describe('the end', () => {
  it.each([
    ['completed', 'stop'],
    ['incomplete', 'length'],
    ['budget_exceeded', 'length'],
    ['requires_continuation', 'other'],
    ['of_tomorrow', 'other']
  ])('of an interaction with status %s is %s, from a stream and from a JSON body', (status, finishReason) => {
    const said = step(0, output, text('Hi'))
    const whole = body([{ ...output, content: [text('Hi')] }], { status })
    for (const outcome of [foldOf(created(), said, completed(status)), foldOf(whole)]) {
      expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
      expect(outcome.message.choices).toMatchObject([{ finishReason, rawFinishReason: status }])
    }
  })

  it.each(['in_progress', 'queued', 'cancelled'])('is missing in an interaction that is %s', (status) => {
    for (const outcome of [
      foldOf(created(), step(0, output, text('Hi')), completed(status)),
      foldOf(body([], { status })),
      foldOf(JSON.stringify({ id: 'v1', object: 'interaction', status }))
    ]) {
      expect([outcome._tag, outcome.failures.map(({ _tag }) => _tag)]).toEqual(['Truncated', ['EndedEarly']])
    }
  })

  it.each([
    ['has no event', []],
    ['is a status update', [event({ event_type: 'interaction.status_update', status: 'completed' })]],
    ['is `[DONE]` alone', ['data: [DONE]\n\n']]
  ])('is missing where it %s', (_title, end) => {
    expect(foldOf(created(), step(0, output, text('Hi')), ...end)._tag).toBe('Truncated')
  })

  it.each([
    ['has no interaction', { event_type: 'interaction.completed' }, 'completed'],
    ['has no status', { event_type: 'interaction.completed', interaction: { id: 'v1_a' } }, 'completed'],
    ['is an event of its own', { event_type: 'interaction.incomplete', interaction: { id: 'v1_a' } }, 'incomplete'],
    ['is another such event', { event_type: 'interaction.requires_action', interaction: null }, 'requires_action']
  ])('is the word of the event where it %s', (_title, end, rawFinishReason) => {
    const outcome = foldOf(created(), step(0, output, text('Hi')), event(end), 'event: done\ndata: [DONE]\n\n')
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], message: { choices: [{ rawFinishReason }] } })
  })

  it('of a completed interaction with a call is a call', () => {
    expect(foldOf(stream(step(0, shell()))).message.choices).toMatchObject([{ finishReason: 'tool_call' }])
  })

  it('may have the steps, if no event had one', () => {
    const steps = [{ ...output, content: [text('Hi')] }]
    expect(messageText(foldOf(created(), completed('completed', { steps })).message)).toBe('Hi')
    expect(messageText(foldOf(created(), step(0, output, text('Hi')), completed('completed', { steps })).message)).toBe(
      'Hi'
    )
  })
})

describe('errors', () => {
  const said = { code: 'gateway_timeout', message: 'Deadline expired before operation could complete.' }

  it.each([
    ['an event', stream(step(0, output, text('Hi'))).replace(completed(), event({ error: said, event_type: 'error' }))],
    ['a body', JSON.stringify({ error: said })],
    ['a failed interaction', created() + event({ event_type: 'interaction.failed', interaction: { errors: [said] } })],
    ['the status of the end', created() + completed('failed', { errors: [said] })],
    ['a failed JSON body', body([], { status: 'failed', errors: [said] })],
    ['a step', created() + start(0, { ...output, error: said }) + completed()],
    ['a step of a JSON body', body([{ ...output, error: said }])]
  ])('in %s', (_title, whole) => {
    const outcome = foldOf(whole)
    expect(outcome._tag).toBe('Failed')
    expect(outcome.failures).toMatchObject([{ _tag: 'ProviderFailure', ...said }])
  })

  it('of a failed interaction without a reason', () => {
    for (const whole of [created() + completed('failed'), body([], { status: 'failed' })]) {
      expect(foldOf(whole)).toMatchObject({ _tag: 'Failed', failures: [{ message: 'the interaction failed' }] })
    }
  })

  it('in the words of other APIs of Google', () => {
    const error = {
      code: 429,
      message: 'Slow down',
      status: 'RESOURCE_EXHAUSTED',
      details: [{ '@type': 't', retryDelay: '2s' }]
    }
    const outcome = foldBody(googleInteractions, JSON.stringify({ error }), { status: 429 })
    expect(outcome.failures).toMatchObject([{ code: 429, type: 'RESOURCE_EXHAUSTED', status: 429, retryAfter: 2000 }])
  })

  it('of a completed interaction did not end it', () => {
    expect(foldOf(created(), completed('completed', { errors: [said] }))._tag).toBe('Complete')
  })
})

describe('calls', () => {
  it.each<readonly [string, ReadonlyArray<string>, string]>([
    ['none', [], ''],
    ['one piece', ['{"a":2}'], '{"a":2}'],
    ['several pieces', ['{"a', '":', '2}'], '{"a":2}']
  ])('have arguments of %s', (_title, pieces, raw) => {
    const outcome = foldOf(created(), step(1, shell(), ...pieces.map(piece)), completed('requires_action'))
    expect(callsOf(outcome)).toEqual([['Closed', 'a', 'add', raw]])
    expect(outcome.repairs).toEqual([])
  })

  it.each<readonly [string, string]>([
    ['in its start', step(0, shell({ arguments: { a: 2 } }))],
    ['in a delta of its kind', step(0, shell(), shell({ arguments: { a: 2 } }))],
    ['in place of a piece', step(0, shell(), piece({ a: 2 }))],
    ['in a delta without a start', delta(0, shell({ arguments: { a: 2 } }))],
    ['that pieces follow', step(0, shell({ arguments: { a: 1 } }), piece('{"a":2}'))]
  ])('have arguments as an object %s', (_title, call) => {
    expect(callsOf(foldOf(created(), call, completed('requires_action')))).toEqual([['Closed', 'a', 'add', '{"a":2}']])
  })

  it('are cut by a limit, and by the end of the body', () => {
    const begun = [created(), start(0, shell()), delta(0, piece('{"a":2}')), stop(0)]
    expect(callsOf(foldOf(...begun, completed('incomplete')))).toEqual([['Truncated', 'a', 'add', '{"a":2}']])
    expect(callsOf(foldOf(created(), start(0, shell()), delta(0, piece('{"a":'))))).toEqual([
      ['Truncated', 'a', 'add', '{"a":']
    ])
  })

  it('are closed by the next step', () => {
    const outcome = foldOf(created(), step(0, shell(), piece('{}')), step(1, shell({ id: 'b' }), piece('{"a"')))
    expect(callsOf(outcome)).toEqual([
      ['Closed', 'a', 'add', '{}'],
      ['Truncated', 'b', 'add', '{"a"']
    ])
  })

  it('keep their signature, and a function without a name is none', () => {
    const signed = foldOf(
      stream(
        step(0, shell({ signature: 'S' })),
        step(1, shell({ id: 'b' }), { type: 'thought_signature', signature: 'T' })
      )
    )
    expect(partsOf(signed)).toMatchObject([{ extra: { signature: 'S' } }, { extra: { signature: 'T' } }])
    const nameless = foldOf(stream(step(0, shell({ name: '' }))))
    expect([partsOf(nameless)[0]?._tag, repairsOf(nameless)]).toEqual(['Unrecognised', ['NamelessCall']])
  })

  it('keep the digits of large integers', () => {
    const whole = body([shell({ arguments: { id: 1 } })]).replace('{"id":1}', '{"id":12345678901234567890}')
    expect(callsOf(foldOf(whole))).toEqual([['Closed', 'a', 'add', '{"id":12345678901234567890}']])
  })
})

describe('content', () => {
  it('of a step without its start is kept', () => {
    const outcome = foldOf(delta(3, text('Hi')), delta(4, { type: 'thought_signature', signature: 'S' }), completed())
    expect(partsOf(outcome)).toMatchObject([
      { _tag: 'Text', text: 'Hi' },
      { _tag: 'Reasoning', signature: 'S' }
    ])
    expect([outcome._tag, outcome.repairs]).toEqual(['Complete', []])
  })

  it.each<readonly [string, object, object]>([
    ['a text', output, { text: 'a' }],
    ['a summary', thought, { content: { text: 'a' } }],
    ['a summary as text', thought, { text: 'a' }]
  ])('without its type is read: %s', (_title, first, fields) => {
    const { message, repairs } = foldOf(stream(step(0, first, fields)))
    expect([messageText(message) + messageReasoning(message), repairs]).toEqual(['a', []])
  })

  it('alternates in one step', () => {
    const image = { type: 'image', data: 'aW1n', mime_type: 'image/png' }
    const outcome = foldOf(stream(step(0, output, text('a'), image, image, text('b'), text('c'))))
    expect(partsOf(outcome).map(({ _tag }) => _tag)).toEqual(['Text', 'Image', 'Image', 'Text'])
    expect(messageText(outcome.message)).toBe('abc')
  })

  it('interleaves by index', () => {
    const outcome = foldOf(
      created(),
      start(0, output),
      start(1, output),
      delta(1, text('b')),
      delta(0, text('a')),
      delta(1, text('c')),
      completed()
    )
    expect(partsOf(outcome)).toMatchObject([{ text: 'bc' }, { text: 'a' }])
  })

  it('of sounds is joined as bytes', () => {
    const bytes = Buffer.from(Array.from({ length: 100 }, (_, i) => i))
    for (const size of [1, 2, 3, 7, 50, 100]) {
      const pieces = Array.from({ length: Math.ceil(100 / size) }, (_, i) => ({
        type: 'audio',
        data: bytes.subarray(i * size, (i + 1) * size).toString('base64')
      }))
      expect(partsOf(foldOf(stream(step(0, output, ...pieces))))).toMatchObject([
        { _tag: 'File', data: bytes.toString('base64') }
      ])
    }
  })

  it('has annotations, before the text, too', () => {
    const annotations = [
      { type: 'url_citation', url: 'https://a', title: 'A', start_index: 0, end_index: 1 },
      { type: 'file_citation', document_uri: 'gs://f', file_name: 'F' },
      { type: 'place_citation', name: 'P', url: 'https://p' },
      { type: 'of_tomorrow' }
    ]
    const cited = { type: 'text_annotation_delta', annotations }
    for (const deltas of [
      [text('a'), cited],
      [cited, text('a')]
    ]) {
      const [first, ...citations] = partsOf(foldOf(stream(step(0, output, ...deltas))))
      expect(first).toMatchObject({ _tag: 'Text', key: 0, text: 'a' })
      expect(citations).toMatchObject([
        { _tag: 'Citation', of: 0, url: 'https://a', title: 'A', start: 0, end: 1 },
        { of: 0, url: 'gs://f', title: 'F' },
        { of: 0, url: 'https://p', title: 'P' },
        { of: 0, raw: { type: 'of_tomorrow' } }
      ])
    }
  })

  it('of an unknown kind is kept', () => {
    const strange = { type: 'hologram', data: 'x' }
    const outcome = foldOf(stream(step(0, output, text('a'), strange, text('b')), step(1, strange)))
    expect(partsOf(outcome)).toMatchObject([
      { text: 'ab' },
      { _tag: 'Unrecognised', raw: { delta: strange } },
      { _tag: 'Unrecognised', raw: strange }
    ])
    expect(partsOf(foldOf(body([{ ...output, content: [strange] }])))).toMatchObject([
      { _tag: 'Unrecognised', raw: { type: 'model_output', content: [strange] } }
    ])
  })

  it('of the user in a stored interaction is no part', () => {
    const steps = [
      { type: 'user_input', content: [text('Hi')] },
      { type: 'function_result', call_id: 'x', name: 'f', result: '1' },
      { ...output, content: [text('Hello')] }
    ]
    expect(partsOf(foldOf(body(steps)))).toMatchObject([{ _tag: 'Text', text: 'Hello' }])
  })
})

describe('thoughts', () => {
  it.each<readonly [string, ReadonlyArray<string>, string]>([
    ['one', ['S1'], 'S1'],
    ['pieces', ['S', '1'], 'S1'],
    ['a repeated one', ['S1', 'S1'], 'S1'],
    ['an empty one', ['', 'S1'], 'S1']
  ])('have %s signature', (_title, pieces, signature) => {
    const deltas = pieces.map((said) => ({ type: 'thought_signature', signature: said }))
    expect(partsOf(foldOf(stream(step(0, thought, ...deltas))))).toMatchObject([{ _tag: 'Reasoning', signature }])
  })
})

describe('tools of the provider', () => {
  it.each(['google_search', 'google_maps', 'code_execution', 'url_context', 'file_search', 'retrieval', 'of_tomorrow'])(
    'run %s: the call and its result are the same from a stream and from a JSON body',
    (tool) => {
      const call = { type: `${tool}_call`, id: 'c', arguments: { queries: ['q'] }, signature: 'S' }
      const result = {
        type: `${tool}_result`,
        call_id: 'c',
        result: tool === 'code_execution' ? '1' : [{ x: 1 }],
        signature: 'T'
      }
      const streamed = foldOf(
        created(),
        step(0, { type: call.type, id: 'c', arguments: {}, signature: '' }, { ...call, id: undefined }),
        step(1, { type: result.type, call_id: 'c', signature: '' }, { ...result, call_id: undefined }),
        completed()
      )
      expect(partsOf(streamed)).toMatchObject([
        { _tag: 'ServerToolCall', kind: call.type, id: 'c', name: tool, arguments: '{"queries":["q"]}' },
        { _tag: 'ServerToolResult', kind: result.type, id: 'c', raw: result }
      ])
      expect(streamed).toEqual({ ...foldOf(body([call, result])), repairs: [] })
    }
  )
})

describe('usage', () => {
  it.each([
    [
      'apart',
      {
        total_input_tokens: 10,
        total_tool_use_tokens: 5,
        total_output_tokens: 5,
        total_thought_tokens: 7,
        total_tokens: 27
      },
      [15, 12, 27]
    ],
    [
      'within',
      { total_input_tokens: 10, total_output_tokens: 12, total_thought_tokens: 7, total_tokens: 22 },
      [10, 12, 22]
    ],
    [
      'tools within',
      {
        total_input_tokens: 15,
        total_tool_use_tokens: 5,
        total_output_tokens: 5,
        total_thought_tokens: 7,
        total_tokens: 27
      },
      [15, 12, 27]
    ],
    ['without a total', { total_input_tokens: 10, total_output_tokens: 5, total_thought_tokens: 7 }, [10, 12, 22]]
  ])('is %s', (_title, usage, [inputTokens, outputTokens, totalTokens]) => {
    const counts = { inputTokens, outputTokens, totalTokens, reasoningOutputTokens: 7, raw: usage }
    for (const outcome of [foldOf(created(), completed('completed', { usage })), foldOf(body([], { usage }))]) {
      expect(outcome.message.usage).toMatchObject(counts)
    }
  })

  it('is in other events, too, and the last one counts', () => {
    const total = (n: number): object => ({ total_input_tokens: n, total_output_tokens: 0 })
    const events = [
      event({ event_type: 'interaction.status_update', usage: total(1) }),
      event({ event_type: 'step.delta', index: 0, delta: text('a'), metadata: { total_usage: total(2) } }),
      stop(0, { usage: total(3), step_usage: total(9) })
    ]
    expect(events.map((_, i) => foldOf(created(), ...events.slice(0, i + 1)).message.usage?.inputTokens)).toEqual([
      1, 2, 3
    ])
  })
})

describe('an interaction', () => {
  it('that is not stored has no id', () => {
    const outcome = foldOf(created({ id: '' }), step(0, output, text('a')), completed('completed', { id: '' }))
    expect([outcome._tag, 'id' in outcome.message, outcome.message.model, outcome.repairs]).toEqual([
      'Complete',
      false,
      'gemini-x',
      []
    ])
  })

  it('that begins inside another one restarts the message', () => {
    const outcome = foldOf(
      created(),
      start(0, shell()),
      created({ id: 'v1_b' }),
      step(0, output, text('b')),
      completed('completed', { id: 'v1_b' })
    )
    expect([callsOf(outcome)[0]?.[0], repairsOf(outcome)]).toEqual(['Truncated', ['MessageRestarted']])
    expect(repairsOf(foldOf(created(), step(0, output, text('a')), created(), completed()))).toEqual([])
  })

  it('has fields of another type, which are reported', () => {
    const odd = created({ model: 7, usage: [] })
    const outcome = foldOf(
      odd,
      step(0, output, text('a')),
      event({ event_type: 'interaction.completed', interaction: { status: {} } })
    )
    expect(outcome._tag).toBe('Complete')
    expect(outcome.repairs.map((repair) => 'path' in repair && repair.path)).toEqual([
      'interaction.model',
      'interaction.usage',
      'interaction.status'
    ])
  })

  it.each<readonly [string, object]>([
    ['no delta', { event_type: 'step.delta', index: 0 }],
    ['a text that is a list', { event_type: 'step.delta', index: 0, delta: { type: 'text', text: ['a'] } }]
  ])('has content of another type, which is kept: %s', (_title, damaged) => {
    const outcome = foldOf(
      created(),
      start(0, output),
      delta(0, text('a')),
      event(damaged),
      delta(0, text('b')),
      completed()
    )
    expect(partsOf(outcome)).toMatchObject([{ text: 'ab' }, { _tag: 'Unrecognised', raw: damaged }])
  })
})
