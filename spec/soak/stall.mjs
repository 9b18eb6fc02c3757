/** Silence on real sockets: told in time, and not where there is none. */
import { collectMessage, contentTimeout, fromResponse, openRouter, messageText } from 'deltafold'
import { lastValueFrom } from 'rxjs'

import { DONE, said } from './events.mjs'
import { timersLeft } from './memory.mjs'
import { begin, flow, serve, sleep } from './server.mjs'
import { atMost, exactly } from './rows.mjs'

const LIMIT = 400
const LATE = 250
const TIMES = 5

const event = said('a')

/** One byte at a time. */
const drip = (response, bytes, milliseconds) => {
  let at = 0
  const timer = setInterval(() => {
    response.write(bytes.charAt(at))
    at += 1
    if (at === bytes.length) {
      clearInterval(timer)
      response.end()
    }
  }, milliseconds)
  response.on('close', () => clearInterval(timer))
}

const servers = {
  silent: () => undefined,
  stalls: (response) => response.write(event),
  comments: (response) => {
    response.write(event)
    flow(response, ': alive\n\n', LIMIT / 8)
  },
  empty: (response) => {
    response.write(event)
    flow(response, said(''), LIMIT / 8)
  },
  bytes: (response) => {
    response.write(event)
    drip(response, 'data: ' + ' '.repeat(1000), LIMIT / 8)
  },
  slow: (response) => drip(response, event.slice(0, 12), LIMIT * 2),
  whole: (response) => drip(response, event + DONE, LIMIT / 20)
}

/** How a server is read, and how long that took. */
const read = async (url, idleTimeout, content) => {
  const response = await fetch(url)
  const began = performance.now()
  const chunks = fromResponse(openRouter, { idleTimeout })(response)
  const { _tag, message, failures } = await lastValueFrom(chunks.pipe(contentTimeout(content), collectMessage()))
  return {
    outcome: [_tag, ...failures.map((failure) => failure._tag)].join(' '),
    said: messageText(message),
    took: performance.now() - began
  }
}

const reading = (kind, idle, content, expected, words) => async () => {
  const server = await serve((response) => {
    begin(response)
    servers[kind](response)
  })
  const all = await Promise.all(Array.from({ length: TIMES }, () => read(server.url, idle, content)))
  await server.close()
  await sleep(50)
  const outcomes = [...new Set(all.map(({ outcome, said: words }) => `${outcome} "${words}"`))]
  const late = Math.max(...all.map(({ took }) => took)) - LIMIT
  return [
    exactly(`outcomes of ${TIMES}`, outcomes.join(', '), `${expected} "${words}"`),
    ...(expected === 'Complete' ? [] : [atMost('beyond the limit', late, LATE, 'ms')]),
    ...(expected === 'Complete'
      ? []
      : [atMost('before the limit', -Math.min(...all.map(({ took }) => took - LIMIT)), 5, 'ms')]),
    exactly('timers left', timersLeft(), 0)
  ]
}

const cut = 'Truncated IdleTimeout'

export const parts = {
  'idleTimeout, nothing at all': reading('silent', LIMIT, Infinity, cut, ''),
  'idleTimeout, a server that stalls': reading('stalls', LIMIT, Infinity, cut, 'a'),
  'idleTimeout, a byte too late': reading('slow', LIMIT, Infinity, cut, ''),
  'contentTimeout, nothing but comments': reading('comments', LIMIT, LIMIT, cut, 'a'),
  'contentTimeout, nothing but empty chunks': reading('empty', LIMIT, LIMIT, cut, 'a'),
  'contentTimeout, a byte now and then': reading('bytes', LIMIT, LIMIT, cut, 'a'),
  'both, a byte now and then, but all in time': reading('whole', LIMIT, LIMIT * 20, 'Complete', 'a')
}
