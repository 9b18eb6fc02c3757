/** The first program of the README, word for word but for one: it prints which failures there are, not how many. */
import { readFileSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { delta, DONE, finish } from './fixtures/chat.ts'
import { runProgram } from './fixtures/program.ts'

const [, written = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []

const count = 'seen.value.failures.length'

const program = written.replace(count, '"[" + seen.value.failures.map(({ _tag }) => _tag).join() + "]"')

const servers: Server[] = []

/** A server that does this with each request. */
const serve = async (answer: (response: ServerResponse) => void): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    answer(response)
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // it listens on a port
}

const closeAll = async (): Promise<void> => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

afterEach(closeAll)

const request = { method: 'POST', body: '{}' }

interface Run {
  readonly send?: typeof fetch
  /** Called when the first text was printed. */
  readonly onText?: () => void
}

const run = (url: string, { send = fetch, onText }: Run = {}): Promise<string> =>
  runProgram(program, { url, request, fetch: send }, (line) => {
    if (line.startsWith('text')) onText?.()
  })

describe('the first program of the README', () => {
  it('counts failures', () => {
    expect(written.split(count)).toHaveLength(2)
  })

  it('prints an answer that is whole', async () => {
    const url = await serve((response) => response.end(delta({ content: 'Hel' }) + finish('stop') + DONE))
    expect(await run(url)).toBe('text  Hel\nComplete [] undefined\n')
  })

  it('prints the outcome where the server breaks the connection after one chunk', async () => {
    let destroy = (): unknown => undefined
    const url = await serve((response) => {
      response.write(delta({ content: 'Hel' }))
      destroy = () => response.destroy()
    })
    expect(await run(url, { onText: () => destroy() })).toBe('text  Hel\nTruncated [TransportFailure] undefined\n')
  })

  it('prints the outcome where the body ends after one chunk', async () => {
    const url = await serve((response) => response.end(delta({ content: 'Hel' })))
    expect(await run(url)).toBe('text  Hel\nTruncated [EndedEarly] undefined\n')
  })

  it('prints the outcome where nothing listens', async () => {
    const url = await serve(() => undefined)
    await closeAll()
    expect(await run(url)).toBe('Truncated [TransportFailure] undefined\n')
  })

  it('prints the outcome where the URL is none', async () => {
    expect(await run('nowhere')).toBe('Truncated [TransportFailure] undefined\n')
  })

  it.each([
    ['no reason', undefined],
    ['a reason of its own', new Error('enough')]
  ])('prints the outcome where the response is aborted with %s', async (_, reason) => {
    const stopping = new AbortController()
    const url = await serve((response) => response.write(delta({ content: 'Hel' })))
    const printed = await run(url, {
      send: (where, init) =>
        fetch(where, { ...init, signal: AbortSignal.any([stopping.signal, ...(init?.signal ? [init.signal] : [])]) }),
      onText: () => {
        stopping.abort(reason)
      }
    })
    // Without the option `signal`, only the name of the reason can tell.
    const failure = reason === undefined ? 'Aborted' : 'TransportFailure'
    expect(printed).toBe(`text  Hel\nTruncated [${failure}] undefined\n`)
  })
})
