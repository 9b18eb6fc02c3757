/**
 * The errors of the protocol: `{"type": "error", "error": {"type": "overloaded_error", "message": "…"}}`, as a body and
 * inside a stream. The type in the data decides; the event name is used if the data has no known type.
 *
 * Source: https://platform.claude.com/docs/en/api/errors
 *
 * @since 0.1.0
 */
import { field, fieldsOf } from '../../codec/field.ts'
import { errorIn, failedFinish } from '../errorIn.ts'
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

// A stop reason that is no word of this protocol, and means a failure.
const failedEnd = (json: unknown, type: unknown): ProviderError | undefined => {
  if (type !== 'message_delta' && type !== 'message' && type !== 'message_start') return undefined
  const { delta, message, stop_reason: said } = fieldsOf(json)
  return failedFinish(said) ?? failedFinish(field(delta, 'stop_reason')) ?? failedFinish(field(message, 'stop_reason'))
}

/** @internal */
export const anthropicError = (json: unknown, event: string): ProviderError | undefined => {
  const type = field(json, 'type')
  if (harmless.includes(type)) return failedEnd(json, type)
  // An error may come without its envelope, too.
  const isError = type === 'error' || (typeof type === 'string' && type.endsWith('_error'))
  return errorIn(json, isError ? 'error' : event)
}
