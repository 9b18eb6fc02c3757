import type { Message } from '../../../lib/data/Message.ts'
import { firstChoice, messageReasoning, messageText } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { call, calls, chunk, delta, DONE, finish } from '../../fixtures/chat.ts'

const messageOf = (...events: ReadonlyArray<string>): Message =>
  foldBody(openAICompatible, [...events, finish('stop'), DONE].join('')).message

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<object> =>
  (firstChoice(messageOf(...events))?.parts ?? []).map(({ key, ...part }) => part)

const textPart = (said: string): object => ({ _tag: 'Text', text: said })
const thought = (said: string, rest: object = {}): object => ({
  _tag: 'Reasoning',
  kind: 'text',
  text: said,
  signature: '',
  ...rest
})

describe('text', () => {
  it('is joined while nothing else comes between', () => {
    expect(
      partsOf(delta({ content: 'Hel' }), delta({ content: '' }), delta({ role: 'x' }), delta({ content: 'lo' }))
    ).toEqual([textPart('Hello')])
  })

  it('between and after tool calls stands there, spaces included', () => {
    const parts = partsOf(
      delta({ content: 'a' }),
      calls(call(0, 'x', 'w', '{}')),
      delta({ content: ' ' }),
      calls(call(1, 'y', 'w', '{}')),
      delta({ content: ' ' })
    )
    expect(parts).toMatchObject([textPart('a'), { name: 'w' }, textPart(' '), { name: 'w' }, textPart(' ')])
  })

  it('may come as parts, also with thinking among them, and unknown ones are kept', () => {
    const file = { type: 'file', file: { file_id: 'f1' } }
    expect(
      partsOf(
        delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] }),
        delta({ content: [{ type: 'thinking', thinking: 'm' }] }),
        delta({ content: [{ type: 'text', text: 'a' }, 'b', file, { type: 'text' }, 7, null] })
      )
    ).toEqual([thought('hmm'), textPart('ab'), { _tag: 'Unrecognised', raw: file }, { _tag: 'Unrecognised', raw: 7 }])
  })

  it('that refuses is a refusal', () => {
    expect(
      partsOf(delta({ content: '', refusal: null }), delta({ refusal: "I can't" }), delta({ refusal: ' help' }))
    ).toEqual([{ _tag: 'Refusal', text: "I can't help" }])
  })
})

describe('reasoning', () => {
  it('is counted once, in whichever fields it comes', () => {
    const details = [{ type: 'reasoning.text', text: 'hm', format: 'unknown', index: 0 }]
    expect(messageReasoning(messageOf(delta({ reasoning: 'hm' })))).toBe('hm')
    expect(messageReasoning(messageOf(delta({ reasoning_content: 'hm' })))).toBe('hm')
    expect(messageReasoning(messageOf(delta({ reasoning: 'hm', reasoning_content: 'hm' })))).toBe('hm')
    expect(messageReasoning(messageOf(delta({ reasoning: 'hm', reasoning_details: [] })))).toBe('hm')
    expect(messageReasoning(messageOf(delta({ reasoning: 'hm', reasoning_details: details })))).toBe('hm')
    expect(
      messageReasoning(messageOf(delta({ reasoning: null, reasoning_content: 'hm', reasoning_details: details })))
    ).toBe('hm')
  })

  it('beside details that hold no text of it is not lost', () => {
    const encrypted = { type: 'reasoning.encrypted', data: 'abc', id: 'rs_1', format: 'f', index: 0 }
    expect(partsOf(delta({ reasoning: 'hm', reasoning_details: [encrypted] }))).toEqual([
      thought('', { kind: 'encrypted', data: 'abc', id: 'rs_1', format: 'f', index: 0 }),
      thought('hm')
    ])
  })

  it('comes before the text and the calls of its chunk', () => {
    expect(
      partsOf(delta({ content: 'a', reasoning_content: 'hm', tool_calls: [call(0, 'x', 'w', '{}')] }))
    ).toMatchObject([thought('hm'), textPart('a'), { name: 'w' }])
  })

  const detail = (type: string, rest: object): string =>
    delta({ content: '', reasoning_details: [{ type: `reasoning.${type}`, format: 'f', index: 0, ...rest }] })

  it('summaries and texts are joined by type and index, encrypted data never', () => {
    expect(
      partsOf(
        detail('summary', { summary: 'a', id: null }),
        detail('summary', { summary: 'b', id: 'rs_1' }),
        detail('summary', { summary: 'c', id: 'rs_2' }),
        detail('summary', { summary: 'd', index: 1 }),
        detail('encrypted', { data: 'x' }),
        detail('encrypted', { data: 'x' })
      )
    ).toEqual([
      thought('ab', { kind: 'summary', format: 'f', index: 0, id: 'rs_1' }),
      thought('c', { kind: 'summary', format: 'f', index: 0, id: 'rs_2' }),
      thought('d', { kind: 'summary', format: 'f', index: 1 }),
      thought('', { kind: 'encrypted', format: 'f', index: 0, data: 'x' }),
      thought('', { kind: 'encrypted', format: 'f', index: 0, data: 'x' })
    ])
  })

  it('a signature ends its text, also when a call stood between them', () => {
    expect(
      partsOf(
        detail('text', { text: 'a' }),
        calls(call(0, 'x', 'w', '{}')),
        detail('text', { signature: 'S1' }),
        detail('text', { text: 'b' }),
        detail('text', { text: '', signature: 'S2' })
      )
    ).toMatchObject([
      thought('a', { format: 'f', index: 0, signature: 'S1' }),
      { name: 'w' },
      thought('b', { format: 'f', index: 0, signature: 'S2' })
    ])
  })

  it('a signature in two pieces is joined, one that repeats is not', () => {
    const whole = thought('a', { format: 'f', index: 0, signature: 'S1S2' })
    const first = detail('text', { text: 'a', signature: 'S1' })
    expect(partsOf(first, detail('text', { signature: 'S2' }))).toEqual([whole])
    expect(partsOf(first, detail('text', { signature: 'S1' }), detail('text', { signature: 'S2' }))).toEqual([whole])
  })

  it('a second signature that follows something else is a part of its own', () => {
    const parts = partsOf(
      detail('text', { text: 'a', signature: 'S1' }),
      delta({ content: 'x' }),
      detail('text', { signature: 'S2' })
    )
    expect(parts).toEqual([
      thought('a', { format: 'f', index: 0, signature: 'S1' }),
      textPart('x'),
      thought('', { format: 'f', index: 0, signature: 'S2' })
    ])
  })

  it('resumes as another part after text', () => {
    expect(partsOf(delta({ reasoning: 'a' }), delta({ content: 'x' }), delta({ reasoning: 'b' }))).toEqual([
      thought('a'),
      textPart('x'),
      thought('b')
    ])
  })

  it('of an unknown type is kept as it came', () => {
    const raw = { type: 'reasoning.image', url: 'x' }
    expect(partsOf(delta({ reasoning_details: [raw, { type: 'toString' }] }))).toEqual([
      { _tag: 'Unrecognised', raw },
      { _tag: 'Unrecognised', raw: { type: 'toString' } }
    ])
  })

  it('that holds nothing opens no part', () => {
    expect(partsOf(detail('text', {}), detail('summary', { summary: '' }), delta({ reasoning: '' }))).toEqual([])
  })
})

describe('finish reasons', () => {
  const finished = (...events: ReadonlyArray<string>): ReadonlyArray<string | undefined> => {
    const choice = firstChoice(foldBody(openAICompatible, [...events, DONE].join('')).message)
    return [choice?.finishReason, choice?.rawFinishReason]
  }

  it.each([
    ['stop', 'stop'],
    ['tool_calls', 'tool_call'],
    ['function_call', 'tool_call'],
    ['length', 'length'],
    ['content_filter', 'content_filter'],
    ['eos', 'stop'],
    ['MAX_TOKENS', 'length'],
    ['banana', 'other'],
    ['constructor', 'other']
  ])('%s is %s', (word, reason) => {
    expect(finished(finish(word))).toEqual([reason, word])
  })

  it('keep the native word where there is one', () => {
    expect(finished(finish('tool_calls', { native_finish_reason: 'STOP' }))).toEqual(['tool_call', 'STOP'])
    expect(finished(finish('tool_calls', { native_finish_reason: null }))).toEqual(['tool_call', 'tool_calls'])
  })

  it('last non-empty one wins, and null or nothing erases none', () => {
    expect(finished(finish('tool_calls'), finish('stop'), delta({ content: '' }), finish(''))).toEqual(['stop', 'stop'])
  })
})

describe('choices', () => {
  const choice = (index: unknown, content: string, rest: object = {}): object => ({
    index,
    delta: { content },
    ...rest
  })

  it('are kept apart by index, in order of appearance', () => {
    const message = messageOf(
      chunk({ choices: [choice(1, 'b')] }),
      chunk({ choices: [choice(0, 'a'), choice(1, 'B')] }),
      chunk({ choices: [choice(1, '', { finish_reason: 'length' })] })
    )
    expect(message.choices.map(({ index, finishReason }) => [index, finishReason])).toEqual([
      [1, 'length'],
      [0, 'stop']
    ])
    expect(messageText(message)).toBe('a')
  })

  it('without a valid index take their place in the list', () => {
    const body = chunk({ choices: [choice(undefined, 'a'), choice(null, 'b'), choice('x', 'c')] }) + DONE
    const { message, repairs } = foldBody(openAICompatible, body)
    expect(message.choices.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(repairs).toEqual([{ _tag: 'InvalidIndex', choice: 2 }])
  })

  it('may be missing, null, empty or without delta', () => {
    expect(
      messageOf(
        chunk({}),
        chunk({ choices: null }),
        chunk({ choices: [] }),
        chunk({ choices: [{ index: 0 }] }),
        delta({ content: 'a' })
      ).choices
    ).toHaveLength(1)
  })
})

describe('metadata', () => {
  it('is the first id and the last model that are not empty', () => {
    const message = messageOf(
      'data: {"id":"","model":"","choices":[]}\n\n',
      'data: {"id":7,"model":null}\n\n',
      'data: {"id":"later","model":"m1"}\n\n'
    )
    expect([message.id, message.model]).toEqual(['7', 'm'])
  })
})

describe('odd envelopes', () => {
  const fold = (body: string): Outcome => foldBody(openAICompatible, body)

  it.each([
    ['a delta in a JSON body', JSON.stringify({ choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] })],
    ['bare text in a JSON body', JSON.stringify({ choices: [{ text: 'Hi', finish_reason: 'stop' }] })],
    ['a message in a stream', chunk({ choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }] })],
    ['bare text in a stream', chunk({ choices: [{ text: 'Hi', finish_reason: 'stop' }] })]
  ])('reads %s', (_name, body) => {
    const { _tag, message, failures } = fold(body)
    expect([_tag, messageText(message), failures]).toEqual(['Complete', 'Hi', []])
  })

  it.each([
    { refusal: false },
    { reasoning: {} },
    { reasoning_content: 7 },
    { function_call: [] },
    { annotations: 'x' },
    { images: 7 }
  ])('loses no text beside %j', (odd) => {
    const outcome = fold(delta({ content: 'Hi', ...odd }) + finish('stop', { native_finish_reason: 5 }))
    expect([outcome._tag, messageText(outcome.message), outcome.failures]).toEqual(['Complete', 'Hi', []])
    expect(firstChoice(outcome.message)?.rawFinishReason).toBe('stop')
  })

  it.each([
    { x_groq: 'z', usage: { prompt_tokens: 3, prompt_tokens_details: [] } },
    { usage: {}, x_groq: { usage: { prompt_tokens: 3 } } },
    { usage: { prompt_tokens: 3, completion_tokens_details: 'x' } }
  ])('finds the usage in %j', (said) => {
    const outcome = fold(delta({ content: 'Hi' }) + finish('stop') + chunk({ choices: [], ...said }))
    expect([outcome.message.usage?.inputTokens, outcome.failures]).toEqual([3, []])
  })

  it('tells choices of a JSON body apart by their places where their indexes do not', () => {
    const of = (index: number, content: string): object => ({ index, message: { content }, finish_reason: 'stop' })
    const both = fold(JSON.stringify({ choices: [of(0, 'A'), of(0, 'B')] })).message.choices
    expect(both.map(({ index, parts }) => [index, parts.length])).toEqual([
      [0, 1],
      [1, 1]
    ])
    const odd = fold(JSON.stringify({ choices: [of(3, 'A'), of(1, 'B')] })).message.choices
    expect(odd.map(({ index }) => index)).toEqual([3, 1])
  })

  it('takes a JSON body without any choice for no whole answer', () => {
    expect(fold('{"choices":[]}')._tag).toBe('Truncated')
  })

  it.each([
    ['choices', { choices: Array.from({ length: 200 }, () => ({})) }],
    ['choices', { choices: Array.from({ length: 200 }, () => 1) }],
    ['calls', { choices: [{ delta: { tool_calls: Array.from({ length: 200 }, () => ({})) } }] }],
    ['parts', { choices: [{ delta: { reasoning_details: Array.from({ length: 5000 }, () => 1) } }] }]
  ])('looks no closer at an event with too many %s', (of, json) => {
    const outcome = fold(delta({ content: 'Hi' }) + chunk(json) + delta({ content: 'never' }))
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Failed', 'Hi'])
    expect(outcome.failures).toMatchObject([{ _tag: 'LimitExceeded', of, atEvent: 1 }])
  })

  it('counts choices of which nothing is said', () => {
    const many = Array.from({ length: 200 }, (_, index) => chunk({ choices: [{ index }] })).join('')
    expect(fold(many).failures).toMatchObject([{ _tag: 'LimitExceeded', of: 'choices', atEvent: 128 }])
  })
})
