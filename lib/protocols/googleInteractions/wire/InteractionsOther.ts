import type { Unrecognised } from '../../../codec/Other.ts'

/**
 * An event of a kind that the codecs do not know: its `event_type` is another word, or missing. Also an event of a known
 * kind without the content that its kind requires, whose `event_type` was left out.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsOther {
  readonly event_type?: Unrecognised
  readonly [field: string]: unknown
}
