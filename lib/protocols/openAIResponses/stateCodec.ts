/**
 * The io-ts codec of the Responses machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { ItemState, PieceState, ResponsesState } from './state.ts'

const PieceStateCodec: t.Type<PieceState, unknown> = t.type({
  item: t.number,
  kind: t.keyof({ text: null, refusal: null, summary: null, reasoning: null, arguments: null }),
  index: t.number,
  key: t.number,
  size: t.number,
  hash: t.number,
  json: t.string,
  whole: t.boolean,
  disputed: t.boolean,
  citations: t.number
})

const ItemStateCodec: t.Type<ItemState, unknown> = t.type({
  index: t.number,
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
  key: t.number,
  done: t.boolean,
  whole: t.boolean,
  damaged: t.boolean,
  closed: t.boolean
})

/**
 * The codec of the state of every provider that speaks OpenAI Responses.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesStateCodec: t.Type<ResponsesState, unknown> = t.type({
  id: t.boolean,
  model: t.boolean,
  stored: t.boolean,
  parts: t.number,
  last: t.number,
  items: t.readonlyArray(ItemStateCodec),
  pieces: t.readonlyArray(PieceStateCodec),
  held: t.number,
  audio: t.number,
  ended: t.boolean,
  cut: t.boolean,
  sequence: t.number
})
