import { asItCame } from '../../codec/asItCame.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withMessageExtra } from '../beside.ts'

const names: ExtraNames = { remote_model: true, remote_host: true }

/**
 * The fields beside the parts of Ollama: the remote model and host behind the answer.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @since 0.1.0
 *
 * @internal
 */
export const ollamaBeside: ReadBeside = (said, json, emit) => withMessageExtra(said, asItCame(json), names, emit)
