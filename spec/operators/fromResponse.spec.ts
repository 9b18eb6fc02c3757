import type { Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

import { finalize, firstValueFrom, lastValueFrom, Subscription, take, tap, toArray } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

import { iterateReadableStream as pieces } from '../../lib/async/readableStream.ts'
import { readAsync } from '../../lib/async/readAsync.ts'
import { defaultLimits, limitsOf } from '../../lib/data/Limits.ts'
import { messageText } from '../../lib/data/Message.ts'
import { ndjsonFraming, sseFraming } from '../../lib/machine/framing/frames.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { headOf } from '../../lib/reading/headOf.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { counting } from '../fixtures/counting.ts'

const outcomeOf = (response: Response) => lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))

const stream = [delta({ content: 'Hé' }), delta({ content: 'llo' }), finish('stop'), DONE].join('')

describe('fromResponse', () => {
  it('reads a stream and a JSON body to the same message', async () => {
    const streamed = await outcomeOf(new Response(stream, { headers: { 'content-type': 'text/event-stream' } }))
    const answer = { id: 'c1', model: 'm', choices: [{ message: { content: 'Héllo' }, finish_reason: 'stop' }] }
    const whole = await outcomeOf(Response.json(answer))
    expect(streamed).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(messageText(streamed.message)).toBe('Héllo')
    expect(whole.message).toEqual(streamed.message)
  })

  it('turns an error response into a failure with the retry time', async () => {
    const error = { error: { message: 'slow down', code: 429, metadata: { provider_name: 'WandB' } } }
    const response = Response.json(error, { status: 429, headers: { 'retry-after': '3' } })
    expect(await outcomeOf(response)).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 429, code: 429, upstream: 'WandB', retryAfter: 3000 }]
    })
  })

  it('turns an HTML page and an empty body into failures', async () => {
    const page = new Response('<html></html>', { headers: { 'content-type': 'text/html' } })
    expect(await outcomeOf(page)).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'NotAStream' }] })
    expect(await outcomeOf(new Response(null, { status: 204 }))).toMatchObject({ failures: [{ _tag: 'NoEvents' }] })
  })

  it('reads the text of a response that has no body stream', async () => {
    const response = { status: 200, headers: new Headers(), body: null, text: () => Promise.resolve(stream) }
    const outcome = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
    expect(messageText(outcome.message)).toBe('Héllo')
  })

  it('reports the error of a body whose connection broke', async () => {
    const error = new TextEncoder().encode('{"error":{"message":"slow down","code":429}}')
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
    let pulls = 0
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulls += 1
        if (pulls === 1) controller.enqueue(error)
        else controller.error(reset)
      }
    })
    const outcome = await outcomeOf(new Response(broken, { status: 429 }))
    expect(outcome).toMatchObject({
      _tag: 'Failed',
      failures: [
        { _tag: 'ProviderFailure', message: 'slow down', status: 429 },
        { _tag: 'TransportFailure', code: 'ECONNRESET' }
      ]
    })
  })

  it('reads the text on a platform without streams', async () => {
    const response = { status: 200, headers: new Headers(), text: () => Promise.resolve(stream) }
    const outcome = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'Héllo'])
  })

  it('fails if the body was read already', async () => {
    const chunks = fromResponse(openRouter)(new Response(stream)).pipe(collectMessage())
    expect((await lastValueFrom(chunks))._tag).toBe('Complete')
    expect(await lastValueFrom(chunks)).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'TransportFailure', code: 'BodyUsed' }]
    })
  })

  it('treats a locked body as one that was read already', async () => {
    const response = new Response(stream)
    response.body?.getReader()
    expect(await outcomeOf(response)).toMatchObject({ failures: [{ _tag: 'TransportFailure', code: 'BodyUsed' }] })
  })

  it.each([
    ['a body that is a stream', { body: new Response(stream).body }],
    ['a body that is an asynchronous iterable', { body: Readable.from([Buffer.from(stream)]) }],
    ['a text', { text: () => Promise.resolve(stream) }],
    ['a body beside a text', { body: new Response(stream).body, text: () => Promise.reject(new Error('never')) }]
  ])('reads a response of another client, with %s', async (_, rest) => {
    const outcome = await lastValueFrom(
      fromResponse(openRouter)({ status: 200, headers: {}, ...rest }).pipe(collectMessage())
    )
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'Héllo'])
  })

  it.each([
    ['Headers', new Headers({ 'retry-after': '3' })],
    ['a record', { 'retry-after': '3' }],
    ['a record in another case', { 'Retry-After': '3' }],
    ['a record with lists', { 'RETRY-AFTER': ['3', '4'], 'set-cookie': ['a', 'b'] }]
  ])('reads headers that are %s', async (_, headers) => {
    const response = { status: 429, headers, text: () => Promise.resolve('') }
    const outcome = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
    expect(outcome.failures).toMatchObject([{ _tag: 'HttpFailure', status: 429, retryAfter: 3000 }])
  })

  it('treats a response without body and text as an empty one', async () => {
    const outcome = await lastValueFrom(fromResponse(openRouter)({ status: 200, headers: {} }).pipe(collectMessage()))
    expect(outcome.failures).toMatchObject([{ _tag: 'NoEvents' }])
  })

  it('emits a Left for a text that cannot be read, and completes', async () => {
    const response = { status: 200, headers: {}, text: () => Promise.reject(new Error('reset')) }
    const results = await lastValueFrom(fromResponse(openRouter)(response).pipe(toArray()))
    expect(results).toMatchObject([{ left: { _tag: 'TransportFailure' } }])
  })

  it('destroys a Node stream when it is unsubscribed while a read is pending', () => {
    const body = new Readable({ read: () => undefined })
    body.on('error', () => undefined)
    fromResponse(openRouter)({ status: 200, headers: {}, body }).subscribe().unsubscribe()
    expect(body.destroyed).toBe(true)
  })

  it.each([
    ['null', null, 'a response must be an object with a status and headers, not Null'],
    ['text', stream, 'a response must be an object with a status and headers, not String'],
    [
      'a promise',
      Promise.resolve(new Response('')),
      'a response must be an object with a status and headers, not Promise'
    ],
    [
      'a response without headers',
      { status: 200 },
      'a response must be an object with a status and headers, not Object'
    ],
    ['a body', new Response('').body, 'a response must be an object with a status and headers, not ReadableStream'],
    ['a request', new Request('http://a'), 'a response must be an object with a status and headers, not Request'],
    [
      'a response with a text for a body',
      { status: 200, headers: {}, body: 'data' },
      'the body of a response must be a ReadableStream or another asynchronous iterable, not String'
    ],
    [
      'a response with bytes for a body',
      { status: 200, headers: {}, body: new Uint8Array(1) },
      'the body of a response must be a ReadableStream or another asynchronous iterable, not Uint8Array'
    ]
  ])('throws a TypeError at once for %s', (_, response, message) => {
    expect(() => fromResponse(openRouter)(response as never)).toThrow(new TypeError(message))
  })

  it('ends with Aborted if its signal is aborted already, and cancels the body', async () => {
    const body = new Response(stream).body
    const chunks = fromResponse(openRouter, { signal: AbortSignal.abort() })({ status: 200, headers: {}, body })
    expect(await lastValueFrom(chunks.pipe(collectMessage()))).toMatchObject({
      _tag: 'Truncated',
      message: { choices: [] },
      failures: [{ _tag: 'Aborted' }]
    })
  })

  it('keeps no listener on its signal, however it ends', async () => {
    const { signal } = new AbortController()
    const heard = { added: 0, removed: 0 }
    const watched = {
      aborted: false,
      addEventListener: (...given: Parameters<AbortSignal['addEventListener']>) => {
        heard.added += 1
        signal.addEventListener(...given)
      },
      removeEventListener: () => {
        heard.removed += 1
      }
    } as unknown as AbortSignal // as much of one as is used
    const read = fromResponse(openRouter, { signal: watched })
    await lastValueFrom(read(new Response(stream)))
    await firstValueFrom(read(new Response(stream)))
    await lastValueFrom(read({ status: 200, headers: {}, text: () => Promise.reject(new Error('reset')) }))
    expect(heard).toEqual({ added: 3, removed: 3 })
  })

  it('is complete if the signal is aborted after the terminal', async () => {
    const stopping = new AbortController()
    const chunks = fromResponse(openRouter, { signal: stopping.signal })(new Response(stream))
    const outcome = await lastValueFrom(chunks.pipe(collectMessage()))
    stopping.abort()
    expect(outcome._tag).toBe('Complete')
  })

  it.each([sseFraming, ndjsonFraming])(
    'decodes one event of a piece when take(1) asks for one, of $name',
    async (framing) => {
      const { provider, asked } = counting()
      const one = delta({ content: 'a' })
      const body = framing.name === 'sse' ? one : `${one.slice(6).trim()}\n`
      const chunks = fromResponse({ ...provider, framing })(new Response(body.repeat(1000)))
      await firstValueFrom(chunks)
      expect(asked()).toBe(1)
    }
  )

  it('reads as much of an error body as it keeps, and cancels the rest', async () => {
    const { errorBody } = defaultLimits
    const piece = new Uint8Array(1000).fill(97)
    let given = 0
    let canceled = 0
    const endless = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          given += piece.length
          controller.enqueue(piece)
        },
        cancel: () => {
          canceled += 1
        }
      },
      { highWaterMark: 0 }
    )
    expect(await outcomeOf(new Response(endless, { status: 500 }))).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'HttpFailure', status: 500 }]
    })
    expect([given, canceled]).toEqual([Math.ceil((errorBody + 1) / piece.length) * piece.length, 1])
  })

  it('obeys its limits', async () => {
    const outcome = await lastValueFrom(
      fromResponse(openRouter, { limits: limitsOf({ message: 3 }) })(new Response(stream)).pipe(collectMessage())
    )
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'message' }] })
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

  const request = () => fromFetch(url, { selector: fromResponse(openRouter) })

  it('closes at the terminal, even if the server goes on', async () => {
    await serve(stream, delta({ content: 'never' }))
    const outcome = await lastValueFrom(request().pipe(collectMessage()))
    expect([outcome._tag, messageText(outcome.message)]).toEqual(['Complete', 'Héllo'])
    await closed
  })

  it('closes when take has enough', async () => {
    await serve(delta({ content: 'a' }))
    await firstValueFrom(request().pipe(take(1)))
    await closed
  })

  it('closes when it is unsubscribed while the server stalls', async () => {
    await serve(delta({ content: 'a' }))
    const subscription = new Subscription()
    await new Promise<void>((resolve) => {
      subscription.add(request().subscribe(() => resolve()))
    })
    subscription.unsubscribe()
    await closed
  })

  it('closes when it is unsubscribed while bytes are flowing, and is finalized once', async () => {
    await serve(delta({ content: 'a' }))
    let flowing: NodeJS.Timeout | undefined
    server.on('request', (_request, response: ServerResponse) => {
      flowing = setInterval(() => response.write(delta({ content: 'b' })), 1)
    })
    let finalized = 0
    let seen = 0
    const subscription = new Subscription()
    await new Promise<void>((resolve) => {
      subscription.add(
        request()
          .pipe(finalize(() => (finalized += 1)))
          .subscribe(() => {
            seen += 1
            if (seen === 5) resolve()
          })
      )
    })
    subscription.unsubscribe()
    subscription.unsubscribe()
    await closed
    clearInterval(flowing)
    expect([seen, finalized]).toEqual([5, 1])
  })

  it('closes when a for await over it stops', async () => {
    await serve(delta({ content: 'a' }), delta({ content: 'b' }))
    const response = await fetch(url)
    const states = readAsync(openRouter, headOf(response, 0))(pieces(response.body as ReadableStream<Uint8Array>)) // it has one
    for await (const { message } of states) if (messageText(message) !== '') break
    await closed
  })

  it('that breaks is a failure, and the message received is kept', async () => {
    await serve(delta({ content: 'half' }))
    const outcome = await lastValueFrom(
      request().pipe(
        tap(() => {
          server.closeAllConnections()
        }),
        collectMessage()
      )
    )
    expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] })
    expect(messageText(outcome.message)).toBe('half')
  })
})
