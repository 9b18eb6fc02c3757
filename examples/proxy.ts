/**
 * A proxy: passes a provider's stream on byte for byte, meters it on the way, and cancels the request to the provider when
 * its client leaves; what was received until then is metered, too. A slow client slows the provider down: nothing piles up
 * here.
 */
import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'

import type { Outcome } from 'deltafold/core'
import { headOf, openRouter, readAsync } from 'deltafold/core'

/** The pieces of a body, each of them sent to the client first. */
async function* passedOn(
  pieces: AsyncIterable<Uint8Array>,
  client: ServerResponse,
  signal: AbortSignal
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (!client.write(piece)) await once(client, 'drain', { signal })
    yield piece
  }
}

const readAll = async ({ next }: { readonly next: () => Promise<IteratorResult<unknown>> }): Promise<void> => {
  while ((await next()).done !== true) continue
}

/** A server, not yet listening. `onOutcome` is called for each answer, also for one whose client has left: it is aborted. */
export const proxy = (upstream: string, onOutcome: (outcome: Outcome) => void): Server =>
  createServer((request, client) => {
    const leaving = new AbortController()
    const { signal } = leaving
    client.on('close', () => {
      leaving.abort()
    })
    const pass = async (): Promise<void> => {
      const body = Readable.toWeb(request) as ReadableStream<Uint8Array> // Node types its own web streams apart
      const answer = await fetch(upstream, { method: 'POST', body, signal, duplex: 'half' } as RequestInit) // not in the types of the DOM
      client.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/event-stream' })
      const pieces = passedOn(answer.body ?? Readable.from([]), client, signal)
      const next = () => pieces.next()
      const options = { ...headOf(answer, Date.now()), signal, onOutcome }
      await readAll(readAsync(openRouter, options)({ [Symbol.asyncIterator]: () => ({ next }) }))
      // Reading ends at the provider's terminal; what follows it is passed on as well.
      await readAll({ next })
      client.end()
    }
    pass().catch(() => {
      client.destroy()
    })
  })
