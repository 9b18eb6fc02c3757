import * as t from 'io-ts'

import type { FinishReason } from '../data/FinishReason.ts'

const reasons: { readonly [Reason in FinishReason]: null } = {
  stop: null,
  length: null,
  content_filter: null,
  tool_call: null,
  error: null,
  other: null
}

/** @internal */
export const FinishReasonCodec: t.Type<FinishReason> = /* @__PURE__ */ t.keyof(reasons)
