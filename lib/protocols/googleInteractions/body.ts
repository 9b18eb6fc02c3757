import * as t from 'io-ts'

import { withMethods } from '../../codec/withFastIs.ts'
import { isInteractionsEvent } from '../marks.ts'
import { InteractionsResponse } from './wire/response.ts'

const validate = (u: unknown, context: t.Context): t.Validation<InteractionsResponse> =>
  isInteractionsEvent(u) ? InteractionsResponse.validate(u, context) : t.failure(u, context)

/**
 * The codec of a JSON body. No field of an interaction is required, so that an interaction is known by its mark.
 *
 * @internal
 */
export const interactionsBody: t.Type<InteractionsResponse, unknown> = /* @__PURE__ */ withMethods(
  InteractionsResponse,
  {
    is: (u): u is InteractionsResponse => isInteractionsEvent(u) && InteractionsResponse.is(u),
    validate,
    decode: (u) => validate(u, [{ key: '', type: InteractionsResponse, actual: u }])
  }
)
