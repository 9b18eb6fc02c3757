/**
 * An SDK without RxJS: `chat(request)` gives the message as it grows, to be read with `for await`, and the final message
 * as a promise. Leaving the loop closes the connection. It needs nothing of deltafold but `deltafold/core`.
 */
import type { Message, MessageState, Outcome } from 'deltafold/core'
import {
  failureError,
  headOf,
  isOutcome,
  iterateReadableStream,
  openRouter,
  readAsync,
  transportFailure
} from 'deltafold/core'

export interface Client {
  readonly stream: (request: object) => AsyncIterable<MessageState>
  /** Rejects with a `FailureError` where the answer is not complete. */
  readonly complete: (request: object) => Promise<Message>
}

const orThrow = ({ _tag, message, failures }: Outcome): Message => {
  if (_tag === 'Complete') return message
  throw failureError(failures[0] ?? transportFailure('the answer ended early', { atByte: 0, atEvent: 0 }))
}

const noBytes = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })

export const client = (url: string, headers: Readonly<Record<string, string>> = {}): Client => {
  async function* stream(request: object): AsyncGenerator<MessageState> {
    const response = await fetch(url, { method: 'POST', headers: { ...headers }, body: JSON.stringify(request) })
    const head = headOf(response, Date.now())
    yield* readAsync(openRouter, head)(iterateReadableStream(response.body ?? noBytes))
  }
  return {
    stream,
    complete: async (request) => {
      for await (const state of stream(request)) if (isOutcome(state)) return orThrow(state)
      throw new Error('an answer always has an outcome')
    }
  }
}
