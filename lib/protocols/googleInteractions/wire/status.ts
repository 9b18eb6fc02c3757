import { maybe } from '../../../codec/maybe.ts'
import { word } from '../../../codec/word.ts'

/** The status of an interaction. */
export const status = () =>
  maybe(
    word(
      'in_progress',
      'completed',
      'incomplete',
      'failed',
      'cancelled',
      'queued',
      'requires_action',
      'budget_exceeded',
      'requires_continuation'
    )
  )
