/**
 * The fields of Cloudflare's Workers AI, which sends Chat Completions or its own form of them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { content } from '../../../codec/content.ts'
import type { Either } from '../../../codec/either.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatChunk, ChatResponse } from './chunk.ts'
import { ChatToolCall } from './toolCalls.ts'
import { ChatUsage } from './usage.ts'

const native = () => ({
  tool_calls: content(fragments(ChatToolCall, 'orNone')),
  finish_reason: maybe(t.string),
  usage: maybe(ChatUsage)
})

const workersAIChunk = () => ({
  ...chatChunk(),
  /** The text, in Workers AI's own form; in JSON mode it may be any value. */
  response: maybe(t.unknown),
  ...native()
})

/**
 * A value of the codec `WorkersAIChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkersAIChunk extends Fields<typeof workersAIChunk> {}

/**
 * One event of a stream of Workers AI.
 *
 * Source: https://developers.cloudflare.com/workers-ai/platform/open-ai-compatible-api/
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIChunk = /* @__PURE__ */ open<WorkersAIChunk>('WorkersAIChunk', workersAIChunk)

const workersAIAnswer = () => ({
  response: t.unknown,
  ...native()
})

/**
 * A value of the codec `WorkersAIAnswer`.
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkersAIAnswer extends Fields<typeof workersAIAnswer> {}

/**
 * An answer in Workers AI's own form.
 *
 * Source: https://developers.cloudflare.com/workers-ai/features/json-mode/
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIAnswer = /* @__PURE__ */ open<WorkersAIAnswer>('WorkersAIAnswer', workersAIAnswer)

const workersAIResult = () => ({
  result: either(ChatResponse, WorkersAIAnswer)
})

/**
 * A value of the codec `WorkersAIResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkersAIResult extends Fields<typeof workersAIResult> {}

/**
 * An answer inside an envelope, as Cloudflare's REST API sends it.
 *
 * Source: https://developers.cloudflare.com/workers-ai/get-started/rest-api/
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIResult = /* @__PURE__ */ open<WorkersAIResult>('WorkersAIResult', workersAIResult)

/**
 * A value of the codec `WorkersAIResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export type WorkersAIResponse = ChatResponse | WorkersAIAnswer | WorkersAIResult
/**
 * A complete answer of Workers AI as one JSON body.
 *
 * Source: https://developers.cloudflare.com/workers-ai/get-started/rest-api/
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIResponse: Either<ChatResponse | WorkersAIAnswer, WorkersAIResult> = /* @__PURE__ */ either(
  /* @__PURE__ */ either(ChatResponse, WorkersAIAnswer),
  WorkersAIResult,
  'WorkersAIResponse'
)
