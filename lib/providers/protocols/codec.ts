/**
 * io-ts codecs of the states that every provider shares.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { JsonStateCodec, SSEStateCodec, Utf8StateCodec } from '../../machine/codec.ts'
import type { BodyState } from './body.ts'
import type { DecodeState } from './decode.ts'
import type { Sizes } from './limits.ts'

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
      atByte: t.number,
      atEvent: t.number,
      sizes: SizesCodec,
      clean: t.boolean,
      failed: t.boolean,
      over: t.boolean
    })
  ])

/** @internal */
export const bodyStateCodec = <S>(provider: t.Type<S, unknown>): t.Type<BodyState<S>, unknown> =>
  t.type({
    utf8: Utf8StateCodec,
    road: t.keyof({ open: null, stream: null, json: null, error: null, page: null }),
    sse: SSEStateCodec,
    json: JsonStateCodec,
    decode: decodeStateCodec(provider)
  })
