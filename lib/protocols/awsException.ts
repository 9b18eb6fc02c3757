/**
 * The exceptions of Amazon Bedrock: inside a stream, a frame whose event is the type; if a request was rejected, the body.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResponseStream.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 *
 * @since 0.1.0
 */
import { field, isObject } from '../codec/field.ts'
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

// Some are capitalised, and may have a namespace as prefix.
const nameOf = (type: string): string => {
  const name = type.slice(type.indexOf('#') + 1)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/**
 * The error that an exception of a type reports.
 *
 * @internal
 */
export const awsException = (json: unknown, exception: string): ProviderError => {
  const type = nameOf(exception)
  const detail = nonEmpty(field(json, 'originalMessage'))?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(field(json, 'message'), field(json, 'Message')) ?? type,
    type,
    ...(Object.hasOwn(statuses, type) ? { status: statuses[type] ?? 0 } : {}),
    ...(detail === undefined ? {} : { detail })
  }
}

/**
 * The exception that a JSON value is: under the name of an event, with a `__type`, or in the form of the SDKs of AWS,
 * `{"throttlingException": {"message": "…"}}`.
 *
 * @internal
 */
export const awsExceptionIn = (json: unknown, event: string): ProviderError | undefined => {
  if (isAwsException(event)) return awsException(json, event)
  const type = field(json, '__type')
  if (typeof type === 'string' && isAwsException(type)) return awsException(json, type)
  const [first, ...more] = isObject(json) ? Object.entries(json) : []
  return first !== undefined && more.length === 0 && isAwsException(first[0])
    ? awsException(first[1], first[0])
    : undefined
}

/**
 * Some refusals of AWS itself have a capital letter, which no answer has.
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
