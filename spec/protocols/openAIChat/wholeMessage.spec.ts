import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { chunk, delta, DONE, finish } from '../../fixtures/chat.ts'

const fold = (body: string): Outcome => foldBody(openAICompatible, body)

describe('an answer that is told more than once, or in several places', () => {
  const parts = (body: string): unknown => {
    const { _tag, failures, message } = fold(body)
    return [_tag, failures.length, message.choices.map((choice) => choice.parts)]
  }
  const text = { _tag: 'Text', text: 'hello' }
  const closed = { _tag: 'ToolCall', state: 'Closed', id: 'a', name: 'f', arguments: '{"a":1}' }
  const called = { id: 'a', function: { name: 'f', arguments: '{"a":1}' } }
  const inDeltas =
    delta({ reasoning_content: 'hm' }) +
    delta({ content: 'hel' }) +
    delta({ content: 'lo' }) +
    delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{"a"' } }] }) +
    delta({ tool_calls: [{ index: 0, function: { arguments: ':1}' } }] })
  const last = (message: object, rest: object = {}): string =>
    chunk({ choices: [{ index: 0, finish_reason: 'stop', message, ...rest }] })
  const whole = { role: 'assistant', content: 'hello', reasoning_content: 'hm', tool_calls: [called] }

  it.each([{}, { delta: null }, { delta: {} }])('a message after its deltas says nothing twice, with %j', (rest) => {
    const told = parts(inDeltas + last(whole, rest) + DONE)
    expect(told).toMatchObject(['Complete', 0, [[{ text: 'hm' }, text, closed]]])
  })

  it('a message after its deltas adds what they did not have', () => {
    const told = parts(delta({ content: 'hello' }) + last(whole) + DONE)
    expect(told).toMatchObject(['Complete', 0, [[text, { text: 'hm' }, closed]]])
    const more = { ...whole, tool_calls: [called, { id: 'b', function: { name: 'g', arguments: '{}' } }] }
    expect(parts(inDeltas + last(more) + DONE)).toMatchObject(['Complete', 0, [[{}, text, closed, { id: 'b' }]]])
    const cut = delta({ tool_calls: [{ index: 1, id: 'a', function: { name: 'f', arguments: '{"a"' } }] })
    expect(parts(cut + last({ tool_calls: [called] }) + DONE)).toMatchObject(['Complete', 0, [[closed]]])
  })

  it('a message that contradicts the arguments of its deltas cuts the call', () => {
    const other = { ...whole, tool_calls: [{ id: 'a', function: { name: 'f', arguments: '{"a":2}' } }] }
    const told = fold(inDeltas + last(other) + DONE)
    expect(told.repairs).toMatchObject([{ _tag: 'TextContradicted' }])
    expect(told.message.choices[0]?.parts.at(-1)).toMatchObject({ state: 'Truncated', arguments: '{"a":1}' })
  })

  it.each([
    ['another id', 'z', '{"a":1}', ['IdIgnored']],
    ['another layout', 'a', '{ "a": 1 }', []]
  ])('a call that comes again under %s is one', (_, id, args, repairs) => {
    const again = { ...whole, tool_calls: [{ id, function: { name: 'f', arguments: args } }] }
    const told = fold(inDeltas + last(again) + DONE)
    expect(told.message.choices[0]?.parts.slice(2)).toMatchObject([closed])
    expect(told.repairs.map(({ _tag }) => _tag)).toEqual(repairs)
  })

  it('a call of another name or of other arguments that comes under another id is another', () => {
    const other = { id: 'z', function: { name: 'f', arguments: '{"a":2}' } }
    const told = fold(inDeltas + last({ ...whole, tool_calls: [other, called] }) + DONE)
    expect(told.message.choices[0]?.parts.slice(2)).toMatchObject([closed, { state: 'Closed', id: 'z' }])
  })

  it.each([
    [{ refusal: 'no' }, { _tag: 'Refusal', text: 'no' }],
    [{ images: [{ image_url: { url: 'https://i' } }] }, { _tag: 'Image', url: 'https://i' }],
    [{ images: { image_url: { url: 'https://i' } } }, { _tag: 'Image', url: 'https://i' }],
    [{ function_call: { name: 'f', arguments: '{"a":1}' } }, { ...closed, id: 'call_0_1' }],
    [{ annotations: { type: 'url_citation', url: 'https://i' } }, { _tag: 'Citation', url: 'https://i' }]
  ])('%j of a message stands once, in its deltas or not', (more, part) => {
    const streamed = delta({ content: 'hello' })
    expect(parts(streamed + last({ content: 'hello', ...more }) + DONE)).toMatchObject(['Complete', 0, [[text, part]]])
    const both = streamed + delta(more) + last({ content: 'hello', ...more }) + DONE
    expect(parts(both)).toMatchObject(['Complete', 0, [[text, part]]])
  })

  it('a number is the text of the older completions', () => {
    const told = chunk({ choices: [{ text: 4 }] }) + chunk({ choices: [{ text: 2, finish_reason: 'stop' }] }) + DONE
    expect(parts(told)).toMatchObject(['Complete', 0, [[{ text: '42' }]]])
    expect(parts(JSON.stringify({ choices: [{ text: 42 }] }))).toMatchObject(['Complete', 0, [[{ text: '42' }]]])
  })

  it('messages in the place of deltas are fragments', () => {
    expect(parts(last({ content: 'hel' }) + last({ content: 'lo' }) + DONE)).toMatchObject(['Complete', 0, [[text]]])
  })

  it.each([
    [{ index: 0 }, { index: 0 }],
    [{}, {}]
  ])('choices of a body with %j and %j that add to one another are one', (first, second) => {
    const choices = [
      { ...first, finish_reason: 'tool_calls', message: { content: 'hello' } },
      { ...second, finish_reason: 'tool_calls', message: { content: null, tool_calls: [called] } },
      { ...second, finish_reason: 'tool_calls', message: { tool_calls: [{ ...called, id: 'b' }] } }
    ]
    expect(parts(JSON.stringify({ choices }))).toMatchObject([
      'Complete',
      0,
      [[text, closed, { ...closed, id: expect.stringMatching(/^b/) }]]
    ])
  })

  it('messages of a choice of a body are one answer, without those of tools', () => {
    const messages = [
      { role: 'assistant', content: 'hel' },
      { role: 'tool', tool_call_id: 'x', content: 'RESULT' },
      { role: 'assistant', content: 'lo', tool_calls: [called] }
    ]
    const told = parts(JSON.stringify({ choices: [{ messages, finish_reason: 'tool_calls' }] }))
    const split = [{ text: 'hel' }, { _tag: 'ServerToolResult', id: 'x' }, { text: 'lo' }, closed]
    expect(told).toMatchObject(['Complete', 0, [split]])
    const streamed = messages.map((message) => delta(message)).join('') + finish('tool_calls') + DONE
    expect(parts(streamed)).toMatchObject(['Complete', 0, [split]])
  })

  it.each([
    [{ content: 1 }, [{ text: '1' }]],
    [{ content: true }, [{ text: 'true' }]],
    [{ content: { type: 'text', text: 'hello' } }, [text]],
    [{ content: [null, { type: 'text', text: 'hello' }] }, [text]],
    [{ content: 'hello', tool_calls: 'x' }, [text]],
    [{ content: 'hello', reasoning_details: [null] }, [text]],
    [{ tool_calls: { ...called, index: 0 } }, [closed]],
    [{ tool_calls: [null, called] }, [closed]]
  ])('%j loses nothing, in a stream and in a body', (odd, expected) => {
    const streamed = chunk({ usage: 'x', choices: [{ index: 0, delta: odd, finish_reason: null }, null] })
    expect(parts(streamed + finish('stop') + DONE)).toMatchObject(['Complete', 0, [expected]])
    const body = JSON.stringify({ usage: [], choices: [null, { index: 0, message: odd, finish_reason: 'stop' }] })
    expect(parts(body)).toMatchObject(['Complete', 0, [expected]])
  })

  it('a number for a finish reason is its digits', () => {
    const { choices } = fold(
      chunk({ choices: [{ index: 0, delta: { content: 'hello' }, finish_reason: 2 }] }) + DONE
    ).message
    expect(choices).toMatchObject([{ finishReason: 'other', rawFinishReason: '2', parts: [text] }])
  })
})
