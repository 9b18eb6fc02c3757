/**
 * A proxy: passes a provider's stream on byte for byte, meters it on the way, and cancels the request to the provider when
 * its client leaves. A slow client slows the provider down: nothing piles up here.
 */
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { FoldState, Outcome, StateOf } from 'deltafold/core'
import { feedMachine, foldMachine, headOf, isOutcome, openRouter } from 'deltafold/core'

/** The pieces of a body as they are, and its outcome when it has ended. */
async function* metered(
  response: Response,
  pieces: AsyncIterable<Uint8Array>,
  onOutcome: (outcome: Outcome) => void
): AsyncGenerator<Uint8Array> {
  const machine = foldMachine(openRouter, headOf(response, Date.now()))
  let state: FoldState<StateOf<typeof openRouter>> = machine.initial
  for await (const piece of pieces) {
    state = feedMachine(machine)(state, [piece]).state
    yield piece
  }
  machine.end(state, (last) => {
    if (isOutcome(last)) onOutcome(last)
  })
}

/** A server, not yet listening. */
export const proxy = (upstream: string, onOutcome: (outcome: Outcome) => void): Server =>
  createServer((request, response) => {
    const leaving = new AbortController()
    response.on('close', () => {
      leaving.abort()
    })
    const pass = async (): Promise<void> => {
      const body = Readable.toWeb(request) as ReadableStream<Uint8Array> // Node types its own web streams apart
      const answer = await fetch(upstream, {
        method: 'POST',
        body,
        signal: leaving.signal,
        duplex: 'half'
      } as RequestInit) // not in the types of the DOM
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/event-stream' })
      const pieces: AsyncIterable<Uint8Array> = answer.body === null ? Readable.from([]) : answer.body
      await pipeline(metered(answer, pieces, onOutcome), response)
    }
    pass().catch(() => {
      response.destroy()
    })
  })
