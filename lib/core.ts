/**
 * deltafold without RxJS: the values, the machines, the providers, and the folds over them.
 *
 * @since 0.1.0
 */

// data
export { FailureCodec } from './codec/FailureCodec.ts'
export type { FailureError } from './codec/FailureError.ts'
export { failureError, isFailureError } from './codec/FailureError.ts'
export { MessageCodec } from './codec/MessageCodec.ts'
export { OutcomeCodec } from './codec/OutcomeCodec.ts'
export { transportFailure } from './codec/transportFailure.ts'
export { UsageCodec } from './codec/UsageCodec.ts'
export type { ChoiceOptions } from './data/ChoiceOptions.ts'
export type { Chunk, ResponseChunk, StreamChunk, TerminalChunk } from './data/Chunk.ts'
export type { Delta, ExtraDelta, FinishDelta, RepairDelta, ResponseMetadata, UsageDelta } from './data/Delta.ts'
export { explain } from './data/explain.ts'
export type { Extra } from './data/extra.ts'
export type {
  Aborted,
  BadChecksum,
  DecodeFailure,
  DepthExceeded,
  EndedEarly,
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
export { FailureShow } from './data/FailureShow.ts'
export type { FinishReason } from './data/FinishReason.ts'
export type { Frame } from './data/Frame.ts'
export { frameOf } from './data/Frame.ts'
export type { Head } from './data/Head.ts'
export type { KeptHeaders, ResponseFacts } from './data/headers.ts'
export type { LimitOptions, Limits } from './data/Limits.ts'
export { defaultLimits, limitsOf } from './data/Limits.ts'
export type { Choice, Message } from './data/Message.ts'
export {
  appendDelta,
  emptyMessage,
  firstChoice,
  fromDelta,
  MessageEq,
  messageReasoning,
  messageText,
  messageToolCalls
} from './data/Message.ts'
export type {
  BesideEvent,
  FailureEvent,
  FileEvent,
  GrowingPartEvent,
  MessageEnd,
  MessageEvent,
  MessageStart,
  PartDeltaEvent,
  PartEvent,
  PlacedPartEvent,
  ToolInputEvent
} from './data/MessageEvent.ts'
export { appendEvent } from './data/MessageEvent.ts'
export { MessageMonoid } from './data/MessageMonoid.ts'
export type { Complete, Failed, MessageState, Outcome, Streaming, Truncated } from './data/MessageState.ts'
export { isAborted, isOutcome, outcomeReason } from './data/MessageState.ts'
export type * from './data/Part.ts'
export { isToolCall } from './data/Part.ts'
export type { ReasoningKind } from './data/parts/Reasoning.ts'
export type { ClosedToolCall, OpenToolCall, TruncatedToolCall } from './data/parts/ToolCall.ts'
export { ToolCallEq } from './data/parts/ToolCall.ts'
export type { FieldIgnored, Repair, OfCall as RepairOfCall, OfEvent as RepairOfEvent } from './data/Repair.ts'
export type { Result } from './data/Result.ts'
export type { RetryAttempt, RetryOptions } from './data/retry.ts'
export { isRetryable, retryDelay } from './data/retry.ts'
export { stopped } from './data/stopped.ts'
export type { Alternative, TokenLogprob } from './data/TokenLogprob.ts'
export type { OutputMedia, OutputPart, ToolOutput } from './data/ToolOutput.ts'
export type { Usage } from './data/Usage.ts'
export { UsageEq, UsageMonoidLatest, UsageMonoidSum } from './data/Usage.ts'
export type { ViewStatus } from './data/viewStatus.ts'
export { viewStatus } from './data/viewStatus.ts'

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
export type { JsonPath } from './machine/json/JsonPath.ts'
export type { JsonNumbers } from './machine/json/jsonReader.ts'
export type { PartialJson } from './machine/json/PartialJson.ts'
export type { JsonOptions, NotJson, PartialJsonState } from './machine/json/partialJsonMachine.ts'
export { partialJsonMachine } from './machine/json/partialJsonMachine.ts'
export type { Both, Emit, Machine } from './machine/Machine.ts'
export { andThen, feedMachine, runMachine } from './machine/Machine.ts'
export type { AccumulatorState } from './reading/accumulateMessageMachine.ts'
export { accumulateMessageMachine } from './reading/accumulateMessageMachine.ts'
export type { ToolCallsState } from './reading/accumulateToolCallsMachine.ts'
export { accumulateToolCallsMachine } from './reading/accumulateToolCallsMachine.ts'
export { closedToolCallsMachine } from './reading/closedToolCallsMachine.ts'
export type { CoalesceOptions, CoalesceState, Tick } from './reading/coalesceMachine.ts'
export { coalesceMachine } from './reading/coalesceMachine.ts'
export { collectUsageMachine } from './reading/collectUsageMachine.ts'
export type { ExtractReasoningState } from './reading/extractReasoningMachine.ts'
export { extractReasoningMachine, ExtractReasoningStateCodec } from './reading/extractReasoningMachine.ts'
export { logprobsMachine } from './reading/logprobsMachine.ts'
export type { MessageEventsState } from './reading/messageEventsMachine.ts'
export { messageEventsMachine } from './reading/messageEventsMachine.ts'
export type { PartialArguments, PartialArgumentsOptions } from './reading/partialArgumentsMachine.ts'
export { partialArgumentsMachine } from './reading/partialArgumentsMachine.ts'
export type { ReasoningTag, ReasoningTagOptions } from './reading/reasoningTags.ts'
export { textFragmentsMachine } from './reading/textFragmentsMachine.ts'
export type { Timed, Timings, WithTimings } from './reading/timingsMachine.ts'
export { timingsMachine } from './reading/timingsMachine.ts'

// protocols
export { fuse } from './codec/fuse.ts'
export type { NullableC } from './codec/nullable.ts'
export type { FrameOptions, Frames, FramesState, Framing } from './machine/framing/frames.ts'
export { awsEventStreamFraming, ndjsonFraming, sseFraming } from './machine/framing/frames.ts'
export type { AnthropicMessagesProvider } from './protocols/anthropicMessages/index.ts'
export { anthropicMessagesProvider } from './protocols/anthropicMessages/index.ts'
export type {
  AnthropicAssistantMessage,
  AnthropicToolResult,
  AnthropicToolResults
} from './protocols/anthropicMessages/request.ts'
export type { AnthropicState } from './protocols/anthropicMessages/state.ts'
export { AnthropicStateCodec } from './protocols/anthropicMessages/stateCodec.ts'
export { AnthropicChunk } from './protocols/anthropicMessages/wire/events.ts'
export { AnthropicResponse } from './protocols/anthropicMessages/wire/message.ts'
export { ConverseChunk, ConverseResponse } from './protocols/bedrockConverse/codec.ts'
export type { BedrockConverseProvider } from './protocols/bedrockConverse/index.ts'
export { bedrockConverseProvider } from './protocols/bedrockConverse/index.ts'
export type {
  ConverseAssistantMessage,
  ConverseToolResult,
  ConverseToolResults
} from './protocols/bedrockConverse/request.ts'
export type { ConverseState } from './protocols/bedrockConverse/state.ts'
export { ConverseStateCodec } from './protocols/bedrockConverse/stateCodec.ts'
export type { CohereChatProvider } from './protocols/cohereChat/index.ts'
export { cohereChatProvider } from './protocols/cohereChat/index.ts'
export type { CohereAssistantMessage, CohereToolMessage } from './protocols/cohereChat/request.ts'
export type { CohereState } from './protocols/cohereChat/state.ts'
export { CohereStateCodec } from './protocols/cohereChat/stateCodec.ts'
export { CohereChunk } from './protocols/cohereChat/wire/events.ts'
export { CohereResponse } from './protocols/cohereChat/wire/response.ts'
export type { GoogleGenerateProvider } from './protocols/googleGenerate/index.ts'
export { googleGenerateProvider } from './protocols/googleGenerate/index.ts'
export type {
  GoogleContent,
  GoogleFunctionResponse,
  GoogleFunctionResponses
} from './protocols/googleGenerate/request.ts'
export type { GoogleState } from './protocols/googleGenerate/state.ts'
export { GoogleStateCodec } from './protocols/googleGenerate/stateCodec.ts'
export { GoogleChunk } from './protocols/googleGenerate/wire/chunk.ts'
export type { GoogleInteractionsProvider } from './protocols/googleInteractions/index.ts'
export { googleInteractionsProvider } from './protocols/googleInteractions/index.ts'
export type { InteractionsFunctionResult, InteractionsInputStep } from './protocols/googleInteractions/request.ts'
export type { InteractionsState } from './protocols/googleInteractions/state.ts'
export { InteractionsStateCodec } from './protocols/googleInteractions/stateCodec.ts'
export { InteractionsChunk } from './protocols/googleInteractions/wire/events.ts'
export { InteractionsResponse } from './protocols/googleInteractions/wire/response.ts'
export type { OllamaChatProvider } from './protocols/ollamaChat/index.ts'
export { ollamaChatProvider } from './protocols/ollamaChat/index.ts'
export type { OllamaAssistantMessage, OllamaToolMessage } from './protocols/ollamaChat/request.ts'
export type { OllamaState } from './protocols/ollamaChat/state.ts'
export { OllamaStateCodec } from './protocols/ollamaChat/stateCodec.ts'
export { OllamaChunk, OllamaResponse } from './protocols/ollamaChat/wire/lines.ts'
export type {
  OpenAIChatCodecs,
  OpenAIChatConstructor,
  OpenAIChatOptions,
  OpenAIChatProvider
} from './protocols/openAIChat/index.ts'
export { openAIChatProvider } from './protocols/openAIChat/index.ts'
export type { ChatAssistantMessage, ChatToolMessage } from './protocols/openAIChat/request.ts'
export type { ChatState } from './protocols/openAIChat/state.ts'
export { ChatStateCodec } from './protocols/openAIChat/stateCodec.ts'
export type { ChatReasoning, ReasoningReturn } from './protocols/openAIChat/toReasoning.ts'
export { ChatChunk, ChatResponse } from './protocols/openAIChat/wire/chunk.ts'
export { WorkersAIChunk, WorkersAIResponse } from './protocols/openAIChat/wire/workersAI.ts'
export type { WorkersAIProvider } from './protocols/openAIChat/workersAIProvider.ts'
export type {
  ClientCall,
  ClientCallAnswers,
  ClientCallOf,
  ClientCallOutput,
  ClientCallResult,
  ClientCallType,
  ShellOutput
} from './protocols/openAIResponses/clientCalls.ts'
export { answerClientCall, clientCalls } from './protocols/openAIResponses/clientCalls.ts'
export type { OpenAIResponsesOptions, OpenAIResponsesProvider } from './protocols/openAIResponses/index.ts'
export { openAIResponsesProvider } from './protocols/openAIResponses/index.ts'
export type { CustomTools } from './protocols/openAIResponses/items.ts'
export type {
  ResponsesCallOutput,
  ResponsesInputItem,
  ResponsesToolOutput
} from './protocols/openAIResponses/request.ts'
export type { ResponsesState } from './protocols/openAIResponses/state.ts'
export { ResponsesStateCodec } from './protocols/openAIResponses/stateCodec.ts'
export { ResponsesChunk } from './protocols/openAIResponses/wire/events.ts'
export { ResponsesItem } from './protocols/openAIResponses/wire/item.ts'
export { ResponsesResponse, ResponsesSnapshot } from './protocols/openAIResponses/wire/snapshot.ts'
export { ResponsesUsage } from './protocols/openAIResponses/wire/usage.ts'
export type { ProtocolInfo, ProtocolName } from './protocols/Protocol.ts'
export type {
  AnyProvider,
  AssistantMessageOf,
  NextTurnItemOf,
  Provider,
  ProviderError,
  ProviderOptions,
  ResponseOf,
  StateOf,
  TerminalKind,
  ToolResultOf,
  WireOf
} from './protocols/Provider.ts'
export { withFraming, withName, withTerminal } from './protocols/Provider.ts'

// providers
export * from './providers/index.ts'

// reading
export type { BesideState } from './protocols/beside.ts'
export { decodeChunkMachine } from './reading/decodeChunkMachine.ts'
export type { DecodeState } from './reading/DecodeState.ts'
export { parsedChunksMachine } from './reading/parsedChunksMachine.ts'
export type { BodyMachine, BodyOptions, BodyState } from './reading/readChunksMachine.ts'
export { readChunksMachine } from './reading/readChunksMachine.ts'
export type { AnswerState, ObjectFailure, ObjectOptions, TruncatedObject } from './tools/answerMachine.ts'
export type { ArgumentsFailure, InvalidArguments, MalformedArguments } from './tools/decodeArguments.ts'
export { decodeArguments } from './tools/decodeArguments.ts'
export type { DeepPartial } from './tools/DeepPartial.ts'
export type { Element, ElementsOptions } from './tools/partialElementsMachine.ts'
export { partialElementsMachine } from './tools/partialElementsMachine.ts'
export type { PartialObject, UnfinishedObject, WholeObject } from './tools/partialObjectMachine.ts'
export { partialObjectMachine } from './tools/partialObjectMachine.ts'
export { requestRepairs } from './tools/requestRepairs.ts'
export type { Schema, SchemaError, SchemaType, StandardSchema } from './tools/schema.ts'
export type {
  CallResult,
  LeftOut,
  LeftOutMedia,
  LeftOutPart,
  LeftOutReason,
  LeftOutResult,
  NextTurn
} from './tools/toNextTurn.ts'
export { toNextTurn } from './tools/toNextTurn.ts'
export type { PreparedCall, Tool, ToolContext, ToolOptions } from './tools/tool.ts'
export { tool } from './tools/tool.ts'
export type { Approval, ToolResult, ToolRules, ToolRun, ToolRunEnd, ToolStep } from './tools/ToolRun.ts'
export { toolRun, toolStep, withApprovals } from './tools/ToolRun.ts'
export type { ToolRunEvent, ToolRunOptions } from './tools/ToolRunEvent.ts'
export type { Schemas, ToolFailure, TypedToolCall, UnknownTool } from './tools/toolSet.ts'
export { toolSet } from './tools/toolSet.ts'
export type { UnfinishedCall } from './tools/toRequest.ts'
export { toAssistantMessage, toToolResult } from './tools/toRequest.ts'
export type { TypedArguments, UnfinishedArguments, WholeArguments } from './tools/typedArgumentsMachine.ts'
export { typedArgumentsMachine } from './tools/typedArgumentsMachine.ts'
export { wholeObjectMachine } from './tools/wholeObjectMachine.ts'

// folds
export { coalesceAsync } from './async/coalesceAsync.ts'
export { completeOrThrow } from './async/completeOrThrow.ts'
export { iterateReadableStream, toReadableStream } from './async/readableStream.ts'
export type { ReadOptions } from './async/readAsync.ts'
export { readAsync } from './async/readAsync.ts'
export { readChunksAsync } from './async/readChunksAsync.ts'
export type { ReadResponseOptions } from './async/readResponse.ts'
export { readResponse } from './async/readResponse.ts'
export type { HttpResponse } from './async/responsePieces.ts'
export type { RunToolsAsyncOptions } from './async/runToolsAsync.ts'
export { runToolsAsync } from './async/runToolsAsync.ts'
export { throughMachine } from './async/throughMachine.ts'
export { timingsAsync } from './async/timingsAsync.ts'
export type { Checkpoint } from './reading/checkpoint.ts'
export { restoreFold, saveFold } from './reading/checkpoint.ts'
export { foldBody } from './reading/foldBody.ts'
export type { FoldState } from './reading/foldMachine.ts'
export { foldMachine } from './reading/foldMachine.ts'
export type { HeadOptions, HttpHeaders, ResponseHead } from './reading/headOf.ts'
export { headOf } from './reading/headOf.ts'
