/**
 * The interaction in its events.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { status } from './status.ts'
import { InteractionsStep } from './steps.ts'
import { InteractionsUsage } from './usage.ts'

const snapshot = () => ({
  agent: maybe(t.string),
  /** The next request continues from here. */
  continuation_token: maybe(t.string),
  /** A time, as ISO 8601. */
  created: maybe(t.string),
  /** Empty if the interaction is not stored. */
  id: maybe(textual),
  model: maybe(t.string),
  object: maybe(t.string),
  service_tier: maybe(word('flex', 'priority', 'standard', 'deferred')),
  status: status(),
  steps: maybe(list(InteractionsStep)),
  /** A time, as ISO 8601. */
  updated: maybe(t.string),
  usage: maybe(InteractionsUsage)
})

/**
 * A value of the codec `InteractionsSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSnapshot extends Fields<typeof snapshot> {}

/**
 * The interaction in its events, without its steps.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSnapshot = /* @__PURE__ */ open<InteractionsSnapshot>('InteractionsSnapshot', snapshot)
