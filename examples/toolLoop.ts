/**
 * A tool loop for any provider: asks, runs the calls of the answer, and asks again with their results, until an answer calls
 * nothing. A rate limit is waited for. A call that was cut short is never run, and ends the loop.
 */
import type { AnyProvider, Chunk, Result, RetryOptions, ToolRunEvent } from 'deltafold'
import { runTools, toolRun } from 'deltafold'
import type { Observable } from 'rxjs'

import { tools } from './tools.ts'

/** A request with its conversation: `messages` of most providers, `contents` of Google, `input` of OpenAI Responses. */
export interface ChatRequest {
  readonly messages?: ReadonlyArray<unknown>
  readonly contents?: ReadonlyArray<unknown>
  readonly input?: ReadonlyArray<unknown>
}

const fieldOf = (provider: AnyProvider): keyof ChatRequest => {
  switch (provider.protocol.name) {
    case 'google-generate':
      return 'contents'
    case 'openai-responses':
      return 'input'
    default:
      return 'messages'
  }
}

export const toolLoop = (
  provider: AnyProvider,
  ask: (body: string) => Observable<Result<Chunk>>,
  request: ChatRequest,
  retry: RetryOptions = {}
): Observable<ToolRunEvent> => {
  const field = fieldOf(provider)
  const send = (items: ReadonlyArray<unknown>) => ask(JSON.stringify({ ...request, [field]: items }))
  return runTools({ provider, tools, send, retry })(toolRun(request[field] ?? []))
}
