/**
 * Gemini's generateContent, which AI Studio and Vertex AI speak. A stream is a row of whole responses, each with what is
 * new; it ends with the body.
 *
 * Source: https://ai.google.dev/api/generate-content
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { jsonArrayFrames, sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { Provider } from '../Provider.ts'
import type { Counts } from '../sizes.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { GoogleChunk, GoogleResponse } from './codec.ts'
import { googleError } from './errors.ts'
import { googleFinished, googleHeld, googleLost, googleMachine } from './machine.ts'
import type { GoogleContent, GoogleFunctionResponse } from './request.ts'
import { googleContent, googleFunctionResponse } from './request.ts'
import type { GoogleState } from './state.ts'

const answer = (response: GoogleResponse, emit: Emit<Delta>): GoogleState =>
  googleMachine.step(googleMachine.initial, response, emit)

const googleCounts = (json: unknown): Counts => {
  const candidates = field(json, 'candidates')
  if (!Array.isArray(candidates)) return noCounts
  const parts = candidates.map((candidate) => lengthOf(field(field(candidate, 'content'), 'parts')))
  return { choices: candidates.length, calls: 0, parts: parts.reduce((a, b) => Math.max(a, b), 0) }
}

/**
 * A provider that speaks the protocol.
 *
 * @internal
 */
export const googleGenerate = (dialect: {
  readonly name: string
  readonly source: string
}): Provider<GoogleChunk, GoogleResponse, GoogleState, GoogleContent, GoogleFunctionResponse> => ({
  ...dialect,
  framing: sseFraming,
  arrays: jsonArrayFrames,
  terminal: 'finish',
  chunk: GoogleChunk,
  response: GoogleResponse,
  machine: googleMachine,
  lost: googleLost,
  held: googleHeld,
  counts: googleCounts,
  ended: googleFinished,
  answer,
  isWhole: ({ candidates }) => (candidates ?? []).length > 0,
  error: googleError,
  assistantMessage: googleContent,
  toolResult: googleFunctionResponse
})
