import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { transportFailure } from '../../lib/codec/transportFailure.ts'
import type { Failure } from '../../lib/data/Failure.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import type { Frame } from '../../lib/data/Frame.ts'
import { frameOf } from '../../lib/data/Frame.ts'
import type { Result } from '../../lib/data/Result.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { ChatChunk, ChatResponse } from '../../lib/protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { openAICompatible } from '../../lib/providers/openAICompatible.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'

const frames = (...data: ReadonlyArray<string>): ReadonlyArray<Result<Frame>> =>
  data.map((text, i) => E.right({ ...frameOf(text, i), atByte: i * 100 }))

const last = (data: string): ReadonlyArray<Result<Frame>> => [E.right({ ...frameOf(data), unfinished: true })]

const said = (inputs: ReadonlyArray<Result<Frame>>, provider = openRouter): ReadonlyArray<unknown> =>
  runMachine(decodeChunkMachine(provider))(inputs).map((result) =>
    E.isLeft(result) ? result.left._tag : result.right._tag === 'StreamChunk' ? result.right.wire : result.right._tag
  )

const failures = (inputs: ReadonlyArray<Result<Frame>>): ReadonlyArray<Failure> =>
  runMachine(decodeChunkMachine(openRouter))(inputs).flatMap((result) => (E.isLeft(result) ? [result.left] : []))

const hi = '{"choices":[{"delta":{"content":"hi"}}]}'
const end = '{"choices":[{"delta":{},"finish_reason":"stop"}]}'

describe('decode', () => {
  it('keeps every field that the codec does not know', () => {
    const wire = { x: { y: [1, null] }, choices: [{ z: 1, delta: { w: 'w' } }] }
    expect(said(frames(JSON.stringify(wire)))).toEqual([wire])
  })

  it.each(['[DONE]', ' [DONE]', '[DONE] ', '\t[DONE]\r', '\uFEFF[DONE]'])('takes %j for the sentinel', (data) => {
    expect(said(frames(hi, data, hi))).toEqual([JSON.parse(hi), 'TerminalChunk'])
  })

  it('skips data that is empty or blank', () => {
    expect(said(frames('', ' ', '\n\n', hi))).toEqual([JSON.parse(hi)])
  })

  it('takes one BOM off the JSON', () => {
    expect(said(frames(`\uFEFF${hi}`))).toEqual([JSON.parse(hi)])
    expect(said(frames(`\uFEFF\uFEFF${hi}`))).toEqual(['MalformedJson'])
  })

  it('goes on after data that is not JSON and after JSON that is no chunk', () => {
    const odd = '{"choices":[{"delta":{"content":7}},{"delta":"x"}]}'
    expect(said(frames('{bad', odd, hi))).toEqual(['MalformedJson', 'DecodeFailure', JSON.parse(hi)])
    expect(failures(frames(hi, '{bad', odd))).toEqual([
      {
        _tag: 'MalformedJson',
        message: 'the data of an event (4 characters) is not JSON',
        length: 4,
        atByte: 100,
        atEvent: 1
      },
      {
        _tag: 'DecodeFailure',
        message: 'the JSON of an event is no OpenRouterChunk',
        atByte: 200,
        atEvent: 2,
        errors: [
          { path: 'choices.0.delta.content.0', expected: 'string' },
          { path: 'choices.0.delta.content.1', expected: 'Array<unknown>' },
          { path: 'choices.1.delta', expected: 'ChatDelta | null' }
        ]
      }
    ])
  })

  it('tells no more than 32 errors of one event', () => {
    const [failure] = failures(frames(`{"choices":[${'1,'.repeat(99)}1]}`))
    expect(failure?._tag === 'DecodeFailure' && failure.errors.length).toBe(32)
  })

  it('keeps no number that JSON cannot say again', () => {
    const odd = '{"choices":[],"usage":{"prompt_tokens":1,"x":1e999,"y":[-0]}}'
    const [result] = runMachine(decodeChunkMachine(openRouter))(frames(odd))
    const deltas = result !== undefined && E.isRight(result) ? result.right.deltas : []
    expect(deltas).toEqual([
      { _tag: 'UsageDelta', usage: { inputTokens: 1, raw: { prompt_tokens: 1, x: null, y: [0] } } }
    ])
    expect(JSON.parse(JSON.stringify(deltas))).toStrictEqual(deltas)
  })

  it('trusts no call of which an event was lost', () => {
    const begin =
      '{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"rm","arguments":"{\\"p\\":\\"/"}}]}}]}'
    const rest = '{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"}"}}]}}]}'
    const endOf = (...data: ReadonlyArray<string>): unknown =>
      runMachine(decodeChunkMachine(openRouter))(frames(...data)).at(-1)
    const ended = (state: string): unknown => ({
      _tag: 'Right',
      right: expect.objectContaining({ deltas: [expect.objectContaining({ _tag: 'ToolCallEnd', state })] })
    })
    expect(endOf(begin, '{bad', rest, '[DONE]')).toEqual(ended('Truncated'))
    expect(endOf('{bad', begin, rest, '[DONE]')).toEqual(ended('Closed'))
  })

  it('reads a JSON text per line, where all of an event are', () => {
    expect(said(frames(`${hi}\n${end}\n[DONE]`))).toEqual([JSON.parse(hi), JSON.parse(end), 'TerminalChunk'])
    expect(said(frames(`${hi}\n{bad\n${end}`))).toEqual(['MalformedJson'])
    expect(said(frames('{\n"choices":\n[]}'))).toEqual([{ choices: [] }])
  })

  it('of an event that the end cuts off takes only what is whole', () => {
    expect(said(last(hi))).toEqual([JSON.parse(hi)])
    expect(said(last(hi.slice(0, -1)))).toEqual(['TruncatedFrame'])
    expect(said(last(`${hi}\n${hi.slice(0, -1)}`))).toEqual([JSON.parse(hi), 'TruncatedFrame'])
    expect(said(last('[DON'))).toEqual(['TruncatedFrame'])
  })

  it('tells that it took an unfinished event', () => {
    const [result] = runMachine(decodeChunkMachine(openRouter))(last(hi))
    expect(result !== undefined && E.isRight(result) && result.right.deltas[0]).toEqual({
      _tag: 'RepairDelta',
      repair: { _tag: 'FlushedAtEnd', atByte: 0, atEvent: 0 }
    })
  })

  it('refuses JSON that is nested too deep, and reads no further', () => {
    const deep = `{"a":${'['.repeat(128)}${']'.repeat(128)}}`
    expect(said(frames(hi, deep, hi))).toEqual([JSON.parse(hi), 'DepthExceeded'])
  })

  it('passes Lefts on in their place, and gives no terminal after one of the framing', () => {
    const broken = transportFailure(null, { atByte: 0, atEvent: 0 })
    expect(said([...frames(end), E.left(broken)], openAICompatible)).toEqual([JSON.parse(end), 'TransportFailure'])
  })

  it('gives NoEvents where nothing came, or nothing but the sentinel', () => {
    expect(failures([])).toEqual([noEvents({ atByte: 0, atEvent: 0 })])
    expect(said(frames('[DONE]'))).toEqual(['NoEvents'])
    expect(said(frames('{bad', '[DONE]'))).toEqual(['MalformedJson', 'NoEvents'])
    expect(said(frames(''))).toEqual([])
  })

  it('gives a terminal at a clean end after a finish reason, where the provider needs no sentinel', () => {
    expect(said(frames(hi, end), openAICompatible).at(-1)).toBe('TerminalChunk')
    expect(said(frames(hi), openAICompatible)).toEqual([JSON.parse(hi)])
    expect(said(frames(hi, end)).at(-1)).toEqual(JSON.parse(end))
    expect(said([...frames(hi, end), ...last('{"usage":')], openAICompatible).at(-1)).toBe('TruncatedFrame')
  })

  it('waits for every choice to finish', () => {
    const two = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"},{"index":1,"delta":{}}]}'
    expect(said(frames(two), openAICompatible)).toEqual([JSON.parse(two)])
  })

  it('is done after the terminal', () => {
    const machine = decodeChunkMachine(openRouter)
    const { state } = feedMachine(machine)(machine.initial, frames(hi, '[DONE]'))
    expect(machine.done(state)).toBe(true)
    expect(machine.step(state, E.right(frameOf(hi)), () => undefined)).toBe(state)
  })
})

describe('errors in the stream', () => {
  it.each([
    ['{"error":{"message":"m","type":"t","code":"c"}}', { message: 'm', type: 't', code: 'c' }],
    ['{"error":{"message":"m","code":502}}', { message: 'm', code: 502, status: 502 }],
    [
      '{"error":{"message":"m","status_code":400,"code":"tool_use_failed"}}',
      { message: 'm', code: 'tool_use_failed', status: 400 }
    ],
    ['{"error":"CUDA out of memory","error_type":"generation"}', { message: 'CUDA out of memory', type: 'generation' }],
    ['{"error":{"type":"overloaded"}}', { message: 'overloaded', type: 'overloaded' }],
    ['{"error":{}}', { message: 'the provider reported an error' }],
    ['{"error":500}', { message: 'the provider reported an error', code: 500, status: 500 }],
    ['{"error":true}', { message: 'the provider reported an error' }],
    ['{"error":["x"]}', { message: 'x' }],
    ['{"error":{"message":"m","metadata":"text"}}', { message: 'm' }],
    ['{"error":{"message":"m","metadata":[]}}', { message: 'm' }],
    ['{"message":"m","code":503}', { message: 'm', code: 503, status: 503 }],
    [
      '{"object":"error","message":"m","type":"BadRequestError","code":400}',
      { message: 'm', type: 'BadRequestError', code: 400, status: 400 }
    ],
    ['{"choices":[{"error":{"code":500,"message":"m"},"delta":{}}]}', { message: 'm', code: 500, status: 500 }],
    ['{"choices":[{"finish_reason":"error","delta":{}}]}', { message: 'the answer ended with finish reason error' }],
    ['[{"error":{"code":400,"message":"m"}}]', { message: 'm', code: 400, status: 400 }]
  ])('%s', (data, expected) => {
    expect(failures(frames(hi, data))).toEqual([{ _tag: 'ProviderFailure', ...expected, atByte: 100, atEvent: 1 }])
  })

  it('may be text, where the event says that it is an error', () => {
    const event = (data: string): ReadonlyArray<Result<Frame>> => [E.right({ ...frameOf(data), event: 'error' })]
    expect(failures(event('upstream connect error'))).toMatchObject([
      { _tag: 'ProviderFailure', message: 'upstream connect error' }
    ])
    expect(failures(event('{"message":"m"}'))).toMatchObject([{ _tag: 'ProviderFailure', message: 'm' }])
    expect(failures(event('"m"'))).toMatchObject([{ _tag: 'ProviderFailure', message: 'm' }])
  })

  it('say who is behind a gateway, and what that one said', () => {
    const metadata = { provider_name: 'WandB', raw: 'x'.repeat(300) }
    expect(failures(frames(JSON.stringify({ error: { message: 'm', metadata } })))).toMatchObject([
      { upstream: 'WandB', detail: 'x'.repeat(256) }
    ])
  })

  it('do not hide what their event says besides', () => {
    const both =
      '{"error":{"message":"m"},"choices":[{"delta":{"content":"x"},"finish_reason":"error"}],"usage":{"prompt_tokens":1}}'
    expect(said(frames(both))).toEqual([JSON.parse(both), 'ProviderFailure'])
  })

  it('give no terminal afterwards', () => {
    expect(said(frames(hi, '{"error":"m"}', '[DONE]'))).toEqual([JSON.parse(hi), 'ProviderFailure'])
  })

  it.each(['', 'null', '500', '["x"]', '{}', '{"choices":[]}'])(
    'an event called error is one, whatever it says: %j',
    (data) => {
      expect(failures([E.right({ ...frameOf(data), event: 'error' })])).toMatchObject([{ _tag: 'ProviderFailure' }])
    }
  )

  it.each(['{"error":500}', '{"error":{"message":"m","metadata":"s"}}', '{"finish_reason":"ERROR"}'])(
    'finds the error of a choice: %s',
    (choice) => {
      expect(failures(frames(`{"choices":[${choice}]}`))).toMatchObject([{ _tag: 'ProviderFailure' }])
    }
  )

  it.each([
    '{"error":null,"choices":[]}',
    '{"error":false}',
    '{"error":"","choices":[]}',
    '{"choices":[{"error":null}]}'
  ])('%s is none', (data) => {
    expect(failures(frames(data))).toEqual([])
  })
})

describe('a codec that transforms', () => {
  const Seconds = new t.Type<Date, number, unknown>(
    'Seconds',
    (u): u is Date => u instanceof Date,
    (u, context) => (typeof u === 'number' ? t.success(new Date(u * 1000)) : t.failure(u, context)),
    (date) => date.getTime() / 1000
  )
  const Named = new t.Type<string, string | undefined, unknown>(
    'Named',
    t.string.is,
    (u) => t.success(typeof u === 'string' ? u : 'nobody'),
    String
  )
  const provider = openAIChatProvider({
    name: 'mine',
    source: 's',
    terminal: 'sentinel',
    response: ChatResponse,
    chunk: t.intersection([ChatChunk, t.partial({ created: Seconds }), t.type({ user: Named })])
  })

  it('is decoded with, and what it returns is folded', () => {
    const wires = runMachine(decodeChunkMachine(provider))(
      frames(
        '{"created":1,"choices":[{"delta":{"content":"Hel"}}]}',
        '{"user":"u","choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}',
        '[DONE]'
      )
    )
    expect(wires).toMatchObject([
      { right: { wire: { created: new Date(1000), user: 'nobody' }, deltas: [{ text: 'Hel' }] } },
      { right: { wire: { user: 'u' }, deltas: [{ text: 'lo' }, { _tag: 'FinishDelta' }] } },
      { right: { _tag: 'TerminalChunk' } }
    ])
  })

  it('fails for what it does not take', () => {
    expect(said(frames('{"created":"x"}'), provider as never)).toEqual(['DecodeFailure'])
  })
})
