/**
 * io-ts codecs of the machines' states, for states that were written down.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { AwsEventStreamState } from './framing/awsEventStream.ts'
import type { JsonArrayState } from './framing/jsonArray.ts'
import type { JsonState } from './framing/jsonBody.ts'
import type { LineScan } from './framing/lines.ts'
import type { NDJSONState } from './framing/ndjson.ts'
import type { SSEState } from './framing/sse.ts'
import type { Utf8State } from './framing/utf8.ts'

/** @internal */
export const Utf8StateCodec: t.Type<Utf8State, unknown> = t.type({
  atByte: t.number,
  pending: t.readonlyArray(t.number),
  surrogate: t.number,
  begun: t.boolean
})

const LineScanCodec: t.Type<LineScan, unknown> = t.type({
  rest: t.string,
  atByte: t.number,
  afterCr: t.boolean,
  tooLong: t.boolean
})

/** @internal */
export const SSEStateCodec: t.Type<SSEState, unknown> = t.type({
  scan: LineScanCodec,
  event: t.string,
  data: t.string,
  dataBytes: t.number,
  id: t.string,
  lastEventId: t.string,
  atByte: t.number,
  bare: t.number,
  events: t.number,
  over: t.boolean
})

/** @internal */
export const NDJSONStateCodec: t.Type<NDJSONState, unknown> = t.type({
  scan: LineScanCodec,
  events: t.number,
  over: t.boolean
})

/** @internal */
export const JsonArrayStateCodec: t.Type<JsonArrayState, unknown> = t.type({
  place: t.keyof({ before: null, inside: null, after: null }),
  text: t.string,
  progress: t.number,
  atByte: t.number,
  events: t.number,
  over: t.boolean
})

/** @internal */
export const AwsEventStreamStateCodec: t.Type<AwsEventStreamState, unknown> = t.type({
  rest: t.string,
  length: t.number,
  atByte: t.number,
  surrogate: t.number,
  events: t.number,
  over: t.boolean
})

/** @internal */
export const JsonStateCodec: t.Type<JsonState, unknown> = t.type({
  text: t.string,
  atByte: t.number,
  over: t.boolean
})
