import { transportFailure } from '../../lib/codec/transportFailure.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import { cutLaws } from '../laws/machine.ts'

const failuresOf = (outcome: Outcome): ReadonlyArray<object> =>
  [outcome._tag, ...outcome.failures] as unknown as object[]

const start = { atByte: 0, atEvent: 0 }

const answer = {
  id: 'c1',
  model: 'm',
  choices: [
    {
      index: 0,
      finish_reason: 'tool_calls',
      message: {
        role: 'assistant',
        reasoning: 'hm',
        reasoning_details: [{ type: 'reasoning.text', text: 'hm', signature: 'S', format: 'f', index: 0 }],
        content: 'Hi',
        refusal: null,
        tool_calls: [
          { index: 1, id: 'a', type: 'function', function: { name: 'w', arguments: '{"c": 1}' } },
          { id: 'b', type: 'function', function: { name: 'w', arguments: '' } }
        ]
      }
    }
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
}

const json = JSON.stringify(answer)

const twin = [
  delta({ reasoning: 'h', reasoning_details: [{ type: 'reasoning.text', text: 'h', format: 'f', index: 0 }] }),
  delta({ reasoning: 'm', reasoning_details: [{ type: 'reasoning.text', text: 'm', format: 'f', index: 0 }] }),
  delta({ reasoning_details: [{ type: 'reasoning.text', signature: 'S', format: 'f', index: 0 }] }),
  delta({ content: 'H' }),
  delta({ content: 'i' }),
  calls(call(1, 'a', 'w', '{"c":')),
  calls(call(1, null, null, ' 1}')),
  calls(call(2, 'b', 'w', '')),
  finish('tool_calls'),
  chunk({ choices: [], usage: answer.usage }),
  DONE
].join('')

describe('body', () => {
  it('gives one message for a stream and for the JSON body of the same answer', () => {
    const streamed = foldBody(openRouter, twin)
    const whole = foldBody(openRouter, json)
    expect(whole._tag).toBe('Complete')
    expect(whole.message).toEqual(streamed.message)
    expect(messageToolCalls(whole.message).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('reads JSON under any content type, with lines of white space and a BOM before it', () => {
    for (const contentType of ['application/json', 'text/event-stream', 'text/plain']) {
      expect(messageText(foldBody(openRouter, `\uFEFF\n         \n\n${json}\n`, { contentType }).message)).toBe('Hi')
    }
  })

  it('reads a stream under any content type, with blank lines before it', () => {
    for (const contentType of ['application/json', 'text/event-stream; charset=x', '']) {
      expect(
        messageText(foldBody(openRouter, `\n\n ${delta({ content: 'x' })}\n${twin}`, { contentType }).message)
      ).toBe('Hi')
    }
  })

  it.each(['<!DOCTYPE html><html></html>', ' \n<html>'])('takes a page for no stream: %j', (page) => {
    const failure = { _tag: 'NotAStream', message: 'the body is a page', ...start }
    expect(failuresOf(foldBody(openRouter, page))).toEqual(['Failed', failure])
  })

  it('reads a stream whatever its content type says', () => {
    for (const contentType of ['text/html', 'application/json', 'application/octet-stream', '']) {
      expect(foldBody(openRouter, twin, { contentType })).toEqual(foldBody(openRouter, twin))
    }
  })

  it('reads JSON that is no object under the content type of JSON only', () => {
    for (const body of ['"Sign in"', '7', 'null', 'true']) {
      expect(failuresOf(foldBody(openRouter, body, { contentType: 'application/problem+JSON' }))).toMatchObject([
        'Failed',
        { _tag: 'DecodeFailure' },
        { _tag: 'NotAStream' }
      ])
      expect(failuresOf(foldBody(openRouter, body))).toMatchObject(['Failed', { _tag: 'NotAStream' }])
    }
  })

  it.each(['', '\n\n', ' ', '\uFEFF'])('takes an empty body for a failure: %j', (empty) => {
    expect(failuresOf(foldBody(openRouter, empty))).toMatchObject(['Failed', { _tag: 'NoEvents' }])
    expect(failuresOf(foldBody(openRouter, empty, { status: 500 }))).toEqual([
      'Failed',
      { _tag: 'HttpFailure', message: 'the response has status 500', status: 500, ...start }
    ])
  })

  it('takes text without a field for no stream', () => {
    expect(failuresOf(foldBody(openRouter, 'upstream connect error'))).toMatchObject(['Failed', { _tag: 'NotAStream' }])
  })

  it('says what is wrong with JSON that is no answer', () => {
    expect(failuresOf(foldBody(openRouter, '{"candidates":[]}'))).toMatchObject([
      'Failed',
      { _tag: 'DecodeFailure', errors: [{ path: 'choices', expected: 'Array<OpenRouterBodyChoice>' }] },
      { _tag: 'NotAStream', message: 'the body is JSON, but not OpenRouterResponse' }
    ])
    expect(failuresOf(foldBody(openRouter, '{"a":1}\n{"b":2}'))).toMatchObject([
      'Failed',
      { _tag: 'NotAStream', message: 'the body is several JSON texts' }
    ])
    expect(failuresOf(foldBody(openRouter, '{"a":1,}'))).toMatchObject([
      'Truncated',
      { _tag: 'MalformedJson', length: 8 },
      { _tag: 'EndedEarly' }
    ])
    expect(failuresOf(foldBody(openRouter, json.slice(0, -1)))).toMatchObject(['Truncated', { _tag: 'TruncatedFrame' }])
    expect(failuresOf(foldBody(openRouter, '['.repeat(200)))).toMatchObject([
      'Failed',
      { _tag: 'DepthExceeded', limit: 128 }
    ])
  })

  it('finds the error of a body with status 200, and keeps what came with it', () => {
    expect(failuresOf(foldBody(openRouter, '{"error":{"message":"m","code":"c"}}'))).toEqual([
      'Failed',
      { _tag: 'ProviderFailure', message: 'm', code: 'c', ...start }
    ])
    const both = { ...answer, choices: [{ ...answer.choices[0], error: { message: 'm', code: 500 } }] }
    const outcome = foldBody(openRouter, JSON.stringify(both))
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Failed', 'Hi'])
    expect(messageToolCalls(outcome.message).map(({ state }) => state)).toEqual(['Truncated', 'Truncated'])
  })

  it.each([
    ['{"error":{"message":"overloaded","code":529}}\n\ndata: [DONE]\n\n', { message: 'overloaded', code: 529 }],
    ['{"error":{"message":"m"}}\n\n: and a comment\n\n', { message: 'm' }],
    ['\n {"error":"m"} data: [DONE]', { message: 'm' }],
    ['{"error":{"message":"}"}}{"choices":[]}', { message: '}' }],
    [`{"error":{"message":"m"}}\n\n${twin}`, { message: 'm' }],
    ['[{"error":{"message":"m"}}]\ndata: [DONE]\n\n', { message: 'm' }],
    ['{"detail":"m"}\n\ndata: [DONE]\n\n', { message: 'm' }],
    ['{"detail":"m"}', { message: 'm' }],
    ['{"detail":[{"loc":["body"],"msg":"m"}]}', { message: 'm' }],
    ['data: {"detail":"m"}\n\n', { message: 'm' }]
  ])('finds the error before or instead of a stream: %j', (error, expected) => {
    const outcome = foldBody(openRouter, error)
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure', ...expected }] })
    expect(outcome.failures).toHaveLength(1)
  })

  it.each(['{"hello":1}\n\ndata: [DONE]\n\n', '{"hello":1}{"error":"m"}', '"m"{"error":"m"}'])(
    'takes what is before a stream and no error for no stream: %j',
    (texts) => {
      expect(failuresOf(foldBody(openRouter, texts, { contentType: 'application/json' }))).toMatchObject([
        'Failed',
        { _tag: 'NotAStream', message: 'the body is several JSON texts' }
      ])
    }
  )

  it('takes a progress report before an answer for no error', () => {
    const queued = 'data: {"status":"queued","message":"waiting for a GPU"}\n\n'
    const outcome = foldBody(openAICompatible, queued + delta({ content: 'Hi' }) + finish('stop') + DONE)
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'Hi'])
  })

  it.each([
    [
      '{"error":{"message":"m","code":429,"metadata":{"provider_name":"WandB"}}}',
      { message: 'm', code: 429, upstream: 'WandB' }
    ],
    ['[{"error":{"code":400,"message":"m"}}]', { message: 'm', code: 400 }],
    ['{"message":"m"}', { message: 'm' }],
    ['{"detail":"m"}', { message: 'm' }],
    ['event: error\ndata: {"error":{"message":"m"}}\n\n', { message: 'm' }]
  ])('finds the error of a body with an error status: %s', (error, expected) => {
    expect(failuresOf(foldBody(openRouter, error, { status: 429, retryAfter: 2000 }))).toEqual([
      'Failed',
      { _tag: 'ProviderFailure', status: 429, retryAfter: 2000, ...expected, ...start }
    ])
  })

  it.each([
    '<html>Bad gateway</html>',
    'Bad gateway',
    '{"a":1}',
    '{"a":',
    '[',
    '"m"',
    'null',
    'data: x',
    '['.repeat(300)
  ])('gives HttpFailure where there is none: %j', (error) => {
    expect(failuresOf(foldBody(openRouter, error, { status: 502 }))).toEqual([
      'Failed',
      { _tag: 'HttpFailure', message: 'the response has status 502', status: 502, ...start }
    ])
  })

  it.each([
    [{ line: 60 }, 'LineTooLong'],
    [{ event: 50 }, 'EventTooLarge']
  ])('fails where %j is passed, and keeps what was received', (some, _tag) => {
    const body = `data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: ${'x'.repeat(70)}\n\n${DONE}`
    const outcome = foldBody(openRouter, body, { limits: limitsOf(some) })
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag, atEvent: 1 }] })
    expect(messageText(outcome.message)).toBe('Hi')
  })

  describe('that breaks off', () => {
    const interruptedBy = (given: string, status: number): ReadonlyArray<unknown> => {
      const machine = readChunksMachine(openRouter, { status })
      const said: unknown[] = []
      const { state } = feedMachine(machine)(machine.initial, [given])
      machine.interrupted(
        state,
        (at) => transportFailure(undefined, at),
        (result) => said.push(result)
      )
      return said
    }

    const broken = { left: { _tag: 'TransportFailure' } }

    it('says what an error body or a JSON body said until then, and the reason unless the answer is whole', () => {
      expect(interruptedBy('{"error":{"message":"slow down"}}', 429)).toMatchObject([
        { left: { _tag: 'ProviderFailure', message: 'slow down', status: 429 } },
        broken
      ])
      expect(interruptedBy('{"error":{"mess', 500)).toMatchObject([
        { left: { _tag: 'HttpFailure', status: 500 } },
        broken
      ])
      expect(interruptedBy('', 500)).toMatchObject([{ left: { _tag: 'HttpFailure', status: 500 } }, broken])
      expect(interruptedBy(json, 200)).toMatchObject([
        { right: { _tag: 'ResponseChunk' } },
        { right: { _tag: 'TerminalChunk' } }
      ])
      expect(interruptedBy(json.slice(0, -3), 200)).toMatchObject([broken])
      expect(interruptedBy('{"a":1,}', 200)).toMatchObject([{ left: { _tag: 'MalformedJson' } }, broken])
    })

    it('says the reason alone of a stream, and before the first character', () => {
      for (const given of ['data: x', ' \n', '']) expect(interruptedBy(given, 200)).toMatchObject([broken])
      const two = `${delta({ content: 'a' })}${delta({ content: 'b' })}data: x`
      expect(interruptedBy(two, 200)).toMatchObject([{ left: { atByte: delta({ content: 'a' }).length, atEvent: 1 } }])
    })

    it('says nothing of a page or of a whole stream: they are over', () => {
      for (const given of ['<html>', twin]) expect(interruptedBy(given, 200)).toEqual([])
    })
  })

  it('reads no more of an error body than its limit', () => {
    const small = limitsOf({ errorBody: 10 })
    const said = runMachine(readChunksMachine(openRouter, { status: 500, retryAfter: 1, limits: small }))([
      '01234567',
      '890',
      '1'
    ])
    expect(said).toEqual([
      {
        _tag: 'Left',
        left: { _tag: 'HttpFailure', message: 'the response has status 500', status: 500, retryAfter: 1, ...start }
      }
    ])
  })

  it('treats a redirect as the failure that it is', () => {
    expect(failuresOf(foldBody(openRouter, '', { status: 302 }))).toMatchObject([
      'Failed',
      { _tag: 'HttpFailure', status: 302 }
    ])
  })

  describe('a stream', () => {
    cutLaws(readChunksMachine(openRouter), new TextEncoder().encode(`\uFEFF\n: €\n\n${twin}`))
  })
  describe('a JSON body', () => {
    cutLaws(readChunksMachine(openRouter), new TextEncoder().encode(`\n  \n${json}\n`))
  })
  describe('an error body', () => {
    cutLaws(readChunksMachine(openRouter, { status: 400 }), new TextEncoder().encode('\n{"error":{"message":"é"}}'))
  })
  describe('a page', () => {
    cutLaws(readChunksMachine(openRouter), new TextEncoder().encode(' <html>'))
  })
  describe('blanks', () => {
    cutLaws(foldMachine(openRouter), new TextEncoder().encode('\uFEFF \r\n \n'))
  })
})
