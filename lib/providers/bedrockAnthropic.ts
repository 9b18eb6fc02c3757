import type { Frame } from '../data/Frame.ts'
import { awsEventStreamFraming } from '../machine/framing/frames.ts'
import { anthropicError } from '../protocols/anthropicMessages/errors.ts'
import { anthropicMessagesProvider } from '../protocols/anthropicMessages/index.ts'
import { chunkFrame } from '../protocols/awsChunk.ts'
import { awsExceptionIn, awsRefusal, exceptionFrame } from '../protocols/awsException.ts'
import type { ProviderError } from '../protocols/Provider.ts'

// -------------------------------------------------------------------------------------
// errors
// -------------------------------------------------------------------------------------

const error = (json: unknown, event: string): ProviderError | undefined =>
  awsExceptionIn(json, event) ?? anthropicError(json, event) ?? awsRefusal(json)

// -------------------------------------------------------------------------------------
// frames
// -------------------------------------------------------------------------------------

// A frame without an event inside is unchanged; an exception without JSON is still reported.
const unwrap = (frame: Frame): Frame => exceptionFrame(frame) ?? chunkFrame(frame) ?? frame

// -------------------------------------------------------------------------------------
// the provider
// -------------------------------------------------------------------------------------

/**
 * Claude on Amazon Bedrock (`InvokeModelWithResponseStream`): each frame holds one Anthropic event in base64, with
 * padding of random length beside it; an exception is a separate frame.
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
