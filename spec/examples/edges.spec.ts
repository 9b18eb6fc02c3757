import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Observable } from 'rxjs'
import { NEVER, of, Subject } from 'rxjs'

import type * as Angular from '../../examples/frameworks/angular.ts'
import type * as React from '../../examples/frameworks/react.ts'
import { proxy } from '../../examples/proxy.ts'
import { client } from '../../examples/sdk.ts'
import type { Chunk, MessageState, Outcome, Result } from '../../lib/index.ts'
import { isAborted, messageText } from '../../lib/index.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf } from '../fixtures/results.ts'

const servers: Server[] = []

const listen = async (server: Server): Promise<string> => {
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // it listens on a port
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** A provider that says this, and then leaves the response open; it tells when its client has left. */
const stalling = async (...said: ReadonlyArray<string>) => {
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  const url = await listen(
    createServer((_request, response) => {
      response.on('close', leave)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      said.forEach((one) => response.write(one))
    })
  )
  return { url, left }
}

/** A provider that says this event by event, and ends. */
const dripping = (body: string): Promise<string> =>
  listen(
    createServer((_request, response) => {
      const events = body.split(/(?<=\n\n)/)
      const next = (): void => {
        const event = events.shift()
        if (event === undefined) response.end()
        else response.write(event, () => setImmediate(next))
      }
      next()
    })
  )

const answering = (status: number, body: string): Promise<string> =>
  listen(
    createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(body)
    })
  )

describe('the SDK without RxJS', () => {
  it('closes the connection when its caller leaves the loop', async () => {
    const { url, left } = await stalling(delta({ content: 'Hi' }))
    for await (const { message } of client(url).stream({})) if (messageText(message) === 'Hi') break
    await left
  })

  it('rejects with the failure where the answer is not complete', async () => {
    const url = await answering(429, '{"error":{"message":"slow down"}}')
    await expect(client(url).complete({})).rejects.toMatchObject({
      deltafold: true,
      failure: { _tag: 'ProviderFailure', status: 429 }
    })
    const cut = await answering(200, delta({ content: 'Hi' }))
    await expect(client(cut).complete({})).rejects.toMatchObject({ failure: { _tag: 'EndedEarly' } })
  })
})

describe('the proxy', () => {
  it('cancels the request to the provider when its client leaves', async () => {
    const { url, left } = await stalling(delta({ content: 'Hi' }))
    const through = await listen(proxy(url, () => undefined))
    const leaving = new AbortController()
    const response = await fetch(through, { method: 'POST', body: '{}', signal: leaving.signal })
    await response.body?.getReader().read()
    leaving.abort()
    await left
  })

  it('meters the answer of a client that leaves, once', async () => {
    const { url, left } = await stalling(delta({ content: 'Hi' }))
    const seen: Outcome[] = []
    const metered = new Promise<void>((resolve) => {
      listen(
        proxy(url, (outcome) => {
          seen.push(outcome)
          resolve()
        })
      )
        .then(async (through) => {
          const leaving = new AbortController()
          const response = await fetch(through, { method: 'POST', body: '{}', signal: leaving.signal })
          await response.body?.getReader().read()
          leaving.abort()
        })
        .catch(() => undefined)
    })
    await Promise.all([metered, left])
    expect(seen.map((outcome) => [outcome._tag, isAborted(outcome), messageText(outcome.message)])).toEqual([
      ['Truncated', true, 'Hi']
    ])
  })

  it('passes on what follows the terminal', async () => {
    const body = `${delta({ content: 'Hi' })}${finish('stop')}${DONE}: and more\n\n`
    const through = await listen(proxy(await dripping(body), () => undefined))
    expect(await (await fetch(through, { method: 'POST', body: '{}' })).text()).toBe(body)
  })

  it('passes bytes, status and content type on, and meters what went by', async () => {
    const body = delta({ content: 'Hi' }) + finish('stop') + DONE
    const seen: Outcome[] = []
    for (const [status, said] of [
      [200, body],
      [429, '{"error":{"message":"slow down"}}']
    ] as const) {
      const through = await listen(proxy(await answering(status, said), (outcome) => seen.push(outcome)))
      const response = await fetch(through, { method: 'POST', body: '{}' })
      expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
        status,
        'application/json',
        said
      ])
    }
    expect(seen.map(({ _tag }) => _tag)).toEqual(['Complete', 'Failed'])
  })

  it('breaks the connection where there is no provider', async () => {
    const through = await listen(proxy('http://127.0.0.1:1/', () => undefined))
    await expect(fetch(through, { method: 'POST', body: '{}' })).rejects.toThrow('fetch failed')
  })
})

describe('the frameworks', () => {
  // As much of each framework as the examples use, made of what its documentation says.
  const reactive = () => {
    let subscribe: (changed: () => void) => () => void = () => () => undefined
    let snapshot: () => unknown = () => undefined
    jest.doMock(
      'react',
      () => ({
        useCallback: <A>(value: A): A => value,
        useRef: <A>(value: A) => ({ current: value }),
        useSyncExternalStore: (by: typeof subscribe, read: typeof snapshot) => {
          subscribe = by
          snapshot = read
          return read()
        }
      }),
      { virtual: true }
    )
    return { subscribe: (changed: () => void) => subscribe(changed), snapshot: () => snapshot() }
  }

  it('a React hook shows each state, and closes the connection when its component goes', () => {
    const store = reactive()
    jest.isolateModules(() => {
      const { useAnswer } = jest.requireActual<typeof React>('../../examples/frameworks/react.ts')
      const chunks = new Subject<Result<Chunk>>()
      expect(useAnswer(chunks)).toBeUndefined()
      let drawn = 0
      const leave = store.subscribe(() => {
        drawn += 1
      })
      resultsOf(delta({ content: 'Hi' })).forEach((result) => {
        chunks.next(result)
      })
      expect([drawn, messageText((store.snapshot() as MessageState).message)]).toEqual([1, 'Hi'])
      leave()
      expect(chunks.observed).toBe(false)
    })
  })

  it('an Angular service shows the message of the last question, and cancels the one before', () => {
    const questions = new Subject<string>()
    let shown: MessageState | undefined
    jest.doMock(
      '@angular/core',
      () => ({
        signal: () => Object.assign(() => '', { set: (question: string) => questions.next(question) })
      }),
      { virtual: true }
    )
    jest.doMock(
      '@angular/core/rxjs-interop',
      () => ({
        toObservable: () => questions,
        toSignal: (states: Observable<MessageState>) => {
          states.subscribe((state) => {
            shown = state
          })
          return () => shown
        }
      }),
      { virtual: true }
    )
    jest.isolateModules(() => {
      const { chatService } = jest.requireActual<typeof Angular>('../../examples/frameworks/angular.ts')
      const [hi] = resultsOf(delta({ content: 'Hi' }))
      const slow = new Subject<Result<Chunk>>()
      const service = chatService((question) => (question === 'slow' ? slow : hi === undefined ? NEVER : of(hi)))
      service.ask('slow')
      expect(slow.observed).toBe(true)
      service.ask('quick')
      expect(slow.observed).toBe(false)
      expect([shown?._tag, shown && messageText(shown.message)]).toEqual(['Truncated', 'Hi'])
      expect(service.answer()).toBe(shown)
    })
  })
})
