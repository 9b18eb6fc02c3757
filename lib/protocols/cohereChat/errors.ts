import { field } from '../../codec/field.ts'
import { errorIn, failedFinish } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'

const harmless: ReadonlyArray<unknown> = [
  'message-start',
  'content-start',
  'content-delta',
  'content-end',
  'tool-plan-delta',
  'tool-call-start',
  'tool-call-delta',
  'tool-call-end',
  'citation-start',
  'citation-end',
  'debug'
]

// In an answer `message` is an object.
const bare = (json: unknown): ProviderError | undefined => {
  const message = field(json, 'message')
  return typeof message === 'string' && message !== '' ? { message } : undefined
}

/**
 * The errors of Cohere: `{"message": "…"}` instead of an answer, and an end of the message that has an `error` or a finish
 * reason which is one.
 *
 * Source: https://docs.cohere.com/reference/errors, https://docs.cohere.com/reference/chat-stream
 *
 * @internal
 */
export const cohereError = (json: unknown, event: string): ProviderError | undefined => {
  const type = field(json, 'type')
  if (harmless.includes(type)) return undefined
  if (type === 'message-end') {
    const end = field(json, 'delta')
    return errorIn({ error: field(end, 'error'), end }, '') ?? failedFinish(field(end, 'finish_reason'))
  }
  return errorIn(json, type === 'error' ? type : event) ?? bare(json) ?? failedFinish(field(json, 'finish_reason'))
}
