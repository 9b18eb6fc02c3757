/**
 * The user's own functions throw, the k-th time that they are called. What is given to an operator goes to the error
 * channel, as it does with those of RxJS; what is given to a total function, a codec or a schema, gives a Left. What an
 * observer throws is RxJS's to tell, and stops nothing.
 */
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import type { Observable, OperatorFunction } from 'rxjs'
import { config, from, lastValueFrom, map, NEVER, toArray } from 'rxjs'

import { readAsync } from '../../lib/async/readAsync.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import { messageText } from '../../lib/data/Message.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import type { ClosedToolCall } from '../../lib/data/parts/ToolCall.ts'
import type { Result } from '../../lib/data/Result.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { fanOut } from '../../lib/operators/fanOut.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { tapLefts } from '../../lib/operators/tapLefts.ts'
import { textFragments } from '../../lib/operators/textFragments.ts'
import { openAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { ChatChunk, ChatResponse } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import type { StandardSchema } from '../../lib/tools/schema.ts'
import { toolSet } from '../../lib/tools/toolSet.ts'
import { delta, DONE } from '../fixtures/chat.ts'
import { iterableOf, observableOf, settled } from './faulty.ts'

const mine = new Error('mine')

/** A function that throws the k-th time, from 0; `calls` says how often it was called. */
const throwingAt = (k: number) => {
  const seen = { calls: 0 }
  const fire = (): void => {
    seen.calls += 1
    if (seen.calls === k + 1) throw mine
  }
  return { seen, fire }
}

const thrown = (): never => {
  throw mine
}

const body = [
  delta({ content: 'a' }),
  'data: {bad\n\n',
  delta({ content: 'b' }, { finish_reason: 'stop' }),
  'data: {bad\n\n',
  DONE
]

type Chunks = Result<Chunk>

/** What an observer sees, and whether the source was left. */
const seenBy = <A>(operator: OperatorFunction<Chunks, A>) => {
  const { source, seen } = observableOf((k) => body[k])
  const values: A[] = []
  const ends: unknown[] = []
  source.pipe(readChunks(openRouter), operator).subscribe({
    next: (value) => values.push(value),
    error: (error: unknown) => ends.push(error),
    complete: () => ends.push('complete')
  })
  return { values, ends, left: seen.left }
}

/** Once more for each k, until nothing throws; gives how many times something did. */
const untilNone = (run: (k: number) => boolean): number => {
  let k = 0
  while (run(k)) k += 1
  return k
}

describe('functions that are given to operators', () => {
  const operators: Readonly<
    Record<string, readonly [number, (fire: () => void) => OperatorFunction<Chunks, unknown>]>
  > = {
    'tapLefts(f)': [2, (fire) => tapLefts(fire)],
    'an operator within fanOut': [5, (fire) => fanOut({ a: map(fire), text: textFragments() })],
    'a function within fanOut that is no operator yet': [
      1,
      (fire) =>
        fanOut({
          a: (chunks: Observable<Chunks>) => {
            fire()
            return chunks
          }
        })
    ]
  }

  it.each(Object.entries(operators))(
    '%s: what it throws is the error, once, and the source is left',
    (_, [times, make]) => {
      const whole = seenBy(make(() => undefined))
      expect(whole.ends).toEqual(['complete'])
      const thrown = untilNone((k) => {
        const { fire } = throwingAt(k)
        const { values, ends, left } = seenBy(make(fire))
        expect(values).toEqual(whole.values.slice(0, values.length))
        expect([1, times === 1 ? 0 : 1]).toContain(left)
        expect(ends).toEqual([ends[0] === mine ? mine : 'complete'])
        return ends[0] === mine
      })
      expect(thrown).toBe(times)
    }
  )

  it('an error of theirs before accumulateMessage is a failure of the outcome', async () => {
    const chunks = from(body).pipe(readChunks(openRouter), tapLefts(throwingAt(0).fire))
    const outcome = await lastValueFrom(chunks.pipe(collectMessage()))
    expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] })
    expect(messageText(outcome.message)).toBe('a')
  })
})

describe('codecs of a provider', () => {
  const throwing = (fire: () => void) => {
    const chunk = new t.Type<ChatChunk, ChatChunk>(
      'Mine',
      (u): u is ChatChunk => {
        fire()
        return ChatChunk.is(u)
      },
      (u, context) => {
        fire()
        return ChatChunk.validate(u, context)
      },
      t.identity
    )
    const response = new t.Type<ChatResponse, ChatResponse>(
      'Mine',
      ChatResponse.is,
      (u, context) => {
        fire()
        return ChatResponse.validate(u, context)
      },
      t.identity
    )
    return openAIChatProvider({ name: 'mine', source: 'https://a', terminal: 'sentinel', chunk, response })
  }

  /** Throws as long as the event is asked for. */
  const always = throwing(() => {
    throw mine
  })

  it('that throw at the k-th question lose that event at most, in every way of reading', async () => {
    const good = [
      delta({ content: 'a' }),
      delta({ content: 'b' }),
      delta({ content: 'c' }, { finish_reason: 'stop' }),
      DONE
    ]
    for (let k = 0; k < 4; k++) {
      const states: MessageState[] = []
      for await (const state of readAsync(throwing(throwingAt(k).fire))(iterableOf((i) => good[i]).source))
        states.push(state)
      const chunks = from(good).pipe(readChunks(throwing(throwingAt(k).fire)), accumulateMessage(), toArray())
      expect(await lastValueFrom(chunks)).toEqual(states)
      const outcome = foldBody(throwing(throwingAt(k).fire), good.join(''))
      expect(outcome).toEqual(states.at(-1))
      // A codec that is asked once more, by decode, takes the event after all.
      expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'abc'])
    }
  })

  it('that always throw make each event a DecodeFailure, and a body no stream', () => {
    const { failures, _tag } = foldBody(always, delta({ content: 'a' }) + delta({ content: 'b' }))
    expect([_tag, failures.map((failure) => failure._tag)]).toEqual([
      'Truncated',
      ['DecodeFailure', 'DecodeFailure', 'EndedEarly']
    ])
    expect(failures[0]).toMatchObject({ errors: [{ path: '', expected: 'Mine' }] })
    expect(JSON.stringify(failures)).not.toContain('mine"')
    expect(foldBody(always, '{"choices":[]}').failures.map((failure) => failure._tag)).toEqual([
      'DecodeFailure',
      'NotAStream'
    ])
  })
})

describe('schemas of tools', () => {
  const call: ClosedToolCall = {
    _tag: 'ToolCall',
    state: 'Closed',
    key: 0,
    id: 'a',
    name: 'add',
    arguments: '{"secret":1}'
  }
  const codec = new t.Type<number>(
    'Mine',
    t.number.is,
    () => {
      throw mine
    },
    t.identity
  )
  const standard = (validate: StandardSchema<number>['~standard']['validate']): StandardSchema<number> => ({
    '~standard': { version: 1, validate }
  })

  it.each([
    ['an io-ts codec', codec],
    [
      'a Standard Schema',
      standard(() => {
        throw mine
      })
    ],
    ['a Standard Schema with issues that are none', standard(() => ({ issues: [null as never] }))]
  ])('%s that throws gives a Left', (_, schema) => {
    const expected = { _tag: 'Invalid', errors: [{ path: '', expected: 'a schema that does not throw' }] }
    expect(decodeArguments<number>(schema)(call)).toMatchObject(E.left(expected))
    expect(toolSet({ add: schema })(call)).toMatchObject(E.left({ ...expected, call }))
  })

  it('one that answers later and then rejects leaves no rejection behind', async () => {
    const late = standard(() => Promise.reject(mine))
    expect(E.isLeft(decodeArguments(late)(call))).toBe(true)
    await settled()
  })

  it('one that needs its object has it', () => {
    const own = {
      version: 1 as const,
      one: 1,
      validate() {
        return { value: this.one }
      }
    }
    expect(decodeArguments<number>({ '~standard': own })(call)).toEqual(E.right(1))
  })
})

describe('an observer that throws', () => {
  it('is told to RxJS, at each k, and gets everything else all the same', async () => {
    const told: unknown[] = []
    config.onUnhandledError = (error) => told.push(error)
    const states = () => from(body).pipe(readChunks(openRouter), accumulateMessage())
    const expected: MessageState[] = []
    states().subscribe((state) => expected.push(state))
    for (let k = 0; k < expected.length; k++) {
      const { fire } = throwingAt(k)
      const seen: MessageState[] = []
      let completed = 0
      states().subscribe({
        next: (state) => {
          seen.push(state)
          fire()
        },
        complete: () => {
          completed += 1
        }
      })
      expect([seen, completed]).toEqual([expected, 1])
    }
    await settled()
    config.onUnhandledError = null
    expect(told).toEqual(expected.map(() => mine))
  })

  it('within forEach rejects, and the source is left once', async () => {
    const { source, seen } = observableOf((k) => body[k] ?? 'more')
    await expect(source.pipe(readChunks(openRouter)).forEach(throwingAt(1).fire)).rejects.toBe(mine)
    expect(seen).toEqual({ asked: 2, left: 1 })
  })
})

describe('a response of somebody’s own', () => {
  it.each([
    ['headers', { status: 200, headers: { get: (): string => thrown() }, text: () => Promise.resolve('') }],
    ['text()', { status: 200, headers: new Headers(), text: (): Promise<string> => thrown() }]
  ])('whose %s throw is an error when it is subscribed, and not before', async (_, response) => {
    const outcome = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
    expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] })
  })
})

describe('a source of somebody’s own', () => {
  const states = async (source: unknown): Promise<ReadonlyArray<MessageState>> => {
    const all: MessageState[] = []
    for await (const state of readAsync(openRouter)(source as AsyncIterable<string>)) all.push(state) // whatever it is
    return all
  }

  it.each([
    ['cannot be opened', { [Symbol.asyncIterator]: throwingAt(0).fire }],
    ['throws instead of rejecting', { [Symbol.asyncIterator]: () => ({ next: throwingAt(0).fire }) }],
    ['gives nothing at all', { [Symbol.asyncIterator]: () => ({ next: () => undefined }) }]
  ])('that %s is a failure of the outcome', async (_, source) => {
    expect((await states(source)).filter(isOutcome)).toMatchObject([
      { _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] }
    ])
  })

  it.each([
    ['an object', {}, 'Object'],
    ['a Response', new Response('data'), 'Response'],
    ['an Observable', NEVER, 'Object'],
    ['a promise', Promise.resolve(''), 'Promise'],
    ['a string', 'data', 'String'],
    ['a list of pieces', ['data'], 'Array'],
    ['null', null, 'Null'],
    ['nothing', undefined, 'Undefined']
  ])('that is %s is a TypeError at once, which names it', (_, source, name) => {
    expect(() => readAsync(openRouter)(source as AsyncIterable<string>)).toThrow(
      new TypeError(`a source of pieces must be an asynchronous iterable, not ${name}`)
    )
  })

  it.each([
    ['throws', throwingAt(0).fire],
    ['rejects', () => Promise.reject(mine)],
    ['is no promise', () => undefined]
  ])('whose return() %s keeps back no outcome', async (_, leave) => {
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: false, value: body.join('') }),
        return: leave
      })
    }
    expect((await states(source)).filter(isOutcome)).toMatchObject([{ _tag: 'Complete' }])
    const left = readAsync(openRouter)(source as unknown as AsyncIterable<string>)
    expect(await left.return?.()).toEqual({ done: true, value: undefined })
    await settled()
  })

  it('is left when its consumer leaves before anything was asked', async () => {
    const { source, seen } = iterableOf((k) => body[k])
    await readAsync(openRouter)(source).return?.()
    await settled()
    expect(seen).toEqual({ asked: 0, left: 1 })
  })
})
