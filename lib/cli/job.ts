import { readFileSync } from 'node:fs'

import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { decodeFailureOf } from '../codec/decodeFailure.ts'
import { field } from '../codec/field.ts'
import { natural, wholeNumber } from '../codec/fields.ts'
import { defaultLimits } from '../data/Limits.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import type { HeadOptions, HttpHeaders } from '../reading/headOf.ts'
import type { Cut } from './cutInto.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One line of `--jobs`.
 *
 * @internal
 */
export interface Job {
  readonly id: unknown
  readonly provider: string | undefined
  /** The provider and the target of a translation. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly body: Uint8Array
  readonly contentType: string | undefined
  readonly status: number | undefined
  readonly headers: HttpHeaders | undefined
  readonly cut: Cut | undefined
  readonly resumeAt: number | undefined
}

/**
 * The reason why a line cannot be read as a job, with its id.
 *
 * @internal
 */
export interface NoJob {
  readonly id: unknown
  readonly reason: string
}

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const JobCodec = t.partial(
  {
    id: t.unknown,
    provider: t.string,
    from: t.string,
    to: t.string,
    file: t.string,
    body: t.string,
    bodyBase64: t.string,
    contentType: t.string,
    status: wholeNumber('an HTTP status', 100),
    headers: t.record(t.string, t.union([t.string, t.readonlyArray(t.string)])),
    cut: t.union([t.type({ bytes: wholeNumber('a whole number from 1', 1) }), t.type({ seed: natural })]),
    resumeAt: natural
  },
  'a job'
)

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)

const readFile = (file: string): E.Either<string, Uint8Array> =>
  E.tryCatch(
    () => readFileSync(file),
    (error) => `cannot read ${file} (${String(field(error, 'code'))})`
  )

const bodyOf = ({ file, body, bodyBase64 }: t.TypeOf<typeof JobCodec>): E.Either<string, Uint8Array> => {
  if ([file, body, bodyBase64].filter((given) => given !== undefined).length !== 1) {
    return E.left('a job has one of "file", "body" and "bodyBase64"')
  }
  if (file !== undefined) return readFile(file)
  if (body !== undefined) return E.right(Buffer.from(body, 'utf8'))
  const text = bodyBase64 ?? ''
  return isBase64(text) ? E.right(Buffer.from(text, 'base64')) : E.left('"bodyBase64" must be base64')
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The job of a line, with its body read.
 *
 * @internal
 */
export const parseJob = (line: string): E.Either<NoJob, Job> => {
  if (isTooDeep(line, defaultLimits.depth)) return E.left({ id: null, reason: 'the line is nested too deep' })
  const json = parseJson(line)
  if (isMalformed(json)) return E.left({ id: null, reason: 'the line is not JSON' })
  const id = field(json, 'id') ?? null
  const decoded = JobCodec.decode(json)
  if (E.isLeft(decoded)) {
    const { errors } = decodeFailureOf(JobCodec, decoded.left, { atByte: 0, atEvent: 0 })
    const reason = errors.map(({ path, expected }) => `${path === '' ? 'the line' : `"${path}"`} must be ${expected}`)
    return E.left({ id, reason: reason.join('; ') })
  }
  const { provider, from, to, contentType, status, headers, cut, resumeAt } = decoded.right
  const body = bodyOf(decoded.right)
  return E.isLeft(body)
    ? E.left({ id, reason: body.left })
    : E.right({ id, provider, from, to, body: body.right, contentType, status, headers, cut, resumeAt })
}

/**
 * The head of the response that a job is about.
 *
 * @internal
 */
export const headOfJob = ({ status, contentType, headers }: Job): HeadOptions => ({
  ...(status === undefined ? {} : { status }),
  ...(contentType === undefined ? {} : { contentType }),
  ...(headers === undefined ? {} : { headers })
})
