/**
 * The io-ts codec of the Gemini machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { FinishReasonCodec } from '../../codec/FinishReasonCodec.ts'
import type { Writer } from './partialArgs.ts'
import type { CandidateState, GoogleState, StreamedCall } from './state.ts'

const WriterCodec: t.Type<Writer, unknown> = t.type({
  text: t.string,
  path: t.readonlyArray(t.union([t.string, t.number])),
  isString: t.boolean,
  names: t.readonlyArray(t.readonlyArray(t.string)),
  late: t.string
})

const StreamedCallCodec: t.Type<StreamedCall, unknown> = t.type({ key: t.number, id: t.string, writer: WriterCodec })

const CandidateStateCodec: t.Type<CandidateState, unknown> = t.type({
  index: t.number,
  parts: t.number,
  open: t.keyof({ nothing: null, text: null, thought: null, call: null, other: null }),
  openKey: t.number,
  text: t.number,
  calls: t.readonlyArray(t.number),
  streamed: t.union([StreamedCallCodec, t.null]),
  cited: t.UnknownRecord,
  finish: t.union([FinishReasonCodec, t.literal('')]),
  word: t.string,
  misindexed: t.boolean
})

/**
 * The codec of the state of every provider that speaks Gemini's generateContent.
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleStateCodec: t.Type<GoogleState, unknown> = t.type({
  id: t.boolean,
  model: t.boolean,
  candidates: t.readonlyArray(CandidateStateCodec),
  usage: t.UnknownRecord
})
