/**
 * The errors of Responses: the event `error`, with the error inside or with its fields beside the type; the event
 * `response.failed` and a JSON body with the status `failed`, with the error in the response. A response that failed has
 * failed, also where no error says why.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/error,
 * https://platform.openai.com/docs/api-reference/responses-streaming/response/failed
 *
 * @since 0.1.0
 */
import { fieldsOf } from '../../codec/field.ts'
import { errorIn } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'
import { textIn } from './texts.ts'

const failed: ProviderError = { message: 'the response failed' }

// To be one of the few costs less than to begin like all of them.
const isEvent = (type: unknown): boolean =>
  textIn(type) !== undefined || (typeof type === 'string' && type.startsWith('response.'))

/** @internal */
export const responsesError = (json: unknown, event: string): ProviderError | undefined => {
  const fields = fieldsOf(json)
  const { type } = fields
  if (type === 'error') return errorIn(json, 'error')
  if (type === 'response.failed') return errorIn(fields['response'], '') ?? failed
  // Only what is no event of the protocol may be an error in another shape.
  const found = isEvent(type) ? undefined : errorIn(json, event)
  return found ?? (fields['object'] === 'response' && fields['status'] === 'failed' ? failed : undefined)
}
