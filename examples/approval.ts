/**
 * A tool loop in which a person approves calls. The loop pauses with a state that is plain JSON: it is saved as text, the person
 * is asked, perhaps days later and in another process, and the loop goes on with the answer.
 */
import type { Approval, Chunk, ClosedToolCall, Provider, Result, ToolRun, ToolRunEvent } from 'deltafold'
import { runTools, tool, toolRun, withApprovals } from 'deltafold'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { concat, concatMap, of } from 'rxjs'

import type { ChatRequest } from './toolLoop.ts'
import { tools } from './tools.ts'

const Two = t.type({ a: t.number, b: t.number })

const careful = { ...tools, multiply: tool({ schema: Two, needsApproval: true, run: ({ a, b }) => String(a * b) }) }

export const approval = <W, R, S>(
  provider: Provider<W, R, S>,
  ask: (body: string) => Observable<Result<Chunk>>,
  person: (calls: ReadonlyArray<ClosedToolCall>) => Observable<ReadonlyArray<Approval>>,
  request: ChatRequest
): Observable<ToolRunEvent> => {
  const send = (messages: ReadonlyArray<unknown>) => ask(JSON.stringify({ ...request, messages }))
  const from = runTools({ provider, tools: careful, send })
  const going = (run: ToolRun): Observable<ToolRunEvent> =>
    from(run).pipe(
      concatMap((event) => {
        if (event._tag !== 'End' || event.end._tag !== 'Paused') return of(event)
        const saved = JSON.stringify(event.end.run)
        const again = person(event.end.calls).pipe(
          concatMap((answers) => going(withApprovals(answers)(JSON.parse(saved) as ToolRun))) // as it was saved
        )
        return concat(of(event), again)
      })
    )
  return going(toolRun(request.messages ?? []))
}
