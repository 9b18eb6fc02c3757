import type { Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { either as E } from 'fp-ts'
import type { Observable } from 'rxjs'
import { firstValueFrom, lastValueFrom, tap, toArray } from 'rxjs'

import { messageText } from '../../lib/data/Message.ts'
import { isAborted } from '../../lib/data/MessageState.ts'
import { isRetryable } from '../../lib/data/retry.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { fromRequest } from '../../lib/operators/fromRequest.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'

const whole = delta({ content: 'Hi' }) + finish('stop') + DONE

const outcomeOf = (chunks: ReturnType<ReturnType<typeof fromRequest>>) =>
  lastValueFrom((chunks as Observable<never>).pipe(collectMessage())) // of any provider

describe('fromRequest', () => {
  it('makes no request before it is subscribed, and one at each subscription', async () => {
    let made = 0
    const chunks = fromRequest(openRouter)(() => {
      made += 1
      return Promise.resolve(new Response(whole))
    })
    expect(made).toBe(0)
    expect((await outcomeOf(chunks))._tag).toBe('Complete')
    expect((await outcomeOf(chunks))._tag).toBe('Complete')
    expect(made).toBe(2)
  })

  it('reads an error response as fromResponse does', async () => {
    const refused = fromRequest(openRouter)(() =>
      Promise.resolve(Response.json({ error: { message: 'slow down' } }, { status: 429 }))
    )
    expect(await outcomeOf(refused)).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 429 }]
    })
  })

  it.each([
    ['a refused connection', () => fetch('http://127.0.0.1:1/'), 'TransportFailure', true],
    ['a URL that is none', () => fetch('nowhere'), 'TransportFailure', false],
    ['a rejection with nothing', () => Promise.reject(undefined as unknown as Error), 'TransportFailure', true],
    ['an AbortError', () => fetch('http://127.0.0.1:1/', { signal: AbortSignal.abort() }), 'Aborted', false],
    [
      'a body that was read already',
      () => Promise.resolve({ status: 200, headers: {}, bodyUsed: true }),
      'TransportFailure',
      false
    ]
  ] as const)('emits a Left for %s, and completes', async (_, request, tag, mayPass) => {
    const results = await lastValueFrom(fromRequest(openRouter)(request).pipe(toArray()))
    const failures = results.flatMap((result) => (E.isLeft(result) ? [result.left] : []))
    expect([results.length, failures.map(({ _tag }) => _tag), failures.map(isRetryable)]).toEqual([1, [tag], [mayPass]])
  })

  it('aborts its signal when it is unsubscribed before the response comes', () => {
    let given: AbortSignal | undefined
    const subscription = fromRequest(openRouter)((signal) => {
      given = signal
      return new Promise(() => undefined)
    }).subscribe()
    expect(given?.aborted).toBe(false)
    subscription.unsubscribe()
    expect(given?.aborted).toBe(true)
  })

  it('aborts its signal when it is unsubscribed before the end, and not at the end', async () => {
    const signals: AbortSignal[] = []
    const chunks = fromRequest(openRouter)((signal) => {
      signals.push(signal)
      return Promise.resolve(new Response(whole))
    })
    await firstValueFrom(chunks)
    await lastValueFrom(chunks)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  })

  it('aborts its signal with the one of the options, also while the text of a response without a body is awaited', async () => {
    const user = new AbortController()
    const given: AbortSignal[] = []
    const chunks = fromRequest(openRouter, { signal: user.signal })((signal) => {
      given.push(signal)
      return { status: 200, headers: {}, text: () => new Promise<string>(() => undefined) }
    })
    const outcome = outcomeOf(chunks)
    setTimeout(() => {
      user.abort()
    })
    expect(isAborted(await outcome)).toBe(true)
    expect(given.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('applies idleTimeout to the response, too, and aborts the request', async () => {
    let given: AbortSignal | undefined
    const chunks = fromRequest(openRouter, { idleTimeout: 5 })((signal) => {
      given = signal
      return new Promise(() => undefined)
    })
    expect(await outcomeOf(chunks)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'IdleTimeout' }] })
    expect(given?.aborted).toBe(true)
  })

  it('errors with an error that the function throws', async () => {
    const mine = new Error('mine')
    const chunks = fromRequest(openRouter)(() => {
      throw mine
    })
    await expect(lastValueFrom(chunks)).rejects.toBe(mine)
  })

  it.each([
    ['a response', new Response(''), 'Response'],
    ['a promise', Promise.resolve(new Response('')), 'Promise'],
    ['a URL', 'http://127.0.0.1/', 'String'],
    ['null', null, 'Null']
  ])('throws a TypeError at once for %s', (_, request, name) => {
    expect(() => fromRequest(openRouter)(request as never)).toThrow(
      new TypeError(`a request must be a function of a signal that returns a promise, not ${name}`)
    )
  })

  it.each([
    ['nothing', undefined, 'Undefined'],
    ['text', 'data', 'String'],
    ['a list', [], 'Array']
  ])('errors with a TypeError if the function returns %s', async (_, response, name) => {
    const chunks = fromRequest(openRouter)(() => Promise.resolve(response as never))
    const mistake = new TypeError(`a response must be an object with a status and headers, not ${name}`)
    await expect(lastValueFrom(chunks)).rejects.toEqual(mistake)
    await expect(outcomeOf(chunks)).rejects.toEqual(mistake)
  })
})

describe('a connection', () => {
  let server: Server
  let url = ''
  let closed: Promise<void>

  /** Writes these pieces, and then leaves the response open. */
  const serve = async (...pieces: ReadonlyArray<string>): Promise<void> => {
    let close: () => void = () => undefined
    closed = new Promise((resolve) => {
      close = resolve
    })
    server = createServer((_request, response: ServerResponse) => {
      response.on('close', close)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      pieces.forEach((piece) => response.write(piece))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // it listens on a port
  }

  afterEach(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })

  it('closes when it is unsubscribed, at the terminal, and when take has enough', async () => {
    for (const pieces of [[delta({ content: 'a' })], [whole]]) {
      await serve(...pieces)
      await firstValueFrom(fromRequest(openRouter)((signal) => fetch(url, { signal })))
      await closed
      server.close()
    }
    await serve(whole)
    expect((await outcomeOf(fromRequest(openRouter)((signal) => fetch(url, { signal }))))._tag).toBe('Complete')
    await closed
  })

  it.each([
    ['no reason', undefined],
    ['a reason', new Error('enough')],
    ['a word', 'enough'],
    ['a timeout', new DOMException('', 'TimeoutError')]
  ])('closes when the signal is aborted with %s, and the message received is kept', async (_, reason) => {
    await serve(delta({ content: 'half' }))
    const stopping = new AbortController()
    const chunks = fromRequest(openRouter, { signal: stopping.signal })((signal) => fetch(url, { signal })).pipe(
      tap(() => {
        stopping.abort(reason)
      })
    )
    const outcome = await lastValueFrom(chunks.pipe(collectMessage()))
    expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'Aborted', atEvent: 0 }] })
    expect([messageText(outcome.message), isAborted(outcome), outcome.failures.some(isRetryable)]).toEqual([
      'half',
      true,
      false
    ])
    await closed
  })

  it('is not made if the signal is aborted already', async () => {
    await serve()
    let requests = 0
    server.on('request', () => (requests += 1))
    const chunks = fromRequest(openRouter, { signal: AbortSignal.abort() })((signal) => fetch(url, { signal }))
    expect(await outcomeOf(chunks)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] })
    expect(requests).toBe(0)
  })
})
