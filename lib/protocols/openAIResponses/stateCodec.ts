import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { ItemState, PieceState, ResponsesState } from './state.ts'

const PieceStateCodec: t.Type<PieceState, unknown> = t.type({
  item: f.natural,
  kind: t.keyof({ text: null, refusal: null, summary: null, reasoning: null, arguments: null }),
  index: f.index,
  key: f.index,
  size: f.natural,
  hash: f.hash,
  json: t.string,
  text: t.string,
  whole: t.boolean,
  disputed: t.boolean,
  citations: t.readonlyArray(f.natural)
})

const ItemStateCodec: t.Type<ItemState, unknown> = t.type({
  index: f.index,
  type: t.string,
  role: t.keyof({
    message: null,
    reasoning: null,
    call: null,
    awaited: null,
    serverCall: null,
    serverResult: null,
    image: null,
    other: null
  }),
  id: t.string,
  callId: t.string,
  phase: t.string,
  name: t.string,
  key: f.index,
  done: t.boolean,
  whole: t.boolean,
  damaged: t.boolean,
  closed: t.boolean,
  begun: t.union([t.null, t.UnknownRecord])
})

/**
 * The codec of the state of every provider of OpenAI Responses.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesStateCodec: t.Type<ResponsesState, unknown> = t.type({
  id: t.boolean,
  model: t.string,
  stored: t.boolean,
  parts: f.natural,
  last: f.index,
  items: t.readonlyArray(ItemStateCodec),
  pieces: t.readonlyArray(PieceStateCodec),
  held: f.natural,
  audio: f.index,
  ended: t.boolean,
  cut: t.boolean,
  sequence: f.wholeNumber('a whole number from -2', -2),
  stray: t.readonlyArray(f.index),
  ignored: f.list(t.string)
})
