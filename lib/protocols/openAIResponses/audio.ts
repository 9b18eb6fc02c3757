/**
 * Sound: its data and its transcript arrive in separate events, which name no item. All of it is one part.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/audio/delta
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { ResponsesState } from './state.ts'
import { withPart } from './state.ts'

/** The field to which a fragment is appended. */
type AudioField = 'data' | 'text'

const events: Readonly<Record<string, AudioField>> = {
  'response.audio.delta': 'data',
  'response.output_audio.delta': 'data',
  'response.audio.transcript.delta': 'text',
  'response.audio_transcript.delta': 'text',
  'response.output_audio_transcript.delta': 'text'
}

/**
 * The field of the sound of which an event of this type has a fragment.
 *
 * @internal
 */
export const audioIn = (type: string): AudioField | undefined =>
  Object.hasOwn(events, type) ? events[type] : undefined

/**
 * The state after a fragment of the sound.
 *
 * @internal
 */
export const withAudio = (
  state: ResponsesState,
  audio: AudioField,
  delta: unknown,
  emit: Emit<Delta>
): ResponsesState => {
  const said = textOf(delta)
  if (said === '') return state
  const key = state.audio === -1 ? state.parts : state.audio
  const nothing = { id: '', mediaType: '', name: '', url: '', data: '', text: '' }
  emit({ _tag: 'FileDelta', choice: 0, key, ...nothing, [audio]: said })
  return state.audio === -1 ? { ...withPart(state), audio: key } : { ...state, last: key }
}
