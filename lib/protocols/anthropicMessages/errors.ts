import { field } from '../../codec/field.ts'
import { errorIn } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'

const harmless: ReadonlyArray<unknown> = [
  'content_block_delta',
  'content_block_start',
  'content_block_stop',
  'message_start',
  'message_delta',
  'message_stop',
  'message',
  'ping'
]

/**
 * The errors of the protocol: `{"type": "error", "error": {"type": "overloaded_error", "message": "…"}}`, as a body and
 * inside a stream. The type in the data decides; the event name is used if the data has no known type.
 *
 * Source: https://platform.claude.com/docs/en/api/errors
 *
 * @internal
 */
export const anthropicError = (json: unknown, event: string): ProviderError | undefined => {
  const type = field(json, 'type')
  if (harmless.includes(type)) return undefined
  return errorIn(json, type === 'error' ? type : event)
}
