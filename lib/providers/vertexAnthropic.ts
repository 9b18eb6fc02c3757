/**
 * Claude on Google's Vertex AI (`streamRawPredict`): the events are Anthropic's, `message_delta` says nothing of the
 * input, and what Google itself refuses comes as an error of Google's.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai
 *
 * @since 0.1.0
 */
import { anthropicMessagesProvider } from '../protocols/anthropicMessages/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const vertexAnthropic = anthropicMessagesProvider({
  name: 'vertex-anthropic',
  source: 'https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai'
})
