/**
 * The settings of transcripts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const smartTranscriptionMode = () => ({
  type: kind('smart')
})

/**
 * A value of the codec `InteractionsSmartTranscriptionMode`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSmartTranscriptionMode extends Fields<typeof smartTranscriptionMode> {}

/**
 * A transcript in readable form.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSmartTranscriptionMode = /* @__PURE__ */ open<InteractionsSmartTranscriptionMode>(
  'InteractionsSmartTranscriptionMode',
  smartTranscriptionMode
)

const verbatimTranscriptionMode = () => ({
  type: kind('verbatim'),
  diarization_mode: maybe(t.string),
  timestamp_granularities: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsVerbatimTranscriptionMode`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVerbatimTranscriptionMode extends Fields<typeof verbatimTranscriptionMode> {}

/**
 * A transcript word by word.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVerbatimTranscriptionMode = /* @__PURE__ */ open<InteractionsVerbatimTranscriptionMode>(
  'InteractionsVerbatimTranscriptionMode',
  verbatimTranscriptionMode
)

/**
 * A value of the codec `InteractionsTranscriptionMode`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsTranscriptionMode =
  InteractionsSmartTranscriptionMode | InteractionsVerbatimTranscriptionMode | Other

/**
 * The form of a transcript. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTranscriptionMode = /* @__PURE__ */ tagged<InteractionsTranscriptionMode>(
  'InteractionsTranscriptionMode',
  () => ({
    smart: InteractionsSmartTranscriptionMode,
    verbatim: InteractionsVerbatimTranscriptionMode
  })
)

const transcriptionConfig = () => ({
  adaptation_phrases: maybe(list(t.string)),
  custom_vocabulary: maybe(list(t.string)),
  diarization_mode: maybe(t.string),
  language_codes: maybe(list(t.string)),
  language_hints: maybe(list(t.string)),
  mode: maybe(either(word('verbatim', 'smart'), InteractionsTranscriptionMode)),
  timestamp_granularities: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsTranscriptionConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsTranscriptionConfig extends Fields<typeof transcriptionConfig> {}

/**
 * The settings of transcripts.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTranscriptionConfig = /* @__PURE__ */ open<InteractionsTranscriptionConfig>(
  'InteractionsTranscriptionConfig',
  transcriptionConfig
)
