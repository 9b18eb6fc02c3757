/** One request to a provider. */
import type { Chunk, Provider, Result } from 'deltafold'
import { fromRequest } from 'deltafold'
import type { Observable } from 'rxjs'

/** Its answer as chunks. Nothing is sent before it is subscribed, and unsubscribing closes the connection. */
export const ask = <W, R, S>(provider: Provider<W, R, S>, url: string, body: string): Observable<Result<Chunk<W, R>>> =>
  fromRequest(provider)((signal) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })
  )
