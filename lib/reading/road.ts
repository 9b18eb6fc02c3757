/**
 * The road that a body takes: the machine that reads it, chosen by its status, its content type and its first character.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Head } from '../data/Head.ts'
import type { Framing } from '../machine/framing/frames.ts'
import type { Utf8State } from '../machine/framing/utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * - `open`: not chosen yet.
 * - `brace`: only a `{` arrived, and the next character decides.
 * - `stream`: events of the provider's framing.
 * - `array`: events that are the elements of a JSON array.
 * - `json`: one JSON body.
 * - `error`: a body under a status that is not 2xx.
 * - `page`: a body that is neither a stream nor JSON.
 *
 * @category model
 * @since 0.1.0
 */
export type Road = 'open' | 'brace' | 'stream' | 'array' | 'json' | 'error' | 'page'

/** @internal */
export const Road: t.Type<Road, unknown> = /* @__PURE__ */ t.keyof({
  open: null,
  brace: null,
  stream: null,
  array: null,
  json: null,
  error: null,
  page: null
})

// -------------------------------------------------------------------------------------
// the choice
// -------------------------------------------------------------------------------------

/** @internal */
export const isSuccess = ({ status = 200 }: Head): boolean => status >= 200 && status < 300

const isJson = ({ contentType = '' }: Head): boolean => contentType.toLowerCase().includes('json')

/**
 * The road of JSON lines after a `{`, given the next character. JSON that is laid out over several lines begins with a `{`
 * that ends its line, which no JSON line does.
 *
 * @internal
 */
export const afterBrace = (next: string): Road =>
  next === '' ? 'brace' : next === '\n' || next === '\r' ? 'json' : 'stream'

/**
 * The road of a successful response, given its first character that is not blank, and the one after it. A body that begins
 * with a control character is binary.
 *
 * @internal
 */
export const roadOf = (framing: Framing['name'], arrays: boolean, head: Head, first: string, next: string): Road => {
  if (first === '<' || first < ' ') return 'page'
  if (first === '[') return arrays ? 'array' : 'json'
  if (first === '{') return framing === 'ndjson' ? afterBrace(next) : 'json'
  if (framing === 'ndjson') return 'stream'
  if (isJson(head) && '"-0123456789tfn'.includes(first)) return 'json'
  return framing === 'awsEventStream' ? 'page' : 'stream'
}

/** @internal */
export const isUntouched = ({ atByte, pending, surrogate }: Utf8State): boolean =>
  atByte === 0 && pending.length === 0 && surrogate === 0
