/**
 * ```ts
 * type Part = TextPart | ReasoningPart | RefusalPart | ToolCall | UnrecognisedPart
 * ```
 *
 * One piece of content of a choice. Two fragments belong to the same part when family and key are equal (the three
 * states of a tool call are one family); `combine` appends the second to the first.
 *
 * Law: `combine(combine(p, q), r) = combine(p, combine(q, r))` for fragments of one part.
 *
 * @since 0.1.0
 */
import type { ToolCall } from './ToolCall.ts'
import { combineCalls } from './ToolCall.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface Keyed<Tag extends string> {
  readonly _tag: Tag
  /** Number of the part within its choice, in order of first appearance. */
  readonly key: number
}

/**
 * @category model
 * @since 0.1.0
 */
export interface TextPart extends Keyed<'Text'> {
  readonly text: string
}

/**
 * `text` is the model's own thinking, `summary` a summary of it, `encrypted` opaque data that goes back as it came.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningKind = 'text' | 'summary' | 'encrypted'

/**
 * @category model
 * @since 0.1.0
 */
export interface ReasoningPart extends Keyed<'Reasoning'> {
  readonly kind: ReasoningKind
  readonly text: string
  /** Proves to the provider that the text is its own; `""` = none. */
  readonly signature: string
  readonly data?: string
  readonly id?: string
  /** The provider's name of the entry's format. */
  readonly format?: string
  /** The provider's own index of the entry. */
  readonly index?: number
}

/**
 * @category model
 * @since 0.1.0
 */
export interface RefusalPart extends Keyed<'Refusal'> {
  readonly text: string
}

/**
 * @category model
 * @since 0.1.0
 */
export interface UnrecognisedPart extends Keyed<'Unrecognised'> {
  readonly raw: unknown
}

/**
 * @category model
 * @since 0.1.0
 */
export type Part = TextPart | ReasoningPart | RefusalPart | ToolCall | UnrecognisedPart

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * Whether a part is a tool call, in any state.
 *
 * @example
 * import { isToolCall } from 'deltafold'
 *
 * assert.deepStrictEqual(isToolCall({ _tag: 'Open', key: 0, id: 'a', name: 'add', arguments: '' }), true)
 * assert.deepStrictEqual(isToolCall({ _tag: 'Text', key: 0, text: 'Hi' }), false)
 *
 * @category refinements
 * @since 0.1.0
 */
export const isToolCall = (part: Part): part is ToolCall =>
  part._tag === 'Open' || part._tag === 'Closed' || part._tag === 'Truncated'

/** @internal */
export const isSamePart = (a: Part, b: Part): boolean =>
  a.key === b.key && (a._tag === b._tag || (isToolCall(a) && isToolCall(b)))

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const combineReasoning = (first: ReasoningPart, second: ReasoningPart): ReasoningPart => ({
  ...first,
  ...second,
  text: first.text + second.text,
  signature: first.signature + second.signature
})

/**
 * Appends a fragment to its part. Fragments of another part leave it as it is.
 *
 * @internal
 */
export const combine = (first: Part, second: Part): Part => {
  switch (first._tag) {
    case 'Text':
      return second._tag === 'Text' ? { _tag: 'Text', key: first.key, text: first.text + second.text } : first
    case 'Reasoning':
      return second._tag === 'Reasoning' ? combineReasoning(first, second) : first
    case 'Refusal':
      return second._tag === 'Refusal' ? { _tag: 'Refusal', key: first.key, text: first.text + second.text } : first
    case 'Unrecognised':
      return second._tag === 'Unrecognised' ? second : first
    default:
      return isToolCall(second) ? combineCalls(first, second) : first
  }
}
