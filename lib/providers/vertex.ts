/**
 * Gemini by Vertex AI. Chunks before the last say of the usage only which kind of traffic it was, candidates have no
 * index, and arguments of calls can be streamed.
 *
 * Source: https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.publishers.models/streamGenerateContent
 *
 * @since 0.1.0
 */
import { googleGenerate } from '../protocols/googleGenerate/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const vertex = googleGenerate({
  name: 'vertex',
  source:
    'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.publishers.models/streamGenerateContent'
})
