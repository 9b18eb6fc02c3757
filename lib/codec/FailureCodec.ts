import * as t from 'io-ts'

import type { Failure, LimitExceeded } from '../data/Failure.ts'
import * as f from './fields.ts'
import { tagged, unionOf } from './unionOf.ts'

const failure = (): t.Type<Failure> => {
  const fault = { message: t.string, atByte: f.natural, atEvent: f.natural }
  const of = t.keyof({
    events: null,
    failures: null,
    arguments: null,
    message: null,
    parts: null,
    calls: null,
    choices: null
  } satisfies { readonly [Of in LimitExceeded['of']]: null })
  const error = t.type({ path: t.string, expected: t.string })
  const response = { retryAfter: f.amount, requestId: t.string, headers: t.record(t.string, t.string) }
  return unionOf<Failure>('Failure', {
    LineTooLong: tagged('LineTooLong', { ...fault, limit: f.finite }, {}),
    EventTooLarge: tagged('EventTooLarge', { ...fault, limit: f.finite }, {}),
    TruncatedFrame: tagged('TruncatedFrame', { ...fault, length: f.natural }, {}),
    BadChecksum: tagged('BadChecksum', fault, {}),
    MalformedJson: tagged('MalformedJson', { ...fault, length: f.natural }, {}),
    DepthExceeded: tagged('DepthExceeded', { ...fault, limit: f.finite }, {}),
    DecodeFailure: tagged('DecodeFailure', { ...fault, errors: t.readonlyArray(error) }, {}),
    ProviderFailure: tagged('ProviderFailure', fault, {
      code: t.union([t.string, f.finite]),
      type: t.string,
      status: f.finite,
      upstream: t.string,
      detail: t.string,
      param: t.string,
      ...response
    }),
    HttpFailure: tagged('HttpFailure', { ...fault, status: f.finite }, response),
    NotAStream: tagged('NotAStream', fault, { events: f.natural, contentType: t.string }),
    NoEvents: tagged('NoEvents', fault, {}),
    LimitExceeded: tagged('LimitExceeded', { ...fault, of, limit: f.finite }, {}),
    IdleTimeout: tagged('IdleTimeout', { ...fault, milliseconds: f.amount }, {}),
    TransportFailure: tagged('TransportFailure', fault, { code: t.string }),
    EndedEarly: tagged('EndedEarly', fault, {}),
    Aborted: tagged('Aborted', fault, {})
  })
}

/**
 * The io-ts codec of failures, to read failures from a file or a database.
 *
 * Law: `decode(JSON.parse(JSON.stringify(failure))) = right(failure)`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { FailureCodec, foldBody, openRouter } from 'deltafold/core'
 *
 * const { failures } = foldBody(openRouter, '')
 * const saved: unknown = JSON.parse(JSON.stringify(failures[0]))
 * assert.deepStrictEqual(FailureCodec.decode(saved), E.right(failures[0]))
 * assert.deepStrictEqual(FailureCodec.is({ _tag: 'NoEvents', message: '', atByte: -1, atEvent: 0 }), false)
 *
 * @category codecs
 * @since 0.1.0
 */
export const FailureCodec: t.Type<Failure> = /* @__PURE__ */ failure()
