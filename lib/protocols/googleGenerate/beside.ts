import { fieldsOf } from '../../codec/field.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withChoicesExtra, withMessageExtra } from '../beside.ts'

const ofMessage: ExtraNames = {
  promptFeedback: true,
  modelStatus: true,
  continuationToken: true,
  conversationId: true,
  serviceTier: true
}

const ofCandidate: ExtraNames = {
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

/**
 * The fields beside the parts of Gemini: why a candidate ended, its safety, what it searched for and the widget that is to be
 * shown with it, which pages could be read.
 *
 * Source: https://ai.google.dev/api/generate-content#candidate,
 * https://ai.google.dev/gemini-api/docs/google-search, https://ai.google.dev/gemini-api/docs/url-context
 *
 * @since 0.1.0
 *
 * @internal
 */
export const googleBeside: ReadBeside = (said, json, emit) =>
  withChoicesExtra(withMessageExtra(said, json, ofMessage, emit), fieldsOf(json)['candidates'], ofCandidate, emit)
