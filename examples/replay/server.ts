/**
 * A server on this machine that answers as the recorded providers did, in the same order, with the same bytes: the same
 * question, asked again, gets the next recorded answer.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Cut } from '../../lib/cli/cutInto.ts'
import { cutInto } from '../../lib/cli/cutInto.ts'
import type { Answer, Cassette } from './cassettes.ts'
import { sameRequest } from './sameRequest.ts'

export interface Pace {
  /** Milliseconds between two events; 0 = as fast as it goes. */
  readonly eventDelay: number
  /** How the bytes are cut; absent = one event a piece. */
  readonly cut?: Cut
}

export interface ReplayServer {
  /** Where a cassette is served. */
  readonly urlOf: (cassette: string) => string
  readonly close: () => Promise<void>
}

const LF = 10

/** Places where an event ends: after an empty line. */
const eventEnds = (body: Uint8Array): ReadonlyArray<number> =>
  Array.from(body.keys()).filter((i) => body[i - 1] === LF && body[i - 2] === LF)

const intoEvents = (body: Uint8Array): ReadonlyArray<Uint8Array> => {
  const ends = [0, ...eventEnds(body), body.length]
  return ends.slice(1).map((end, i) => body.subarray(ends[i], end))
}

const readText = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  request.setEncoding('utf8')
  for await (const part of request) text += String(part)
  return text
}

const play = async (response: ServerResponse, { status, contentType, body }: Answer, pace: Pace): Promise<void> => {
  response.writeHead(status, { 'content-type': contentType })
  for (const event of intoEvents(body)) {
    if (pace.eventDelay > 0) await sleep(pace.eventDelay)
    for (const piece of cutInto(event, pace.cut)) {
      if (response.destroyed) return
      if (!response.write(piece)) await new Promise((resume) => response.once('drain', resume))
    }
  }
  response.end()
}

const refuse = (response: ServerResponse): void => {
  response.writeHead(404, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { message: 'there is no recording of this request', code: 404 } }))
}

/** Listens on a free port of 127.0.0.1. */
export const startReplay = async (cassettes: ReadonlyArray<Cassette>, pace: Pace): Promise<ReplayServer> => {
  const asked = new Map<string, number>()

  const answerTo = (path: string, request: string): Answer | undefined => {
    const cassette = cassettes.find(({ name }) => path.startsWith(`/${name}/`))
    const recorded = cassette?.interactions.filter((interaction) => sameRequest(interaction.request) === request) ?? []
    const times = asked.get(path + request) ?? 0
    asked.set(path + request, times + 1)
    return recorded[times % Math.max(recorded.length, 1)]?.answer
  }

  const server: Server = createServer((request, response) => {
    void readText(request).then(async (text) => {
      const answer = answerTo(request.url ?? '/', sameRequest(text))
      if (answer === undefined) refuse(response)
      else await play(response, answer, pace)
    })
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    urlOf: (cassette) => `http://127.0.0.1:${port}/${cassette}/chat/completions`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      })
  }
}
