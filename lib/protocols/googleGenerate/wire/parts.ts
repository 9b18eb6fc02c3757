/**
 * The parts of the content.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { OneOf } from '../../../codec/keyed.ts'
import { keyed } from '../../../codec/keyed.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import {
  GoogleCodeExecutionResult,
  GoogleExecutableCode,
  GoogleFunctionCall,
  GoogleFunctionOutput,
  GoogleToolCall,
  GoogleToolResponse
} from './calls.ts'
import {
  GoogleFileData,
  GoogleFunctionResponseBlob,
  GoogleMediaResolution,
  GoogleSpeechMetadata,
  GoogleTranscription,
  GoogleVideoMetadata
} from './media.ts'

const part = () => ({
  toolCall: GoogleToolCall,
  toolResponse: GoogleToolResponse,
  audioTranscription: GoogleTranscription,
  codeExecutionResult: GoogleCodeExecutionResult,
  executableCode: GoogleExecutableCode,
  fileData: GoogleFileData,
  functionCall: GoogleFunctionCall,
  functionResponse: GoogleFunctionOutput,
  inlineData: GoogleFunctionResponseBlob,
  text: t.string
})

const partBeside = () => ({
  mediaResolution: maybe(GoogleMediaResolution),
  /** Whether the part is thinking. */
  thought: maybe(t.boolean),
  /** Must be sent back unchanged. */
  thoughtSignature: maybe(t.string),
  videoMetadata: maybe(GoogleVideoMetadata),
  partMetadata: maybe(t.UnknownRecord),
  mediaProcessing: maybe(word('MEDIA_PROCESSING_UNSPECIFIED', 'STATIC', 'AGENTIC')),
  speechMetadata: maybe(GoogleSpeechMetadata)
})

/**
 * A value of the codec `GooglePart`.
 *
 * @category model
 * @since 0.1.0
 */
export type GooglePart = OneOf<typeof part, typeof partBeside>

/**
 * One part of the content: the field that is there determines its kind.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GooglePart = /* @__PURE__ */ keyed<GooglePart>('GooglePart', part, partBeside)

const candidateContent = () => ({
  parts: maybe(list(GooglePart)),
  role: maybe(t.string)
})

/**
 * A value of the codec `GoogleCandidateContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCandidateContent extends Fields<typeof candidateContent> {}

/**
 * The content of a candidate.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCandidateContent = /* @__PURE__ */ open<GoogleCandidateContent>(
  'GoogleCandidateContent',
  candidateContent
)
