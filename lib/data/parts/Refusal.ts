import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A fragment of a refusal, which is appended; `""` adds nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface RefusalDelta extends FragmentOf<'RefusalDelta'> {
  readonly text: string
}

/**
 * The model's explanation of why it does not answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface RefusalPart extends PartOf<'Refusal'> {
  readonly text: string
}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

/** @internal */
export const refusalKind: PartKind<RefusalDelta, RefusalPart> = {
  toPart: ({ key, text }) => ({ _tag: 'Refusal', key, text }),
  combine: (first, second) => ({ _tag: 'Refusal', key: first.key, text: append(first.text, second.text) }),
  weight: ({ text }) => text.length
}

/** @internal */
export const refusalShape: PartShape<RefusalPart> = {
  type: 'refusal',
  required: { text: 'text' },
  optional: {},
  isEmpty: ({ text }) => text === '',
  print: ({ text }) => ({ refusal: text })
}
