import { googleInteractionsProvider } from '../protocols/googleInteractions/index.ts'

/**
 * Gemini on AI Studio, the Interactions API: models and agents. Interactions that are not stored have no id.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category providers
 * @since 0.1.0
 */
export const googleInteractions = /* @__PURE__ */ googleInteractionsProvider({
  name: 'google-interactions',
  source: 'https://ai.google.dev/gemini-api/docs/interactions/streaming'
})
