import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import type { Part } from '../../../lib/data/Part.ts'
import { OllamaChunk } from '../../../lib/protocols/ollamaChat/wire/lines.ts'
import { ollama, ollamaGenerate } from '../../../lib/providers/ollamaChat.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import { fromCodec } from '../../arbitraries/fromCodec.ts'
import { call, counts, done, generated, message } from '../../fixtures/ollama.ts'
import { cutLaws } from '../../laws/machine.ts'

const foldOf = (...lines: ReadonlyArray<string>): Outcome => foldBody(ollama, [...lines, done()].join(''))

const partsOf = (...lines: ReadonlyArray<string>): ReadonlyArray<Part> =>
  firstChoice(foldOf(...lines).message)?.parts ?? []

const callsIn = (...lines: ReadonlyArray<string>): ReadonlyArray<readonly [string, string, string]> =>
  messageToolCalls(foldOf(...lines).message).map(({ id, name, arguments: args }) => [id, name, args])

describe('content', () => {
  it('and thinking are joined while nothing else comes between', () => {
    const { message: whole } = foldOf(
      message({ thinking: 'H' }),
      message({ thinking: 'm.' }),
      message({ content: 'Olá' }),
      message({ content: ' 😀\u202f' }),
      message({ content: null })
    )
    expect([messageReasoning(whole), messageText(whole)]).toEqual(['Hm.', 'Olá 😀\u202f'])
    expect(firstChoice(whole)?.parts).toHaveLength(2)
  })

  it('with images has them', () => {
    expect(partsOf(message({ images: ['iVBO', 7] }))).toEqual([
      { _tag: 'Image', key: 0, id: '', mediaType: '', name: '', url: '', data: 'iVBO', text: '' },
      { _tag: 'Unrecognised', key: 1, raw: 7 }
    ])
  })
})

describe('calls', () => {
  it('come whole, their arguments as an object, which is written as JSON once', () => {
    expect(callsIn(message({ tool_calls: [call('add', { b: 3, a: 2 }, 'call_x')] }))).toEqual([
      ['call_x', 'add', '{"b":3,"a":2}']
    ])
    expect(foldOf(message({ tool_calls: [call('add', {}, 'call_x')] }))).toMatchObject({
      _tag: 'Complete',
      repairs: []
    })
  })

  it('with index 0 each are as many as came', () => {
    const paris = message({ tool_calls: [call('w', { c: 'Paris' }, 'a')] })
    const rome = message({ tool_calls: [call('w', { c: 'Rome' }, 'b')] })
    expect(callsIn(paris, rome)).toEqual([
      ['a', 'w', '{"c":"Paris"}'],
      ['b', 'w', '{"c":"Rome"}']
    ])
  })

  it('without an id get one that depends on their place alone', () => {
    const body = message({ content: 'x', tool_calls: [call('f', {}), call('g', null)] })
    expect(callsIn(body)).toEqual([
      ['call_0_1', 'f', '{}'],
      ['call_0_2', 'g', '']
    ])
    expect(foldOf(body).repairs.map(({ _tag }) => _tag)).toEqual(['SyntheticId', 'SyntheticId'])
  })

  it('keep what else the provider said of them, and text that is no object', () => {
    const functionCall = { name: 'f', arguments: '{"a": 1}', inside: 1 }
    const [first] = messageToolCalls(
      foldOf(message({ tool_calls: [{ id: 7, function: functionCall, beside: 2 }] })).message
    )
    expect(first).toMatchObject({ id: '7', arguments: '{"a": 1}', extra: { beside: 2, function: { inside: 1 } } })
  })

  it('without a name are kept as they came', () => {
    const raw = call(undefined, { a: 1 })
    const outcome = foldOf(message({ tool_calls: [raw, {}] }))
    expect(firstChoice(outcome.message)?.parts).toEqual([
      { _tag: 'Unrecognised', key: 0, raw },
      { _tag: 'Unrecognised', key: 1, raw: {} }
    ])
    expect(outcome.repairs.map(({ _tag }) => _tag)).toEqual(['NamelessCall', 'NamelessCall'])
  })

  it('that the length limit cut are truncated', () => {
    const body = message({ tool_calls: [call('f', {}), call('g', {})] }) + done('length')
    expect(messageToolCalls(foldBody(ollama, body).message).map(({ state }) => state)).toEqual(['Closed', 'Truncated'])
  })
})

describe('the last line', () => {
  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['load', 'other'],
    ['unload', 'other'],
    ['tool_calls', 'tool_call'],
    ['STOP', 'stop'],
    ['content_filter', 'content_filter'],
    ['constructor', 'other']
  ])('with reason %s is %s', (word, reason) => {
    const outcome = foldBody(ollama, message({ content: 'a' }) + done(word))
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(firstChoice(outcome.message)).toMatchObject({ finishReason: reason, rawFinishReason: word })
  })

  it('with reason stop is tool_call after calls', () => {
    const outcome = foldOf(message({ tool_calls: [call('f', {})] }))
    expect(firstChoice(outcome.message)).toMatchObject({ finishReason: 'tool_call', rawFinishReason: 'stop' })
  })

  it('may have no reason, and calls', () => {
    const last = message({ tool_calls: [call('f', {}, 'a')] }, { done: true })
    expect(foldBody(ollama, last)).toMatchObject({
      _tag: 'Complete',
      message: { choices: [{ parts: [{ _tag: 'ToolCall', state: 'Closed', id: 'a' }] }] }
    })
  })

  it('has the counts', () => {
    expect(foldOf(message({ content: 'a' })).message.usage).toEqual({
      inputTokens: 10,
      outputTokens: 5,
      totalTokens: 15,
      raw: counts
    })
    expect(foldBody(ollama, done('stop', { eval_count: 5, prompt_eval_count: '10' })).message.usage).toMatchObject({
      outputTokens: 5
    })
    expect(foldBody(ollama, done('stop', {})).message.usage).toBeUndefined()
  })

  it('ends the stream: nothing after it is read', () => {
    expect(messageText(foldBody(ollama, message({ content: 'a' }) + done() + message({ content: 'b' })).message)).toBe(
      'a'
    )
  })

  it('that is missing makes the message truncated', () => {
    const cut = foldBody(ollama, message({ content: 'a', tool_calls: [call('f', {})] }))
    expect(cut).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
    expect(messageToolCalls(cut.message)[0]?.state).toBe('Truncated')
  })

  it('needs no line end', () => {
    expect(foldBody(ollama, message({ content: 'a' }) + done().trimEnd())._tag).toBe('Complete')
    expect(foldBody(ollama, message({ content: 'a' }) + done().slice(0, -5))._tag).toBe('Truncated')
  })
})

describe('errors', () => {
  it('inside a stream fail it, and keep what came before', () => {
    const outcome = foldBody(ollama, `${message({ content: 'a' })}{"error":"an error was encountered"}\n`)
    expect(outcome).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', message: 'an error was encountered' }]
    })
    expect(messageText(outcome.message)).toBe('a')
  })

  it('are bodies, too', () => {
    expect(foldBody(ollama, '{"error":"model not found"}', { status: 404 })).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', message: 'model not found', status: 404 }]
    })
  })
})

describe('three roads', () => {
  const said = {
    thinking: 'Hm.',
    content: 'Olá, mundo 😀',
    images: ['iVBO'],
    tool_calls: [call('f', { a: [1, 'é'] }, 'x'), call('g', {}), call(undefined, 1)]
  }
  const lines = [
    message({ thinking: 'H' }),
    message({ thinking: 'm.' }),
    message({ content: 'Olá, ' }),
    message({ content: 'mundo 😀' }),
    message({ images: said.images }),
    message({ tool_calls: said.tool_calls.slice(0, 1) }),
    message({ tool_calls: said.tool_calls.slice(1) }),
    done()
  ].join('')

  it('a stream and its JSON body give the same', () => {
    const outcome = foldBody(ollama, lines)
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], message: { model: 'm' } })
    const { message: whole, ...rest } = JSON.parse(done()) as { readonly message: object }
    expect(foldBody(ollama, JSON.stringify({ message: { ...whole, ...said }, ...rest }))).toEqual(outcome)
  })

  it('a JSON body that is not done is no whole answer', () => {
    const body = { message: { content: 'a' }, done: false }
    expect(foldBody(ollama, JSON.stringify(body))._tag).toBe('Truncated')
    expect(foldBody(ollama, JSON.stringify(body, null, 2))._tag).toBe('Failed')
  })

  it('law: whatever its codec describes folds without a failure of ours', () => {
    fc.assert(
      fc.property(fc.array(fromCodec(OllamaChunk), { maxLength: 4 }), (chunks) => {
        const body = chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join('') + done()
        expect(foldBody(ollama, body)).toMatchObject({ _tag: 'Complete', failures: [] })
      })
    )
  })

  cutLaws(foldMachine(ollama), new TextEncoder().encode(lines), (outputs) => '.'.repeat(outputs.length))
})

describe('the next request', () => {
  const { message: whole } = foldOf(
    message({ thinking: 'Hm.' }),
    message({ content: 'Let me see.' }),
    message({ tool_calls: [call('f', { a: 1 }, 'x'), call('g', {}), call('h')] })
  )

  it('has the answer, its arguments as objects, without the ids that were given here', () => {
    expect(toAssistantMessage(ollama)(whole)).toEqual(
      E.right({
        role: 'assistant',
        content: 'Let me see.',
        thinking: 'Hm.',
        tool_calls: [
          { id: 'x', function: { name: 'f', arguments: { a: 1 } } },
          { function: { name: 'g', arguments: {} } },
          { function: { name: 'h', arguments: {} } }
        ]
      })
    )
    expect(toAssistantMessage(ollama)(foldOf(message({ images: ['iVBO'] })).message)).toEqual(
      E.right({ role: 'assistant', content: '', images: ['iVBO'] })
    )
  })

  it('has the result of a call by the name of its tool', () => {
    const results = messageToolCalls(whole).flatMap((one) =>
      one.state === 'Closed' ? [toToolResult(ollama, '5')(one)] : []
    )
    expect(results).toEqual([
      { role: 'tool', tool_name: 'f', tool_call_id: 'x', content: '5' },
      { role: 'tool', tool_name: 'g', content: '5' },
      { role: 'tool', tool_name: 'h', content: '5' }
    ])
  })
})

describe('lines of /api/generate', () => {
  const end = { done: true, done_reason: 'stop', context: [1, 2], ...counts }

  it('mean what those of /api/chat with the same fields mean', () => {
    const fields = [
      [{ thinking: 'H' }, { thinking: 'H' }],
      [{ content: 'Olá' }, { response: 'Olá' }],
      [{ content: ' 😀' }, { response: ' 😀' }],
      [{ images: ['iVBO'] }, { image: 'iVBO' }],
      [{ tool_calls: [call('add', { a: 2 }, 'call_x')] }, { tool_calls: [call('add', { a: 2 }, 'call_x')] }]
    ] as const
    const chat = foldBody(ollama, fields.map(([said]) => message(said)).join('') + done())
    const generate = fields.map(([, said]) => generated(said)).join('') + generated({}, end)
    expect(chat).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    for (const provider of [ollama, ollamaGenerate]) expect(foldBody(provider, generate)).toEqual(chat)
  })

  it('are a JSON body where there is one', () => {
    for (const provider of [ollama, ollamaGenerate]) {
      const { _tag, message: whole, failures } = foldBody(provider, generated({ response: 'Hi', thinking: 'hm' }, end))
      expect([_tag, failures, messageText(whole), messageReasoning(whole)]).toEqual(['Complete', [], 'Hi', 'hm'])
      expect(whole.usage).toMatchObject({ inputTokens: 10, outputTokens: 5 })
    }
  })

  it('keep the digits of arguments, in a body as in a stream', () => {
    const said = `"tool_calls":[{"function":{"name":"f","arguments":{"id":12345678901234567890}}}]`
    const stream = `{"response":"",${said},"done":false}\n${generated({}, end)}`
    for (const body of [stream, `{"response":"",${said},"done":true,"done_reason":"stop"}`]) {
      expect(messageToolCalls(foldBody(ollamaGenerate, body).message).map((one) => one.arguments)).toEqual([
        '{"id":12345678901234567890}'
      ])
    }
  })

  describe('cut anywhere', () => {
    const body = generated({ thinking: 'hé' }) + generated({ response: 'Olá 😀' }) + generated({}, end)
    cutLaws(foldMachine(ollamaGenerate), new TextEncoder().encode(body), (states) => '.'.repeat(states.length))
  })
})
