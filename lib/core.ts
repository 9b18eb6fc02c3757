/**
 * deltafold without RxJS: the values, the machines, the providers, and the folds over them.
 *
 * @since 0.1.0
 */

// data
export type { FailureError } from './codec/FailureError.ts'
export { failureError, isFailureError } from './codec/FailureError.ts'
export { transportFailure } from './codec/transportFailure.ts'
export type { ChoiceOptions } from './data/ChoiceOptions.ts'
export type { Chunk, ResponseChunk, StreamChunk, TerminalChunk } from './data/Chunk.ts'
export type {
  CitationDelta,
  Delta,
  Extra,
  FileDelta,
  FinishDelta,
  ImageDelta,
  ReasoningDelta,
  ReasoningKind,
  RefusalDelta,
  RepairDelta,
  ResponseMetadata,
  ServerToolCallDelta,
  ServerToolResultDelta,
  TextDelta,
  ToolCallDelta,
  ToolCallEnd,
  UnrecognisedDelta,
  UsageDelta
} from './data/Delta.ts'
export type {
  BadChecksum,
  DecodeFailure,
  DepthExceeded,
  EventTooLarge,
  Failure,
  HttpFailure,
  IdleTimeout,
  LimitExceeded,
  LineTooLong,
  MalformedJson,
  NoEvents,
  NotAStream,
  Position,
  ProviderFailure,
  TransportFailure,
  TruncatedFrame
} from './data/Failure.ts'
export type { FinishReason } from './data/FinishReason.ts'
export type { Frame } from './data/Frame.ts'
export { frameOf } from './data/Frame.ts'
export type { Head } from './data/Head.ts'
export type { LimitOptions, Limits } from './data/Limits.ts'
export { defaultLimits, limitsOf } from './data/Limits.ts'
export type { Choice, Message } from './data/Message.ts'
export {
  appendDelta,
  emptyMessage,
  firstChoice,
  fromDelta,
  MessageMonoid,
  messageReasoning,
  messageText,
  messageToolCalls
} from './data/Message.ts'
export type { Complete, Failed, MessageState, Outcome, Streaming, Truncated } from './data/MessageState.ts'
export { isOutcome } from './data/MessageState.ts'
export type {
  Citation,
  FilePart,
  ImagePart,
  Part,
  ReasoningPart,
  RefusalPart,
  ServerToolCall,
  ServerToolResult,
  TextPart,
  UnrecognisedPart
} from './data/Part.ts'
export { isToolCall } from './data/Part.ts'
export type { Repair } from './data/Repair.ts'
export type { Result } from './data/Result.ts'
export type { RetryOptions } from './data/retry.ts'
export { isRetryable, retryDelay } from './data/retry.ts'
export type { ClosedToolCall, OpenToolCall, ToolCall, TruncatedToolCall } from './data/ToolCall.ts'
export type { Usage } from './data/Usage.ts'
export { UsageMonoidLatest, UsageMonoidSum } from './data/Usage.ts'

// machines
export type { AwsEventStreamState } from './machine/framing/awsEventStream.ts'
export { parseAwsEventStreamMachine } from './machine/framing/awsEventStream.ts'
export type { JsonArrayState } from './machine/framing/jsonArray.ts'
export { jsonArrayMachine } from './machine/framing/jsonArray.ts'
export type { JsonState } from './machine/framing/jsonBody.ts'
export { parseJSONMachine } from './machine/framing/jsonBody.ts'
export type { Line, LineScan, LinesState } from './machine/framing/lines.ts'
export { linesMachine } from './machine/framing/lines.ts'
export type { NDJSONState } from './machine/framing/ndjson.ts'
export { parseNDJSONMachine } from './machine/framing/ndjson.ts'
export type { SSEOptions, SSEState } from './machine/framing/sse.ts'
export { parseSSEMachine } from './machine/framing/sse.ts'
export type { SSEComment, SSEEvent, SSEItem, SSERetry } from './machine/framing/SSEItem.ts'
export type { Piece, Text, Utf8State } from './machine/framing/utf8.ts'
export { utf8Machine } from './machine/framing/utf8.ts'
export type { Both, Emit, Machine } from './machine/Machine.ts'
export { andThen, feedMachine, runMachine } from './machine/Machine.ts'
export type { AccumulatorState } from './reading/accumulateMessageMachine.ts'
export { accumulateMessageMachine } from './reading/accumulateMessageMachine.ts'
export type { ToolCallsState } from './reading/accumulateToolCallsMachine.ts'
export { accumulateToolCallsMachine } from './reading/accumulateToolCallsMachine.ts'
export { closedToolCallsMachine } from './reading/closedToolCallsMachine.ts'
export { collectUsageMachine } from './reading/collectUsageMachine.ts'
export { textFragmentsMachine } from './reading/textFragmentsMachine.ts'

// providers
export { fuse } from './codec/fuse.ts'
export type { NullableC } from './codec/nullable.ts'
export type { FrameOptions, Frames, FramesState, Framing } from './machine/framing/frames.ts'
export { awsEventStreamFraming, ndjsonFraming, sseFraming } from './machine/framing/frames.ts'
export { AnthropicChunk, AnthropicResponse } from './protocols/anthropicMessages/codec.ts'
export type { AnthropicDialect, AnthropicProvider } from './protocols/anthropicMessages/index.ts'
export { anthropicMessagesProvider } from './protocols/anthropicMessages/index.ts'
export type { AnthropicAssistantMessage, AnthropicToolResult } from './protocols/anthropicMessages/request.ts'
export type { AnthropicState } from './protocols/anthropicMessages/state.ts'
export { AnthropicStateCodec } from './protocols/anthropicMessages/stateCodec.ts'
export { ConverseChunk, ConverseResponse } from './protocols/bedrockConverse/codec.ts'
export type { ConverseAssistantMessage, ConverseToolResult } from './protocols/bedrockConverse/request.ts'
export type { ConverseState } from './protocols/bedrockConverse/state.ts'
export { ConverseStateCodec } from './protocols/bedrockConverse/stateCodec.ts'
export { CohereChunk, CohereResponse } from './protocols/cohereChat/codec.ts'
export type { CohereAssistantMessage, CohereToolMessage } from './protocols/cohereChat/request.ts'
export type { CohereState } from './protocols/cohereChat/state.ts'
export { CohereStateCodec } from './protocols/cohereChat/stateCodec.ts'
export { GoogleChunk, GoogleResponse } from './protocols/googleGenerate/codec.ts'
export type { GoogleContent, GoogleFunctionResponse } from './protocols/googleGenerate/request.ts'
export type { GoogleState } from './protocols/googleGenerate/state.ts'
export { GoogleStateCodec } from './protocols/googleGenerate/stateCodec.ts'
export { OllamaChunk, OllamaResponse } from './protocols/ollamaChat/codec.ts'
export type { OllamaAssistantMessage, OllamaToolMessage } from './protocols/ollamaChat/request.ts'
export type { OllamaState } from './protocols/ollamaChat/state.ts'
export { OllamaStateCodec } from './protocols/ollamaChat/stateCodec.ts'
export { ChatChunk, ChatResponse } from './protocols/openAIChat/codec.ts'
export type { ChatDialect } from './protocols/openAIChat/index.ts'
export { openAIChatProvider } from './protocols/openAIChat/index.ts'
export type { ChatAssistantMessage, ChatToolMessage, ReasoningReturn } from './protocols/openAIChat/request.ts'
export type { ChatState } from './protocols/openAIChat/state.ts'
export { ChatStateCodec } from './protocols/openAIChat/stateCodec.ts'
export {
  ResponsesChunk,
  ResponsesItem,
  ResponsesResponse,
  ResponsesSnapshot,
  ResponsesUsage
} from './protocols/openAIResponses/codec.ts'
export type { ResponsesDialect, ResponsesProvider } from './protocols/openAIResponses/index.ts'
export { openAIResponsesProvider } from './protocols/openAIResponses/index.ts'
export type { CustomTools } from './protocols/openAIResponses/items.ts'
export type { ResponsesInputItem, ResponsesToolOutput } from './protocols/openAIResponses/request.ts'
export type { ResponsesState } from './protocols/openAIResponses/state.ts'
export { ResponsesStateCodec } from './protocols/openAIResponses/stateCodec.ts'
export type { Provider, ProviderError, TerminalKind } from './protocols/Provider.ts'
export type { Counts, Held } from './protocols/sizes.ts'
export { anthropic } from './providers/anthropic.ts'
export { azure, AzureChunk, AzureResponse } from './providers/azure.ts'
export { azureResponses } from './providers/azureResponses.ts'
export { bedrockAnthropic } from './providers/bedrockAnthropic.ts'
export { bedrockConverse } from './providers/bedrockConverse.ts'
export { cerebras, CerebrasChunk, CerebrasResponse } from './providers/cerebras.ts'
export {
  alibaba,
  avian,
  fireworks,
  lmStudio,
  moonshot,
  nvidia,
  ollamaOpenAI,
  together
} from './providers/chatDialects.ts'
export { cohere } from './providers/cohere.ts'
export { deepSeek, DeepSeekChunk, DeepSeekResponse } from './providers/deepSeek.ts'
export { google } from './providers/google.ts'
export { groq, GroqChunk, GroqResponse } from './providers/groq.ts'
export { huggingface, HuggingFaceChunk, HuggingFaceResponse } from './providers/huggingface.ts'
export { llamaCpp, LlamaCppChunk, LlamaCppResponse } from './providers/llamaCpp.ts'
export { lmStudioResponses } from './providers/lmStudioResponses.ts'
export { mistral, MistralChunk, MistralResponse } from './providers/mistral.ts'
export { ollama } from './providers/ollama.ts'
export { openAI, OpenAIChunk, OpenAIResponse } from './providers/openAI.ts'
export { openAICompatible } from './providers/openAICompatible.ts'
export { openAIResponses } from './providers/openAIResponses.ts'
export { openRouter, OpenRouterChunk, OpenRouterResponse } from './providers/openRouter.ts'
export { perplexity, PerplexityChunk, PerplexityResponse } from './providers/perplexity.ts'
export { sglang, SGLangChunk, SGLangResponse } from './providers/sglang.ts'
export { vercel, VercelChunk, VercelResponse } from './providers/vercel.ts'
export { vertex } from './providers/vertex.ts'
export { vertexAnthropic } from './providers/vertexAnthropic.ts'
export { vllm, VLLMChunk, VLLMResponse } from './providers/vllm.ts'
export { xai, XAIChunk, XAIResponse } from './providers/xai.ts'
export { xaiResponses } from './providers/xaiResponses.ts'
export { zai, ZAIChunk, ZAIResponse } from './providers/zai.ts'
export { decodeChunkMachine } from './reading/decodeChunkMachine.ts'
export type { DecodeState } from './reading/DecodeState.ts'
export { parsedChunksMachine } from './reading/parsedChunksMachine.ts'
export type { BodyMachine, BodyOptions, BodyState } from './reading/readChunksMachine.ts'
export { readChunksMachine } from './reading/readChunksMachine.ts'
export type { ArgumentsFailure, InvalidArguments, MalformedArguments } from './tools/decodeArguments.ts'
export { decodeArguments } from './tools/decodeArguments.ts'
export type { Schema, SchemaError, SchemaType, StandardSchema } from './tools/schema.ts'
export type { ToolFailure, TypedToolCall, UnknownTool } from './tools/toolSet.ts'
export { toolSet } from './tools/toolSet.ts'
export type { UnfinishedCall } from './tools/toRequest.ts'
export { toAssistantMessage, toToolResult } from './tools/toRequest.ts'

// folds
export type { ResponseHead } from './async/headOf.ts'
export { headOf } from './async/headOf.ts'
export { iterateReadableStream, toReadableStream } from './async/readableStream.ts'
export { readAsync } from './async/readAsync.ts'
export type { Checkpoint } from './reading/checkpoint.ts'
export { restoreFold, saveFold } from './reading/checkpoint.ts'
export { foldBody } from './reading/foldBody.ts'
export type { FoldState } from './reading/foldMachine.ts'
export { foldMachine } from './reading/foldMachine.ts'
