import { either as E } from 'fp-ts'
import type { Observable } from 'rxjs'
import { concat, defer, EMPTY, from, lastValueFrom, NEVER, of, tap, throwError, toArray } from 'rxjs'

import { approval } from '../../examples/approval.ts'
import { ask } from '../../examples/ask.ts'
import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { ReplayServer } from '../../examples/replay/server.ts'
import { startReplay } from '../../examples/replay/server.ts'
import { outcomeWithRetry, streamWithRetry } from '../../examples/retry.ts'
import { examples, runExample } from '../../examples/run.ts'
import type { ChatRequest } from '../../examples/toolLoop.ts'
import { toolLoop } from '../../examples/toolLoop.ts'
import { answer, recipe } from '../../examples/typedObject.ts'
import { usageMeter } from '../../examples/usageMeter.ts'
import type { Chunk, Failure, Outcome, Result, ToolRunEvent } from '../../lib/index.ts'
import {
  anthropic,
  bedrockConverse,
  failureError,
  fromResponse,
  google,
  groq,
  isAborted,
  isOutcome,
  messageText,
  messageToolCalls,
  openAIResponses,
  openRouter,
  readChunks,
  transportFailure
} from '../../lib/index.ts'
import * as claude from '../fixtures/anthropic.ts'
import { call, calls, delta, DONE, finish } from '../fixtures/chat.ts'
import * as converse from '../fixtures/converse.ts'
import * as gemini from '../fixtures/google.ts'
import * as responses from '../fixtures/responses.ts'
import { results, resultsOf } from '../fixtures/results.ts'
import { turnFaults } from '../laws/nextTurn.ts'

const cassettes = readCassettes()
let server: ReplayServer

beforeAll(async () => {
  server = await startReplay(cassettes, { eventDelay: 0 })
})

afterAll(() => server.close())

const printed = async (name: string): Promise<string> => {
  let screen = ''
  expect(
    await runExample(name, (said) => {
      screen += said
    })
  ).toBe(true)
  return screen
}

describe('the examples', () => {
  it.each([
    ['chat', "I'll check the weather in Florence, Italy for you.\nComplete\n"],
    [
      'tool-loop',
      'again, because: Provider returned error\nComplete · I\'ll perform both addition and multiplication on the numbers 2 and 3.\nadd {"a": 2, "b": 3}\nmultiply {"a": 2, "b": 3}\nadd = 5\nmultiply = 6\nComplete · The results are:\n- Addition: 2 + 3 = 5\n- Multiplication: 2 × 3 = 6\nAnswered after 2 answers and 503 tokens\n'
    ],
    [
      'approval',
      'Complete · I\'ll help you add and multiply the numbers 2 and 3.\nPaused after 1 answers and 262 tokens\nadd {"a":2,"b":3}\nmultiply {"a":2,"b":3}\nadd = 5\nmultiply = 6\nComplete · The results are:\n- Addition: 2 + 3 = 5\n- Multiplication: 2 × 3 = 6\nAnswered after 2 answers and 580 tokens\n'
    ],
    ['retry', "Complete · I'll perform both addition and multiplication on the numbers 2 and 3.\n"],
    ['sdk', "I'll add and multiply 2 and 3 for you.\n"],
    [
      'proxy',
      "the proxy saw: Complete · I'll add and multiply the numbers 2 and 3 for you.\nthe client got 15840 bytes\n"
    ]
  ])('%s prints what its header says', async (name, expected) => {
    expect(await printed(name)).toBe(expected)
  })

  it('form fills in, and ends with the whole call', async () => {
    expect((await printed('form')).trim().split('\n')).toEqual([
      'weather location [] …',
      'weather location [Fl] …',
      'weather location [Flore] …',
      'weather location [Florence] …',
      'weather location [Florence,] …',
      'weather location [Florence,Italy] …',
      'weather {"location":"Florence,Italy"}'
    ])
  })

  it('typed-object grows, and is checked at its end', async () => {
    const lines = (await printed('typed-object')).trim().split('\n')
    expect(lines).toContain('Tea · Boil water · Po …')
    expect(lines.at(-1)).toBe('Tea: 3 steps, 4 minutes')
    expect(await lastValueFrom(recipe(answer('{"title":"Tea"}')))).toMatch(/^no recipe: minutes: expected number; /)
  })

  it('usage-meter adds up', async () => {
    const lines = (await printed('usage-meter')).trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines.at(-1)).toBe('651 tokens, $0.000561')
  })

  it('two-providers ends with both', async () => {
    const lines = (await printed('two-providers')).trim().split('\n')
    expect(lines.at(-1)).toMatch(/^Complete: I'll add .* \| Complete: I'll help /)
  })

  it('are all here, and no others', async () => {
    expect(Object.keys(examples)).toEqual([
      'chat',
      'tool-loop',
      'approval',
      'usage-meter',
      'two-providers',
      'retry',
      'sdk',
      'proxy',
      'form',
      'typed-object'
    ])
    expect(await runExample('constructor', () => undefined)).toBe(false)
  })
})

describe('the tool loop', () => {
  const quickly = { spread: 0, base: 0 }

  const outcomesOf = (events: ReadonlyArray<ToolRunEvent>): ReadonlyArray<Outcome> =>
    events.flatMap((event) => (event._tag === 'Message' && isOutcome(event.state) ? [event.state] : []))

  it.each(cassettes.map((cassette) => [cassette.title, cassette] as const))(
    'replays both turns of %s',
    async (_title, { name, interactions }) => {
      const url = server.urlOf(name)
      const provider = name.startsWith('groq') ? groq : openRouter
      const first = JSON.parse(interactions[0]?.request ?? '') as ChatRequest // recorded
      const send = (body: string): Observable<Result<Chunk>> =>
        provider === groq ? ask(groq, url, body) : ask(openRouter, url, body)
      const events = await lastValueFrom(toolLoop(openRouter, send, first, quickly).pipe(toArray()))
      const outcomes = outcomesOf(events)
      expect(outcomes.map(({ _tag }) => _tag)).toEqual(['Complete', 'Complete'])
      expect(messageToolCalls(outcomes[0]?.message ?? { choices: [] }).length).toBeGreaterThan(0)
      expect(messageToolCalls(outcomes[1]?.message ?? { choices: [] })).toEqual([])
      expect(events.filter(({ _tag }) => _tag === 'Retry')).toHaveLength(name.includes('429') ? 1 : 0)
    }
  )

  it.each([
    [anthropic, claude.stream('tool_use', claude.call(0, 'a', 'f', '{}'), claude.call(1, 'b', 'g', '{}'))],
    [google, gemini.stream(gemini.parts(gemini.call('f', {}), gemini.call('g', {})))],
    [bedrockConverse, converse.stream('tool_use', converse.call(0, 'a', 'f', '{}'), converse.call(1, 'b', 'g', '{}'))],
    [openAIResponses, responses.stream([responses.call('a', 'f', '{}'), responses.call('b', 'g', '{}')])],
    [openRouter, calls(call(0, 'a', 'f', '{}'), call(1, 'b', 'g', '{}')) + finish('tool_calls') + DONE]
  ])('appends to the conversation what $name wants', async (provider, body) => {
    const bodies: string[] = []
    const first = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const answer = (asked: string): Observable<Result<Chunk>> => {
      bodies.push(asked)
      return bodies.length === 1 ? of(first).pipe(readChunks(provider)) : EMPTY
    }
    await lastValueFrom(toolLoop(provider, answer, {}).pipe(toArray()))
    const [, second = '{}'] = bodies
    const [items] = Object.values(JSON.parse(second) as Readonly<Record<string, ReadonlyArray<unknown>>>)
    expect(items?.length).toBeGreaterThan(1)
    expect(turnFaults(provider, items ?? [])).toEqual([])
  })

  it('with an approval pauses, and goes on as the person answers', async () => {
    const cassette = cassettes.find(({ name }) => name.startsWith('groq'))
    const first = JSON.parse(cassette?.interactions[0]?.request ?? '') as ChatRequest // recorded
    const bodies: string[] = []
    const send = (body: string) => {
      bodies.push(body)
      return ask(groq, server.urlOf(cassette?.name ?? ''), body)
    }
    const refuse = (some: ReadonlyArray<{ readonly key: number }>) =>
      of(some.map(({ key }) => ({ key, approved: false })))
    const events = await lastValueFrom(approval(groq, send, refuse, first).pipe(toArray()))
    const ends = events.flatMap((event) => (event._tag === 'End' ? [event.end._tag] : []))
    expect(ends[0]).toBe('Paused')
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toContain('the user did not approve this call')
  })
})

describe('retries', () => {
  const options = { base: 0, spread: 0 }
  const refused: Failure = {
    _tag: 'ProviderFailure',
    message: 'slow down',
    status: 429,
    retryAfter: 5,
    atByte: 0,
    atEvent: 0
  }

  /** Answers one after the other, one for each subscription. */
  const inTurn = (...answers: ReadonlyArray<ReadonlyArray<Result<Chunk>>>) => {
    const asked = { times: 0 }
    const chunks = defer(() => {
      const answer = answers[asked.times] ?? []
      asked.times += 1
      return from(answer)
    })
    return { asked, chunks }
  }

  it('ask again where the answer failed before its first delta', async () => {
    const { asked, chunks } = inTurn([E.left(refused)], results)
    expect(await lastValueFrom(streamWithRetry(chunks, 2, options).pipe(toArray()))).toEqual(results)
    expect(asked.times).toBe(2)
  })

  it('never ask again after the first delta', async () => {
    const begun = resultsOf(delta({ content: 'a' }))
    const { asked, chunks } = inTurn([...begun, E.left(refused)], results)
    expect(await lastValueFrom(streamWithRetry(chunks, 2, options).pipe(toArray()))).toEqual([
      ...begun,
      E.left(refused)
    ])
    expect(asked.times).toBe(1)
  })

  it('ask again where nothing was shown and the answer was cut short', async () => {
    const { asked, chunks } = inTurn(results.slice(0, 3), results.slice(0, 4), results)
    const outcome = await lastValueFrom(outcomeWithRetry(chunks, 3, options))
    expect([outcome._tag, messageText(outcome.message), asked.times]).toEqual(['Complete', 'Hello', 3])
  })

  it('give up in the end, and at once where asking again mends nothing', async () => {
    const cut = inTurn(results.slice(0, 3), results.slice(0, 3))
    expect(await lastValueFrom(outcomeWithRetry(cut.chunks, 1, options))).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'EndedEarly' }]
    })
    expect(cut.asked.times).toBe(2)
    const key: Failure = { ...refused, status: 401 }
    const wrong = inTurn([E.left(key)], results)
    expect((await lastValueFrom(outcomeWithRetry(wrong.chunks, 3, options))).failures).toEqual([key])
    expect(wrong.asked.times).toBe(1)
  })

  it('give the partial answer at once after the user has stopped it', async () => {
    const stopping = new AbortController()
    let asked = 0
    const chunks = defer(() => {
      asked += 1
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(delta({ content: 'Hel' })))
        }
      })
      return fromResponse(openRouter, { signal: stopping.signal })(new Response(body))
    }).pipe(
      tap(() => {
        stopping.abort()
      })
    )
    const outcome = await lastValueFrom(outcomeWithRetry(chunks, 3, options))
    expect([outcome._tag, isAborted(outcome), messageText(outcome.message), asked]).toEqual([
      'Truncated',
      true,
      'Hel',
      1
    ])
  })

  it('never ask again where the error body of a lasting error broke off', async () => {
    const reset = transportFailure(undefined, { atByte: 0, atEvent: 0 })
    const { asked, chunks } = inTurn([E.left({ ...refused, status: 401 }), E.left(reset)], results)
    expect((await lastValueFrom(outcomeWithRetry(chunks, 3, options)))._tag).toBe('Failed')
    expect(asked.times).toBe(1)
  })

  it('leave errors of others alone', async () => {
    const error = new Error('of the program')
    await expect(
      lastValueFrom(
        streamWithRetry(
          throwError(() => error),
          2,
          options
        )
      )
    ).rejects.toBe(error)
    const reset = failureError(transportFailure(undefined, { atByte: 0, atEvent: 0 }))
    await expect(
      lastValueFrom(
        streamWithRetry(
          throwError(() => reset),
          1,
          options
        )
      )
    ).rejects.toBe(reset)
  })
})

describe('the usage meter', () => {
  it('counts what is there when a connection breaks', async () => {
    const broken = concat(
      from(results),
      throwError(() => new Error('reset'))
    )
    const seen = await lastValueFrom(usageMeter([broken, from(results), EMPTY]).pipe(toArray()))
    expect(seen.at(-1)).toMatchObject({ inputTokens: 10, outputTokens: 5 })
  })

  it('is no longer subscribed when it is unsubscribed', () => {
    const subscription = usageMeter([NEVER]).subscribe()
    subscription.unsubscribe()
    expect(subscription.closed).toBe(true)
  })
})
