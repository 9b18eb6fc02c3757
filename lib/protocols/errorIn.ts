/**
 * The errors that providers report, in a body of their own or inside a stream with status 200. The shapes are close
 * enough to be read by one function: `{"error": {…}}`, `{"error": "text"}`, `[{"error": {…}}]`, an `error` or a finish
 * reason `error` in a choice, `{"object": "error", …}`, `{"message": …, "code": …}`. `{"error": null}` is none.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes, https://openrouter.ai/docs/api/reference/errors-and-debugging,
 * https://openrouter.ai/docs/api/reference/streaming, https://console.groq.com/docs/errors
 *
 * @since 0.1.0
 */
import { field, fieldsOf, isObject } from '../codec/field.ts'
import type { ProviderError } from './Provider.ts'

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const nothingSaid = 'the provider reported an error'

const nonEmpty = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)

const isStatus = (u: unknown): u is number => Number.isInteger(u) && Number(u) >= 400 && Number(u) <= 599

const fromObject = (error: object): ProviderError => {
  const { message, type, code, status, status_code: statusCode, metadata } = fieldsOf(error)
  const known = [status, statusCode, code].find(isStatus)
  const upstream = nonEmpty(field(metadata, 'provider_name'))
  const detail = nonEmpty(field(metadata, 'raw'))?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(message) ?? nonEmpty(type) ?? nothingSaid,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(known === undefined ? {} : { status: known }),
    ...(upstream === undefined ? {} : { upstream }),
    ...(detail === undefined ? {} : { detail })
  }
}

/** Whatever stands where an error should is one, unless it says that there is none. */
const fromError = (error: unknown): ProviderError | undefined => {
  if (error === undefined || error === null || error === false || error === '') return undefined
  if (typeof error === 'string') return { message: error }
  if (typeof error === 'number')
    return { message: nothingSaid, code: error, ...(isStatus(error) ? { status: error } : {}) }
  return isObject(error) ? fromObject(error) : { message: nothingSaid }
}

const isError = (finish: unknown): boolean => typeof finish === 'string' && finish.toLowerCase() === 'error'

const inChoice = (choice: unknown): ProviderError | undefined => {
  const { error, finish_reason: finish } = fieldsOf(choice)
  return fromError(error) ?? (isError(finish) ? { message: 'the answer ended with finish reason error' } : undefined)
}

// `{"message": "…", "code": …}` beside no answer at all.
const isBare = (json: unknown): boolean =>
  nonEmpty(field(json, 'message')) !== undefined && (field(json, 'code') ?? field(json, 'status')) !== undefined

const errorOf = (json: unknown): ProviderError | undefined => {
  const { error, object, choices } = fieldsOf(json)
  const found = fromError(error)
  if (found !== undefined) return found
  if (object === 'error') return fromError(json)
  if (!Array.isArray(choices)) return isBare(json) ? fromError(json) : undefined
  for (const choice of choices) {
    const inside = inChoice(choice)
    if (inside !== undefined) return inside
  }
  return undefined
}

/**
 * The error that a JSON value reports, if it reports one; what stands under `event: error` is one. It is asked for every chunk, so no codec is tried before
 * something looks like an error.
 *
 * @internal
 */
export const errorIn = (json: unknown, event: string): ProviderError | undefined => {
  const found = errorOf(Array.isArray(json) ? json[0] : json)
  return event === 'error' ? (found ?? fromError(json) ?? { message: nothingSaid }) : found
}
