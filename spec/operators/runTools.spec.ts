import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { concat, defer, from, lastValueFrom, NEVER, of, tap, throwError, toArray } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'

import { readAsync } from '../../lib/async/readAsync.ts'
import { runToolsAsync } from '../../lib/async/runToolsAsync.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Result } from '../../lib/data/Result.ts'
import { fromMachine } from '../../lib/operators/fromMachine.ts'
import type { RunToolsOptions } from '../../lib/operators/runTools.ts'
import { runTools } from '../../lib/operators/runTools.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import type { ToolContext } from '../../lib/tools/tool.ts'
import { tool } from '../../lib/tools/tool.ts'
import type { ToolRunEnd } from '../../lib/tools/ToolRun.ts'
import { toolRun, withApprovals } from '../../lib/tools/ToolRun.ts'
import type { ToolRunEvent } from '../../lib/tools/ToolRunEvent.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'

const usage = chunk({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, cost: 0.25 } })
const asks = (...some: ReadonlyArray<Parameters<typeof call>>): string =>
  calls(...some.map((one) => call(...one))) + finish('tool_calls') + usage + DONE
const says = delta({ content: 'done' }) + finish('stop') + usage + DONE
const tooMany = JSON.stringify({ error: { message: 'slow down', code: 429 } })

const Two = t.type({ a: t.number, b: t.number })
const add = tool({ schema: Two, run: ({ a, b }) => String(a + b) })
const question = [{ role: 'user', content: '?' }]

type Options = Partial<RunToolsOptions<typeof openRouter, unknown>>

/** A conversation in which the answers come one after the other; `sent` has the items of each request. */
const talk = (bodies: ReadonlyArray<string>) => {
  const sent: unknown[][] = []
  const bodyOf = (items: ReadonlyArray<unknown>): string => {
    sent.push(items.slice())
    return bodies[sent.length - 1] ?? ''
  }
  const send = (items: ReadonlyArray<unknown>): Observable<Result<Chunk>> =>
    of(bodyOf(items)).pipe(fromMachine(readChunksMachine(openRouter)))
  async function* pieces(items: ReadonlyArray<unknown>) {
    yield await Promise.resolve(bodyOf(items))
  }
  return { sent, send, sendAsync: (items: ReadonlyArray<unknown>) => readAsync(openRouter)(pieces(items)) }
}

const quick = { retry: { base: 0, spread: 0 } }

const eventsOf = async (bodies: ReadonlyArray<string>, options: Options = {}, run = toolRun<unknown>(question)) => {
  const { sent, send } = talk(bodies)
  const all = { provider: openRouter, tools: { add }, send, ...quick, ...options }
  const events = await lastValueFrom(runTools(all)(run).pipe(toArray()))
  return { events, sent, end: endOf(events) }
}

const asyncEventsOf = async (bodies: ReadonlyArray<string>, options: Options = {}) => {
  const { sendAsync } = talk(bodies)
  const { send, scheduler, ...others } = { send: undefined, scheduler: undefined, ...options }
  const sleep = (milliseconds: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const run = runToolsAsync({ provider: openRouter, tools: { add }, ...quick, ...others, send: sendAsync, sleep })
  const events: ToolRunEvent[] = []
  for await (const event of run(toolRun<unknown>(question))) events.push(event)
  return events
}

const endOf = (events: ReadonlyArray<ToolRunEvent>): ToolRunEnd | undefined => {
  const last = events.at(-1)
  return last?._tag === 'End' ? last.end : undefined
}

const tagsOf = (events: ReadonlyArray<ToolRunEvent>): ReadonlyArray<string> => events.map(({ _tag }) => _tag)

const one = asks([0, 'x', 'add', '{"a":2,"b":3}'])
const two = asks([0, 'x', 'add', '{"a":2,"b":3}'], [1, 'y', 'add', '{"a":4,"b":5}'])
const throwing = tool({
  schema: t.type({}),
  run: () => {
    throw new Error('password=secret')
  }
})
const never = tool({ schema: t.type({}), run: () => new Promise<string>(() => undefined), timeout: 5 })
const careful = tool({ schema: Two, run: ({ a, b }) => String(a + b), needsApproval: ({ a }) => a > 1 })

describe('runTools', () => {
  it('sends, runs the calls, and sends again with their results in the order of the calls', async () => {
    const { sent, end } = await eventsOf([two, says])
    expect(sent[1]).toMatchObject([
      { role: 'user' },
      { role: 'assistant', tool_calls: [{ id: 'x' }, { id: 'y' }] },
      { role: 'tool', tool_call_id: 'x', content: '5' },
      { role: 'tool', tool_call_id: 'y', content: '9' }
    ])
    expect(end).toMatchObject({ _tag: 'Answered', run: { turns: 2, usage: { inputTokens: 20, cost: 0.5 } } })
    expect(end?.run.items.at(-1)).toMatchObject({ role: 'assistant', content: 'done' })
  })

  it.each<[string, ReadonlyArray<string>, Options, string]>([
    ['no more turns', [one, one, one], { maxTurns: 2 }, 'MaxTurns'],
    ['no turn at all', [one], { maxTurns: 0 }, 'MaxTurns'],
    [
      'a call that was cut',
      [calls(call(0, 'x', 'add', '{"a":2,"b":3}')) + finish('length') + DONE],
      {},
      'CallTruncated'
    ],
    ['a filter', [delta({ content: 'a' }) + finish('content_filter') + DONE], {}, 'Filtered'],
    ['an answer that ended early', [delta({ content: 'a' })], {}, 'Failed'],
    ['a lasting error', [JSON.stringify({ error: { message: 'no', code: 401 } })], {}, 'Failed'],
    ['an error that lasts longer than the retries', [tooMany, tooMany], { retries: 1 }, 'Failed'],
    ['an approval', [one], { tools: { add: careful } }, 'Paused'],
    ['a finish for calls without calls', [delta({ content: 'a' }) + finish('tool_calls') + DONE], {}, 'OtherCalls'],
    ['an answer', [says], {}, 'Answered']
  ])('ends with %s, and law: without RxJS the events are the same', async (_, bodies, options, tag) => {
    const { events, end } = await eventsOf(bodies, { random: () => 0, ...options })
    expect(end?._tag).toBe(tag)
    expect(await asyncEventsOf(bodies, { random: () => 0, ...options })).toEqual(events)
    expect(JSON.parse(JSON.stringify(end))).toEqual(end)
  })

  it('runs nothing where a call of the answer was cut, or no turn is left', async () => {
    let runs = 0
    const counting = tool({ schema: Two, run: () => String((runs += 1)) })
    const half = calls(call(0, 'x', 'add', '{"a":2,"b":3}'), call(1, 'y', 'add', '{"a"')) + finish('length') + DONE
    await eventsOf([half], { tools: { add: counting } })
    await eventsOf([one], { tools: { add: counting }, maxTurns: 1 })
    expect(runs).toBe(0)
  })

  it.each([
    ['an unknown tool', 'format_disk', '{}', 'error: there is no such tool; the tools are add, throwing, never'],
    [
      'a name of Object.prototype',
      'constructor',
      '{}',
      'error: there is no such tool; the tools are add, throwing, never'
    ],
    ['arguments that do not match', 'add', '{"a":1}', 'error: b: expected number'],
    ['arguments that are not JSON', 'add', '{"a":}', 'error: the arguments are not JSON'],
    ['a tool that throws', 'throwing', '{}', 'error: the tool failed'],
    ['a tool that takes too long', 'never', '{}', 'error: the tool did not answer within 5 milliseconds']
  ])('answers %s to the model, and law: so without RxJS', async (_, name, args, content) => {
    const bodies = [asks([0, 'x', name, args]), says]
    const options = { tools: { add, throwing, never } }
    const { sent, end, events } = await eventsOf(bodies, options)
    expect(sent[1]?.at(-1)).toMatchObject({ role: 'tool', tool_call_id: 'x', content })
    expect(end?._tag).toBe('Answered')
    expect(await asyncEventsOf(bodies, options)).toEqual(events)
  })

  it('asks again after a 429 that came before the first delta, and never after it', async () => {
    const { sent, events } = await eventsOf([tooMany, one, tooMany, says])
    expect(tagsOf(events).filter((tag) => tag === 'Retry')).toHaveLength(2)
    expect(sent).toHaveLength(4)
    const begun = await eventsOf([delta({ content: 'a' }) + `data: ${tooMany}\n\n`, says])
    expect([begun.sent.length, begun.end?._tag]).toEqual([1, 'Failed'])
  })

  it('waits before a retry as long as the provider asks, by the scheduler', () => {
    const time = new TestScheduler(() => undefined)
    const sentAt: number[] = []
    time.run(() => {
      const failure = {
        _tag: 'ProviderFailure',
        message: '',
        status: 429,
        retryAfter: 300,
        atByte: 0,
        atEvent: 0
      } as const
      const send = () =>
        defer(() => {
          sentAt.push(time.now())
          return sentAt.length === 1
            ? of({ _tag: 'Left' as const, left: failure })
            : of(says).pipe(fromMachine(readChunksMachine(openRouter)))
        })
      runTools({ provider: openRouter, tools: {}, send, ...quick, scheduler: time })(toolRun([])).subscribe()
    })
    expect(sentAt).toEqual([0, 300])
  })

  it('pauses before it runs anything, goes on from a saved state with the answer, and pauses for what is left', async () => {
    const options = { tools: { add: careful } }
    const { end } = await eventsOf([two], options)
    expect(end).toMatchObject({ _tag: 'Paused', calls: [{ id: 'x' }, { id: 'y' }] })
    const saved = JSON.parse(JSON.stringify(end?.run)) as ToolRunEnd['run'] // a run
    const keys = end?._tag === 'Paused' ? end.calls.map(({ key }) => key) : []
    const [first = -1, second = -1] = keys
    const half = withApprovals([{ key: first, approved: true }])(saved)
    expect((await eventsOf([], options, half)).end).toMatchObject({ _tag: 'Paused', calls: [{ id: 'y' }] })
    const whole = withApprovals([{ key: second, approved: false, reason: 'not today' }])(half)
    const { sent, end: last } = await eventsOf([says], options, whole)
    expect(sent[0]?.slice(-2)).toMatchObject([
      { tool_call_id: 'x', content: '5' },
      { tool_call_id: 'y', content: 'not today' }
    ])
    expect(last).toMatchObject({ _tag: 'Answered', run: { turns: 2, approvals: [] } })
  })

  it('law: at most so many calls run at a time, and each once', async () => {
    let running = 0
    let most = 0
    const seen: string[] = []
    const slow = tool({
      schema: Two,
      run: async ({ a }, { call: { id } }: ToolContext) => {
        seen.push(id)
        most = Math.max(most, (running += 1))
        await new Promise((resolve) => setTimeout(resolve, a))
        running -= 1
        return 'x'
      }
    })
    const many = asks(
      ...[3, 1, 2, 0, 1].map(
        (a, i) => [i, `c${i}`, 'add', JSON.stringify({ a, b: 0 })] satisfies Parameters<typeof call>
      )
    )
    for (const concurrency of [1, 2, 9]) {
      most = 0
      await eventsOf([many, says], { tools: { add: slow }, concurrency })
      expect(most).toBe(Math.min(concurrency, 5))
      most = 0
      await asyncEventsOf([many, says], { tools: { add: slow }, concurrency })
      expect(most).toBe(Math.min(concurrency, 5))
    }
    expect(seen).toHaveLength(30)
  })

  it('aborts the signals of running calls when it is unsubscribed, and only those', async () => {
    const signals: AbortSignal[] = []
    const quickly = tool({ schema: Two, run: (_args, { signal }) => (signals.push(signal), 'x') })
    const forever = tool({
      schema: Two,
      run: (_args, { signal }) => (signals.push(signal), new Promise<string>(() => undefined))
    })
    const body = asks([0, 'x', 'a', '{"a":1,"b":1}'], [1, 'y', 'b', '{"a":1,"b":1}'])
    const { send } = talk([body])
    const subscription = runTools({ provider: openRouter, tools: { a: quickly, b: forever }, send })(
      toolRun([])
    ).subscribe()
    await new Promise((resolve) => setTimeout(resolve, 0))
    subscription.unsubscribe()
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true])
  })

  it('unsubscribes from the request when it is unsubscribed', () => {
    let closed = 0
    const send = () => concat(from([]), NEVER).pipe(tap({ unsubscribe: () => (closed += 1) }))
    runTools({ provider: openRouter, tools: {}, send })(toolRun([])).subscribe().unsubscribe()
    expect(closed).toBe(1)
  })

  it('ends with a failure where the request errors or throws', async () => {
    const thrown = (): never => {
      throw new Error('x')
    }
    for (const send of [() => throwError(() => new Error('x')), thrown]) {
      const { end } = await eventsOf([], { send, retries: 0 })
      expect(end).toMatchObject({ _tag: 'Failed', failure: { _tag: 'TransportFailure' } })
    }
  })
})

describe('runToolsAsync', () => {
  it('stops while a tool runs when its signal is aborted, and aborts the signal of the tool', async () => {
    const stopping = new AbortController()
    let heard: AbortSignal | undefined
    const forever = tool({
      schema: Two,
      run: (_args, { signal }) => {
        heard = signal
        stopping.abort()
        return new Promise<string>(() => undefined)
      }
    })
    const { sendAsync } = talk([one])
    const events: ToolRunEvent[] = []
    const run = runToolsAsync({
      provider: openRouter,
      tools: { add: forever },
      send: sendAsync,
      signal: stopping.signal
    })
    for await (const event of run(toolRun<unknown>(question))) events.push(event)
    expect(endOf(events)?._tag).toBe('Stopped')
    expect(heard?.aborted).toBe(true)
  })

  it('aborts the signal of the request when the consumer stops', async () => {
    let heard: AbortSignal | undefined
    const { sendAsync } = talk([one])
    const send = (items: ReadonlyArray<unknown>, signal: AbortSignal) => {
      heard = signal
      return sendAsync(items)
    }
    for await (const event of runToolsAsync({ provider: openRouter, tools: { add }, send })(toolRun<unknown>([]))) {
      if (event._tag === 'Message') break
    }
    expect(heard?.aborted).toBe(true)
  })
})
