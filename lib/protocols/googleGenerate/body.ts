import * as t from 'io-ts'

import { field, isObject } from '../../codec/field.ts'
import { withMethods } from '../../codec/withFastIs.ts'
import { GoogleChunk } from './wire/chunk.ts'

const isBody = (u: unknown): boolean =>
  Array.isArray(field(u, 'candidates')) || isObject(field(u, 'promptFeedback')) || isObject(field(u, 'usageMetadata'))

const validate = (u: unknown, context: t.Context): t.Validation<GoogleChunk> =>
  isBody(u) ? GoogleChunk.validate(u, context) : t.failure(u, context)

/**
 * The codec of a JSON body: it has candidates, or the feedback on a blocked prompt, or only its usage.
 *
 * @internal
 */
export const googleBody: t.Type<GoogleChunk, unknown> = /* @__PURE__ */ withMethods(GoogleChunk, {
  is: (u): u is GoogleChunk => isBody(u) && GoogleChunk.is(u),
  validate,
  decode: (u) => validate(u, [{ key: '', type: GoogleChunk, actual: u }])
})
