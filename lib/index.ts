/**
 * deltafold: everything of `deltafold/core`, and the RxJS operators over it.
 *
 * @since 0.1.0
 */
export * from './core.ts'

// operators
export { accumulateMessage } from './operators/accumulateMessage.ts'
export { accumulateToolCalls } from './operators/accumulateToolCalls.ts'
export { closedToolCalls } from './operators/closedToolCalls.ts'
export { collectMessage } from './operators/collectMessage.ts'
export { collectUsage } from './operators/collectUsage.ts'
export { decodeChunk } from './operators/decodeChunk.ts'
export type { FanOut } from './operators/fanOut.ts'
export { fanOut } from './operators/fanOut.ts'
export { fromMachine } from './operators/fromMachine.ts'
export { fromReadableStream } from './operators/fromReadableStream.ts'
export { fromResponse } from './operators/fromResponse.ts'
export { orThrow } from './operators/orThrow.ts'
export { parseSSE } from './operators/parseSSE.ts'
export { readChunks } from './operators/readChunks.ts'
export { rights } from './operators/rights.ts'
export { tapLefts } from './operators/tapLefts.ts'
export { textDeltas } from './operators/textDeltas.ts'
