/**
 * io-ts codecs of the states that every provider shares.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { FailureCodec } from '../codec/FailureCodec.ts'
import { MessageCodec } from '../codec/MessageCodec.ts'
import { RepairCodec } from '../codec/RepairCodec.ts'
import type { Head } from '../data/Head.ts'
import type { FramesState } from '../machine/framing/frames.ts'
import {
  AwsEventStreamStateCodec,
  JsonArrayStateCodec,
  JsonStateCodec,
  NDJSONStateCodec,
  SSEStateCodec,
  Utf8StateCodec
} from '../machine/stateCodec.ts'
import type { Sizes } from '../protocols/sizes.ts'
import type { AccumulatorState } from './accumulateMessageMachine.ts'
import type { DecodeState } from './decodeChunkMachine.ts'
import type { BodyState } from './readChunksMachine.ts'

const HeadCodec: t.Type<Head, unknown> = t.partial({
  status: t.number,
  contentType: t.string,
  retryAfter: t.number
})

const SizesCodec: t.Type<Sizes, unknown> = t.type({
  message: t.number,
  choices: t.readonlyArray(t.number),
  calls: t.readonlyArray(t.type({ choice: t.number, key: t.number, size: t.number }))
})

const decodeStateCodec = <S>(provider: t.Type<S, unknown>): t.Type<DecodeState<S>, unknown> =>
  t.intersection([
    t.type({ provider }),
    t.type({
      chunks: t.number,
      faults: t.number,
      atByte: t.number,
      atEvent: t.number,
      sizes: SizesCodec,
      split: t.boolean,
      clean: t.boolean,
      failed: t.boolean,
      over: t.boolean
    })
  ])

const FramesStateCodec: t.Type<FramesState, unknown> = t.partial({
  sse: SSEStateCodec,
  ndjson: NDJSONStateCodec,
  awsEventStream: AwsEventStreamStateCodec,
  jsonArray: JsonArrayStateCodec
})

/** @internal */
export const bodyStateCodec = <S>(provider: t.Type<S, unknown>): t.Type<BodyState<S>, unknown> =>
  t.type({
    head: HeadCodec,
    utf8: Utf8StateCodec,
    road: t.keyof({ open: null, brace: null, stream: null, array: null, json: null, error: null, page: null }),
    frames: FramesStateCodec,
    json: JsonStateCodec,
    decode: decodeStateCodec(provider)
  })

/** @internal */
export const AccumulatorStateCodec: t.Type<AccumulatorState, unknown> = t.type({
  message: MessageCodec,
  failures: t.readonlyArray(FailureCodec),
  repairs: t.readonlyArray(RepairCodec),
  complete: t.boolean,
  atByte: t.number,
  atEvent: t.number
})
