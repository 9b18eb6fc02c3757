/**
 * A tool loop: asks, runs the calls of the answer, and asks again with their results, until an answer calls nothing.
 * Gives the outcome of each turn. A call that was cut short is never run, and ends the loop.
 */
import type { AnyProvider, Chunk, ClosedToolCall, Outcome, Result } from 'deltafold'
import { collectMessage, messageToolCalls, toAssistantMessage, toToolResult } from 'deltafold'
import { either as E } from 'fp-ts'
import type { Observable } from 'rxjs'
import { concatMap, EMPTY, expand, from, map, mergeMap, toArray } from 'rxjs'

export interface ChatRequest {
  readonly messages: ReadonlyArray<unknown>
}

interface Turn {
  readonly request: ChatRequest
  readonly outcome: Outcome
}

export const toolLoop = (
  provider: AnyProvider,
  ask: (body: string) => Observable<Result<Chunk>>,
  runTool: (call: ClosedToolCall) => Observable<string>,
  request: ChatRequest
): Observable<Outcome> => {
  const turn = (asked: ChatRequest): Observable<Turn> =>
    ask(JSON.stringify(asked)).pipe(
      collectMessage(),
      map((outcome) => ({ request: asked, outcome }))
    )
  const next = ({ request: { messages, ...rest }, outcome }: Turn): Observable<Turn> => {
    const calls = messageToolCalls(outcome.message).filter((call) => call.state === 'Closed')
    const said = toAssistantMessage(provider)(outcome.message)
    if (outcome._tag !== 'Complete' || calls.length === 0 || E.isLeft(said)) return EMPTY
    return from(calls).pipe(
      concatMap((call) => runTool(call).pipe(map((result) => toToolResult(provider, result)(call)))),
      toArray(),
      mergeMap((results) => turn({ ...rest, messages: [...messages, said.right, ...results] }))
    )
  }
  return turn(request).pipe(
    expand(next),
    map(({ outcome }) => outcome)
  )
}
