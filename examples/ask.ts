/** One request to a provider. */
import type { Chunk, Provider, Result } from 'deltafold'
import { fromResponse } from 'deltafold'
import type { Observable } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

/** Its answer as chunks. Nothing is sent before somebody subscribes, and unsubscribing closes the connection. */
export const ask = <W, R, S>(provider: Provider<W, R, S>, url: string, body: string): Observable<Result<Chunk<W, R>>> =>
  fromFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    selector: fromResponse(provider)
  })
