import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Open } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Tagged } from '../../../codec/tagged.ts'
import { tagged } from '../../../codec/tagged.ts'
import { ResponsesChunk } from './events.ts'

type SnapshotKind =
  | 'response.queued'
  | 'response.created'
  | 'response.in_progress'
  | 'response.completed'
  | 'response.incomplete'
  | 'response.failed'

/**
 * An event with the response so far, of a provider that adds fields to the response.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesEventOf<K extends string, S> {
  readonly type: K
  readonly response: S
  /** The number of the event, from 0. */
  readonly sequence_number?: number | null
}

/**
 * The events of a provider that adds fields to the response.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesChunkOf<S> =
  | Exclude<ResponsesChunk, { readonly type: SnapshotKind }>
  | { readonly [K in SnapshotKind]: ResponsesEventOf<K, S> }[SnapshotKind]

/**
 * The codec of the events of a provider that adds fields to the response.
 *
 * @internal
 */
export const responsesChunkOf = <S>(name: string, snapshot: () => Open<S>): Tagged<ResponsesChunkOf<S>> => {
  const eventOf = <K extends SnapshotKind>(type: K): Open<ResponsesEventOf<K, S>> => {
    const table: unknown = () => ({ type: kind(type), response: snapshot(), sequence_number: maybe(numeric) })
    return open<ResponsesEventOf<K, S>>(name, table as Parameters<typeof open<ResponsesEventOf<K, S>>>[1]) // its fields
  }
  const members: unknown = () => ({
    ...ResponsesChunk.members(),
    'response.queued': eventOf('response.queued'),
    'response.created': eventOf('response.created'),
    'response.in_progress': eventOf('response.in_progress'),
    'response.completed': eventOf('response.completed'),
    'response.incomplete': eventOf('response.incomplete'),
    'response.failed': eventOf('response.failed')
  })
  return tagged(name, members as Parameters<typeof tagged<ResponsesChunkOf<S>>>[1]) // one for each kind
}
