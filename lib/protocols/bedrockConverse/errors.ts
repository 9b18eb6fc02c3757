/**
 * The errors of Converse: exceptions inside a stream, as frames or in the form of the SDKs of AWS,
 * `{"throttlingException": {"message": "…"}}`; and bodies of refused requests, `{"message": "…"}` or with a `__type`.
 *
 * A stop reason that means a failure is one, too.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html,
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import { awsExceptionIn, awsRefusal } from '../awsException.ts'
import { errorIn, failedFinish } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'

// In a stream it is in the event `messageStop`.
const failedEnd = (json: unknown): ProviderError | undefined =>
  failedFinish(field(json, 'stopReason') ?? field(field(json, 'messageStop'), 'stopReason'))

/** @internal */
export const converseError = (json: unknown, event: string): ProviderError | undefined =>
  awsExceptionIn(json, event) ?? errorIn(json, event) ?? awsRefusal(json) ?? failedEnd(json)
