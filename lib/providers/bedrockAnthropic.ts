import { field } from '../codec/field.ts'
import type { Frame } from '../data/Frame.ts'
import { awsEventStreamFraming } from '../machine/framing/frames.ts'
import { parseJson } from '../machine/json/parseJson.ts'
import { anthropicError } from '../protocols/anthropicMessages/errors.ts'
import { anthropicMessagesProvider } from '../protocols/anthropicMessages/index.ts'
import { awsException, awsRefusal, exceptionFrame, isAwsException } from '../protocols/awsException.ts'
import type { ProviderError } from '../protocols/Provider.ts'

// -------------------------------------------------------------------------------------
// errors
// -------------------------------------------------------------------------------------

const error = (json: unknown, event: string): ProviderError | undefined => {
  if (isAwsException(event)) return awsException(json, event)
  return anthropicError(json, event) ?? awsRefusal(json)
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

// The event inside. A frame without one is unchanged; an exception without JSON is still an exception.
const unwrap = (frame: Frame): Frame => {
  const exception = exceptionFrame(frame)
  if (exception !== undefined) return exception
  const bytes = field(parseJson(frame.data), 'bytes')
  const inside = typeof bytes === 'string' ? fromBase64(bytes) : undefined
  return inside === undefined ? frame : { ...frame, data: inside }
}

// -------------------------------------------------------------------------------------
// the provider
// -------------------------------------------------------------------------------------

/**
 * Claude on Amazon Bedrock (`InvokeModelWithResponseStream`): each frame holds one event of Anthropic's in base64, with
 * padding of random length beside it; an exception is a frame of its own.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html
 *
 * @category providers
 * @since 0.1.0
 */
export const bedrockAnthropic = /* @__PURE__ */ anthropicMessagesProvider({
  name: 'bedrock-anthropic',
  source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html',
  framing: awsEventStreamFraming,
  error,
  unwrap
})
