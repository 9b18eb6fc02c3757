/**
 * Claude on Amazon Bedrock (`InvokeModelWithResponseStream`): each frame holds one event of Anthropic's in base64, with
 * padding of random length beside it; an exception is a frame of its own.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html
 *
 * @since 0.1.0
 */
import { field } from '../data/field.ts'
import type { Frame } from '../data/Frame.ts'
import { anthropicMessages } from './protocols/anthropicMessages.ts'
import { anthropicError } from './protocols/anthropicMessages/errors.ts'
import { parseJson } from './protocols/parseJson.ts'
import type { ProviderError } from './Provider.ts'

// -------------------------------------------------------------------------------------
// errors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const statuses: Readonly<Record<string, number>> = {
  validationException: 400,
  modelTimeoutException: 408,
  modelStreamErrorException: 424,
  throttlingException: 429,
  internalServerException: 500,
  serviceUnavailableException: 503
}

const nonEmpty = (...some: ReadonlyArray<unknown>): string | undefined =>
  some.find((u): u is string => typeof u === 'string' && u !== '')

const isException = (event: string): boolean => event.endsWith('Exception')

const exception = (json: unknown, type: string): ProviderError => {
  const detail = nonEmpty(field(json, 'originalMessage'))?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(field(json, 'message'), field(json, 'Message')) ?? type,
    type,
    ...(Object.hasOwn(statuses, type) ? { status: statuses[type] ?? 0 } : {}),
    ...(detail === undefined ? {} : { detail })
  }
}

const error = (json: unknown, event: string): ProviderError | undefined => {
  if (isException(event)) return exception(json, event)
  const known = anthropicError(json, event)
  // Some refusals of AWS itself have a capital letter, which no answer has.
  const refusal = nonEmpty(field(json, 'Message'))
  return known ?? (refusal === undefined ? undefined : { message: refusal })
}

// -------------------------------------------------------------------------------------
// frames
// -------------------------------------------------------------------------------------

const fromBase64 = (text: string): string | undefined => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)))
  } catch {
    return undefined
  }
}

// The event that is inside. What holds none passes; an exception with no JSON to say is one all the same.
const unwrap = (frame: Frame): Frame => {
  const { event, data } = frame
  const json = parseJson(data)
  if (isException(event) && !frame.unfinished) {
    return typeof json === 'object' ? frame : { ...frame, data: JSON.stringify({ message: data }) }
  }
  const bytes = field(json, 'bytes')
  const inside = typeof bytes === 'string' ? fromBase64(bytes) : undefined
  return inside === undefined ? frame : { ...frame, data: inside }
}

// -------------------------------------------------------------------------------------
// the provider
// -------------------------------------------------------------------------------------

/**
 * @category providers
 * @since 0.1.0
 */
export const bedrockAnthropic = anthropicMessages({
  name: 'bedrock-anthropic',
  source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html',
  framing: 'awsEventStream',
  error,
  unwrap
})
