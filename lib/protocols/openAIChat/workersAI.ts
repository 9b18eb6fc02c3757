/**
 * The wire of Cloudflare's Workers AI, and its conversion to Chat Completions. A chunk is one of Chat Completions, or has
 * `response`, the new text, and `tool_calls`, each of which may have its name and its arguments without a `function`. A body
 * has either form, by itself or in the `result` of Cloudflare's API.
 *
 * Source: https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility,
 * https://github.com/cloudflare/ai/tree/main/packages/workers-ai-provider
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fieldsOf, isNothing } from '../../codec/field.ts'
import { nullable } from '../../codec/nullable.ts'
import type { ChatToolCall } from './codec.ts'
import { ChatChunk, ChatResponse, ChatToolCall as ToolCall, ChatUsage } from './codec.ts'
import { toChunk } from './toChunk.ts'

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const text = nullable(t.string)

const beside = { tool_calls: nullable(t.array(ToolCall)), finish_reason: text, usage: nullable(ChatUsage) }

const workersAIChunk = t.intersection([ChatChunk, t.partial({ response: t.unknown, ...beside })], 'WorkersAIChunk')

/**
 * A value of the codec `WorkersAIChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkersAIChunk extends t.TypeOf<typeof workersAIChunk> {}

/**
 * One event of a stream of Workers AI.
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIChunk: t.Type<WorkersAIChunk> = workersAIChunk

// In JSON mode it may be any value.
const responseText = nullable(t.union([t.string, t.number, t.boolean, t.UnknownRecord, t.array(t.unknown)]))

const workersAIAnswer = t.union([ChatResponse, t.intersection([t.type({ response: responseText }), t.partial(beside)])])

const workersAIResponse = t.union([workersAIAnswer, t.type({ result: workersAIAnswer })], 'WorkersAIResponse')

/**
 * A value of the codec `WorkersAIResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export type WorkersAIResponse = t.TypeOf<typeof workersAIResponse>

/**
 * A whole answer of Workers AI as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const WorkersAIResponse: t.Type<WorkersAIResponse> = workersAIResponse

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const contentOf = (response: unknown): string | null =>
  isNothing(response) ? null : typeof response === 'string' ? response : JSON.stringify(response)

type Native = Pick<WorkersAIChunk, 'response' | keyof typeof beside>

const fromNative = (native: Native, number: (call: ChatToolCall, i: number) => ChatToolCall): ChatChunk => ({
  usage: native.usage ?? null,
  choices: [
    {
      delta: {
        content: contentOf(native.response),
        tool_calls: native.tool_calls?.map((call, i) => number(call, i)) ?? null
      },
      finish_reason: native.finish_reason ?? null
    }
  ]
})

/**
 * Whether an event or an answer has Workers AI's own form. The events of other protocols have a `type` or `done`.
 *
 * @internal
 */
export const isNative = (u: unknown): boolean => {
  const { choices, type, done, response, tool_calls: calls } = fieldsOf(u)
  return isNothing(choices) && type === undefined && done === undefined && (response !== undefined || !isNothing(calls))
}

/**
 * A chunk of Workers AI as a chunk of Chat Completions.
 *
 * @internal
 */
export const chunkOfWorkersAI = (chunk: WorkersAIChunk): ChatChunk =>
  isNative(chunk) ? fromNative(chunk, (call) => call) : chunk

/**
 * A whole answer of Workers AI as a chunk of Chat Completions. Every entry of a list is a whole call.
 *
 * @internal
 */
export const answerOfWorkersAI = (response: WorkersAIResponse): ChatChunk => {
  const answer = 'result' in response ? response.result : response
  return 'choices' in answer ? toChunk(answer) : fromNative(answer, (call, index) => ({ ...call, index }))
}
