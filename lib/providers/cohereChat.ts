import { cohereChatProvider } from '../protocols/cohereChat/index.ts'

/**
 * Cohere, with its own chat protocol, version 2.
 *
 * Source: https://docs.cohere.com/docs/streaming, https://docs.cohere.com/reference/chat-stream
 *
 * @category providers
 * @since 0.1.0
 */
export const cohere = /* @__PURE__ */ cohereChatProvider({
  name: 'cohere',
  source: 'https://docs.cohere.com/docs/streaming'
})
