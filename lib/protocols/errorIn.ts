import { field, fieldsOf, isObject, listOf } from '../codec/field.ts'
import { errorStatus } from '../data/errorStatus.ts'
import { isFailureWord } from './openAIChat/finishReason.ts'
import type { ProviderError } from './Provider.ts'

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const nothingSaid = 'the provider reported an error'

const nonEmpty = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)

const firstOf = <A>(u: ReadonlyArray<unknown>, as: (u: unknown) => A | undefined): A | undefined => {
  for (const one of u) {
    const found = as(one)
    if (found !== undefined) return found
  }
  return undefined
}

const isFalsy = (u: unknown): boolean => !u

/** Whether a value is empty: `0`, `[]`, `{}`, `{"message": "", "code": null}`. */
const isEmpty = (u: unknown): boolean =>
  isFalsy(u) || (typeof u === 'object' && Object.values(u as object).every(isFalsy)) // not null

/** Whether an object has more than this field that could be an answer or a part of one. */
const isAnswerBeside = (name: string, json: unknown): boolean =>
  Object.entries(fieldsOf(json)).some(([key, value]) => key !== name && typeof value === 'object' && value !== null)

const codeOf = (u: unknown): string | number | undefined => (typeof u === 'number' ? u : nonEmpty(u))

// `com.amazon.coral.service#UnknownOperationException` includes its namespace.
const exceptionOf = (u: unknown): string | undefined => nonEmpty(u)?.split('#').at(-1)

// `{"detail": "…"}` and `{"detail": [{"loc": […], "msg": "…"}]}`, as FastAPI writes them.
const detailIn = (json: unknown): string | undefined => {
  const { detail } = fieldsOf(json)
  return detail === undefined ? undefined : (nonEmpty(detail) ?? nonEmpty(field(listOf(detail)[0], 'msg')))
}

const invalid = (json: unknown): ProviderError | undefined => {
  const message = detailIn(json)
  if (message === undefined) return undefined
  const { type, loc } = fieldsOf(listOf(field(json, 'detail'))[0])
  const place = listOf(loc).join('.').slice(0, MAX_DETAIL)
  return {
    message,
    ...(typeof type === 'string' ? { type } : {}),
    ...(place === '' ? {} : { detail: place })
  }
}

const messageOf = (error: object): string | undefined => {
  const { message, msg, status_msg: status, error: inner } = fieldsOf(error)
  return firstOf([message, msg, status, detailIn(message), detailIn(error), inner, field(inner, 'message')], nonEmpty)
}

const shortOf = (u: unknown): string | undefined => nonEmpty(u)?.slice(0, MAX_DETAIL)

const fromObject = (error: object): ProviderError => {
  const {
    type,
    error_type: errorType,
    code,
    error_code: errorCode,
    status,
    status_code: statusCode,
    metadata,
    details,
    param,
    request_id: requestId,
    __type
  } = fieldsOf(error)
  const exception = exceptionOf(__type)
  const known = firstOf([status, statusCode, code], errorStatus)
  const said = firstOf([code, errorCode, field(details, 'error_code'), exception], codeOf)
  const kind = firstOf([type, errorType, field(metadata, 'error_type')], nonEmpty)
  const upstream = nonEmpty(field(metadata, 'provider_name'))
  const detail = shortOf(field(metadata, 'raw'))
  const fault = shortOf(param)
  const request = shortOf(requestId)
  return {
    message: messageOf(error) ?? kind ?? exception ?? nothingSaid,
    ...(said === undefined ? {} : { code: said }),
    ...(kind === undefined ? {} : { type: kind }),
    ...(known === undefined ? {} : { status: known }),
    ...(upstream === undefined ? {} : { upstream }),
    ...(detail === undefined ? {} : { detail }),
    ...(fault === undefined ? {} : { param: fault }),
    ...(request === undefined ? {} : { requestId: request })
  }
}

/** Any value in the field of an error is an error, unless it is empty or says that there is none. */
const fromError = (error: unknown): ProviderError | undefined => {
  if (error === undefined || error === null || error === false || error === '') return undefined
  if (typeof error === 'string') return { message: error }
  if (typeof error === 'number') return fromObject({ code: error })
  if (Array.isArray(error)) return fromError(error[0]) ?? { message: nothingSaid }
  return isObject(error) ? fromObject(error) : { message: nothingSaid }
}

/** The error, with missing fields taken from beside it: `{"error": "…", "code": …, "error_type": …, "status_code": …}`. */
const withBeside = (found: ProviderError, json: unknown): ProviderError => {
  const { code, error_type: errorType, status, status_code: statusCode, request_id: requestId } = fieldsOf(json)
  const beside = codeOf(code)
  const request = shortOf(requestId)
  const kind = nonEmpty(errorType)
  const known = firstOf([status, statusCode, code], errorStatus)
  return {
    ...(beside === undefined ? {} : { code: beside }),
    ...(kind === undefined ? {} : { type: kind }),
    ...(known === undefined ? {} : { status: known }),
    ...(request === undefined ? {} : { requestId: request }),
    ...found
  }
}

/** The error in the field of that name; an empty one beside an answer does not count. */
const inField = (json: unknown, error: unknown): ProviderError | undefined => {
  const found = fromError(error)
  if (found === undefined || (isEmpty(error) && isAnswerBeside('error', json))) return undefined
  return withBeside(found, json)
}

// `{"base_resp": {"status_code": 1008, "status_msg": "…"}}` may be beside any other fields; 0 is success.
const inBaseResponse = (base: unknown): ProviderError | undefined => {
  const code = field(base, 'status_code')
  return isFalsy(code) || code === '0' ? undefined : fromObject({ ...fieldsOf(base), code })
}

const inChoice = (choice: unknown): ProviderError | undefined => {
  const { error, finish_reason: finish, native_finish_reason: native } = fieldsOf(choice)
  const found = error === undefined ? undefined : inField(choice, error)
  if (found !== undefined) return found
  const word = isFailureWord(finish) ? finish : isFailureWord(native) ? native : undefined
  if (word === undefined) return undefined
  const lower = word.toLowerCase()
  return {
    message: `the answer ended with finish reason ${lower.slice(0, MAX_DETAIL)}`,
    ...(lower === 'error' ? {} : { type: word })
  }
}

const inList = (success: unknown, errors: unknown): ProviderError | undefined =>
  success === false ? (fromError(listOf(errors)[0]) ?? fromError(errors)) : undefined

/**
 * An error without a field around it: `{"message": "…", "code": …}`, or with the type or status of an error; with a code of 0 or
 * 200 it is not an error. `{"detail": …}` is one if there are no other fields.
 */
const bare = (json: unknown): ProviderError | undefined => {
  const {
    message,
    code,
    status,
    status_code: statusCode,
    error_code: errorCode,
    error_type: errorType,
    success,
    errors,
    Output,
    __type
  } = fieldsOf(json)
  const listed = inList(success, errors)
  if (listed !== undefined) return listed
  if (exceptionOf(field(Output, '__type')) !== undefined) return fromError(Output)
  if (nonEmpty(message) !== undefined) {
    const isCode = code !== undefined && ![0, 200].includes(Number(code))
    const isNamed = nonEmpty(errorType ?? errorCode ?? __type) !== undefined
    if (isCode || isNamed || firstOf([status, statusCode], errorStatus) !== undefined) return fromError(json)
  }
  const detail = field(json, 'detail')
  return detail === undefined || isAnswerBeside('detail', json) ? undefined : invalid(json)
}

const errorOf = (json: unknown): ProviderError | undefined => {
  const { error, object, choices, x_groq: groq, base_resp: base } = fieldsOf(json)
  const found = error === undefined ? undefined : inField(json, error)
  if (found !== undefined) return found
  if (object === 'error') return fromError(json)
  if (groq !== undefined) {
    const stopped = fromError(field(groq, 'error'))
    if (stopped !== undefined) return stopped
  }
  if (base !== undefined) {
    const refused = inBaseResponse(base)
    if (refused !== undefined) return refused
  }
  if (!Array.isArray(choices)) return bare(json)
  for (const choice of choices) {
    const inside = inChoice(choice)
    if (inside !== undefined) return inside
  }
  return undefined
}

/**
 * The error that a JSON value reports, if it reports one, in an error body or inside a stream with status 200; any value under
 * `event: error` is one. It runs on every chunk, so it uses no codec. The shapes of most providers are similar:
 *
 * - `{"error": …}`, in a choice or in `x_groq`, too: an object, a text, a list of either; `[{"error": {…}}]`;
 * - a finish reason that means a failure;
 * - `{"object": "error", …}`, `{"message": …}` with a `code`, an `error_code` (Databricks) or an `error_type`;
 * - `{"detail": …}`, a text or a list of `{"msg": …, "loc": …}` (FastAPI);
 * - `{"success": false, "errors": […]}` (Cloudflare), `{"base_resp": {"status_code": …}}` (MiniMax), `{"Output": {"__type": …}}`
 *   (AWS).
 *
 * The code, type and status of an error may also be beside it. `{"error": null}` is not an error, and neither is an empty
 * `error` beside an answer.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes, https://openrouter.ai/docs/api/reference/errors-and-debugging,
 * https://openrouter.ai/docs/api/reference/streaming, https://console.groq.com/docs/errors,
 * https://fastapi.tiangolo.com/tutorial/handling-errors/, https://developers.cloudflare.com/fundamentals/api/reference/,
 * https://platform.minimax.io/docs/api-reference/errorcode
 *
 * @internal
 */
export const errorIn = (json: unknown, event: string): ProviderError | undefined => {
  const found = errorOf(Array.isArray(json) ? json[0] : json)
  return event === 'error' ? (found ?? fromError(json) ?? { message: nothingSaid }) : found
}
