import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { namedCallProps, rowProps } from '../stateCodec.ts'
import type { OllamaState } from './state.ts'

/**
 * The codec of the state of every provider of Ollama's chat protocol.
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaStateCodec: t.Type<OllamaState, unknown> = t.type({
  ...rowProps(t.type(namedCallProps)),
  model: t.string,
  done: t.boolean,
  ignored: f.list(t.string)
})
