/**
 * The fields of Azure OpenAI.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { content } from '../../../codec/content.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { chatChoice, chatChunk, chatResponse } from './chunk.ts'

const azureFilterResult = () => ({
  filtered: maybe(t.boolean),
  severity: maybe(word('safe', 'low', 'medium', 'high')),
  detected: maybe(t.boolean)
})

/**
 * A value of the codec `AzureFilterResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureFilterResult extends Fields<typeof azureFilterResult> {}

/**
 * What a filter found.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureFilterResult = /* @__PURE__ */ open<AzureFilterResult>('AzureFilterResult', azureFilterResult)

const azureFilterResults = () => ({
  hate: maybe(AzureFilterResult),
  self_harm: maybe(AzureFilterResult),
  sexual: maybe(AzureFilterResult),
  violence: maybe(AzureFilterResult),
  jailbreak: maybe(AzureFilterResult),
  protected_material_text: maybe(AzureFilterResult),
  protected_material_code: maybe(AzureFilterResult)
})

/**
 * A value of the codec `AzureFilterResults`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureFilterResults extends Fields<typeof azureFilterResults> {}

/**
 * What the filters found, by category.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureFilterResults = /* @__PURE__ */ open<AzureFilterResults>('AzureFilterResults', azureFilterResults)

const azurePromptFilter = () => ({
  prompt_index: maybe(t.number),
  content_filter_results: maybe(AzureFilterResults)
})

/**
 * A value of the codec `AzurePromptFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzurePromptFilter extends Fields<typeof azurePromptFilter> {}

/**
 * What the filters found in a prompt.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzurePromptFilter = /* @__PURE__ */ open<AzurePromptFilter>('AzurePromptFilter', azurePromptFilter)

const azureChoice = () => ({
  ...chatChoice(),
  content_filter_results: maybe(AzureFilterResults)
})

/**
 * A value of the codec `AzureChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureChoice extends Fields<typeof azureChoice> {}

/**
 * A choice: in a stream, its new part; in a JSON body, the whole.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureChoice = /* @__PURE__ */ open<AzureChoice>('AzureChoice', azureChoice)

const envelope = () => ({
  /** Before the answer. */
  prompt_filter_results: maybe(list(AzurePromptFilter)),
  obfuscation: maybe(t.string)
})

const azureChunk = () => ({
  ...chatChunk(),
  ...envelope(),
  choices: content(fragments(AzureChoice))
})

/**
 * A value of the codec `AzureChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureChunk extends Fields<typeof azureChunk> {}

/**
 * One event of a stream of Azure OpenAI.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureChunk = /* @__PURE__ */ open<AzureChunk>('AzureChunk', azureChunk)

const azureResponse = () => ({
  ...chatResponse(),
  ...envelope(),
  choices: fragments(AzureChoice)
})

/**
 * A value of the codec `AzureResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AzureResponse extends Fields<typeof azureResponse> {}

/**
 * A complete answer of Azure OpenAI as one JSON body.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest
 *
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponse = /* @__PURE__ */ open<AzureResponse>('AzureResponse', azureResponse)
