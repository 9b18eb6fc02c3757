/**
 * The fields that Azure adds.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import type { ResponsesChunkOf } from './chunkOf.ts'
import { responsesChunkOf } from './chunkOf.ts'
import { responsesResponse, responsesSnapshot } from './snapshot.ts'

const azureResponsesFilterOffsets = () => ({
  check_offset: maybe(t.number),
  start_offset: maybe(t.number),
  end_offset: maybe(t.number)
})

/**
 * A value of the codec `AzureResponsesFilterOffsets`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesFilterOffsets extends Fields<typeof azureResponsesFilterOffsets> {}

/**
 * The part of the text that was checked.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesFilterOffsets = /* @__PURE__ */ open<AzureResponsesFilterOffsets>(
  'AzureResponsesFilterOffsets',
  azureResponsesFilterOffsets
)

const azureResponsesFilterResult = () => ({
  /** Whether the text was withheld. */
  filtered: maybe(t.boolean),
  severity: maybe(word('safe', 'low', 'medium', 'high')),
  /** Of filters without a severity. */
  detected: maybe(t.boolean)
})

/**
 * A value of the codec `AzureResponsesFilterResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesFilterResult extends Fields<typeof azureResponsesFilterResult> {}

/**
 * The result of one filter.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesFilterResult = /* @__PURE__ */ open<AzureResponsesFilterResult>(
  'AzureResponsesFilterResult',
  azureResponsesFilterResult
)

const azureResponsesFilterResults = () => ({
  hate: maybe(AzureResponsesFilterResult),
  sexual: maybe(AzureResponsesFilterResult),
  violence: maybe(AzureResponsesFilterResult),
  self_harm: maybe(AzureResponsesFilterResult),
  jailbreak: maybe(AzureResponsesFilterResult),
  indirect_attack: maybe(AzureResponsesFilterResult),
  protected_material_text: maybe(AzureResponsesFilterResult),
  protected_material_code: maybe(AzureResponsesFilterResult)
})

/**
 * A value of the codec `AzureResponsesFilterResults`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesFilterResults extends Fields<typeof azureResponsesFilterResults> {}

/**
 * The results of all filters, by what they look for.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesFilterResults = /* @__PURE__ */ open<AzureResponsesFilterResults>(
  'AzureResponsesFilterResults',
  azureResponsesFilterResults
)

const azureResponsesFilter = () => ({
  blocked: maybe(t.boolean),
  source_type: maybe(word('prompt', 'completion')),
  content_filter_results: maybe(AzureResponsesFilterResults),
  content_filter_offsets: maybe(AzureResponsesFilterOffsets)
})

/**
 * A value of the codec `AzureResponsesFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesFilter extends Fields<typeof azureResponsesFilter> {}

/**
 * The results of the filters for the prompt or for the answer.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesFilter = /* @__PURE__ */ open<AzureResponsesFilter>(
  'AzureResponsesFilter',
  azureResponsesFilter
)

const azureResponsesSnapshot = () => ({
  ...responsesSnapshot(),
  content_filters: maybe(list(AzureResponsesFilter))
})

/**
 * A value of the codec `AzureResponsesSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesSnapshot extends Fields<typeof azureResponsesSnapshot> {}

/**
 * The response so far, which some events carry.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesSnapshot = /* @__PURE__ */ open<AzureResponsesSnapshot>(
  'AzureResponsesSnapshot',
  azureResponsesSnapshot
)

const azureResponsesResponse = () => ({
  ...responsesResponse(),
  content_filters: maybe(list(AzureResponsesFilter))
})

/**
 * A value of the codec `AzureResponsesResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponsesResponse extends Fields<typeof azureResponsesResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesResponse = /* @__PURE__ */ open<AzureResponsesResponse>(
  'AzureResponsesResponse',
  azureResponsesResponse
)

/**
 * A value of the codec `AzureResponsesChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type AzureResponsesChunk = ResponsesChunkOf<AzureResponsesSnapshot>

/**
 * One event of a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponsesChunk: Tagged<AzureResponsesChunk> =
  /* @__PURE__ */ responsesChunkOf<AzureResponsesSnapshot>('AzureResponsesChunk', () => AzureResponsesSnapshot)
