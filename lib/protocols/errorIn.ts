/**
 * The errors that providers report, in a body of their own or inside a stream with status 200. The shapes are close
 * enough to be read by one function: `{"error": {…}}`, `{"error": "text"}`, `[{"error": {…}}]`, an `error` or a finish
 * reason `error` in a choice, `{"object": "error", …}`, `{"message": …, "code": …}`, `{"detail": …}`. `{"error": null}` is
 * none, and neither is an `error` with nothing in it beside an answer.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes, https://openrouter.ai/docs/api/reference/errors-and-debugging,
 * https://openrouter.ai/docs/api/reference/streaming, https://console.groq.com/docs/errors
 *
 * @since 0.1.0
 */
import { field, fieldsOf, listOf } from '../codec/field.ts'
import { errorStatus } from '../data/errorStatus.ts'
import type { ProviderError } from './Provider.ts'

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const nonEmpty = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)

const isFalsy = (u: unknown): boolean => !u

/** Whether nothing is said: `0`, `[]`, `{}`, `{"message": "", "code": null}`. */
const isEmpty = (u: unknown): boolean =>
  isFalsy(u) || (typeof u === 'object' && Object.values(u as object).every(isFalsy)) // not null

/** Whether an object has more than this field that could be an answer or a part of one. */
const isAnswerBeside = (name: string, json: unknown): boolean =>
  Object.entries(fieldsOf(json)).some(([key, value]) => key !== name && typeof value === 'object' && value !== null)

// `{"detail": "…"}` and `{"detail": [{"loc": […], "msg": "…"}]}`, as FastAPI writes them.
const detailIn = (json: unknown): string | undefined => {
  const { detail } = fieldsOf(json)
  return detail === undefined ? undefined : (nonEmpty(detail) ?? nonEmpty(field(listOf(detail)[0], 'msg')))
}

const fromObject = (error: object): ProviderError => {
  const { message, type, code, status, status_code: statusCode, metadata } = fieldsOf(error)
  const known = errorStatus(status) ?? errorStatus(statusCode) ?? errorStatus(code)
  const upstream = nonEmpty(field(metadata, 'provider_name'))
  const detail = nonEmpty(field(metadata, 'raw'))?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(message) ?? detailIn(message) ?? nonEmpty(type) ?? 'the provider reported an error',
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
  if (typeof error === 'number') return fromObject({ code: error })
  if (Array.isArray(error)) return fromError(error[0]) ?? fromObject({})
  return fromObject(fieldsOf(error))
}

/** The error in the field of that name; one with nothing in it is none beside an answer. */
const inField = (json: unknown, error: unknown): ProviderError | undefined => {
  const found = fromError(error)
  return found !== undefined && isEmpty(error) && isAnswerBeside('error', json) ? undefined : found
}

const isError = (finish: unknown): boolean => typeof finish === 'string' && finish.toLowerCase() === 'error'

const inChoice = (choice: unknown): ProviderError | undefined => {
  const { error, finish_reason: finish } = fieldsOf(choice)
  return (
    inField(choice, error) ?? (isError(finish) ? { message: 'the answer ended with finish reason error' } : undefined)
  )
}

/**
 * The error that stands by itself: `{"message": "…", "code": …}`, or with the status of an error; a code of 0 or of 200 is
 * that of a success. `{"detail": …}` is one where nothing else is there.
 */
const bare = (json: unknown): ProviderError | undefined => {
  const { message, code, status } = fieldsOf(json)
  const isCode = code !== undefined && ![0, 200].includes(Number(code))
  if (nonEmpty(message) !== undefined && (isCode || errorStatus(status) !== undefined)) return fromError(json)
  const detail = detailIn(json)
  return detail === undefined || isAnswerBeside('detail', json) ? undefined : { message: detail }
}

const errorOf = (json: unknown): ProviderError | undefined => {
  const { error, object, choices } = fieldsOf(json)
  const found = inField(json, error)
  if (found !== undefined) return found
  if (object === 'error') return fromError(json)
  if (!Array.isArray(choices)) return bare(json)
  for (const choice of choices) {
    const inside = inChoice(choice)
    if (inside !== undefined) return inside
  }
  return undefined
}

/**
 * The error that a JSON value reports, if it reports one; whatever comes under `event: error` is one. Every chunk is asked,
 * so no codec is tried before something looks like an error.
 *
 * @internal
 */
export const errorIn = (json: unknown, event: string): ProviderError | undefined => {
  const found = errorOf(Array.isArray(json) ? json[0] : json)
  return event === 'error' ? (found ?? fromError(json) ?? fromObject({})) : found
}
