/** A usage meter: what many streams have cost so far, at each answer. A failed request costs what it reported. */
import type { Chunk, Result, Usage } from 'deltafold'
import { collectUsage, rights, UsageMonoidSum } from 'deltafold'
import type { Observable } from 'rxjs'
import { catchError, EMPTY, from, mergeMap, scan } from 'rxjs'

export const usageMeter = (answers: ReadonlyArray<Observable<Result<Chunk>>>, atOnce = 4): Observable<Usage> =>
  from(answers).pipe(
    mergeMap(
      (chunks) =>
        chunks.pipe(
          collectUsage(),
          rights(),
          catchError(() => EMPTY)
        ),
      atOnce
    ),
    scan(UsageMonoidSum.concat, UsageMonoidSum.empty)
  )
