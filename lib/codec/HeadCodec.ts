import * as t from 'io-ts'

import type { Head } from '../data/Head.ts'
import * as f from './fields.ts'

/** @internal */
export const HeadCodec: t.Type<Head, unknown> = /* @__PURE__ */ f.partial('Head', () => ({
  status: f.finite,
  contentType: t.string,
  retryAfter: f.amount,
  headers: t.record(t.string, t.string)
}))
