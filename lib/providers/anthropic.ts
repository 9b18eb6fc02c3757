/**
 * Anthropic, direct. A ping may come anywhere.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { anthropicMessagesProvider } from '../protocols/anthropicMessages/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const anthropic = anthropicMessagesProvider({
  name: 'anthropic',
  source: 'https://platform.claude.com/docs/en/build-with-claude/streaming'
})
