/** Two providers behind one view: the same question to both, and what each has said so far, side by side. */
import type { Chunk, MessageState, Result } from 'deltafold'
import { accumulateMessage, emptyMessage, messageText } from 'deltafold'
import type { Observable } from 'rxjs'
import { combineLatest, map, startWith } from 'rxjs'

const nothingYet: MessageState = { _tag: 'Streaming', message: emptyMessage, failures: [], repairs: [] }

const lineOf = ({ _tag, message }: MessageState): string => `${_tag}: ${messageText(message)}`

export const twoProviders = (
  one: Observable<Result<Chunk>>,
  other: Observable<Result<Chunk>>
): Observable<readonly [string, string]> =>
  combineLatest([
    one.pipe(accumulateMessage(), startWith(nothingYet)),
    other.pipe(accumulateMessage(), startWith(nothingYet))
  ]).pipe(map(([left, right]) => [lineOf(left), lineOf(right)] as const))
