/**
 * The body of a response with an error status, to one failure: the provider's error where one can be found, else
 * `HttpFailure`. Fields of it that are of the message come before it.
 *
 * @since 0.1.0
 */
import { fieldsOf } from '../codec/field.ts'
import type { Chunk } from '../data/Chunk.ts'
import { httpFailure } from '../data/Failure.ts'
import type { Head } from '../data/Head.ts'
import { saidBy } from '../data/headers.ts'
import type { Limits } from '../data/Limits.ts'
import { providerFailure } from '../data/providerFailure.ts'
import type { Result } from '../data/Result.ts'
import { isRight, left } from '../data/Result.ts'
import { parseSSEMachine } from '../machine/framing/sse.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import { runMachine } from '../machine/Machine.ts'
import { besideOf } from '../protocols/beside.ts'
import { messageOf } from '../protocols/errorIn.ts'
import type { OpenProvider, ProviderError } from '../protocols/Provider.ts'
import { errorChunks } from './errorChunks.ts'

const start = { atByte: 0, atEvent: 0 }

// `{"message": "…"}` is an error only under an error status.
const messageIn = (value: unknown): ProviderError | undefined => {
  const message = messageOf(fieldsOf(value))
  return message === undefined ? undefined : { message }
}

// If the body is a stream, its first event holds the error.
const jsonOf = (text: string, depth: number): unknown => {
  const value = parse(text, depth)
  if (!isMalformed(value)) return value
  for (const item of runMachine(parseSSEMachine())([text])) {
    if (isRight(item) && item.right._tag === 'Event') return parse(item.right.data, depth)
  }
  return value
}

const parse = (text: string, depth: number): unknown => (isTooDeep(text, depth) ? undefined : parseJson(text))

/**
 * The body of a response with an error status, to one failure: the provider's error if the body has one, otherwise
 * `HttpFailure`. A chunk with the body's fields of the message is emitted before it.
 *
 * @internal
 */
export const errorBody = <W, R, S>(
  provider: Pick<OpenProvider<W, R, S>, 'error' | 'beside' | 'chunk'>,
  { status = 0, retryAfter, headers }: Head,
  text: string,
  limits: Limits
): ReadonlyArray<Result<Chunk<W, never>>> => {
  const value = jsonOf(text, limits.depth)
  const error = provider.error(value, '') ?? messageIn(value)
  const wait = retryAfter === undefined ? {} : { retryAfter }
  const failure =
    error === undefined
      ? httpFailure(status, { ...wait, ...saidBy(headers) }, start)
      : providerFailure({ ...saidBy(headers), ...error, ...wait, status }, start)
  return [...errorChunks(provider, besideOf(headers), value, start), left(failure)]
}
