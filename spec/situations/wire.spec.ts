/** What every speaker of a protocol is owed: a rule for each way in which a naive reader loses something. */
import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'

const fold = (...events: ReadonlyArray<string>): Outcome => foldBody(openRouter, [...events, DONE].join(''))

const callsIn = (...events: ReadonlyArray<string>): ReadonlyArray<readonly [string, string, string]> =>
  messageToolCalls(fold(...events).message).map(({ id, name, arguments: args }) => [id, name, args])

const usage = (prompt_tokens: number, completion_tokens: number): object => ({
  usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
})

describe('rules of the wire', () => {
  it('R1: a finish reason ends nothing: calls, text and usage may follow', () => {
    const outcome = fold(
      delta({ content: 'a' }),
      finish('tool_calls'),
      calls(call(0, 'x', 'f', '{}')),
      delta({ content: 'b' }),
      chunk({ choices: [], ...usage(3, 2) })
    )
    expect(messageToolCalls(outcome.message)).toMatchObject([{ _tag: 'ToolCall', state: 'Closed', name: 'f' }])
    expect([messageText(outcome.message), outcome.message.usage?.totalTokens]).toEqual(['ab', 5])
  })

  it('R2: a later null erases no finish reason', () => {
    const { message } = fold(finish('stop'), delta({ content: '' }), chunk({ choices: [{ index: 0, delta: {} }] }))
    expect(firstChoice(message)?.finishReason).toBe('stop')
  })

  it('R3: a call is known by its index; null, empty, absent and repeated ids and names say nothing new', () => {
    const more = [
      call(0, undefined, undefined, '1'),
      call(0, null, null, '2'),
      call(0, '', '', '3'),
      call(0, 'x', 'f', '4'),
      call(0, undefined, undefined, undefined),
      call(0, undefined, undefined, '')
    ]
    expect(callsIn(calls(call(0, 'x', 'f', '[')), ...more.map((one) => calls(one)))).toEqual([['x', 'f', '[1234']])
  })

  it('R4: the same index with another id is another call; without an index, another id is', () => {
    expect(callsIn(calls(call(0, 'x', 'f', '{}')), calls(call(0, 'y', 'f', '{}')))).toHaveLength(2)
    expect(callsIn(calls(call(undefined, 'x', 'f', '{}'), call(undefined, 'y', 'f', '[')))).toHaveLength(2)
    const continued = callsIn(calls(call(undefined, 'x', 'f', '[')), calls(call(undefined, undefined, undefined, ']')))
    expect(continued).toEqual([['x', 'f', '[]']])
  })

  it('R5: calls stand in order of first appearance, wherever their indexes begin', () => {
    const ids = callsIn(calls(call(2, 'x', 'f', '{}')), calls(call(1, 'y', 'f', '{}'))).map(([id]) => id)
    expect(ids).toEqual(['x', 'y'])
  })

  it('R6: no choices, empty choices, empty deltas and unknown keys are legal', () => {
    const odd = [
      chunk({ choices: [] }),
      chunk({}),
      delta({}),
      chunk({ choices: [{ delta: { provider_metadata: {} } }] })
    ]
    const outcome = fold(...odd, delta({ content: 'a' }), finish('stop'))
    expect([outcome._tag, outcome.failures, messageText(outcome.message)]).toEqual(['Complete', [], 'a'])
  })

  it('R7: arguments stay the text that was sent', () => {
    const raw = '{"a": 2,  "b":\t3.0, "id": 1234567890123456789}'
    expect(callsIn(calls(call(0, 'x', 'f', raw.slice(0, 9))), calls(call(0, '', '', raw.slice(9))))).toEqual([
      ['x', 'f', raw]
    ])
  })

  it('R8: usage is the last one, wherever it stands, and never a sum', () => {
    const outcome = fold(
      delta({ content: 'a' }, usage(1, 1)),
      chunk(usage(3, 1)),
      chunk({ ...usage(3, 2), choices: [] })
    )
    expect(outcome.message.usage).toMatchObject({ inputTokens: 3, outputTokens: 2, totalTokens: 5 })
    expect(fold(chunk(usage(3, 2)), chunk({ usage: null })).message.usage?.totalTokens).toBe(5)
  })

  it('R9: lines end at CRLF, LF and CR only, and characters may be cut', () => {
    const said = 'a\u2028b\u2029c\u0085d\u202f😀'
    const body = [delta({ content: said }), finish('stop'), DONE].join('').replaceAll('\n', '\r\n')
    expect(messageText(foldBody(openRouter, body).message)).toBe(said)
    const gemini = { candidates: [{ content: { parts: [{ text: said }] }, finishReason: 'STOP' }] }
    expect(messageText(foldBody(google, `data: ${JSON.stringify(gemini)}\r\n\r\n`).message)).toBe(said)
  })

  it('R10: text, reasoning and calls interleave, and each keeps its place', () => {
    const { message } = fold(
      delta({ reasoning: 'r' }),
      delta({ content: 'a' }),
      calls(call(0, 'x', 'f', '{}')),
      delta({ content: ' ' }),
      calls(call(1, 'y', 'f', '{}')),
      delta({ content: 'b', reasoning: 's' })
    )
    const tags = firstChoice(message)?.parts.map(({ _tag }) => _tag)
    expect(tags).toEqual(['Reasoning', 'Text', 'ToolCall', 'Text', 'ToolCall', 'Reasoning', 'Text'])
    expect([messageText(message), messageReasoning(message)]).toEqual(['a b', 'rs'])
  })
})
