/**
 * deltafold: everything of `deltafold/core`, and the RxJS operators over it.
 *
 * @since 0.1.0
 */

// core
export * from './core.ts'

// operators
export { accumulateMessage } from './operators/accumulateMessage.ts'
export { accumulateToolCalls } from './operators/accumulateToolCalls.ts'
export { closedToolCalls } from './operators/closedToolCalls.ts'
export { coalesce } from './operators/coalesce.ts'
export { collectMessage } from './operators/collectMessage.ts'
export { collectUsage } from './operators/collectUsage.ts'
export { contentTimeout } from './operators/contentTimeout.ts'
export { decodeChunk } from './operators/decodeChunk.ts'
export { extractReasoning } from './operators/extractReasoning.ts'
export type { FanOut } from './operators/fanOut.ts'
export { fanOut } from './operators/fanOut.ts'
export type { OnError } from './operators/fromMachine.ts'
export { fromMachine } from './operators/fromMachine.ts'
export { fromReadableStream } from './operators/fromReadableStream.ts'
export { fromRequest } from './operators/fromRequest.ts'
export type { ResponseOptions } from './operators/fromResponse.ts'
export { fromResponse } from './operators/fromResponse.ts'
export { idleTimeout } from './operators/idleTimeout.ts'
export { logprobs } from './operators/logprobs.ts'
export { messageEvents } from './operators/messageEvents.ts'
export { orThrow } from './operators/orThrow.ts'
export { parseAwsEventStream } from './operators/parseAwsEventStream.ts'
export { parseJSON } from './operators/parseJSON.ts'
export { parseNDJSON } from './operators/parseNDJSON.ts'
export { parseSSE } from './operators/parseSSE.ts'
export { partialArguments } from './operators/partialArguments.ts'
export { partialElements } from './operators/partialElements.ts'
export { partialJson } from './operators/partialJson.ts'
export { partialObject } from './operators/partialObject.ts'
export { readChunks } from './operators/readChunks.ts'
export { rights } from './operators/rights.ts'
export type { RunToolsOptions } from './operators/runTools.ts'
export { runTools } from './operators/runTools.ts'
export { shareMessage } from './operators/shareMessage.ts'
export { tapLefts } from './operators/tapLefts.ts'
export { textFragments } from './operators/textFragments.ts'
export { timings } from './operators/timings.ts'
export { typedArguments } from './operators/typedArguments.ts'
export { wholeObject } from './operators/wholeObject.ts'
