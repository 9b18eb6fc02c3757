/**
 * The finish reasons of OpenAI Chat providers, as `FinishReason`; and in every protocol the words that its own table does not
 * have, because gateways pass on the words of other protocols.
 *
 * A reason may have a detail after a colon (`content_filter: SAFETY`, `function_call_filter: …`): if the whole is not
 * known, the part before the colon is looked up. A hyphen or a blank is an underscore, and a word that is not known means
 * what a part of it means (`insufficient_quota`), or its end (`network_error`).
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object#chat/object-choices,
 * https://docs.z.ai/api-reference/llm/chat-completion, https://api-docs.deepseek.com/api/create-chat-completion,
 * https://huggingface.co/docs/text-generation-inference/reference/api_reference, https://docs.sglang.ai/
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  stopped: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  end: 'stop',
  end_turn: 'stop',
  end_of_turn: 'stop',
  end_of_text: 'stop',
  stop_sequence: 'stop',
  stop_token: 'stop',
  complete: 'stop',
  completed: 'stop',
  done: 'stop',
  finished: 'stop',
  normal: 'stop',
  length: 'length',
  max_length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  max_completion_tokens: 'length',
  max_new_tokens: 'length',
  model_length: 'length',
  token_limit: 'length',
  limit: 'length',
  context_length: 'length',
  context_length_exceeded: 'length',
  model_context_window_exceeded: 'length',
  incomplete: 'length',
  content_filter: 'content_filter',
  content_filtered: 'content_filter',
  content_policy: 'content_filter',
  content_policy_violation: 'content_filter',
  function_call_filter: 'content_filter',
  guardrail_intervened: 'content_filter',
  moderation: 'content_filter',
  policy_violation: 'content_filter',
  prohibited_content: 'content_filter',
  blocklist: 'content_filter',
  recitation: 'content_filter',
  spii: 'content_filter',
  safety: 'content_filter',
  sensitive: 'content_filter',
  refusal: 'content_filter',
  tool_calls: 'tool_call',
  tool_call: 'tool_call',
  tool_use: 'tool_call',
  function_call: 'tool_call',
  function_calls: 'tool_call',
  unexpected_tool_call: 'tool_call',
  error: 'error',
  abort: 'error',
  aborted: 'error',
  failed: 'error',
  failure: 'error',
  insufficient_system_resource: 'error',
  missing_thought_signature: 'error',
  overloaded: 'error',
  resource_exhausted: 'error',
  service_unavailable: 'error',
  timeout: 'error',
  too_many_requests: 'error',
  too_many_tool_calls: 'error'
}

// What a word that is not known means by a part of it: `insufficient_quota`, `rate_limit_exceeded`, `malformed_tool_use`; and
// by its end: `network_error`, `engine_overloaded`, `token_limit_exceeded`.
const inside: ReadonlyArray<string> = ['rate_limit', 'quota', 'deadline', 'billing', 'malformed_']

const ends: ReadonlyArray<readonly [string, FinishReason]> = [
  ['_error', 'error'],
  ['_overloaded', 'error'],
  ['_unavailable', 'error'],
  ['_failed', 'error'],
  ['_timeout', 'error'],
  ['_filter', 'content_filter'],
  ['_filtered', 'content_filter'],
  ['_exceeded', 'length']
]

const wordOf = (said: string): string => said.trim().toLowerCase().replaceAll('-', '_').replaceAll(' ', '_')

const reasonOf = (said: string): FinishReason => {
  const word = wordOf(said)
  const reason = reasonIn(reasons, word)
  if (reason !== 'other' || word.includes(':')) return reason
  if (inside.some((part) => word.includes(part))) return 'error'
  return ends.find(([end]) => word.endsWith(end))?.[1] ?? reason
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => {
  const reason = reasonOf(word)
  const colon = reason === 'other' ? word.indexOf(':') : -1
  return colon === -1 ? reason : reasonOf(word.slice(0, colon))
}

// The answer arrived, but the model wrote it badly.
const ofModel: ReadonlyArray<string> = ['missing_thought_signature', 'too_many_tool_calls']

/**
 * Whether a finish reason means that the provider failed. After a malformed call, the answer is complete and its last call is
 * cut.
 *
 * @internal
 */
export const isFailureWord = (u: unknown): u is string => {
  if (typeof u !== 'string' || u === '' || toFinishReason(u) !== 'error') return false
  const word = wordOf(u)
  return !word.startsWith('malformed_') && !ofModel.includes(word)
}

const cancels: ReadonlyArray<string> = ['cancel', 'canceled', 'cancelled', 'user_cancel', 'user_cancelled']

/**
 * Whether a finish reason means that the answer was cancelled: that is no failure, but cuts the answer short.
 *
 * @internal
 */
export const isCancelled = (word: string): boolean => cancels.includes(wordOf(word))
