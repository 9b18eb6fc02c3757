import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * `text` is the model's own thinking, `summary` a summary of it, `encrypted` opaque data that goes back unchanged.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningKind = 'text' | 'summary' | 'encrypted'

interface Details {
  /** Encrypted reasoning, whole. */
  readonly data?: string
  readonly id?: string
  /** The provider's name of the entry's format. */
  readonly format?: string
  /** The provider's own index of the entry. */
  readonly index?: number
}

interface ReasoningFields extends Details {
  readonly kind: ReasoningKind
  readonly text: string
  /** The proof for the provider that the text is its own; `""` = none. */
  readonly signature: string
}

/**
 * A fragment of reasoning: `text` and `signature` are appended, `""` adds nothing, other fields replace.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningDelta extends FragmentOf<'ReasoningDelta'>, ReasoningFields {}

/**
 * Reasoning of the model before or between its answers.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningPart extends PartOf<'Reasoning'>, ReasoningFields {}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

// Field by field: on the hot path an object spread costs several times as much.
const reasoningPart = (
  first: Details & { readonly key: number },
  second: Details & { readonly kind: ReasoningKind },
  text: string,
  signature: string
): ReasoningPart => {
  const part: { -readonly [K in keyof ReasoningPart]: ReasoningPart[K] } = {
    _tag: 'Reasoning',
    key: first.key,
    kind: second.kind,
    text,
    signature
  }
  const data = second.data ?? first.data
  const id = second.id ?? first.id
  const format = second.format ?? first.format
  const index = second.index ?? first.index
  if (data !== undefined) part.data = data
  if (id !== undefined) part.id = id
  if (format !== undefined) part.format = format
  if (index !== undefined) part.index = index
  return part
}

const lengthOf = (text = ''): number => text.length

/** @internal */
export const reasoningKind: PartKind<ReasoningDelta, ReasoningPart> = {
  toPart: (delta) => reasoningPart(delta, delta, delta.text, delta.signature),
  combine: (first, second) =>
    reasoningPart(first, second, append(first.text, second.text), first.signature + second.signature),
  weight: ({ text, signature, data, id, format }) =>
    text.length + signature.length + lengthOf(data) + lengthOf(id) + lengthOf(format)
}

/** @internal */
export const reasoningShape: PartShape<ReasoningPart> = {
  type: 'reasoning',
  required: { kind: { text: null, summary: null, encrypted: null }, text: 'text', signature: 'text' },
  optional: { data: 'text', id: 'text', format: 'text', index: 'count' },
  isEmpty: ({ text, signature, data }) => text === '' && signature === '' && data === undefined,
  print: ({ signature, ...part }) => ({ ...fieldsOf(part), ...(signature === '' ? {} : { signature }) })
}
