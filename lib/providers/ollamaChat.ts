import { ollamaChatProvider } from '../protocols/ollamaChat/index.ts'

/**
 * Ollama, a server for models on one's own machine, and its cloud. Its streams may have the type `application/json`, too.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category providers
 * @since 0.1.0
 */
export const ollama = /* @__PURE__ */ ollamaChatProvider({ name: 'ollama', source: 'https://docs.ollama.com/api/chat' })
