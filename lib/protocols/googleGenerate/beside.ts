import { fieldsOf, isNothing } from '../../codec/field.ts'
import type { Extra } from '../../data/extra.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withChoicesExtra, withMessageExtra } from '../beside.ts'

/** @internal */
export const ofMessage: ExtraNames = {
  promptFeedback: true,
  modelStatus: true,
  continuationToken: true,
  conversationId: true,
  serviceTier: true
}

/** @internal */
export const ofCandidate: ExtraNames = {
  finishMessage: true,
  safetyRatings: true,
  urlContextMetadata: true,
  // Chunks and supports are citations.
  groundingMetadata: [
    'webSearchQueries',
    'imageSearchQueries',
    'retrievalQueries',
    'searchEntryPoint',
    'retrievalMetadata',
    'googleMapsWidgetContextToken',
    'sourceFlaggingUris'
  ],
  continuationToken: true
}

const isPlain = ({ promptFeedback, modelStatus, continuationToken, conversationId, serviceTier }: Extra): boolean =>
  isNothing(promptFeedback ?? modelStatus ?? continuationToken ?? conversationId ?? serviceTier)

const isPlainCandidate = (candidate: Extra): boolean => {
  const { finishMessage, safetyRatings, urlContextMetadata, groundingMetadata, continuationToken } = candidate
  return isNothing(finishMessage ?? safetyRatings ?? urlContextMetadata ?? groundingMetadata ?? continuationToken)
}

/**
 * The fields beside the parts of Gemini: the details of a candidate's end, its safety ratings, its searches and the widget to
 * show with them, and the pages that could be read.
 *
 * Source: https://ai.google.dev/api/generate-content#candidate,
 * https://ai.google.dev/gemini-api/docs/google-search, https://ai.google.dev/gemini-api/docs/url-context
 *
 * @since 0.1.0
 *
 * @internal
 */
export const googleBeside: ReadBeside = (before, json, emit) => {
  const chunk = fieldsOf(json)
  const said = isPlain(chunk) ? before : withMessageExtra(before, chunk, ofMessage, emit)
  return withChoicesExtra(said, chunk['candidates'], isPlainCandidate, ofCandidate, emit)
}
