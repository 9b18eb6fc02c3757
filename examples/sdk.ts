/**
 * An SDK without RxJS: `stream(request)` gives the message as it grows, to be read with `for await`, and `complete(request)`
 * the final message as a promise. Leaving the loop closes the connection. It needs nothing of deltafold but
 * `deltafold/core`.
 */
import type { Message, MessageState } from 'deltafold/core'
import { completeOrThrow, isOutcome, openRouter, readResponse } from 'deltafold/core'

export interface Client {
  readonly stream: (request: object) => AsyncIterable<MessageState>
  /** Rejects with a `FailureError` where the answer is not complete. */
  readonly complete: (request: object) => Promise<Message>
}

export const client = (url: string, headers: Readonly<Record<string, string>> = {}): Client => {
  async function* stream(request: object): AsyncGenerator<MessageState> {
    const response = await fetch(url, { method: 'POST', headers: { ...headers }, body: JSON.stringify(request) })
    yield* readResponse(openRouter)(response)
  }
  return {
    stream,
    complete: async (request) => {
      for await (const state of stream(request)) if (isOutcome(state)) return completeOrThrow(state).message
      throw new Error('an answer always has an outcome')
    }
  }
}
