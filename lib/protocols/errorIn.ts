/**
 * The errors that providers report, in a body of their own or inside a stream with status 200. The shapes are close
 * enough to be read by one function:
 *
 * - `{"error": …}`, in a choice or in `x_groq`, too: an object, a text, a list of either; `[{"error": {…}}]`;
 * - a finish reason that means a failure;
 * - `{"object": "error", …}`, and `{"message": …}` with a `code`, an `error_code` (Databricks), an `error_type`, or a type or a
 *   status that means a failure;
 * - `{"detail": …}`, a text, an object or a list of `{"msg": …, "loc": …}` (FastAPI);
 * - `{"success": false, "errors": […]}` (Cloudflare), `{"success": false, "message": …}` (new-api), a list of `errors` alone,
 *   `{"fault": {"faultstring": …}}` (Apigee), `{"base_resp": {"status_code": …}}` (MiniMax), `{"Output": {"__type": …}}` (AWS).
 *
 * Some name the message `msg`, `error_msg`, `errorMessage` or `Message`, and the code and the status have such names, too.
 *
 * The code, type and status of an error also stand beside it. `{"error": null}` is none, and neither is an `error` with
 * nothing in it beside an answer.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes, https://openrouter.ai/docs/api/reference/errors-and-debugging,
 * https://openrouter.ai/docs/api/reference/streaming, https://console.groq.com/docs/errors,
 * https://fastapi.tiangolo.com/tutorial/handling-errors/, https://developers.cloudflare.com/fundamentals/api/reference/,
 * https://platform.minimax.io/docs/api-reference/errorcode
 *
 * @since 0.1.0
 */
import { field, fieldsOf, isObject, listOf, nonEmptyText } from '../codec/field.ts'
import { errorStatus } from '../data/errorStatus.ts'
import { nothingSaid } from '../data/nothingSaid.ts'
import { isFailureWord } from './openAIChat/finishReason.ts'
import type { ProviderError } from './Provider.ts'

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const firstOf = <A>(u: ReadonlyArray<unknown>, as: (u: unknown) => A | undefined): A | undefined => {
  for (const one of u) {
    const found = as(one)
    if (found !== undefined) return found
  }
  return undefined
}

const isFalsy = (u: unknown): boolean => !u

/** Whether nothing is said: `0`, `[]`, `{}`, `{"message": "", "code": null}`. */
const isEmpty = (u: unknown): boolean =>
  isFalsy(u) || (typeof u === 'object' && Object.values(u as object).every(isFalsy)) // not null

/** Whether an object has more than this field that could be an answer or a part of one. */
const isAnswerBeside = (name: string, json: unknown): boolean =>
  Object.entries(fieldsOf(json)).some(([key, value]) => key !== name && typeof value === 'object' && value !== null)

const codeOf = (u: unknown): string | number | undefined => (typeof u === 'number' ? u : nonEmptyText(u))

// `com.amazon.coral.service#UnknownOperationException` names its space, too.
const exceptionOf = (u: unknown): string | undefined => nonEmptyText(u)?.split('#').at(-1)

// `{"detail": "…"}` and `{"detail": [{"loc": […], "msg": "…"}]}`, as FastAPI writes them.
const detailIn = (json: unknown): string | undefined => {
  const { detail } = fieldsOf(json)
  const first = Array.isArray(detail) ? listOf(detail)[0] : detail
  return nonEmptyText(first) ?? (isObject(first) ? messageOf(first) : undefined)
}

const invalid = (json: unknown): ProviderError | undefined => {
  const { detail } = fieldsOf(json)
  if (isObject(detail)) {
    const inside = fromError(detail['error']) ?? (messageOf(detail) === undefined ? undefined : fromObject(detail))
    return inside === undefined ? undefined : withBeside(inside, json)
  }
  const message = detailIn(json)
  if (message === undefined) return undefined
  const { type, loc } = fieldsOf(listOf(detail)[0])
  const place = listOf(loc).join('.').slice(0, MAX_DETAIL)
  const found = {
    message,
    ...(typeof type === 'string' ? { type } : {}),
    ...(place === '' ? {} : { detail: place })
  }
  return withBeside(found, json)
}

const textIn = (error: object): string | undefined => {
  const { message, msg, error_msg: errorMsg, errorMessage, Message, status_msg: status, faultstring } = fieldsOf(error)
  return firstOf([message, msg, errorMsg, errorMessage, Message, status, faultstring], nonEmptyText)
}

/**
 * The message of an object that is known to be an error.
 *
 * @internal
 */
export const messageOf = (error: object): string | undefined => {
  const { message, error: inner } = fieldsOf(error)
  return textIn(error) ?? firstOf([detailIn(message), detailIn(error), inner, field(inner, 'message')], nonEmptyText)
}

// The status beside an error, or in it.
const statusIn = (error: object): number | undefined => {
  const { status, status_code: statusCode, statusCode: camel, code } = fieldsOf(error)
  return firstOf([status, statusCode, camel, code], errorStatus)
}

const shortOf = (u: unknown): string | undefined => nonEmptyText(u)?.slice(0, MAX_DETAIL)

const fromObject = (error: object): ProviderError => {
  const {
    type,
    error_type: errorType,
    code,
    error_code: errorCode,
    errorCode: camel,
    metadata,
    details,
    param,
    request_id: requestId,
    __type
  } = fieldsOf(error)
  const exception = exceptionOf(__type)
  const known = statusIn(error)
  const said = firstOf([code, errorCode, camel, field(details, 'error_code'), exception], codeOf)
  const kind = firstOf([type === 'error' ? undefined : type, errorType, field(metadata, 'error_type')], nonEmptyText)
  const upstream = nonEmptyText(field(metadata, 'provider_name'))
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

/** Whatever stands where an error should is one, unless it says that there is none. */
const fromError = (error: unknown): ProviderError | undefined => {
  if (error === undefined || error === null || error === false || error === '') return undefined
  if (typeof error === 'string') return { message: error }
  if (typeof error === 'number') return fromObject({ code: error })
  if (Array.isArray(error)) return fromError(error[0]) ?? { message: nothingSaid }
  return isObject(error) ? fromObject(error) : { message: nothingSaid }
}

/** The error with what stands beside it and it does not have: `{"error": "…", "code": …, "error_type": …, "status_code": …}`. */
const withBeside = (found: ProviderError, json: unknown): ProviderError => {
  const { code, error_type: errorType, request_id: requestId } = fieldsOf(json)
  const beside = codeOf(code)
  const request = shortOf(requestId)
  const kind = nonEmptyText(errorType)
  const known = statusIn(fieldsOf(json))
  return {
    ...(beside === undefined ? {} : { code: beside }),
    ...(kind === undefined ? {} : { type: kind }),
    ...(known === undefined ? {} : { status: known }),
    ...(request === undefined ? {} : { requestId: request }),
    ...found
  }
}

/** The error in the field of that name; one with nothing in it is none beside an answer. */
const inField = (json: unknown, error: unknown): ProviderError | undefined => {
  const found = fromError(error)
  if (found === undefined || (isEmpty(error) && isAnswerBeside('error', json))) return undefined
  return withBeside(found, json)
}

// `{"base_resp": {"status_code": 1008, "status_msg": "…"}}` stands beside whatever else is there; 0 is success.
const inBaseResponse = (base: unknown): ProviderError | undefined => {
  const code = field(base, 'status_code')
  return isFalsy(code) || code === '0' ? undefined : fromObject({ ...fieldsOf(base), code })
}

/**
 * The error that a finish reason is; `undefined` = it is none.
 *
 * @internal
 */
export const failedFinish = (word: unknown): ProviderError | undefined => {
  if (!isFailureWord(word)) return undefined
  return {
    message: `the answer ended with finish reason ${word.slice(0, MAX_DETAIL)}`,
    ...(word.toLowerCase() === 'error' ? {} : { type: word })
  }
}

const inChoice = (choice: unknown): ProviderError | undefined => {
  const { error, finish_reason: finish, native_finish_reason: native } = fieldsOf(choice)
  const found = error === undefined ? undefined : inField(choice, error)
  if (found !== undefined) return found
  return failedFinish(finish) ?? failedFinish(native)
}

const inList = ({ success, errors, ...rest }: Readonly<Record<string, unknown>>): ProviderError | undefined => {
  const first = fromError(listOf(errors)[0])
  if (success === false) return first ?? fromError(errors)
  return success === undefined && !isAnswerBeside('', rest) ? first : undefined
}

// A code of 0 or of 200 is of no error.
const isErrorCode = (u: unknown): boolean => u !== undefined && ![0, 200].includes(Number(u))

/**
 * The error that stands by itself: `{"message": "…", "code": …}`, or with the type or status of an error. `{"detail": …}` is one
 * where nothing else is there.
 */
const bare = (json: unknown): ProviderError | undefined => {
  const {
    code,
    type,
    status,
    error_code: errorCode,
    errorCode: camel,
    error_type: errorType,
    success,
    fault,
    Output,
    __type
  } = fieldsOf(json)
  const listed = inList(fieldsOf(json)) ?? (isObject(fault) ? fromError(fault) : undefined)
  if (listed !== undefined) return listed
  if (exceptionOf(field(Output, '__type')) !== undefined) return fromError(Output)
  if (textIn(fieldsOf(json)) !== undefined) {
    const isCode = [code, errorCode, camel].some((one) => codeOf(one) !== undefined && isErrorCode(one))
    const isNamed = nonEmptyText(errorType ?? __type) !== undefined || isFailureWord(type) || isFailureWord(status)
    if (isCode || isNamed || success === false || statusIn(fieldsOf(json)) !== undefined) return fromError(json)
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
 * The error that a JSON value reports, if it reports one; whatever comes under `event: error` is one. Every chunk is asked,
 * so no codec is tried before something looks like an error.
 *
 * @internal
 */
export const errorIn = (json: unknown, event: string): ProviderError | undefined => {
  const found = errorOf(Array.isArray(json) ? json[0] : json)
  return event === 'error' ? (found ?? fromError(json) ?? { message: nothingSaid }) : found
}
