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
import { fieldsOf, isNothing } from '../../codec/field.ts'
import { toChunk } from './toChunk.ts'
import type { ChatChunk } from './wire/chunk.ts'
import type { ChatToolCall } from './wire/toolCalls.ts'
import type { WorkersAIAnswer, WorkersAIChunk, WorkersAIResponse } from './wire/workersAI.ts'

const contentOf = (response: unknown): string | null =>
  isNothing(response) ? null : typeof response === 'string' ? response : JSON.stringify(response)

const fromNative = (native: WorkersAIAnswer, number: (call: ChatToolCall, i: number) => ChatToolCall): ChatChunk => ({
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
  isNative(chunk) ? fromNative({ ...chunk, response: chunk.response }, (call) => call) : chunk

/**
 * A whole answer of Workers AI as a chunk of Chat Completions. Every entry of a list is a whole call.
 *
 * @internal
 */
export const answerOfWorkersAI = (response: WorkersAIResponse): ChatChunk => {
  const answer = 'result' in response ? response.result : response
  return 'choices' in answer ? toChunk(answer) : fromNative(answer, (call, index) => ({ ...call, index }))
}
