/**
 * Speakers of OpenAI Chat that send nothing of their own beside what the protocol's codec knows: each is a row of a name,
 * a page, and how it wants its reasoning back. All of them end with `[DONE]`.
 *
 * @since 0.1.0
 */
import { ChatChunk, ChatResponse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'
import type { ChatAssistantMessage, ChatToolMessage, ReasoningReturn } from '../protocols/openAIChat/request.ts'
import type { ChatState } from '../protocols/openAIChat/state.ts'
import type { Provider } from '../protocols/Provider.ts'

type ChatProvider = Provider<ChatChunk, ChatResponse, ChatState, ChatAssistantMessage, ChatToolMessage>

const row = (name: string, source: string, reasoning: ReasoningReturn): ChatProvider =>
  openAIChatProvider({ name, source, terminal: 'sentinel', chunk: ChatChunk, response: ChatResponse, reasoning })

/**
 * Avian, which answers through OpenRouter: the id changes within a stream, `reasoning_content` and `reasoning_details`
 * repeat each other, and text may stand between and after calls.
 *
 * Source: https://avian.io/docs
 *
 * @category providers
 * @since 0.1.0
 */
export const avian = /* @__PURE__ */ row('avian', 'https://avian.io/docs', 'reasoning_content')

/**
 * Together: older models finish with `eos`.
 *
 * Source: https://docs.together.ai/reference/chat-completions-1
 *
 * @category providers
 * @since 0.1.0
 */
export const together = /* @__PURE__ */ row(
  'together',
  'https://docs.together.ai/reference/chat-completions-1',
  'reasoning'
)

/**
 * Fireworks: the first fragment of a call has no arguments, later ones an id of `null`.
 *
 * Source: https://docs.fireworks.ai/api-reference/post-chatcompletions, https://docs.fireworks.ai/guides/reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const fireworks = /* @__PURE__ */ row(
  'fireworks',
  'https://docs.fireworks.ai/api-reference/post-chatcompletions',
  'reasoning_content'
)

/**
 * Moonshot (Kimi): usage stands inside the last choice, with `cached_tokens` of its own.
 *
 * Source: https://platform.moonshot.ai/docs/api/chat, https://platform.moonshot.ai/docs/guide/use-kimi-k2-thinking-model
 *
 * @category providers
 * @since 0.1.0
 */
export const moonshot = /* @__PURE__ */ row(
  'moonshot',
  'https://platform.moonshot.ai/docs/api/chat',
  'reasoning_content'
)

/**
 * Alibaba Cloud's Model Studio (DashScope) in compatible mode: later fragments of a call have an id of `""`.
 *
 * Source: https://www.alibabacloud.com/help/en/model-studio/use-qwen-by-calling-api
 *
 * @category providers
 * @since 0.1.0
 */
export const alibaba = /* @__PURE__ */ row(
  'alibaba',
  'https://www.alibabacloud.com/help/en/model-studio/use-qwen-by-calling-api',
  'reasoning_content'
)

/**
 * Ollama's `/v1`: every call of an answer may have index 0, and older versions a finish reason of `""` on each chunk.
 *
 * Source: https://docs.ollama.com/api/openai-compatibility, https://github.com/ollama/ollama/issues/15457
 *
 * @category providers
 * @since 0.1.0
 */
export const ollamaOpenAI = /* @__PURE__ */ row(
  'ollama-openai',
  'https://docs.ollama.com/api/openai-compatibility',
  'reasoning'
)

/**
 * NVIDIA NIM, which answers through vLLM or SGLang, whichever its container holds.
 *
 * Source: https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html
 *
 * @category providers
 * @since 0.1.0
 */
export const nvidia = /* @__PURE__ */ row(
  'nvidia',
  'https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html',
  'nothing'
)

/**
 * LM Studio: reasoning is `reasoning` or `reasoning_content`, as the model and a setting have it; older versions say a
 * name of `""` in later fragments of a call. Its `stats` stay in the chunk's `wire`.
 *
 * Source: https://lmstudio.ai/docs/developer/openai-compat/chat-completions,
 * https://lmstudio.ai/docs/developer/api-changelog
 *
 * @category providers
 * @since 0.1.0
 */
export const lmStudio = /* @__PURE__ */ row(
  'lmstudio',
  'https://lmstudio.ai/docs/developer/openai-compat/chat-completions',
  'reasoning_content'
)
