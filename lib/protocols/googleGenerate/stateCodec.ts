import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { namedCallProps, rowProps } from '../stateCodec.ts'
import type { Writer } from './partialArgs.ts'
import type { CandidateState, GoogleState, StreamedCall } from './state.ts'

const WriterCodec: t.Type<Writer, unknown> = t.type({
  text: t.string,
  path: t.readonlyArray(t.union([t.string, f.natural])),
  isString: t.boolean,
  continues: t.boolean,
  names: t.readonlyArray(t.readonlyArray(t.string)),
  late: t.string
})

const StreamedCallCodec: t.Type<StreamedCall, unknown> = t.type({ key: f.natural, id: t.string, writer: WriterCodec })

const CandidateStateCodec: t.Type<CandidateState, unknown> = t.type({
  ...rowProps(t.type(namedCallProps)),
  index: f.natural,
  text: f.index,
  places: t.readonlyArray(t.type({ key: f.natural, from: f.natural })),
  sources: t.readonlyArray(t.unknown),
  sourcesSize: f.natural,
  streamed: t.union([StreamedCallCodec, t.null]),
  cited: t.UnknownRecord,
  word: t.string,
  misindexed: t.boolean
})

/**
 * The codec of the state of every provider of Gemini's generateContent.
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleStateCodec: t.Type<GoogleState, unknown> = t.type({
  id: t.boolean,
  model: t.string,
  candidates: t.readonlyArray(CandidateStateCodec),
  usage: t.UnknownRecord,
  ignored: f.list(t.string)
})
