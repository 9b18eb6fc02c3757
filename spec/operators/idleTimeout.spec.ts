import type { Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Observable } from 'rxjs'
import { asyncScheduler, lastValueFrom, NEVER, of, startWith, Subject, take, VirtualTimeScheduler } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'
import { TestScheduler } from 'rxjs/testing'

import { failureError, isFailureError } from '../../lib/codec/FailureError.ts'
import { idleTimeout as failure } from '../../lib/data/Failure.ts'
import { messageText } from '../../lib/data/Message.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { idleTimeout } from '../../lib/operators/idleTimeout.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const scheduler = (): TestScheduler =>
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected)
  })

const error = failureError(failure(5, { atByte: 0, atEvent: 0 }))
const pieces = { a: 'a', e: '', b: Uint8Array.of(1) }

describe('idleTimeout', () => {
  passesErrors(() => idleTimeout(1000), 'a')
  keepsTime(() => idleTimeout(1000), 'a', 'a')

  it('errors if no piece arrives in time, first or later, and unsubscribes from the source', () => {
    scheduler().run(({ hot, expectObservable, expectSubscriptions }) => {
      const none = hot(' -------------')
      expectObservable(none.pipe(idleTimeout(5))).toBe('-----#', undefined, error)
      expectSubscriptions(none.subscriptions).toBe('^----!')
      const some = hot(' --a---b------a', pieces)
      expectObservable(some.pipe(idleTimeout(5))).toBe('--a---b----#', pieces, error)
      expectSubscriptions(some.subscriptions).toBe('     ^----------!')
    })
  })

  it('accepts a scheduler', () => {
    const time = new VirtualTimeScheduler()
    const seen: unknown[] = []
    NEVER.pipe(startWith('a'), idleTimeout(1000, time)).subscribe({
      next: (piece) => seen.push([time.now(), piece]),
      error: (thrown: unknown) => seen.push([time.now(), isFailureError(thrown) && thrown.failure._tag])
    })
    time.flush()
    expect(seen).toEqual([
      [0, 'a'],
      [1000, 'IdleTimeout']
    ])
  })

  it('keeps the type of the pieces', async () => {
    const bytes: Observable<Uint8Array> = of(Uint8Array.of(1)).pipe(idleTimeout(5))
    const texts: Observable<string> = of('a').pipe(idleTimeout(5, asyncScheduler))
    expect([await lastValueFrom(bytes), await lastValueFrom(texts)]).toEqual([Uint8Array.of(1), 'a'])
  })

  it('does not count an empty piece', () => {
    scheduler().run(({ hot, expectObservable }) => {
      expectObservable(hot('-a--e--e--a', pieces).pipe(idleTimeout(5))).toBe('-a----#', pieces, error)
    })
  })

  it('never ends a stream whose pieces arrive in time', () => {
    scheduler().run(({ hot, expectObservable }) => {
      const source = 'a----a----a----b----a----(a|)'
      expectObservable(hot(source, pieces).pipe(idleTimeout(6))).toBe(source, pieces)
    })
  })

  it.each([0, -1, NaN, Infinity, 2 ** 31])('has no limit of %d', (milliseconds) => {
    scheduler().run(({ hot, expectObservable }) => {
      expectObservable(hot('a 9s a|', pieces).pipe(idleTimeout(milliseconds))).toBe('a 9s a|', pieces)
    })
  })

  it('leaves no timer running, however it ends', () => {
    jest.useFakeTimers()
    try {
      of('a').pipe(idleTimeout(5)).subscribe()
      of('a').pipe(idleTimeout(5), take(1)).subscribe()
      expect(jest.getTimerCount()).toBe(0)

      const source = new Subject<string>()
      const subscription = source.pipe(idleTimeout(5)).subscribe()
      source.next('a')
      expect(jest.getTimerCount()).toBe(1)
      subscription.unsubscribe()
      expect(jest.getTimerCount()).toBe(0)

      source.pipe(idleTimeout(5)).subscribe({ error: () => undefined })
      source.error(new Error('transport'))
      expect(jest.getTimerCount()).toBe(0)

      const errors: unknown[] = []
      NEVER.pipe(idleTimeout(5)).subscribe({ error: (thrown: unknown) => errors.push(thrown) })
      jest.advanceTimersByTime(5)
      expect(errors.map((thrown) => isFailureError(thrown) && thrown.failure._tag)).toEqual(['IdleTimeout'])
      expect(jest.getTimerCount()).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })

  it('ends the message as Truncated, with the position of the last event', () => {
    scheduler().run(({ hot, expectObservable }) => {
      const [first, second] = [delta({ content: 'Hel' }), delta({ content: 'lo' })]
      const states = hot('a-b-----', { a: first, b: second }).pipe(
        idleTimeout(5),
        readChunks(openRouter),
        collectMessage()
      )
      expectObservable(states).toBe('-------(o|)', {
        o: {
          _tag: 'Truncated',
          message: { id: 'c1', model: 'm', choices: [{ index: 0, parts: [{ _tag: 'Text', text: 'Hello', key: 0 }] }] },
          failures: [failure(5, { atByte: first.length, atEvent: 1 })],
          repairs: []
        }
      })
    })
  })
})

describe('a server that stalls', () => {
  let server: Server
  let url = ''
  let closed: Promise<void>

  /** Writes these pieces, and then leaves the response open. */
  const serve = async (status: number, ...some: ReadonlyArray<string>): Promise<void> => {
    let close: () => void = () => undefined
    closed = new Promise((resolve) => {
      close = resolve
    })
    server = createServer((_request, response: ServerResponse) => {
      response.on('close', close)
      response.writeHead(status, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      some.forEach((piece) => response.write(piece))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // it listens on a port
  }

  afterEach(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })

  const ask = () =>
    lastValueFrom(fromFetch(url, { selector: fromResponse(openRouter, { idleTimeout: 30 }) }).pipe(collectMessage()))

  it('is unsubscribed, and the message received is kept', async () => {
    await serve(200, delta({ content: 'half' }))
    const outcome = await ask()
    expect(outcome).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'IdleTimeout', milliseconds: 30, atEvent: 0 }]
    })
    expect(messageText(outcome.message)).toBe('half')
    await closed
  })

  it('is unsubscribed when it sends nothing at all', async () => {
    await serve(200)
    expect(await ask()).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'IdleTimeout' }] })
    await closed
  })

  it('is unsubscribed in the middle of an error body, and the error is reported', async () => {
    await serve(429, '{"error":{"message":"slow down","code":429}}')
    expect(await ask()).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 429 }, { _tag: 'IdleTimeout' }]
    })
    await closed
  })

  it('does not matter once the answer is complete', async () => {
    await serve(200, delta({ content: 'whole' }), finish('stop'), DONE)
    expect(await ask()).toMatchObject({ _tag: 'Complete', failures: [] })
    await closed
  })
})
