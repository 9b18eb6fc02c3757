import type { Extra } from '../extra.ts'
import { joinExtra } from '../extra.ts'
import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, jsonLength } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface TextFields {
  readonly text: string
  readonly extra?: Extra
}

/**
 * A fragment of text, which is appended; `""` adds nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface TextDelta extends FragmentOf<'TextDelta'>, TextFields {}

/**
 * Text of the answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface TextPart extends PartOf<'Text'>, TextFields {}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

// All fields in one literal: on the hot path an object spread costs several times as much.
const textPart = (key: number, text: string, extra: Extra | undefined): TextPart =>
  extra ? { _tag: 'Text', key, text, extra } : { _tag: 'Text', key, text }

/** @internal */
export const textKind: PartKind<TextDelta, TextPart> = {
  toPart: ({ key, text, extra }) => textPart(key, text, extra),
  combine: (first, second) =>
    textPart(first.key, append(first.text, second.text), joinExtra(first.extra, second.extra)),
  weight: ({ text, extra }) => text.length + jsonLength(extra)
}

/** @internal */
export const textShape: PartShape<TextPart> = {
  type: 'text',
  required: { text: 'text' },
  optional: { extra: 'extra' },
  isEmpty: ({ text }) => text === '',
  print: fieldsOf
}
