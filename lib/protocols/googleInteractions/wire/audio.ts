import * as t from 'io-ts'

import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import { word } from '../../../codec/word.ts'

/** The fields of a sound, which are also those of a piece of it. */
export const audio = () => ({
  type: kind('audio'),
  channels: maybe(t.number),
  /** Base64. */
  data: content(t.string),
  mime_type: maybe(
    word(
      'audio/wav',
      'audio/mp3',
      'audio/aiff',
      'audio/aac',
      'audio/ogg',
      'audio/flac',
      'audio/mpeg',
      'audio/m4a',
      'audio/l16',
      'audio/opus',
      'audio/alaw',
      'audio/mulaw',
      'audio/webm'
    )
  ),
  /** In hertz. */
  sample_rate: maybe(t.number),
  uri: content(t.string)
})
