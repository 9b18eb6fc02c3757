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
import type { ReasoningDelta, ReasoningKind } from './Delta.ts'
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

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

type Details = Pick<ReasoningPart, 'data' | 'id' | 'format' | 'index'>

// Field by field: on the hot path an object spread costs several times as much.
const reasoning = (
  key: number,
  kind: ReasoningKind,
  text: string,
  signature: string,
  known: Details,
  said: Details
): ReasoningPart => {
  const part: { -readonly [K in keyof ReasoningPart]: ReasoningPart[K] } = {
    _tag: 'Reasoning',
    key,
    kind,
    text,
    signature
  }
  const data = said.data ?? known.data
  const id = said.id ?? known.id
  const format = said.format ?? known.format
  const index = said.index ?? known.index
  if (data !== undefined) part.data = data
  if (id !== undefined) part.id = id
  if (format !== undefined) part.format = format
  if (index !== undefined) part.index = index
  return part
}

const nothing: Details = {}

/**
 * The part that a fragment of reasoning is by itself.
 *
 * @internal
 */
export const fromReasoning = (delta: ReasoningDelta): ReasoningPart =>
  reasoning(delta.key, delta.kind, delta.text, delta.signature, nothing, delta)

const combineReasoning = (first: ReasoningPart, second: ReasoningPart): ReasoningPart =>
  reasoning(first.key, second.kind, first.text + second.text, first.signature + second.signature, first, second)

/**
 * The part after one more fragment of it; nothing where the fragment belongs to another part.
 *
 * @internal
 */
export const combine = (first: Part, second: Part): Part | undefined => {
  const { key } = first
  if (second.key !== key) return undefined
  if (first._tag === 'Text' && second._tag === 'Text') return { _tag: 'Text', key, text: first.text + second.text }
  if (isToolCall(first) && isToolCall(second)) return combineCalls(first, second)
  if (first._tag === 'Reasoning' && second._tag === 'Reasoning') return combineReasoning(first, second)
  if (first._tag === 'Refusal' && second._tag === 'Refusal') {
    return { _tag: 'Refusal', key, text: first.text + second.text }
  }
  return first._tag === 'Unrecognised' && second._tag === 'Unrecognised' ? second : undefined
}
