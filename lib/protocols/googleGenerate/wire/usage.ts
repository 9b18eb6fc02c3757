/**
 * Usage.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const modalityTokenCount = () => ({
  modality: maybe(word('MODALITY_UNSPECIFIED', 'TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT')),
  tokenCount: maybe(t.number)
})

/**
 * A value of the codec `GoogleModalityTokenCount`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleModalityTokenCount extends Fields<typeof modalityTokenCount> {}

/**
 * The tokens of one modality.
 *
 * Source: https://ai.google.dev/api/generate-content#UsageMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleModalityTokenCount = /* @__PURE__ */ open<GoogleModalityTokenCount>(
  'GoogleModalityTokenCount',
  modalityTokenCount
)

const usageMetadata = () => ({
  cacheTokensDetails: maybe(list(GoogleModalityTokenCount)),
  cachedContentTokenCount: maybe(t.number),
  /** Without thoughts. */
  candidatesTokenCount: maybe(t.number),
  candidatesTokensDetails: maybe(list(GoogleModalityTokenCount)),
  /** Cached tokens included. */
  promptTokenCount: maybe(t.number),
  promptTokensDetails: maybe(list(GoogleModalityTokenCount)),
  thoughtsTokenCount: maybe(t.number),
  toolUsePromptTokenCount: maybe(t.number),
  toolUsePromptTokensDetails: maybe(list(GoogleModalityTokenCount)),
  totalTokenCount: maybe(t.number),
  trafficType: maybe(
    word(
      'TRAFFIC_TYPE_UNSPECIFIED',
      'ON_DEMAND',
      'ON_DEMAND_PRIORITY',
      'ON_DEMAND_FLEX',
      'ON_DEMAND_OFFPEAK',
      'PROVISIONED_THROUGHPUT'
    )
  ),
  initialPromptTokenCount: maybe(t.number)
})

/**
 * A value of the codec `GoogleUsageMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleUsageMetadata extends Fields<typeof usageMetadata> {}

/**
 * The usage so far.
 *
 * Source: https://ai.google.dev/api/generate-content#UsageMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleUsageMetadata = /* @__PURE__ */ open<GoogleUsageMetadata>('GoogleUsageMetadata', usageMetadata)
