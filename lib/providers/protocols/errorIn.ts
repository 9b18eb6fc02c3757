/**
 * The errors that providers report, in a body of their own or inside a stream with status 200. The shapes are close
 * enough to be read by one function: `{"error": {…}}`, `{"error": "text"}`, `[{"error": {…}}]`, an `error` or a finish
 * reason `error` in a choice, `{"object": "error", …}`. `{"error": null}` is none.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes, https://openrouter.ai/docs/api/reference/errors-and-debugging,
 * https://openrouter.ai/docs/api/reference/streaming, https://console.groq.com/docs/errors
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { field } from '../../data/field.ts'
import { nullable } from '../nullable.ts'
import type { ProviderError } from '../Provider.ts'

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

/**
 * @category codecs
 * @since 0.1.0
 */
export const ErrorObject = t.partial(
  {
    message: t.unknown,
    type: t.unknown,
    code: t.unknown,
    status: t.unknown,
    status_code: t.unknown,
    metadata: nullable(t.partial({ provider_name: t.unknown, raw: t.unknown }))
  },
  'ErrorObject'
)

/**
 * The body of a request that failed.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ErrorBody = t.type({ error: t.union([t.string, ErrorObject]) }, 'ErrorBody')

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const MAX_DETAIL = 256

const nonEmpty = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)

const isStatus = (u: unknown): u is number => Number.isInteger(u) && Number(u) >= 400 && Number(u) <= 599

const fromObject = (error: t.TypeOf<typeof ErrorObject>): ProviderError => {
  const { message, type, code, status, status_code: statusCode, metadata } = error
  const known = [status, statusCode, code].find(isStatus)
  const upstream = nonEmpty(metadata?.provider_name)
  const detail = nonEmpty(metadata?.raw)?.slice(0, MAX_DETAIL)
  return {
    message: nonEmpty(message) ?? nonEmpty(type) ?? 'the provider reported an error',
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(known === undefined ? {} : { status: known }),
    ...(upstream === undefined ? {} : { upstream }),
    ...(detail === undefined ? {} : { detail })
  }
}

const fromError = (error: unknown): ProviderError | undefined => {
  if (typeof error === 'string') return error === '' ? undefined : { message: error }
  return ErrorObject.is(error) ? fromObject(error) : undefined
}

const inChoice = (choice: unknown): ProviderError | undefined => {
  const error = field(choice, 'error')
  if (error !== undefined && error !== null) return fromError(error)
  return field(choice, 'finish_reason') === 'error'
    ? { message: 'the answer ended with finish reason error' }
    : undefined
}

const errorOf = (json: unknown): ProviderError | undefined => {
  if (Array.isArray(json)) return errorOf(json[0])
  const error = field(json, 'error')
  const found = error === undefined || error === null ? undefined : fromError(error)
  if (found !== undefined) return found
  if (field(json, 'object') === 'error') return fromError(json)
  const choices = field(json, 'choices')
  if (!Array.isArray(choices)) return undefined
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
export const errorIn = (json: unknown, event: string): ProviderError | undefined =>
  errorOf(json) ?? (event === 'error' ? fromError(json) : undefined)
