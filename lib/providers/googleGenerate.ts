/**
 * Providers of Gemini's generateContent.
 *
 * @since 0.1.0
 */
import { googleGenerateProvider } from '../protocols/googleGenerate/index.ts'

/**
 * Gemini by AI Studio, the Gemini API. Its events end their lines with CRLF; Gemini 3 gives calls an id, 2.5 does not.
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
 * Gemini by Vertex AI. Before the last chunk the usage has nothing but the kind of traffic, candidates have no index, and
 * arguments of calls can be streamed.
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
