import * as t from 'io-ts'

import type { Usage } from '../data/Usage.ts'
import * as f from './fields.ts'

type Fields = { readonly [Field in keyof Usage]-?: t.Type<Required<Usage>[Field]> }

const fields = (): Fields => ({
  inputTokens: f.natural,
  outputTokens: f.natural,
  totalTokens: f.natural,
  cacheReadInputTokens: f.natural,
  cacheCreationInputTokens: f.natural,
  reasoningOutputTokens: f.natural,
  cost: f.amount,
  raw: t.unknown
})

/**
 * The io-ts codec of usages, to read a usage from a file or a database.
 *
 * Law: `decode(JSON.parse(JSON.stringify(usage))) = right(usage)`.
 *
 * @example
 * import { UsageCodec } from 'deltafold'
 *
 * assert.deepStrictEqual(UsageCodec.is({ inputTokens: 10, cost: 0.5 }), true)
 * assert.deepStrictEqual(UsageCodec.is({ inputTokens: -10 }), false)
 *
 * @category codecs
 * @since 0.1.0
 */
export const UsageCodec: t.Type<Usage> = /* @__PURE__ */ t.partial(/* @__PURE__ */ fields(), 'Usage')
