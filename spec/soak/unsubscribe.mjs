/** Who stops listening closes the connection, at once, whether bytes are flowing or not. */
import { collectMessage, fromResponse, openRouter, messageText } from 'deltafold'
import { iterateReadableStream, readAsync } from 'deltafold/core'
import { finalize, lastValueFrom, take } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

import { DONE, said } from './events.mjs'
import { begin, flow, serve, sleep } from './server.mjs'
import { atMost, exactly, told } from './rows.mjs'

const TIMES = 1000
const AT_ONCE = 2

/** A server that says at `/stall` one word, at `/flow` many, at `/whole` all but the end; and when each was closed. */
const watched = async () => {
  const closed = new Map()
  const waiting = new Map()
  const server = await serve((response, path) => {
    response.on('close', () => {
      closed.set(path, performance.now())
      waiting.get(path)?.()
    })
    begin(response)
    if (path.startsWith('/flow')) flow(response, said('a'), 2)
    else if (path.startsWith('/whole')) response.write(said('a') + DONE)
    else response.write(said('a'))
  })
  /** When it was closed; `Infinity` where it is not within a second. */
  const closing = (path) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(Infinity), 1000)
      const tell = () => {
        clearTimeout(timer)
        resolve(closed.get(path))
      }
      if (closed.has(path)) tell()
      else waiting.set(path, tell)
    })
  return { ...server, closing }
}

const request = (url) => fromFetch(url, { selector: fromResponse(openRouter) })

/** Milliseconds until the server sees it, for each of the ways to leave. */
const ways = {
  unsubscribe: async (url) => {
    let finalized = 0
    let heard
    const first = new Promise((resolve) => {
      heard = resolve
    })
    const subscription = request(url)
      .pipe(finalize(() => (finalized += 1)))
      .subscribe(() => heard())
    await first
    await sleep(Math.random() * 6)
    const left = performance.now()
    subscription.unsubscribe()
    subscription.unsubscribe()
    return { left, finalized: () => finalized }
  },
  'take(1)': async (url) => {
    let finalized = 0
    await lastValueFrom(
      request(url).pipe(
        take(1),
        finalize(() => (finalized += 1))
      )
    )
    return { left: performance.now(), finalized: () => finalized }
  },
  'break of for await': async (url) => {
    const response = await fetch(url)
    for await (const { message } of readAsync(openRouter)(iterateReadableStream(response.body))) {
      if (messageText(message) !== '') break
    }
    return { left: performance.now(), finalized: () => 1 }
  },
  'after the terminal': async (url) => {
    let finalized = 0
    const { _tag } = await lastValueFrom(
      request(url).pipe(
        collectMessage(),
        finalize(() => (finalized += 1))
      )
    )
    return { left: performance.now(), finalized: () => (_tag === 'Complete' ? finalized : -1) }
  }
}

/** What the machine itself takes at this moment: a bare fetch, aborted. */
const control = async () => {
  const server = await watched()
  const late = []
  for (let i = 0; i < TIMES / 5; i++) {
    const path = `/stall/${i}`
    const abort = new AbortController()
    const response = await fetch(server.url + path, { signal: abort.signal })
    await response.body.getReader().read()
    const left = performance.now()
    abort.abort()
    late.push(Math.max((await server.closing(path)) - left, 0))
  }
  await server.close()
  return [told('the last of them', Math.max(...late), 'ms')]
}

const leaving = (way, paths, times) => async () => {
  const server = await watched()
  const late = []
  let once = 0
  const one = async (i) => {
    const path = `${paths[i % paths.length]}/${i}`
    const { left, finalized } = await ways[way](server.url + path)
    const seen = await server.closing(path)
    late.push(Math.max(seen - left, 0))
    if (finalized() === 1) once += 1
  }
  for (let i = 0; i < times; i += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => one(i + k)))
  await server.close()
  const sorted = late.toSorted((a, b) => a - b)
  return [
    exactly('closed within 50 ms', `${sorted.filter((ms) => ms <= 50).length} of ${times}`, `${times} of ${times}`),
    exactly('finalized once', `${once} of ${times}`, `${times} of ${times}`),
    told('99 % of them within', sorted[Math.ceil(times * 0.99) - 1], 'ms'),
    atMost('the last of them', sorted.at(-1), 50, 'ms')
  ]
}

export const parts = {
  'a bare fetch, aborted': control,
  unsubscribe: leaving('unsubscribe', ['/stall', '/flow'], TIMES),
  'take(1)': leaving('take(1)', ['/stall', '/flow'], TIMES / 5),
  'break of for await': leaving('break of for await', ['/stall', '/flow'], TIMES / 5),
  'after the terminal': leaving('after the terminal', ['/whole'], TIMES / 5)
}
