/** Random faults for minutes: nothing is left over of the streams that met them. `--minutes 30` for a long time of it. */
import { collectMessage, fromResponse, isRetryable, openRouter } from 'deltafold'
import { iterateReadableStream, readAsync } from 'deltafold/core'
import { lastValueFrom, takeUntil, timer } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

import { argued, DONE, event, said } from './events.mjs'
import { heldNow, timersLeft } from './memory.mjs'
import { atMost, exactly, told } from './rows.mjs'
import { begin, serve, sleep } from './server.mjs'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 0.5)
const AT_ONCE = 16

const any = (list) => list[Math.floor(Math.random() * list.length)]

const body = () =>
  said('word ').repeat(1 + Math.floor(Math.random() * 200)) +
  argued('{"a":', 'call', 'add') +
  argued('1}') +
  event({ choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] }) +
  DONE

const cut = (text) => text.slice(0, Math.floor(Math.random() * text.length))

const noise = () => Buffer.from(Array.from({ length: 4096 }, () => Math.floor(Math.random() * 256)))

const faults = {
  none: (response) => {
    begin(response)
    response.end(body())
  },
  ends: (response) => {
    begin(response)
    response.end(cut(body()))
  },
  breaks: (response) => {
    begin(response)
    response.write(cut(body()), () => response.destroy())
  },
  stalls: (response) => {
    begin(response)
    response.write(cut(body()))
  },
  garbage: (response) => {
    begin(response)
    response.end(Buffer.concat([Buffer.from(cut(body())), noise(), Buffer.from(cut(body()))]))
  },
  error: (response) => {
    response.writeHead(any([400, 401, 429, 500, 502, 529]), { 'content-type': 'application/json', 'retry-after': '1' })
    response.end(
      any(['{"error":{"message":"no","code":429}}', '<html>no</html>', '', cut('{"error":{"message":"no"}}')])
    )
  },
  inside: (response) => {
    begin(response)
    response.end(`${said('a')}${event({ error: { message: 'overloaded', code: 502 } })}`)
  },
  page: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<html></html>')
  },
  slow: async (response) => {
    begin(response)
    const text = body()
    for (let at = 0; at < text.length && !response.destroyed; at += 500) {
      response.write(text.slice(at, at + 500))
      await sleep(2)
    }
    response.end()
  },
  endless: (response) => {
    begin(response)
    const more = () => {
      while (!response.destroyed && response.write(said('again '.repeat(100))));
    }
    response.on('drain', more)
    more()
  }
}

const readers = {
  observable: (url) =>
    lastValueFrom(
      fromFetch(url, { selector: fromResponse(openRouter, { idleTimeout: 30 }) }).pipe(
        takeUntil(timer(100)),
        collectMessage()
      )
    ),
  iterable: async (url) => {
    const response = await fetch(url)
    let last
    const end = performance.now() + 60
    const leaving = AbortSignal.timeout(100)
    const states = readAsync(openRouter, { status: response.status })(iterateReadableStream(response.body))
    const leave = () => states.return()
    leaving.addEventListener('abort', leave)
    for await (const state of states) {
      last = state
      if (performance.now() > end) break
    }
    leaving.removeEventListener('abort', leave)
    return last
  }
}

const random = async () => {
  const server = await serve((response, path) => faults[path.slice(1)](response))
  const outcomes = new Map()
  let streams = 0
  let thrown = 0
  const one = async () => {
    const fault = any(Object.keys(faults))
    const url = `${server.url}/${fault}`
    try {
      const state = await any(Object.values(readers))(url)
      const key = `${fault}: ${state?._tag ?? 'left'}`
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
      state?.failures.forEach(isRetryable)
    } catch {
      thrown += 1
    }
    streams += 1
  }
  const during = async (milliseconds) => {
    const end = performance.now() + milliseconds
    const lane = async () => {
      while (performance.now() < end) await one()
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    await sleep(300)
  }
  await during(Math.min(MINUTES * 60_000, 10_000))
  const before = heldNow()
  await during(MINUTES * 60_000)
  const grown = heldNow() - before
  await server.close()
  await sleep(300)
  const wrong = [...outcomes.keys()].filter(
    (key) => key.endsWith(': Complete') && !/^(none|slow|garbage|ends|breaks|stalls):/.test(key)
  )
  return [
    told('minutes', MINUTES),
    told('streams', streams),
    exactly('errors thrown', thrown, 0),
    exactly('kinds of outcome', outcomes.size > 12, true),
    exactly('complete where no end came', wrong.join(', '), ''),
    atMost('growth of the heap', grown, 5, 'MiB'),
    exactly('timers left', timersLeft(), 0)
  ]
}

export const parts = { random }
