/**
 * The wire of Gemini's generateContent, as AI Studio and Vertex AI send it. Every field may be absent or null, unknown
 * fields are kept, enumerations are plain strings. Fields that the fold does not read or checks itself (indexes,
 * counts, arguments) are `unknown`: they are available, and cannot fail the chunk.
 *
 * Source: https://ai.google.dev/api/generate-content#generatecontentresponse,
 * https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fuse } from '../../codec/fuse.ts'
import { nullable } from '../../codec/nullable.ts'

const text = nullable(t.string)

// -------------------------------------------------------------------------------------
// parts of a chunk
// -------------------------------------------------------------------------------------

/**
 * A piece of streamed arguments: its path and its value.
 *
 * Source: https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/function-calling#streaming-fc
 *
 * @internal
 */
export const PartialArg = t.partial(
  {
    jsonPath: t.unknown,
    stringValue: t.unknown,
    numberValue: t.unknown,
    boolValue: t.unknown,
    nullValue: t.unknown,
    structValue: t.unknown,
    listValue: t.unknown,
    willContinue: t.unknown
  },
  'PartialArg'
)

/** @internal */
export type PartialArg = t.TypeOf<typeof PartialArg>

/** @internal */
export const FunctionCall = t.partial(
  {
    id: t.unknown,
    name: t.unknown,
    args: t.unknown,
    partialArgs: nullable(t.array(PartialArg)),
    willContinue: t.unknown
  },
  'FunctionCall'
)

/** @internal */
export type FunctionCall = t.TypeOf<typeof FunctionCall>

const CodeProps = { id: t.unknown, language: t.unknown, code: t.unknown }

/**
 * One part of the content; its kind is the field that is present.
 *
 * @internal
 */
export const GooglePart = t.partial(
  {
    text,
    thought: t.unknown,
    thoughtSignature: t.unknown,
    functionCall: nullable(FunctionCall),
    executableCode: nullable(t.partial(CodeProps)),
    toolCall: nullable(t.partial({ id: t.unknown, toolType: t.unknown, args: t.unknown })),
    toolResponse: nullable(t.partial({ id: t.unknown, toolType: t.unknown, response: t.unknown })),
    codeExecutionResult: nullable(t.partial({ id: t.unknown, outcome: t.unknown, output: t.unknown })),
    inlineData: nullable(t.partial({ mimeType: t.unknown, data: t.unknown, displayName: t.unknown })),
    fileData: nullable(t.partial({ mimeType: t.unknown, fileUri: t.unknown, displayName: t.unknown }))
  },
  'GooglePart'
)

/** @internal */
export type GooglePart = t.TypeOf<typeof GooglePart>

/** @internal */
export const GoogleUsage = t.partial(
  {
    promptTokenCount: t.unknown,
    toolUsePromptTokenCount: t.unknown,
    cachedContentTokenCount: t.unknown,
    candidatesTokenCount: t.unknown,
    thoughtsTokenCount: t.unknown,
    totalTokenCount: t.unknown
  },
  'GoogleUsage'
)

/** @internal */
export type GoogleUsage = t.TypeOf<typeof GoogleUsage>

const Source = t.partial({ uri: t.unknown, title: t.unknown })

const CitedSource = t.partial({ uri: t.unknown, title: t.unknown, startIndex: t.unknown, endIndex: t.unknown })

/**
 * The codec of `GroundingChunk`.
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroundingChunk = t.partial(
  {
    web: nullable(Source),
    retrievedContext: nullable(Source),
    maps: nullable(Source),
    image: nullable(t.partial({ sourceUri: t.unknown, title: t.unknown }))
  },
  'GroundingChunk'
)

/**
 * A source of a grounded answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroundingChunk extends t.TypeOf<typeof GroundingChunk> {}

const GroundingMetadata = t.partial(
  {
    groundingChunks: nullable(t.array(GroundingChunk)),
    groundingSupports: nullable(
      t.array(
        t.partial({
          segment: nullable(t.partial({ partIndex: t.unknown, startIndex: t.unknown, endIndex: t.unknown })),
          groundingChunkIndices: nullable(t.array(t.unknown))
        })
      )
    )
  },
  'GroundingMetadata'
)

/** @internal */
export type GroundingMetadata = t.TypeOf<typeof GroundingMetadata>

/** @internal */
export const Candidate = t.partial(
  {
    index: t.unknown,
    content: nullable(t.partial({ role: t.unknown, parts: nullable(t.array(GooglePart)) })),
    /** The name of the reason, or its number. */
    finishReason: t.unknown,
    finishMessage: t.unknown,
    citationMetadata: nullable(
      t.partial({ citationSources: nullable(t.array(CitedSource)), citations: nullable(t.array(CitedSource)) })
    ),
    groundingMetadata: nullable(GroundingMetadata)
  },
  'Candidate'
)

/** @internal */
export type Candidate = t.TypeOf<typeof Candidate>

const envelope = {
  usageMetadata: nullable(GoogleUsage),
  modelVersion: t.unknown,
  responseId: t.unknown,
  createTime: t.unknown
}

const feedback = { blockReasonMessage: t.unknown, safetyRatings: t.unknown }

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const Chunk = t.partial(
  {
    ...envelope,
    candidates: nullable(t.array(Candidate)),
    promptFeedback: nullable(t.partial({ blockReason: t.unknown, ...feedback }))
  },
  'GoogleChunk'
)

const googleChunk = fuse(Chunk)

/**
 * A value of the codec `GoogleChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleChunk extends t.TypeOf<typeof googleChunk> {}

/**
 * One event of a stream.
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleChunk: t.Type<GoogleChunk> = googleChunk

const Answer = t.type({ candidates: t.array(Candidate) })
const Blocked = t.type({ promptFeedback: t.partial({ blockReason: t.unknown, ...feedback }) })
const Metered = t.type({ usageMetadata: nullable(GoogleUsage) })
type Envelope = Omit<t.TypeOf<typeof Chunk>, 'candidates' | 'promptFeedback'>

/**
 * A whole answer as one JSON body: it has candidates, or the feedback on a blocked prompt, or only its usage. The other fields
 * are those of an event.
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleResponse: t.Type<GoogleResponse> = fuse(
  t.intersection([t.union([Answer, Blocked, Metered]), Chunk], 'GoogleResponse')
)

/**
 * A value of the codec `GoogleResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export type GoogleResponse = GoogleAnswer | GoogleBlocked | GoogleMetered

/**
 * A response with candidates.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleAnswer extends t.TypeOf<typeof Answer>, Envelope {}

/**
 * A response to a prompt that was blocked.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleBlocked extends t.TypeOf<typeof Blocked>, Envelope {}

/**
 * A response with only its usage.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleMetered extends t.TypeOf<typeof Metered>, Omit<Envelope, 'usageMetadata'> {}
