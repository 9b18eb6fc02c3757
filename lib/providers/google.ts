/**
 * Gemini by AI Studio, the Gemini API. Its events end their lines with CRLF; Gemini 3 gives calls an id, 2.5 does not.
 *
 * Source: https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 *
 * @since 0.1.0
 */
import { googleGenerate } from '../protocols/googleGenerate/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const google = googleGenerate({
  name: 'google',
  source: 'https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent'
})
