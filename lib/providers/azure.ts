/**
 * Azure OpenAI: its first chunk judges the prompt and has no choice, id or model; each choice may be judged, too.
 * Hosted grok sends `reasoning_content` and counts it apart, as xAI does.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest,
 * https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: {
    system_fingerprint: t.unknown,
    service_tier: t.unknown,
    obfuscation: t.unknown,
    prompt_filter_results: t.unknown,
    latency_checkpoint: t.unknown
  },
  choice: { content_filter_results: t.unknown },
  usage: { latency_checkpoint: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const AzureChunk = chatChunk('AzureChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type AzureChunk = t.TypeOf<typeof AzureChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const AzureResponse = chatResponse('AzureResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type AzureResponse = t.TypeOf<typeof AzureResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const azure = openAIChatProvider({
  name: 'azure',
  source: 'https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest',
  terminal: 'sentinel',
  chunk: AzureChunk,
  response: AzureResponse,
  reasoning: 'nothing'
})
