import { field, isObject } from '../../codec/field.ts'
import { awsException, awsRefusal, isAwsException } from '../awsException.ts'
import { errorIn } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'

// The type of a refusal is capitalised, and may have a namespace as prefix.
const typeIn = (json: unknown): string => {
  const type = field(json, '__type')
  const name = typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : ''
  return name.charAt(0).toLowerCase() + name.slice(1)
}

const asSdk = (json: unknown): ProviderError | undefined => {
  const [first, ...more] = isObject(json) ? Object.entries(json) : []
  return first !== undefined && more.length === 0 && isAwsException(first[0])
    ? awsException(first[1], first[0])
    : undefined
}

/**
 * The errors of Converse: exceptions inside a stream, as frames or in the form of the SDKs of AWS,
 * `{"throttlingException": {"message": "…"}}`; and bodies of refused requests, `{"message": "…"}` or with a `__type`.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html,
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 *
 * @internal
 */
export const converseError = (json: unknown, event: string): ProviderError | undefined => {
  if (isAwsException(event)) return awsException(json, event)
  const type = typeIn(json)
  if (isAwsException(type)) return awsException(json, type)
  return asSdk(json) ?? errorIn(json, event) ?? awsRefusal(json)
}
