/**
 * Anthropic, direct. A ping may come anywhere.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { anthropicMessages } from './protocols/anthropicMessages.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const anthropic = anthropicMessages({
  name: 'anthropic',
  source: 'https://platform.claude.com/docs/en/build-with-claude/streaming'
})
