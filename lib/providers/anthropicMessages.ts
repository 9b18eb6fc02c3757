/**
 * Providers of Anthropic Messages. Claude on Bedrock is in `bedrockAnthropic.ts`.
 *
 * @since 0.1.0
 */
import { anthropicMessagesProvider } from '../protocols/anthropicMessages/index.ts'

/**
 * Anthropic's own API. A ping may occur anywhere.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category providers
 * @since 0.1.0
 */
export const anthropic = /* @__PURE__ */ anthropicMessagesProvider({
  name: 'anthropic',
  source: 'https://platform.claude.com/docs/en/build-with-claude/streaming'
})

/**
 * Claude on Google's Vertex AI (`streamRawPredict`): the events are Anthropic's, the usage of `message_delta` has no input
 * tokens, and a request that Google rejects returns an error in Google's format.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai
 *
 * @category providers
 * @since 0.1.0
 */
export const vertexAnthropic = /* @__PURE__ */ anthropicMessagesProvider({
  name: 'vertex-anthropic',
  source: 'https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai'
})
