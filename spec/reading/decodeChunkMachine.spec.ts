import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { transportFailure } from '../../lib/codec/transportFailure.ts'
import type { Failure } from '../../lib/data/Failure.ts'
import { aborted, badChecksum, idleTimeout, lineTooLong, noEvents, truncatedFrame } from '../../lib/data/Failure.ts'
import type { Frame } from '../../lib/data/Frame.ts'
import { frameOf } from '../../lib/data/Frame.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import type { Result } from '../../lib/data/Result.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import type { OpenAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { openAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { ChatChunk, ChatResponse } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'

const frames = (...data: ReadonlyArray<string>): ReadonlyArray<Result<Frame>> =>
  data.map((text, i) => E.right({ ...frameOf(text, i), atByte: i * 100 }))

const last = (data: string): ReadonlyArray<Result<Frame>> => [E.right({ ...frameOf(data), unfinished: true })]

const isEarly = (result: Result<unknown>): boolean => E.isLeft(result) && result.left._tag === 'EndedEarly'

/** All outputs but `EndedEarly`, which has tests of its own. */
const outputs = (inputs: ReadonlyArray<Result<Frame>>, provider: OpenAIChatProvider = openRouter) =>
  runMachine(decodeChunkMachine(provider))(inputs).filter((result) => !isEarly(result))

const said = (
  inputs: ReadonlyArray<Result<Frame>>,
  provider: OpenAIChatProvider = openRouter
): ReadonlyArray<unknown> =>
  outputs(inputs, provider).map((result) =>
    E.isLeft(result) ? result.left._tag : result.right._tag === 'StreamChunk' ? result.right.wire : result.right._tag
  )

const failures = (inputs: ReadonlyArray<Result<Frame>>): ReadonlyArray<Failure> =>
  outputs(inputs).flatMap((result) => (E.isLeft(result) ? [result.left] : []))

const hi = '{"choices":[{"delta":{"content":"hi"}}]}'
const end = '{"choices":[{"delta":{},"finish_reason":"stop"}]}'

describe('decode', () => {
  it('keeps every field that the codec does not know', () => {
    const wire = { x: { y: [1, null] }, choices: [{ z: 1, delta: { w: 'w' } }] }
    expect(said(frames(JSON.stringify(wire)))).toEqual([wire])
  })

  it.each(['[DONE]', ' [DONE]', '[DONE] ', '\t[DONE]\r', '\uFEFF[DONE]'])('takes %j for the sentinel', (data) => {
    expect(said(frames(end, data, hi))).toEqual([JSON.parse(end), 'TerminalChunk'])
  })

  it('skips data that is empty or blank', () => {
    expect(said(frames('', ' ', '\n\n', hi))).toEqual([JSON.parse(hi)])
  })

  it('takes one BOM off the JSON', () => {
    expect(said(frames(`\uFEFF${hi}`))).toEqual([JSON.parse(hi)])
    expect(said(frames(hi, `\uFEFF\uFEFF${hi}`))).toEqual([JSON.parse(hi), 'MalformedJson'])
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
        message: 'the JSON of an event does not match OpenRouterChunk',
        atByte: 200,
        atEvent: 2,
        errors: [{ path: 'choices.1.delta', expected: 'ChatDelta' }]
      }
    ])
  })

  it('tells no more than 32 errors of one event', () => {
    const [failure] = failures(frames(`{"choices":[${'1,'.repeat(99)}1]}`))
    expect(failure?._tag === 'DecodeFailure' && failure.errors.length).toBe(32)
  })

  it('keeps no number that JSON cannot say again', () => {
    const odd = '{"choices":[],"usage":{"prompt_tokens":1,"x":1e999,"y":[-0]}}'
    const [result] = outputs(frames(odd))
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
    expect(endOf(begin, '{bad', rest, end, '[DONE]')).toEqual(ended('Truncated'))
    expect(endOf('{bad', begin, rest, end, '[DONE]')).toEqual(ended('Closed'))
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

  describe('EndedEarly', () => {
    const tags = (
      inputs: ReadonlyArray<Result<Frame>>,
      provider: OpenAIChatProvider = openRouter
    ): ReadonlyArray<string> =>
      runMachine(decodeChunkMachine(provider))(inputs).map((result) =>
        E.isLeft(result) ? result.left._tag : result.right._tag
      )
    const at = { atByte: 0, atEvent: 0 }
    const badData: Failure = { _tag: 'MalformedJson', message: '', length: 1, ...at }

    it.each([
      ['a chunk', frames(hi), openRouter],
      ['a finish reason without the sentinel', frames(hi, end), openRouter],
      ['a chunk without a finish reason', frames(hi), openAICompatible],
      ['an event without data', frames(''), openRouter],
      ['data that is no JSON', frames(hi, '{bad'), openRouter],
      ['JSON that is no chunk', frames('{"choices":7}'), openRouter],
      ['the sentinel without a finish reason', frames(hi, '[DONE]'), openRouter],
      ['the sentinel without a finish reason', frames(hi, '[DONE]', hi), openAICompatible],
      ['an event that was not ended, but is whole', last(hi), openRouter],
      ['a Left of a single event', [E.left(badData)], openRouter]
    ])('is the last Left where the body ends after %s', (_, inputs, provider) => {
      expect(tags(inputs, provider).at(-1)).toBe('EndedEarly')
      expect(tags(inputs, provider).filter((tag) => tag === 'EndedEarly')).toHaveLength(1)
    })

    it('stands where the last event does', () => {
      expect(runMachine(decodeChunkMachine(openRouter))(frames(hi, hi)).at(-1)).toMatchObject(
        E.left({ _tag: 'EndedEarly', atByte: 100, atEvent: 1 })
      )
    })

    it('or another reason comes once, also where two events are cut off', () => {
      const cut = E.right({ ...frameOf('{"choices":['), unfinished: true })
      expect(tags([...frames(hi), cut, cut])).toEqual(['StreamChunk', 'TruncatedFrame'])
    })

    it('does not count as one failure too many', () => {
      const one = decodeChunkMachine(openRouter, { limits: limitsOf({ failures: 1 }) })
      expect(runMachine(one)(frames(hi, '{bad')).map((result) => E.isLeft(result) && result.left._tag)).toEqual([
        false,
        'MalformedJson',
        'EndedEarly'
      ])
    })

    it.each([
      ['nothing', []],
      ['the sentinel', frames(hi, end, '[DONE]')],
      ['events of another protocol', frames('{"a":1}')],
      ['an error of the provider', frames(hi, '{"error":"m"}')],
      ['a limit', frames(hi, `{"a":${'['.repeat(200)}`)],
      ['half an event', last(hi.slice(0, -1))],
      ...(
        [
          transportFailure(null, at),
          idleTimeout(1, at),
          aborted(at),
          truncatedFrame(1, at),
          badChecksum(at),
          lineTooLong(1, at)
        ] as const
      ).map((failure) => [failure._tag, [...frames(hi), E.left(failure)]] as const)
    ] as ReadonlyArray<readonly [string, ReadonlyArray<Result<Frame>>]>)('is not there after %s', (_, inputs) => {
      expect(tags(inputs)).not.toContain('EndedEarly')
      expect(tags(inputs, openAICompatible)).not.toContain('EndedEarly')
    })
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

  it('waits at the sentinel for every choice that has parts', () => {
    const two = (content: string): string =>
      `{"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"},{"index":1,"delta":{"content":"${content}"}}]}`
    for (const provider of [openRouter, openAICompatible]) {
      expect(said(frames(two('b'), '[DONE]'), provider)).toEqual([JSON.parse(two('b'))])
      expect(said(frames(two(''), '[DONE]'), provider).at(-1)).toBe('TerminalChunk')
    }
  })

  it('is done after the terminal', () => {
    const machine = decodeChunkMachine(openRouter)
    for (const data of [hi, end]) {
      const { state } = feedMachine(machine)(machine.initial, frames(data, '[DONE]'))
      expect(machine.done(state)).toBe(true)
      expect(machine.step(state, E.right(frameOf(hi)), () => undefined)).toBe(state)
    }
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
    ['{"error":[{"message":"m","code":"429"}]}', { message: 'm', code: '429', status: 429 }],
    ['{"error":[]}', { message: 'the provider reported an error' }],
    ['{"message":"m","code":"c"}', { message: 'm', code: 'c' }],
    ['{"message":"m","status":503}', { message: 'm', status: 503 }],
    ['{"message":"m","status":"503"}', { message: 'm', status: 503 }],
    ['{"detail":"Not Found"}', { message: 'Not Found' }],
    [
      '{"detail":[{"type":"missing","loc":["body","model"],"msg":"Field required"}]}',
      { message: 'Field required', type: 'missing', detail: 'body.model' }
    ],
    [
      '{"object":"error","message":{"detail":[{"msg":"Field required"}]},"type":"t"}',
      { message: 'Field required', type: 't' }
    ],
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
    '{"choices":[{"error":null}]}',
    // Nothing is said, beside an answer.
    '{"error":{},"choices":[]}',
    '{"error":[],"choices":[]}',
    '{"error":0,"choices":[]}',
    '{"error":{"message":"","code":null,"status":0},"choices":[{"delta":{"content":"x"}}]}',
    '{"choices":[{"error":{},"delta":{"content":"x"}}]}',
    '{"error":{"code":0},"usage":{"prompt_tokens":1}}',
    // A progress report, whose status is a word, and a success.
    '{"status":"queued","message":"waiting for a GPU"}',
    '{"status":200,"message":"ok"}',
    '{"code":0,"message":"success"}',
    '{"code":"","message":"ok"}',
    '{"code":"0","message":"success"}',
    '{"code":"200","message":"ok"}',
    '{"code":null,"message":"ok"}',
    '{"detail":"low","choices":[]}',
    '{"detail":"low","usage":{}}',
    '{"detail":null}',
    '{"detail":{"level":1}}'
  ])('%s is none', (data) => {
    expect(failures(frames(hi, data)).filter(({ _tag }) => _tag !== 'DecodeFailure')).toEqual([])
  })

  it('say nothing where they are empty, unless nothing else is there', () => {
    for (const error of ['{}', '[]', '0', '{"message":""}']) {
      expect(failures(frames(`{"error":${error}}`))).toMatchObject([{ _tag: 'ProviderFailure' }])
    }
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
