/**
 * A tool loop for any provider: asks, runs the calls of the answer, and asks again with their results, until an answer calls
 * nothing. Emits the outcome of each turn. A call that was cut short is never run, and ends the loop.
 */
import type { AnyProvider, Chunk, ClosedToolCall, Outcome, Result, ToolOutput } from 'deltafold'
import { collectMessage, messageToolCalls, toNextTurn } from 'deltafold'
import type { Observable } from 'rxjs'
import { concatMap, EMPTY, expand, from, map, mergeMap, toArray } from 'rxjs'

/** A request with its conversation: `messages` of most providers, `contents` of Google, `input` of OpenAI Responses. */
export interface ChatRequest {
  readonly messages?: ReadonlyArray<unknown>
  readonly contents?: ReadonlyArray<unknown>
  readonly input?: ReadonlyArray<unknown>
}

interface Turn {
  readonly request: ChatRequest
  readonly outcome: Outcome
}

const withItems = (provider: AnyProvider, request: ChatRequest, items: ReadonlyArray<unknown>): ChatRequest => {
  switch (provider.protocol.name) {
    case 'google-generate':
      return { ...request, contents: [...(request.contents ?? []), ...items] }
    case 'openai-responses':
      return { ...request, input: [...(request.input ?? []), ...items] }
    default:
      return { ...request, messages: [...(request.messages ?? []), ...items] }
  }
}

export const toolLoop = (
  provider: AnyProvider,
  ask: (body: string) => Observable<Result<Chunk>>,
  runTool: (call: ClosedToolCall) => Observable<string | ToolOutput>,
  request: ChatRequest
): Observable<Outcome> => {
  const turn = (asked: ChatRequest): Observable<Turn> =>
    ask(JSON.stringify(asked)).pipe(
      collectMessage(),
      map((outcome) => ({ request: asked, outcome }))
    )
  const next = ({ request: asked, outcome }: Turn): Observable<Turn> => {
    const calls = messageToolCalls(outcome.message)
    const closed = calls.filter((call) => call.state === 'Closed')
    if (outcome._tag !== 'Complete' || calls.length === 0 || closed.length < calls.length) return EMPTY
    return from(closed).pipe(
      concatMap((call) => runTool(call).pipe(map((result) => ({ call, result })))),
      toArray(),
      mergeMap((results) => turn(withItems(provider, asked, toNextTurn(provider)(outcome.message, results).items)))
    )
  }
  return turn(request).pipe(
    expand(next),
    map(({ outcome }) => outcome)
  )
}
