import { asItCame } from '../../codec/asItCame.ts'
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { jsonArrayFrames, sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { isGoogleEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import type { Counts } from '../sizes.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { googleBeside } from './beside.ts'
import { googleBody } from './body.ts'
import { camelCase, camelCased } from './camelCase.ts'
import { googleError } from './errors.ts'
import { googleEnded, googleFinished, googleHeld, googleLost, googleMachine } from './machine.ts'
import type { GoogleContent, GoogleFunctionResponse, GoogleFunctionResponses } from './request.ts'
import { googleRequest } from './request.ts'
import type { GoogleState } from './state.ts'
import { GoogleChunk } from './wire/chunk.ts'

const answer = (response: GoogleChunk, emit: Emit<Delta>): GoogleState =>
  googleMachine.step(googleMachine.initial, response, emit)

const googleCounts = (json: unknown): Counts => {
  const candidates = field(json, 'candidates')
  if (!Array.isArray(candidates)) return noCounts
  const parts = candidates.map((candidate) => lengthOf(field(field(candidate, 'content'), 'parts')))
  return { choices: candidates.length, calls: 0, parts: parts.reduce((a, b) => Math.max(a, b), 0) }
}

/**
 * A provider of Gemini's generateContent.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleGenerateProvider extends Provider<
  GoogleChunk,
  GoogleChunk,
  GoogleState,
  GoogleContent,
  GoogleFunctionResponse,
  GoogleContent | GoogleFunctionResponses
> {}

const googleGenerate: Protocol<GoogleChunk, GoogleChunk, GoogleState> = {
  name: 'google-generate',
  version: 1,
  chunk: /* @__PURE__ */ camelCased(GoogleChunk),
  response: /* @__PURE__ */ camelCased(googleBody),
  machine: googleMachine,
  lost: googleLost,
  held: googleHeld,
  beside: googleBeside,
  free: [
    'candidates.content.parts.text',
    'usageMetadata.promptTokenCount',
    'usageMetadata.candidatesTokenCount',
    'usageMetadata.thoughtsTokenCount',
    'usageMetadata.totalTokenCount',
    'usageMetadata.candidatesTokensDetails.tokenCount',
    'usageMetadata.promptTokensDetails.tokenCount'
  ],
  counts: googleCounts,
  knows: (wire) => isGoogleEvent(asItCame(wire)),
  ended: googleEnded,
  finished: googleFinished,
  answer,
  isWhole: ({ candidates }) => lengthOf(candidates) > 0,
  arrays: jsonArrayFrames
}

const defaults: ProviderDefaults<
  GoogleChunk,
  GoogleChunk,
  GoogleState,
  GoogleContent,
  GoogleFunctionResponse,
  GoogleContent | GoogleFunctionResponses
> = {
  protocol: googleGenerate,
  framing: sseFraming,
  terminal: 'finish',
  error: (json, event) => googleError(camelCase(json), event),
  request: googleRequest
}

/**
 * A provider of Gemini's generateContent, as of AI Studio and Vertex AI. Each event of a stream is a response with
 * the new parts. By default it sends server-sent events, or one JSON array if the request does not ask for
 * `alt=sse`; a stream ends with a finish reason and the end of the body.
 *
 * Source: https://ai.google.dev/api/generate-content
 *
 * @example
 * import { foldBody, googleGenerateProvider, messageText } from 'deltafold'
 *
 * const mine = googleGenerateProvider({ name: 'mine', source: 'https://example.com/docs/generate' })
 * const chunk = { candidates: [{ content: { parts: [{ text: 'Hi' }] }, finishReason: 'STOP' }] }
 * const { _tag, message } = foldBody(mine, `data: ${JSON.stringify(chunk)}\n\n`)
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const googleGenerateProvider = (options: ProviderOptions): GoogleGenerateProvider =>
  makeProvider(defaults, options)
