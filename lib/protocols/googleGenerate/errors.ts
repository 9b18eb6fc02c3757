/**
 * The errors of Gemini: `{"error": {"code": 429, "message": "…", "status": "RESOURCE_EXHAUSTED", "details": […]}}`,
 * alone or in a list, a prompt that was refused, and the finish reason of a gateway that means a failure.
 *
 * Source: https://cloud.google.com/apis/design/errors#http_mapping,
 * https://ai.google.dev/api/generate-content#PromptFeedback
 *
 * @since 0.1.0
 */
import { field, isNothing, nonEmptyText } from '../../codec/field.ts'
import { errorIn, failedFinish } from '../errorIn.ts'
import type { ProviderError } from '../Provider.ts'
import { isSaid } from './finishReason.ts'

/**
 * The reason why the prompt was refused; `undefined` = it was not. Older clients request numbers instead of names, and the
 * default of the enumeration in the place of none. An empty reason is one where there is no answer.
 *
 * @internal
 */
export const blockReason = (json: unknown): string | undefined => {
  const said = field(field(json, 'promptFeedback'), 'blockReason')
  const word = typeof said === 'number' ? String(said) : said
  if (typeof word !== 'string') return undefined
  return isSaid(word) || (word === '' && isNothing(field(json, 'candidates'))) ? word : undefined
}

const blocked = (json: unknown): ProviderError | undefined => {
  const code = blockReason(json)
  if (code === undefined) return undefined
  const message = nonEmptyText(field(field(json, 'promptFeedback'), 'blockReasonMessage'))
  return {
    message: message ?? (code === '' ? 'the prompt was blocked' : `the prompt was blocked (${code})`),
    code,
    type: 'content_filter'
  }
}

// `"retryDelay": "39.5s"`
const delayOf = (detail: unknown): number | undefined => {
  const delay = nonEmptyText(field(detail, 'retryDelay'))
  const seconds = delay?.endsWith('s') === true && delay.length > 1 ? Number(delay.slice(0, -1)) : NaN
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined
}

const detailed = (json: unknown, error: ProviderError): ProviderError => {
  const said = field(Array.isArray(json) ? json[0] : json, 'error')
  const type = error.type ?? nonEmptyText(field(said, 'status'))
  const details = field(said, 'details')
  const retryAfter = Array.isArray(details) ? details.map(delayOf).find((delay) => delay !== undefined) : undefined
  return {
    ...error,
    ...(type === undefined ? {} : { type }),
    ...(retryAfter === undefined ? {} : { retryAfter })
  }
}

const failedEnd = (json: unknown): ProviderError | undefined => {
  const candidates = field(json, 'candidates')
  if (!Array.isArray(candidates)) return undefined
  for (const candidate of candidates) {
    const found = failedFinish(field(candidate, 'finishReason'))
    if (found !== undefined) return found
  }
  return undefined
}

/** @internal */
export const googleError = (json: unknown, event: string): ProviderError | undefined => {
  const error = errorIn(json, event)
  return error === undefined ? (blocked(json) ?? failedEnd(json)) : detailed(json, error)
}
