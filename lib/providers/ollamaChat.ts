/**
 * Providers of Ollama's own protocol.
 *
 * @since 0.1.0
 */
import { ollamaChatProvider } from '../protocols/ollamaChat/index.ts'

/**
 * Ollama, a server for local models, and its cloud. Its streams may also have the content type `application/json`.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category providers
 * @since 0.1.0
 */
export const ollama = /* @__PURE__ */ ollamaChatProvider({ name: 'ollama', source: 'https://docs.ollama.com/api/chat' })

/**
 * Ollama, over `/api/generate`, which continues a prompt: `response` and `thinking` are the text and the reasoning, and a
 * model that makes images sends an `image` in its last line. The request has a prompt and no messages; an answer is sent
 * back as a message for `/api/chat`.
 *
 * Source: https://docs.ollama.com/api/generate
 *
 * @category providers
 * @since 0.1.0
 */
export const ollamaGenerate = /* @__PURE__ */ ollamaChatProvider({
  name: 'ollama-generate',
  source: 'https://docs.ollama.com/api/generate'
})
