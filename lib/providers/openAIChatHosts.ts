/**
 * Providers of OpenAI Chat Completions that host models of other companies.
 *
 * @since 0.1.0
 */
import { chatDialect, openAIChatProvider } from '../protocols/openAIChat/index.ts'
import { CerebrasChunk, CerebrasResponse } from '../protocols/openAIChat/wire/cerebras.ts'
import { GroqChunk, GroqResponse } from '../protocols/openAIChat/wire/groq.ts'

/**
 * Groq: tool calls arrive whole, and the same usage up to three times (in `x_groq`, on the finish chunk, and last without a
 * choice). Its compound systems run tools themselves and report them in `executed_tools`.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `usage_breakdown`; of the usage `queue_time`,
 * `prompt_time`, `completion_time`, `total_time`.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create, https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category providers
 * @since 0.1.0
 */
export const groq = /* @__PURE__ */ chatDialect(GroqChunk, GroqResponse, {
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
 * Cerebras: the body ends after the finish chunk, without `[DONE]`; usage and `time_info` are on that chunk, calls
 * arrive whole and several at once, reasoning is `reasoning`.
 *
 * Fields of its own: `system_fingerprint`, `time_info`.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions,
 * https://inference-docs.cerebras.ai/capabilities/reasoning, https://inference-docs.cerebras.ai/support/rate-limits
 *
 * @category providers
 * @since 0.1.0
 */
export const cerebras = /* @__PURE__ */ chatDialect(CerebrasChunk, CerebrasResponse, {
  name: 'cerebras',
  source: 'https://inference-docs.cerebras.ai/api-reference/chat-completions',
  terminal: 'finish',
  reasoning: 'reasoning'
})

/**
 * Hugging Face's router: it forwards the stream of the provider behind it (Groq, Cerebras, Z.AI, …), so some streams have
 * no `[DONE]`.
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
 * NVIDIA NIM, which runs vLLM or SGLang, depending on the container.
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

/**
 * SambaNova: usage is on a last chunk without a choice, with the times and rates of the answer.
 *
 * Fields of its own: `system_fingerprint`; of the usage `time_to_first_token`, `total_latency`,
 * `completion_tokens_per_sec` and others like them.
 *
 * Source: https://docs.sambanova.ai/docs/api-reference/chat-completions/create-chat-based-completion
 *
 * @category providers
 * @since 0.1.0
 */
export const sambaNova = /* @__PURE__ */ openAIChatProvider({
  name: 'sambanova',
  source: 'https://docs.sambanova.ai/docs/api-reference/chat-completions/create-chat-based-completion',
  reasoning: 'reasoning'
})

/**
 * Nebius Token Factory (formerly AI Studio), which runs vLLM or SGLang.
 *
 * Source: https://docs.tokenfactory.nebius.com/api-reference/introduction
 *
 * @category providers
 * @since 0.1.0
 */
export const nebius = /* @__PURE__ */ openAIChatProvider({
  name: 'nebius',
  source: 'https://docs.tokenfactory.nebius.com/api-reference/introduction',
  reasoning: 'nothing'
})

/**
 * Novita: reasoning is `reasoning_content` if the request has `separate_reasoning`, otherwise it is in the text, between
 * `<think>` and `</think>`.
 *
 * Fields of its own: `system_fingerprint`; of a choice `content_filter_results`.
 *
 * Source: https://novita.ai/docs/api-reference/model-apis-llm-create-chat-completion,
 * https://novita.ai/docs/guides/llm-reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const novita = /* @__PURE__ */ openAIChatProvider({
  name: 'novita',
  source: 'https://novita.ai/docs/api-reference/model-apis-llm-create-chat-completion',
  reasoning: 'nothing'
})

/**
 * Baseten's Model APIs: a fragment of a call repeats its id, with a name of `null`.
 *
 * Source: https://docs.baseten.co/reference/inference-api/chat-completions
 *
 * @category providers
 * @since 0.1.0
 */
export const baseten = /* @__PURE__ */ openAIChatProvider({
  name: 'baseten',
  source: 'https://docs.baseten.co/reference/inference-api/chat-completions',
  reasoning: 'reasoning_content'
})

/**
 * Featherless, which runs vLLM. Its `/v1/completions` is also read.
 *
 * Source: https://featherless.ai/docs/completions, https://featherless.ai/docs/quickstart-guide
 *
 * @category providers
 * @since 0.1.0
 */
export const featherless = /* @__PURE__ */ openAIChatProvider({
  name: 'featherless',
  source: 'https://featherless.ai/docs/completions',
  reasoning: 'nothing'
})

/**
 * Databricks' Foundation Model APIs: with thinking, the content of Claude is a list of a part of type `reasoning`, whose
 * summary has text and signature, and a text part. Reasoning may be left out of the next request.
 *
 * Source: https://docs.databricks.com/aws/en/machine-learning/foundation-model-apis/api-reference,
 * https://learn.microsoft.com/azure/databricks/machine-learning/model-serving/query-reason-models
 *
 * @category providers
 * @since 0.1.0
 */
export const databricks = /* @__PURE__ */ openAIChatProvider({
  name: 'databricks',
  source: 'https://docs.databricks.com/aws/en/machine-learning/foundation-model-apis/api-reference',
  reasoning: 'nothing'
})

/**
 * Snowflake Cortex: it sends no finish reason, so `[DONE]` alone ends a stream. Fields without a value are empty: `""`, and a
 * `function_call`, a `custom` and an `audio` of empty texts.
 *
 * Its older `inference:complete` sends a call as deltas of type `tool_use`, and a list of the content beside the content. An
 * answer is sent back in the form of `/chat/completions`.
 *
 * Source: https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api,
 * https://github.com/langchain-ai/langchain-snowflake/issues/40
 *
 * @category providers
 * @since 0.1.0
 */
export const snowflake = /* @__PURE__ */ openAIChatProvider({
  name: 'snowflake',
  source: 'https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api',
  terminal: 'done'
})
