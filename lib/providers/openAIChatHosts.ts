/**
 * Providers of OpenAI Chat Completions that serve models of others.
 *
 * @since 0.1.0
 */
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

/**
 * Groq: tool calls come whole, and the usage up to three times (in `x_groq`, on the finish chunk, and last without a
 * choice), each time the same. Its compound systems run tools by themselves and report them in `executed_tools`.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `usage_breakdown`; of the usage `queue_time`,
 * `prompt_time`, `completion_time`, `total_time`.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create, https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category providers
 * @since 0.1.0
 */
export const groq = /* @__PURE__ */ openAIChatProvider({
  name: 'groq',
  source: 'https://console.groq.com/docs/api-reference#chat-create',
  reasoning: 'reasoning'
})

/**
 * Together: older models finish with `eos`.
 *
 * Source: https://docs.together.ai/reference/chat-completions-1
 *
 * @category providers
 * @since 0.1.0
 */
export const together = /* @__PURE__ */ openAIChatProvider({
  name: 'together',
  source: 'https://docs.together.ai/reference/chat-completions-1',
  reasoning: 'reasoning'
})

/**
 * Fireworks: the first fragment of a call has no arguments, later ones an id of `null`.
 *
 * Source: https://docs.fireworks.ai/api-reference/post-chatcompletions, https://docs.fireworks.ai/guides/reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const fireworks = /* @__PURE__ */ openAIChatProvider({
  name: 'fireworks',
  source: 'https://docs.fireworks.ai/api-reference/post-chatcompletions',
  reasoning: 'reasoning_content'
})

/**
 * Cerebras: the body ends after the finish chunk, without `[DONE]`; usage and `time_info` come on that chunk, calls
 * come whole and several at once, reasoning as `reasoning`.
 *
 * Fields of its own: `system_fingerprint`, `time_info`.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions,
 * https://inference-docs.cerebras.ai/capabilities/reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const cerebras = /* @__PURE__ */ openAIChatProvider({
  name: 'cerebras',
  source: 'https://inference-docs.cerebras.ai/api-reference/chat-completions',
  terminal: 'finish',
  reasoning: 'reasoning'
})

/**
 * Hugging Face's router: it passes on the stream of the provider behind it (Groq, Cerebras, Z.AI, …), so some streams
 * have no `[DONE]`.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `time_info`, `usage_breakdown`; of the usage `queue_time`,
 * `prompt_time`, `completion_time`, `total_time`.
 *
 * Source: https://huggingface.co/docs/inference-providers/tasks/chat-completion
 *
 * @category providers
 * @since 0.1.0
 */
export const huggingface = /* @__PURE__ */ openAIChatProvider({
  name: 'huggingface',
  source: 'https://huggingface.co/docs/inference-providers/tasks/chat-completion',
  terminal: 'finish',
  reasoning: 'nothing'
})

/**
 * NVIDIA NIM, which answers through vLLM or SGLang, whichever its container holds.
 *
 * Source: https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html
 *
 * @category providers
 * @since 0.1.0
 */
export const nvidia = /* @__PURE__ */ openAIChatProvider({
  name: 'nvidia',
  source: 'https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html',
  reasoning: 'nothing'
})
