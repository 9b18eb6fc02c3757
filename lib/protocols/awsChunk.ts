import { field } from '../codec/field.ts'
import type { Frame } from '../data/Frame.ts'
import { parseJson } from '../machine/json/parseJson.ts'

const fromBase64 = (text: string): string | undefined => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/**
 * The frame with the model's event, which Bedrock's `InvokeModelWithResponseStream` wraps in base64 as `{"bytes": "…"}`, with
 * padding beside it; `undefined` if the frame does not wrap an event.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResponseStream.html
 *
 * @internal
 */
export const chunkFrame = (frame: Frame): Frame | undefined => {
  const bytes = field(parseJson(frame.data), 'bytes')
  return typeof bytes === 'string' ? { ...frame, data: fromBase64(bytes) ?? bytes } : undefined
}
