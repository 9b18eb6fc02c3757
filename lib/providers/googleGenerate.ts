/**
 * Providers of Gemini's generateContent.
 *
 * @since 0.1.0
 */
import { googleGenerateProvider } from '../protocols/googleGenerate/index.ts'

/**
 * Gemini on AI Studio, the Gemini API. Lines end with CRLF; calls of Gemini 3 have an id, those of 2.5 do not.
 *
 * Source: https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 *
 * @category providers
 * @since 0.1.0
 */
export const google = /* @__PURE__ */ googleGenerateProvider({
  name: 'google',
  source: 'https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent'
})

/**
 * Gemini on Vertex AI. Before the last chunk the usage only has the kind of traffic, candidates have no index, and arguments
 * of calls can be streamed.
 *
 * Source: https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.publishers.models/streamGenerateContent
 *
 * @category providers
 * @since 0.1.0
 */
export const vertex = /* @__PURE__ */ googleGenerateProvider({
  name: 'vertex',
  source:
    'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.publishers.models/streamGenerateContent'
})
