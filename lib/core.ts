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
export type { ClosedToolCall, OpenToolCall, ToolCall, TruncatedToolCall } from './data/ToolCall.ts'
export type { Usage } from './data/Usage.ts'
export { UsageMonoidLatest, UsageMonoidSum } from './data/Usage.ts'

// machines
export type { AccumulatorState } from './machine/accumulate.ts'
export { accumulate } from './machine/accumulate.ts'
export { closedCalls } from './machine/closedCalls.ts'
export type { Cut } from './machine/cutInto.ts'
export { cutInto } from './machine/cutInto.ts'
export type { JsonState } from './machine/jsonBody.ts'
export { jsonBody } from './machine/jsonBody.ts'
export { latestUsage } from './machine/latestUsage.ts'
export type { Line, LineScan, LinesState } from './machine/lines.ts'
export { lines } from './machine/lines.ts'
export type { Both, Emit, Machine } from './machine/Machine.ts'
export { andThen, feed, run } from './machine/Machine.ts'
export type { SSEComment, SSEEvent, SSEItem, SSEOptions, SSERetry, SSEState } from './machine/sse.ts'
export { sse, sseText } from './machine/sse.ts'
export { textFragments } from './machine/textFragments.ts'
export type { ToolCallsState } from './machine/toolCallSnapshots.ts'
export { toolCallSnapshots } from './machine/toolCallSnapshots.ts'
export type { Piece, Text, Utf8State } from './machine/utf8.ts'
export { utf8 } from './machine/utf8.ts'

// providers
export { google } from './providers/google.ts'
export { groq, GroqChunk, GroqResponse } from './providers/groq.ts'
export { ollama } from './providers/ollama.ts'
export { openAICompatible } from './providers/openAICompatible.ts'
export { openRouter, OpenRouterChunk, OpenRouterResponse } from './providers/openRouter.ts'
export type { DecodeState } from './providers/protocols/decode.ts'
export { decode } from './providers/protocols/decode.ts'
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
export type { BodyMachine, BodyOptions, BodyState } from './providers/protocols/readBody.ts'
export { readBody } from './providers/protocols/readBody.ts'
export type { Held } from './providers/protocols/sizes.ts'
export type { Provider, ProviderError, TerminalKind } from './providers/Provider.ts'
export type { UnfinishedCall } from './providers/toRequest.ts'
export { toAssistantMessage, toToolResult } from './providers/toRequest.ts'
export { vertex } from './providers/vertex.ts'

// folds
export type { Checkpoint } from './async/checkpoint.ts'
export { restore, save } from './async/checkpoint.ts'
export type { FoldState } from './async/fold.ts'
export { fold } from './async/fold.ts'
export { foldBody } from './async/foldBody.ts'
export type { ResponseHead } from './async/headOf.ts'
export { headOf } from './async/headOf.ts'
