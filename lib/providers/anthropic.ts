/**
 * Anthropic, direct. A ping may come anywhere.
 *
 * Source: https://docs.claude.com/en/docs/build-with-claude/streaming
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
  source: 'https://docs.claude.com/en/docs/build-with-claude/streaming'
})
