/**
 * The body of a response with an error status, to one failure: the provider's error where one can be found, else
 * `HttpFailure`.
 *
 * @since 0.1.0
 */
import { field } from '../codec/field.ts'
import type { Failure } from '../data/Failure.ts'
import { httpFailure, providerFailure } from '../data/Failure.ts'
import type { Head } from '../data/Head.ts'
import type { Limits } from '../data/Limits.ts'
import { isRight } from '../data/Result.ts'
import { parseSSEMachine } from '../machine/framing/sse.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import { runMachine } from '../machine/Machine.ts'
import type { OpenProvider, ProviderError } from '../protocols/Provider.ts'

// `{"message": "…"}` is an error only where the status says so.
const messageIn = (value: unknown): ProviderError | undefined => {
  const message = field(value, 'message')
  return typeof message === 'string' && message !== '' ? { message } : undefined
}

// Where the body is a stream, its first event holds the error.
const jsonOf = (text: string, depth: number): unknown => {
  const value = parse(text, depth)
  if (!isMalformed(value)) return value
  for (const item of runMachine(parseSSEMachine())([text])) {
    if (isRight(item) && item.right._tag === 'Event') return parse(item.right.data, depth)
  }
  return value
}

const parse = (text: string, depth: number): unknown => (isTooDeep(text, depth) ? undefined : parseJson(text))

/** @internal */
export const errorBody = (
  provider: Pick<OpenProvider<unknown, unknown, unknown>, 'error'>,
  { status = 0, retryAfter }: Head,
  text: string,
  limits: Limits
): Failure => {
  const position = { atByte: 0, atEvent: 0 }
  const value = jsonOf(text, limits.depth)
  const error = provider.error(value, '') ?? messageIn(value)
  return error === undefined
    ? httpFailure(status, retryAfter, position)
    : providerFailure({ ...error, status, ...(retryAfter === undefined ? {} : { retryAfter }) }, position)
}
