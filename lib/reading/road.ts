import type { Head } from '../data/Head.ts'
import type { Framing } from '../machine/framing/frames.ts'
import type { Piece, Utf8State } from '../machine/framing/utf8.ts'

/**
 * What a body turns out to be. `open`: nothing has come that decides; `brace`: all that came is a `{`, and what follows
 * decides; `page`: what is no stream at all.
 *
 * @internal
 */
export type Road = 'open' | 'brace' | 'stream' | 'array' | 'json' | 'error' | 'page'

/** @internal */
export const isSuccess = ({ status = 200 }: Head): boolean => status >= 200 && status < 300

const isJson = ({ contentType = '' }: Head): boolean => contentType.toLowerCase().includes('json')

/**
 * The road after a `{` where the framing is JSON lines. JSON that is laid out over several lines begins with a `{` that ends
 * its line, which no JSON line does.
 *
 * @internal
 */
export const afterBrace = (next: string): Road =>
  next === '' ? 'brace' : next === '\n' || next === '\r' ? 'json' : 'stream'

/**
 * The road of a body. The provider's framing, then the status, then the first character that is no white space decide:
 *
 * | status | first character | road |
 * |---|---|---|
 * | no 2xx | any | an error body: `ProviderFailure`, else `HttpFailure` |
 * | 2xx | `[`, where the provider streams arrays | the stream, a chunk for each element |
 * | 2xx | `{`, where the framing is JSON lines and more follows in its line | the stream; one JSON body in one line is one chunk |
 * | 2xx | `{`, `[`, and any that begins JSON where the content type says JSON | one JSON body: an Answer and the Terminal; or the error that it reports |
 * | 2xx | `<` | a page: `NotAStream` |
 * | 2xx | a byte below 9, where the framing is binary | the stream; it is never read as text |
 * | 2xx | any other | the stream; where the framing is binary, `NotAStream` |
 * | any | none | `HttpFailure` or `NoEvents` |
 *
 * Servers send streams and JSON under any content type, so the content decides wherever it can.
 *
 * @internal
 */
export const roadOf = (framing: Framing['name'], arrays: boolean, head: Head, first: string, next: string): Road => {
  if (first === '<') return 'page'
  if (first === '[') return arrays ? 'array' : 'json'
  if (first === '{') return framing === 'ndjson' ? afterBrace(next) : 'json'
  if (framing === 'ndjson') return 'stream'
  if (isJson(head) && '"-0123456789tfn'.includes(first)) return 'json'
  return framing === 'awsEventStream' ? 'page' : 'stream'
}

const TAB = 9

/**
 * Whether a body in a binary framing begins with this piece. A message begins with its length, and none of 150 MB is sent:
 * the first byte is no character of any text.
 *
 * @internal
 */
export const isBinary = (piece: Piece): boolean =>
  (typeof piece === 'string' ? piece.charCodeAt(0) : (piece[0] ?? TAB)) < TAB

/** @internal */
export const isUntouched = ({ atByte, pending, surrogate }: Utf8State): boolean =>
  atByte === 0 && pending.length === 0 && surrogate === 0
