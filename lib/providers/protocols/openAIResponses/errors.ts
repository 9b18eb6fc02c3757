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
import { fieldsOf } from '../../../data/field.ts'
import type { ProviderError } from '../../Provider.ts'
import { errorIn } from '../errorIn.ts'

const failed: ProviderError = { message: 'the response failed' }

/** @internal */
export const responsesError = (json: unknown, event: string): ProviderError | undefined => {
  const { type, object, response, status } = fieldsOf(json)
  if (type === 'error') return errorIn(json, 'error')
  if (type === 'response.failed') return errorIn(response, '') ?? failed
  // Only what is no event of the protocol may be an error in another shape.
  const found = typeof type === 'string' && type.startsWith('response.') ? undefined : errorIn(json, event)
  return found ?? (object === 'response' && status === 'failed' ? failed : undefined)
}
