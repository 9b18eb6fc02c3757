/**
 * Servers of OpenAI Chat Completions that users run themselves, and the provider of any other server.
 *
 * @since 0.1.0
 */
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

/**
 * llama.cpp's server: `timings` beside the usage, and `prompt_progress` while the prompt is read, if the request asks for
 * it.
 *
 * Fields of its own: `system_fingerprint`, `timings`, `prompt_progress`.
 *
 * Source: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
 *
 * @category providers
 * @since 0.1.0
 */
export const llamaCpp = /* @__PURE__ */ openAIChatProvider({
  name: 'llamacpp',
  source: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  reasoning: 'reasoning_content'
})

/**
 * vLLM: `stop_reason` is the stop string or token that matched, and the token ids are sent if the request asks for them.
 * Reasoning is `reasoning`, in older versions `reasoning_content`.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `prompt_logprobs`, `prompt_token_ids`,
 * `kv_transfer_params`; of a choice `stop_reason`, `token_ids`.
 *
 * Source: https://docs.vllm.ai/en/stable/serving/openai_compatible_server/,
 * https://docs.vllm.ai/en/v0.11.2/features/reasoning_outputs/
 *
 * @category providers
 * @since 0.1.0
 */
export const vllm = /* @__PURE__ */ openAIChatProvider({
  name: 'vllm',
  source: 'https://docs.vllm.ai/en/stable/serving/openai_compatible_server/',
  reasoning: 'reasoning'
})

/**
 * SGLang: `matched_stop` is the stop string or token that matched, a role and calls may be null in every delta, and a
 * call's id repeats in each of its fragments. Usage counts reasoning beside its details.
 *
 * Fields of its own: of a choice `matched_stop`.
 *
 * Source: https://docs.sglang.io/docs/basic_usage/openai_api_completions,
 * https://docs.sglang.io/docs/advanced_features/separate_reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const sglang = /* @__PURE__ */ openAIChatProvider({
  name: 'sglang',
  source: 'https://docs.sglang.io/docs/basic_usage/openai_api_completions',
  reasoning: 'reasoning_content'
})

/**
 * LM Studio: reasoning is `reasoning` or `reasoning_content`, depending on the model and a setting; older versions send a
 * name of `""` in later fragments of a call. Its `stats` stay in the chunk's `wire`.
 *
 * Source: https://lmstudio.ai/docs/developer/openai-compat/chat-completions,
 * https://lmstudio.ai/docs/developer/api-changelog
 *
 * @category providers
 * @since 0.1.0
 */
export const lmStudio = /* @__PURE__ */ openAIChatProvider({
  name: 'lmstudio',
  source: 'https://lmstudio.ai/docs/developer/openai-compat/chat-completions',
  reasoning: 'reasoning_content'
})

/**
 * Ollama's `/v1`: every call of an answer may have index 0, and older versions a finish reason of `""` on each chunk.
 *
 * Source: https://docs.ollama.com/api/openai-compatibility, https://github.com/ollama/ollama/issues/15457
 *
 * @category providers
 * @since 0.1.0
 */
export const ollamaOpenAI = /* @__PURE__ */ openAIChatProvider({
  name: 'ollama-openai',
  source: 'https://docs.ollama.com/api/openai-compatibility',
  reasoning: 'reasoning'
})

/**
 * GPUStack, which runs vLLM, SGLang or llama-box. The last, which is based on llama.cpp, writes an error into a stream as an
 * SSE field `error:`.
 *
 * Source: https://docs.gpustack.ai/latest/user-guide/openai-compatible-apis/,
 * https://github.com/ggml-org/llama.cpp/pull/16109
 *
 * @category providers
 * @since 0.1.0
 */
export const gpuStack = /* @__PURE__ */ openAIChatProvider({
  name: 'gpustack',
  source: 'https://docs.gpustack.ai/latest/user-guide/openai-compatible-apis/',
  reasoning: 'nothing'
})

/**
 * Any server of OpenAI Chat Completions without a provider of its own here: it reads the fields that any of them sends, and
 * does not require `[DONE]`.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category providers
 * @since 0.1.0
 */
export const openAICompatible = /* @__PURE__ */ openAIChatProvider({
  name: 'openai-compatible',
  source: 'https://platform.openai.com/docs/api-reference/chat/streaming',
  terminal: 'finish'
})
