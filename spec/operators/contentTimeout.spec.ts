import { either as E } from 'fp-ts'
import { from, NEVER, Observable, of, startWith, Subject, take, toArray, VirtualTimeScheduler } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Delta } from '../../lib/data/Delta.ts'
import { idleTimeout as failure, noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { contentTimeout } from '../../lib/operators/contentTimeout.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import type { ChatChunk } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { chunk, delta, DONE } from '../fixtures/chat.ts'
import { results, resultsOf } from '../fixtures/results.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const scheduler = (): TestScheduler =>
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected)
  })

const left = E.left(failure(5, { atByte: 0, atEvent: 0 }))

const saying = (...deltas: ReadonlyArray<Delta>): Result<Chunk> =>
  E.right({ _tag: 'StreamChunk', wire: {}, deltas, atByte: 0, atEvent: 0 })

const at = { choice: 0, key: 0 }
const word = saying({ _tag: 'TextDelta', ...at, text: 'x' })
const reasoning = { _tag: 'ReasoningDelta', ...at, kind: 'text', text: '', signature: '' } as const
const fragment = { _tag: 'ToolCallDelta', ...at, id: '', name: '', arguments: '' } as const
const server = { ...fragment, _tag: 'ServerToolCallDelta', kind: 'search' } as const

const silent: Readonly<Record<string, Result<Chunk>>> = {
  'no delta': saying(),
  'a Left': E.left(noEvents({ atByte: 0, atEvent: 0 })),
  'an empty text': saying({ _tag: 'TextDelta', ...at, text: '' }),
  'an empty refusal': saying({ _tag: 'RefusalDelta', ...at, text: '' }),
  'empty reasoning': saying(reasoning),
  'an empty fragment of a call': saying(fragment),
  'an empty fragment of a call of the provider': saying(server),
  usage: saying({ _tag: 'UsageDelta', usage: { inputTokens: 1 } }),
  'id and model': saying({ _tag: 'ResponseMetadata', id: 'a', model: 'm' }),
  'fields beside the parts': saying({ _tag: 'ExtraDelta', choice: 0, extra: { provider: 'A' } }),
  'a repair': saying({ _tag: 'RepairDelta', repair: { _tag: 'NameRepeated', ...at } })
}

const content: Readonly<Record<string, Result<Chunk>>> = {
  text: word,
  'a refusal': saying({ _tag: 'RefusalDelta', ...at, text: 'no' }),
  reasoning: saying({ ...reasoning, text: 'hm' }),
  'a signature': saying({ ...reasoning, signature: 's' }),
  'encrypted reasoning': saying({ ...reasoning, data: 'd' }),
  'the id of a call': saying({ ...fragment, id: 'a' }),
  'the name of a call': saying({ ...fragment, name: 'add' }),
  arguments: saying({ ...fragment, arguments: '{' }),
  'a call of the provider': saying({ ...server, name: 'search' }),
  'the end of a call': saying({ _tag: 'ToolCallEnd', ...at, state: 'Closed' }),
  'a finish reason': saying({ _tag: 'FinishDelta', choice: 0, finishReason: 'stop', rawFinishReason: 'stop' }),
  'an unknown part': saying({ _tag: 'UnrecognisedDelta', ...at, raw: 1 })
}

describe('contentTimeout', () => {
  it('accepts a scheduler', () => {
    const time = new VirtualTimeScheduler()
    const seen: unknown[] = []
    NEVER.pipe(startWith(word), contentTimeout(1000, time)).subscribe((result) => seen.push([time.now(), result]))
    time.flush()
    expect(seen).toEqual([
      [0, word],
      [1000, E.left(failure(1000, { atByte: 0, atEvent: 0 }))]
    ])
  })

  passesErrors(() => contentTimeout(1000), word)
  keepsTime(() => contentTimeout(1000), word, word)

  it('keeps the type of the chunks', () => {
    const chunks: Observable<Result<Chunk<ChatChunk, never>>> = of(DONE).pipe(readChunks(openRouter), contentTimeout(5))
    const tags: string[] = []
    chunks.subscribe(({ _tag }) => tags.push(_tag))
    expect(tags).toEqual(['Left'])
  })

  it.each(Object.entries(silent))('forwards %s, and goes on waiting', (_, b) => {
    scheduler().run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('                                 -a--b--b-', { a: word, b })
      expectObservable(source.pipe(contentTimeout(5))).toBe('-a--b-(l|)', { a: word, b, l: left })
      expectSubscriptions(source.subscriptions).toBe('      ^-----!')
    })
  })

  it.each(Object.entries(content))('counts %s as content', (_, b) => {
    scheduler().run(({ hot, expectObservable }) => {
      const source = hot('                                 -a--b----|', { a: word, b })
      expectObservable(source.pipe(contentTimeout(6))).toBe('-a--b----|', { a: word, b })
    })
  })

  it('does not count the keep-alive chunks of a gateway as content', () => {
    scheduler().run(({ hot, expectObservable }) => {
      const alive = [': OPENROUTER PROCESSING\n\n', chunk({ choices: [] }), delta({ content: '', role: 'assistant' })]
      const [first, ...more] = resultsOf(delta({ content: 'a' }), ...alive, ...alive)
      const values = { a: first as Result<Chunk>, b: more[0] as Result<Chunk>, c: more[1] as Result<Chunk> } // four come
      const l = E.left(failure(5, { atByte: E.isRight(values.c) ? values.c.right.atByte : -1, atEvent: 2 }))
      expectObservable(hot('a-b-c-b-c', values).pipe(contentTimeout(5))).toBe('a-b-c(l|)', { ...values, l })
    })
  })

  it('has no limit if no timer can measure it', () => {
    scheduler().run(({ hot, expectObservable }) => {
      for (const milliseconds of [0, NaN, Infinity]) {
        expectObservable(hot('9s a|', { a: word }).pipe(contentTimeout(milliseconds))).toBe('9s a|', { a: word })
      }
    })
  })

  it('forwards all of a synchronous source, and stops an endless one', () => {
    let seen: ReadonlyArray<Result<Chunk>> = []
    from(results)
      .pipe(contentTimeout(5), toArray())
      .subscribe((all) => {
        seen = all
      })
    expect(seen).toEqual(results)
    let asked = 0
    new Observable<Result<Chunk>>((subscriber) => {
      while (!subscriber.closed && asked < 100) {
        asked += 1
        subscriber.next(word)
      }
    })
      .pipe(contentTimeout(5), take(1))
      .subscribe()
    expect(asked).toBe(1)
  })

  it('ends the message as Truncated', () => {
    scheduler().run(({ hot, expectObservable }) => {
      const last = E.right({ _tag: 'StreamChunk' as const, wire: {}, deltas: [], atByte: 70, atEvent: 3 })
      expectObservable(hot('b--b--b', { b: last }).pipe(contentTimeout(5), collectMessage())).toBe('-----(o|)', {
        o: {
          _tag: 'Truncated',
          message: { choices: [] },
          failures: [failure(5, { atByte: 70, atEvent: 3 })],
          repairs: []
        }
      })
    })
  })

  it('leaves no timer running, however it ends', () => {
    jest.useFakeTimers()
    try {
      of(word).pipe(contentTimeout(5)).subscribe()
      of(word).pipe(contentTimeout(5), take(1)).subscribe()
      expect(jest.getTimerCount()).toBe(0)

      const source = new Subject<Result<Chunk>>()
      const subscription = source.pipe(contentTimeout(5)).subscribe()
      source.next(word)
      expect(jest.getTimerCount()).toBe(1)
      subscription.unsubscribe()
      expect(jest.getTimerCount()).toBe(0)

      const seen: unknown[] = []
      NEVER.pipe(contentTimeout(5)).subscribe({
        next: (result) => seen.push(result),
        complete: () => seen.push('complete')
      })
      jest.advanceTimersByTime(5)
      expect(seen).toEqual([left, 'complete'])
      expect(jest.getTimerCount()).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })
})
