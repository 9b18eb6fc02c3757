/**
 * deltafold without RxJS: the values, the machines, the providers, and the folds over them.
 *
 * @since 0.1.0
 */

// data
export type { ChoiceOptions } from './data/ChoiceOptions.ts'
export type { Answer, Chunk, Terminal, WireChunk } from './data/Chunk.ts'
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
export { transportFailure } from './data/Failure.ts'
export type { FailureError } from './data/FailureError.ts'
export { failureError, isFailureError } from './data/FailureError.ts'
export type { FinishReason } from './data/FinishReason.ts'
export type { Frame } from './data/Frame.ts'
export { frame } from './data/Frame.ts'
export type { Head } from './data/Head.ts'
export type { LimitOptions, Limits } from './data/Limits.ts'
export { defaultLimits, limits } from './data/Limits.ts'
export type { Choice, Message } from './data/Message.ts'
export {
  appendDelta,
  emptyMessage,
  firstChoice,
  fromDelta,
  MessageMonoid,
  reasoning,
  text,
  toolCalls
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
export type { AccumulatorState } from './machine/accumulate.ts'
export { accumulate } from './machine/accumulate.ts'
export type { AwsEventStreamState } from './machine/awsEventStream.ts'
export { awsEventStream } from './machine/awsEventStream.ts'
export { closedCalls } from './machine/closedCalls.ts'
export type { Cut } from './machine/cutInto.ts'
export { cutInto } from './machine/cutInto.ts'
export type { JsonArrayState } from './machine/jsonArray.ts'
export { jsonArray } from './machine/jsonArray.ts'
export type { JsonState } from './machine/jsonBody.ts'
export { jsonBody } from './machine/jsonBody.ts'
export { latestUsage } from './machine/latestUsage.ts'
export type { Line, LineScan, LinesState } from './machine/lines.ts'
export { lines } from './machine/lines.ts'
export type { Both, Emit, Machine } from './machine/Machine.ts'
export { andThen, feed, run } from './machine/Machine.ts'
export type { NDJSONState } from './machine/ndjson.ts'
export { ndjson } from './machine/ndjson.ts'
export type { SSEComment, SSEEvent, SSEItem, SSEOptions, SSERetry, SSEState } from './machine/sse.ts'
export { sse, sseText } from './machine/sse.ts'
export { textFragments } from './machine/textFragments.ts'
export type { ToolCallsState } from './machine/toolCallSnapshots.ts'
export { toolCallSnapshots } from './machine/toolCallSnapshots.ts'
export type { Piece, Text, Utf8State } from './machine/utf8.ts'
export { utf8 } from './machine/utf8.ts'

// providers
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
export type { ArgumentsFailure, InvalidArguments, MalformedArguments } from './providers/decodeArguments.ts'
export { decodeArguments } from './providers/decodeArguments.ts'
export { deepSeek, DeepSeekChunk, DeepSeekResponse } from './providers/deepSeek.ts'
export { fuse } from './providers/fuse.ts'
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
export type { AnthropicDialect, AnthropicProvider } from './providers/protocols/anthropicMessages.ts'
export { anthropicMessages } from './providers/protocols/anthropicMessages.ts'
export { AnthropicChunk, AnthropicResponse } from './providers/protocols/anthropicMessages/codec.ts'
export type { AnthropicAssistantMessage, AnthropicToolResult } from './providers/protocols/anthropicMessages/request.ts'
export type { AnthropicState } from './providers/protocols/anthropicMessages/state.ts'
export { AnthropicStateCodec } from './providers/protocols/anthropicMessages/stateCodec.ts'
export { ConverseChunk, ConverseResponse } from './providers/protocols/bedrockConverse/codec.ts'
export type { ConverseAssistantMessage, ConverseToolResult } from './providers/protocols/bedrockConverse/request.ts'
export type { ConverseState } from './providers/protocols/bedrockConverse/state.ts'
export { ConverseStateCodec } from './providers/protocols/bedrockConverse/stateCodec.ts'
export { chunks } from './providers/protocols/chunks.ts'
export { CohereChunk, CohereResponse } from './providers/protocols/cohereChat/codec.ts'
export type { CohereAssistantMessage, CohereToolMessage } from './providers/protocols/cohereChat/request.ts'
export type { CohereState } from './providers/protocols/cohereChat/state.ts'
export { CohereStateCodec } from './providers/protocols/cohereChat/stateCodec.ts'
export type { DecodeState } from './providers/protocols/decode.ts'
export { decode } from './providers/protocols/decode.ts'
export type { FramesState, Framing } from './providers/protocols/frames.ts'
export { awsEventStreamFraming, ndjsonFraming, sseFraming } from './providers/protocols/frames.ts'
export { GoogleChunk, GoogleResponse } from './providers/protocols/googleGenerate/codec.ts'
export type { GoogleContent, GoogleFunctionResponse } from './providers/protocols/googleGenerate/request.ts'
export type { GoogleState } from './providers/protocols/googleGenerate/state.ts'
export { GoogleStateCodec } from './providers/protocols/googleGenerate/stateCodec.ts'
export { OllamaChunk, OllamaResponse } from './providers/protocols/ollamaChat/codec.ts'
export type { OllamaAssistantMessage, OllamaToolMessage } from './providers/protocols/ollamaChat/request.ts'
export type { OllamaState } from './providers/protocols/ollamaChat/state.ts'
export { OllamaStateCodec } from './providers/protocols/ollamaChat/stateCodec.ts'
export type { ChatDialect } from './providers/protocols/openAIChat.ts'
export { openAIChat } from './providers/protocols/openAIChat.ts'
export { ChatChunk, ChatResponse } from './providers/protocols/openAIChat/codec.ts'
export type {
  ChatAssistantMessage,
  ChatToolMessage,
  ReasoningReturn
} from './providers/protocols/openAIChat/request.ts'
export type { ChatState } from './providers/protocols/openAIChat/state.ts'
export { ChatStateCodec } from './providers/protocols/openAIChat/stateCodec.ts'
export type { ResponsesDialect, ResponsesProvider } from './providers/protocols/openAIResponses.ts'
export { responsesProvider } from './providers/protocols/openAIResponses.ts'
export {
  ResponsesChunk,
  ResponsesItem,
  ResponsesResponse,
  ResponsesSnapshot,
  ResponsesUsage
} from './providers/protocols/openAIResponses/codec.ts'
export type { CustomTools } from './providers/protocols/openAIResponses/items.ts'
export type { ResponsesInputItem, ResponsesToolOutput } from './providers/protocols/openAIResponses/request.ts'
export type { ResponsesState } from './providers/protocols/openAIResponses/state.ts'
export { ResponsesStateCodec } from './providers/protocols/openAIResponses/stateCodec.ts'
export type { BodyMachine, BodyOptions, BodyState } from './providers/protocols/readBody.ts'
export { readBody } from './providers/protocols/readBody.ts'
export type { Counts, Held } from './providers/protocols/sizes.ts'
export type { Provider, ProviderError, TerminalKind } from './providers/Provider.ts'
export type { Schema, SchemaError, SchemaType, StandardSchema } from './providers/schema.ts'
export { sglang, SGLangChunk, SGLangResponse } from './providers/sglang.ts'
export type { ToolFailure, TypedToolCall, UnknownTool } from './providers/toolSet.ts'
export { toolSet } from './providers/toolSet.ts'
export type { UnfinishedCall } from './providers/toRequest.ts'
export { toAssistantMessage, toToolResult } from './providers/toRequest.ts'
export { vercel, VercelChunk, VercelResponse } from './providers/vercel.ts'
export { vertex } from './providers/vertex.ts'
export { vertexAnthropic } from './providers/vertexAnthropic.ts'
export { vllm, VLLMChunk, VLLMResponse } from './providers/vllm.ts'
export { xai, XAIChunk, XAIResponse } from './providers/xai.ts'
export { xaiResponses } from './providers/xaiResponses.ts'
export { zai, ZAIChunk, ZAIResponse } from './providers/zai.ts'

// folds
export type { Checkpoint } from './async/checkpoint.ts'
export { restore, save } from './async/checkpoint.ts'
export type { FoldState } from './async/fold.ts'
export { fold } from './async/fold.ts'
export { foldBody } from './async/foldBody.ts'
export type { ResponseHead } from './async/headOf.ts'
export { headOf } from './async/headOf.ts'
export { fromReadableStream, toReadableStream } from './async/readableStream.ts'
export { readAsync } from './async/readAsync.ts'
