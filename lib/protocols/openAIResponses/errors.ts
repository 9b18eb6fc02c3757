/**
 * The errors of Responses: the event `error`, with the error inside or with its fields beside the type; the event
 * `response.failed` and a JSON body with the status `failed`, with the error in the response. A failed response is a
 * failure even without an error.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/error,
 * https://platform.openai.com/docs/api-reference/responses-streaming/response/failed
 *
 * @since 0.1.0
 */
import { fieldsOf, isNothing } from '../../codec/field.ts'
import { errorIn } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'
import { statusOf } from './finishReason.ts'
import { textIn } from './texts.ts'

const failed: ProviderError = { message: 'the response failed' }

// Comparing with a few names is faster than comparing the common prefix.
const isEvent = (type: unknown): boolean =>
  textIn(type) !== undefined || (typeof type === 'string' && type.startsWith('response.'))

const ends: ReadonlyArray<unknown> = [
  'response.completed',
  'response.done',
  'response.incomplete',
  'response.failed',
  'response.cancelled',
  'response.canceled'
]

/** The error of the event that ends a response, which may be the response itself. */
const atEnd = (event: Readonly<Record<string, unknown>>): ProviderError | undefined => {
  const response = fieldsOf(event['response'] ?? { ...event, type: undefined })
  const hasFailed = event['type'] === 'response.failed' || statusOf(response['status']) === 'failed'
  // An error is one, whatever the status says, as in a JSON body.
  if (!hasFailed) return isNothing(response['error']) ? undefined : errorIn(response, '')
  return errorIn(response, '') ?? errorIn({ error: event['error'] }, '') ?? failed
}

/**
 * Whether the event of a failed response has the reason. If not, the reason may follow in a separate event.
 *
 * @internal
 */
export const isExplained = (json: unknown): boolean => atEnd(fieldsOf(json)) !== failed

/** @internal */
export const responsesError = (json: unknown, event: string): ProviderError | undefined => {
  const fields = fieldsOf(json)
  const { type } = fields
  if (type === 'error' || type === 'response.error') {
    // If the fields of the error are beside the type, the type is that of the event, not of the error.
    return errorIn(isNothing(fields['error']) ? { ...fields, type: undefined } : json, 'error')
  }
  // Only JSON that is not an event of the protocol may be an error in another shape.
  if (isEvent(type)) return ends.includes(type) ? atEnd(fields) : undefined
  const found = errorIn(json, event)
  return found ?? (fields['object'] === 'response' && statusOf(fields['status']) === 'failed' ? failed : undefined)
}
