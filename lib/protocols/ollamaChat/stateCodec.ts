/**
 * The io-ts codec of the Ollama machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { FinishReasonCodec } from '../../codec/values.ts'
import type { OllamaState } from './state.ts'

/**
 * @category codecs
 * @since 0.1.0
 */
export const OllamaStateCodec: t.Type<OllamaState, unknown> = t.type({
  model: t.boolean,
  parts: f.natural,
  open: t.keyof({ nothing: null, text: null, reasoning: null, call: null, other: null }),
  openKey: f.index,
  calls: t.readonlyArray(f.natural),
  finish: t.union([FinishReasonCodec, t.literal('')]),
  done: t.boolean
})
