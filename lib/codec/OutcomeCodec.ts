import * as t from 'io-ts'

import type { Outcome } from '../data/MessageState.ts'
import { FailureCodec } from './FailureCodec.ts'
import { MessageCodec } from './MessageCodec.ts'
import { RepairCodec } from './RepairCodec.ts'
import { tagged, unionOf } from './unionOf.ts'

const outcome = (): t.Type<Outcome> => {
  const fields = {
    message: MessageCodec,
    failures: t.readonlyArray(FailureCodec),
    repairs: t.readonlyArray(RepairCodec)
  }
  return unionOf<Outcome>('Outcome', {
    Complete: tagged('Complete', fields, {}),
    Truncated: tagged('Truncated', fields, {}),
    Failed: tagged('Failed', fields, {})
  })
}

/**
 * The io-ts codec of outcomes, to read an outcome from a file or a database.
 *
 * Law: `decode(JSON.parse(JSON.stringify(outcome))) = right(outcome)`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { foldBody, openRouter, OutcomeCodec } from 'deltafold/core'
 *
 * const outcome = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * const saved: unknown = JSON.parse(JSON.stringify(outcome))
 * assert.deepStrictEqual(OutcomeCodec.decode(saved), E.right(outcome))
 * assert.deepStrictEqual(OutcomeCodec.is({ ...outcome, _tag: 'Streaming' }), false)
 *
 * @category codecs
 * @since 0.1.0
 */
export const OutcomeCodec: t.Type<Outcome> = /* @__PURE__ */ outcome()
