/**
 * Cohere, with its own chat protocol, version 2.
 *
 * Source: https://docs.cohere.com/docs/streaming, https://docs.cohere.com/reference/chat-stream
 *
 * @since 0.1.0
 */
import { cohereChat } from '../protocols/cohereChat/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const cohere = cohereChat({ name: 'cohere', source: 'https://docs.cohere.com/docs/streaming' })
