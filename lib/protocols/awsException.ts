/**
 * The exceptions of Amazon Bedrock: inside a stream, a frame whose event is the type; if a request was rejected, the body.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResponseStream.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 *
 * @since 0.1.0
 */
import { field } from '../codec/field.ts'
import type { Frame } from '../data/Frame.ts'
import { parseJson } from '../machine/json/parseJson.ts'
import type { ProviderError } from './Provider.ts'

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

/** @internal */
export const isAwsException = (event: string): boolean => event.endsWith('Exception')

/**
 * The error that an exception of a type reports.
 *
 * @internal
 */
export const awsException = (json: unknown, type: string): ProviderError => {
  const detail = nonEmpty(field(json, 'originalMessage'))?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(field(json, 'message'), field(json, 'Message')) ?? type,
    type,
    ...(Object.hasOwn(statuses, type) ? { status: statuses[type] ?? 0 } : {}),
    ...(detail === undefined ? {} : { detail })
  }
}

/**
 * The error in a rejection by AWS itself. Some of its fields have a capital letter, which no field of an answer has.
 *
 * @internal
 */
export const awsRefusal = (json: unknown): ProviderError | undefined => {
  const message = nonEmpty(field(json, 'Message'))
  return message === undefined ? undefined : { message }
}

/**
 * The frame of an exception, with JSON as its data even if the exception has none; `undefined` if a frame is not an exception.
 *
 * @internal
 */
export const exceptionFrame = (frame: Frame): Frame | undefined => {
  const { event, data, unfinished } = frame
  if (!isAwsException(event) || unfinished) return undefined
  return typeof parseJson(data) === 'object' ? frame : { ...frame, data: JSON.stringify({ message: data }) }
}
