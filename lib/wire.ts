/**
 * `deltafold/wire`: the codecs of what providers send, and the combinators of which they are made.
 *
 * @since 0.1.0
 */

// combinators
export { numeric, spelled, textual } from './codec/acrossTypes.ts'
export { anyObject } from './codec/anyObject.ts'
export { asItCame } from './codec/asItCame.ts'
export { content } from './codec/content.ts'
export type { Dictionary } from './codec/dictionary.ts'
export { dictionary } from './codec/dictionary.ts'
export type { Either } from './codec/either.ts'
export { either } from './codec/either.ts'
export { fragments } from './codec/fragments.ts'
export type { Table } from './codec/isObjectOf.ts'
export type { Keyed, OneOf } from './codec/keyed.ts'
export { keyed } from './codec/keyed.ts'
export { kind } from './codec/kind.ts'
export { leftOutOf } from './codec/leftOutOf.ts'
export type { List } from './codec/list.ts'
export { list } from './codec/list.ts'
export type { Maybe } from './codec/maybe.ts'
export { maybe } from './codec/maybe.ts'
export type { Fields, Open } from './codec/open.ts'
export { open } from './codec/open.ts'
export type { Other, Unrecognised } from './codec/Other.ts'
export { kindOf } from './codec/Other.ts'
export type { Tagged } from './codec/tagged.ts'
export { tagged } from './codec/tagged.ts'
export type { Word } from './codec/word.ts'
export { word } from './codec/word.ts'

// Anthropic Messages
export * from './protocols/anthropicMessages/wire/besides.ts'
export * from './protocols/anthropicMessages/wire/blocks.ts'
export * from './protocols/anthropicMessages/wire/callers.ts'
export * from './protocols/anthropicMessages/wire/citations.ts'
export * from './protocols/anthropicMessages/wire/codeResults.ts'
export * from './protocols/anthropicMessages/wire/commandResults.ts'
export * from './protocols/anthropicMessages/wire/deltas.ts'
export * from './protocols/anthropicMessages/wire/error.ts'
export * from './protocols/anthropicMessages/wire/events.ts'
export * from './protocols/anthropicMessages/wire/message.ts'
export * from './protocols/anthropicMessages/wire/otherResults.ts'
export * from './protocols/anthropicMessages/wire/resultBlocks.ts'
export * from './protocols/anthropicMessages/wire/textBlocks.ts'
export * from './protocols/anthropicMessages/wire/toolBlocks.ts'
export * from './protocols/anthropicMessages/wire/usage.ts'
export * from './protocols/anthropicMessages/wire/webResults.ts'

// Google generateContent
export * from './protocols/googleGenerate/wire/calls.ts'
export * from './protocols/googleGenerate/wire/candidates.ts'
export * from './protocols/googleGenerate/wire/chunk.ts'
export * from './protocols/googleGenerate/wire/citations.ts'
export * from './protocols/googleGenerate/wire/grounding.ts'
export * from './protocols/googleGenerate/wire/logprobs.ts'
export * from './protocols/googleGenerate/wire/media.ts'
export * from './protocols/googleGenerate/wire/parts.ts'
export * from './protocols/googleGenerate/wire/places.ts'
export * from './protocols/googleGenerate/wire/sources.ts'
export * from './protocols/googleGenerate/wire/usage.ts'

// Google Interactions
export * from './protocols/googleInteractions/wire/agents.ts'
export * from './protocols/googleInteractions/wire/annotations.ts'
export * from './protocols/googleInteractions/wire/callArguments.ts'
export * from './protocols/googleInteractions/wire/callDeltas.ts'
export * from './protocols/googleInteractions/wire/callSteps.ts'
export * from './protocols/googleInteractions/wire/contents.ts'
export * from './protocols/googleInteractions/wire/deltas.ts'
export * from './protocols/googleInteractions/wire/environment.ts'
export * from './protocols/googleInteractions/wire/error.ts'
export * from './protocols/googleInteractions/wire/events.ts'
export * from './protocols/googleInteractions/wire/formats.ts'
export * from './protocols/googleInteractions/wire/generation.ts'
export type { InteractionsOther } from './protocols/googleInteractions/wire/InteractionsOther.ts'
export * from './protocols/googleInteractions/wire/mediaDeltas.ts'
export * from './protocols/googleInteractions/wire/response.ts'
export * from './protocols/googleInteractions/wire/resultDeltas.ts'
export * from './protocols/googleInteractions/wire/results.ts'
export * from './protocols/googleInteractions/wire/resultSteps.ts'
export * from './protocols/googleInteractions/wire/retrieval.ts'
export * from './protocols/googleInteractions/wire/snapshot.ts'
export * from './protocols/googleInteractions/wire/steps.ts'
export * from './protocols/googleInteractions/wire/tools.ts'
export * from './protocols/googleInteractions/wire/transcription.ts'
export * from './protocols/googleInteractions/wire/usage.ts'

// OpenAI Responses
export * from './protocols/openAIResponses/wire/actions.ts'
export * from './protocols/openAIResponses/wire/annotations.ts'
export * from './protocols/openAIResponses/wire/azure.ts'
export * from './protocols/openAIResponses/wire/callEvents.ts'
export * from './protocols/openAIResponses/wire/calls.ts'
export type { ResponsesChunkOf, ResponsesEventOf } from './protocols/openAIResponses/wire/chunkOf.ts'
export * from './protocols/openAIResponses/wire/clientTools.ts'
export * from './protocols/openAIResponses/wire/codeTools.ts'
export * from './protocols/openAIResponses/wire/computerCalls.ts'
export * from './protocols/openAIResponses/wire/error.ts'
export * from './protocols/openAIResponses/wire/events.ts'
export * from './protocols/openAIResponses/wire/filters.ts'
export * from './protocols/openAIResponses/wire/inputs.ts'
export * from './protocols/openAIResponses/wire/instructions.ts'
export * from './protocols/openAIResponses/wire/item.ts'
export * from './protocols/openAIResponses/wire/itemEvents.ts'
export * from './protocols/openAIResponses/wire/mcpEvents.ts'
export * from './protocols/openAIResponses/wire/mediaEvents.ts'
export * from './protocols/openAIResponses/wire/messages.ts'
export * from './protocols/openAIResponses/wire/moderation.ts'
export * from './protocols/openAIResponses/wire/openRouter.ts'
export * from './protocols/openAIResponses/wire/parts.ts'
export * from './protocols/openAIResponses/wire/patchCalls.ts'
export * from './protocols/openAIResponses/wire/place.ts'
export * from './protocols/openAIResponses/wire/reasoningEvents.ts'
export * from './protocols/openAIResponses/wire/responseEvents.ts'
export * from './protocols/openAIResponses/wire/searchCalls.ts'
export * from './protocols/openAIResponses/wire/searchEvents.ts'
export * from './protocols/openAIResponses/wire/searchTools.ts'
export * from './protocols/openAIResponses/wire/serverCalls.ts'
export * from './protocols/openAIResponses/wire/settings.ts'
export * from './protocols/openAIResponses/wire/shellCalls.ts'
export * from './protocols/openAIResponses/wire/shellEvents.ts'
export * from './protocols/openAIResponses/wire/shellResults.ts'
export * from './protocols/openAIResponses/wire/shellTools.ts'
export {
  ResponsesIncompleteDetails,
  ResponsesResponse,
  ResponsesSnapshot
} from './protocols/openAIResponses/wire/snapshot.ts'
export * from './protocols/openAIResponses/wire/textEvents.ts'
export * from './protocols/openAIResponses/wire/tool.ts'
export * from './protocols/openAIResponses/wire/tools.ts'
export {
  ResponsesInputTokensDetails,
  ResponsesOutputTokensDetails,
  ResponsesUsage
} from './protocols/openAIResponses/wire/usage.ts'
export * from './protocols/openAIResponses/wire/xai.ts'
// Cohere
export * from './protocols/cohereChat/wire/changes.ts'
export * from './protocols/cohereChat/wire/events.ts'
export * from './protocols/cohereChat/wire/laterEvents.ts'
export * from './protocols/cohereChat/wire/message.ts'
export * from './protocols/cohereChat/wire/response.ts'

// Ollama
export * from './protocols/ollamaChat/wire/lines.ts'

// OpenAI Chat Completions
export * from './protocols/openAIChat/wire/arguments.ts'
export * from './protocols/openAIChat/wire/azure.ts'
export * from './protocols/openAIChat/wire/cerebras.ts'
export { ChatChoice, ChatChunk, ChatFinishDetails, ChatResponse, ChatXGroq } from './protocols/openAIChat/wire/chunk.ts'
export {
  ChatAnnotation,
  ChatAudio,
  ChatDelta,
  ChatImage,
  ChatImageUrl,
  ChatUrlCitation
} from './protocols/openAIChat/wire/delta.ts'
export * from './protocols/openAIChat/wire/error.ts'
export * from './protocols/openAIChat/wire/groq.ts'
export * from './protocols/openAIChat/wire/groqTools.ts'
export * from './protocols/openAIChat/wire/groqUsage.ts'
export * from './protocols/openAIChat/wire/logprobs.ts'
export * from './protocols/openAIChat/wire/makers.ts'
export * from './protocols/openAIChat/wire/mistral.ts'
export * from './protocols/openAIChat/wire/mistralParts.ts'
export * from './protocols/openAIChat/wire/openAI.ts'
export * from './protocols/openAIChat/wire/openRouter.ts'
export * from './protocols/openAIChat/wire/openRouterMetadata.ts'
export * from './protocols/openAIChat/wire/openRouterParts.ts'
export * from './protocols/openAIChat/wire/openRouterUsage.ts'
export * from './protocols/openAIChat/wire/perplexity.ts'
export * from './protocols/openAIChat/wire/reasoningDetails.ts'
export * from './protocols/openAIChat/wire/toolCalls.ts'
export {
  ChatCompletionTokensDetails,
  ChatCost,
  ChatPromptTokensDetails,
  ChatUsage
} from './protocols/openAIChat/wire/usage.ts'
export * from './protocols/openAIChat/wire/workersAI.ts'
