import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import { besideOf, BesideState } from '../protocols/beside.ts'
import { noSizes, Sizes } from '../protocols/sizes.ts'

const decoding = () => ({
  /** Whether a chunk was emitted. */
  begun: t.boolean,
  /** Whether an event was of the provider's protocol. */
  known: t.boolean,
  /** The number of events of another protocol, before the first of the provider's. */
  foreign: f.natural,
  /** The number of failures that were emitted. */
  faults: f.natural,
  sizes: Sizes,
  /** The fields beside the parts; before the first chunk, those of the response's head. */
  beside: BesideState,
  /** Whether `EventSplit` was emitted. */
  split: t.boolean,
  /** Whether no reason for the end of the answer was emitted yet. */
  clean: t.boolean,
  /** Whether the response has failed. */
  failed: t.boolean,
  /** Whether the machine is done. */
  over: t.boolean,
  /** Offset of the last frame. */
  atByte: f.natural,
  /** Number of the last frame; -1 = none yet. */
  atEvent: f.index
})

/**
 * The state of `decodeChunkMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface DecodeState<S> extends f.RecordOf<typeof decoding> {
  /** The state of the provider's machine. */
  readonly provider: S
}

/**
 * The state before the first event, given that of the provider's machine.
 *
 * @internal
 */
export const initialDecode = <S>(provider: S): DecodeState<S> => ({
  provider,
  begun: false,
  known: false,
  foreign: 0,
  faults: 0,
  sizes: noSizes,
  beside: besideOf(),
  split: false,
  clean: true,
  failed: false,
  over: false,
  atByte: 0,
  atEvent: -1
})

/**
 * The codec of `DecodeState`, given that of the provider's state.
 *
 * @internal
 */
export const decodeState = <S>(provider: t.Type<S, unknown>): t.Type<DecodeState<S>, unknown> =>
  f.record('DecodeState', () => ({ provider, ...decoding() }))
