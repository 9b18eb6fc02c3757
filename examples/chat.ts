/** Chat to a console: prints the text of an answer as it arrives; gives the outcome, in which failures are values. */
import type { Outcome } from 'deltafold'
import { collectMessage, fanOut, openRouter, rights, textFragments } from 'deltafold'
import type { Observable } from 'rxjs'
import { filter, map, tap } from 'rxjs'

import { ask } from './ask.ts'

export const chat = (url: string, body: string, print: (text: string) => void): Observable<Outcome> =>
  ask(openRouter, url, body).pipe(
    fanOut({ text: (chunks) => chunks.pipe(textFragments(), rights()), outcome: collectMessage() }),
    tap((seen) => {
      if (seen._tag === 'text') print(seen.value)
    }),
    filter((seen) => seen._tag === 'outcome'),
    map(({ value }) => value)
  )
