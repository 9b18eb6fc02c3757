/** Tools that the recorded conversations call. */
import type { ClosedToolCall, ToolOutput } from 'deltafold'
import { toolSet } from 'deltafold'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { of } from 'rxjs'

const Two = t.type({ a: t.number, b: t.number })

const typed = toolSet({ add: Two, multiply: Two, weather: t.type({ location: t.string }) })

/** The result of a call, or what is wrong with it: both are for the model to read. */
export const runTool = (call: ClosedToolCall): Observable<string | ToolOutput> => {
  const decoded = typed(call)
  if (E.isLeft(decoded)) return of({ content: `error: ${decoded.left.message}`, isError: true })
  switch (decoded.right.name) {
    case 'add':
      return of(String(decoded.right.arguments.a + decoded.right.arguments.b))
    case 'multiply':
      return of(String(decoded.right.arguments.a * decoded.right.arguments.b))
    case 'weather':
      return of('40 C')
  }
}
