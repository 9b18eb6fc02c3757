/**
 * Ollama, a server for models on one's own machine, and its cloud. It says `application/json` of its streams, too.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @since 0.1.0
 */
import { ollamaChat } from '../protocols/ollamaChat/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const ollama = ollamaChat({ name: 'ollama', source: 'https://docs.ollama.com/api/chat' })
