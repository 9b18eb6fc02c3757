/**
 * ```ts
 * type Part = TextPart | ReasoningPart | RefusalPart | ToolCall | ServerToolCall | ServerToolResult | Citation
 *           | ImagePart | FilePart | UnrecognisedPart
 * ```
 *
 * One piece of content of a choice. Two fragments belong to the same part when family and key are equal (the three
 * states of a tool call are one family); `combine` appends the second to the first.
 *
 * Law: `combine(combine(p, q), r) = combine(p, combine(q, r))` for fragments of one part.
 *
 * @since 0.1.0
 */
import type { CitationDelta, Extra, ReasoningDelta, ReasoningKind } from './Delta.ts'
import { joinExtra, withExtra } from './extra.ts'
import { append } from './rope.ts'
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
  readonly extra?: Extra
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
 * A call that the provider runs itself; nobody is asked to answer it.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolCall extends Keyed<'ServerToolCall'> {
  /** The provider's word for what it is. */
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The raw text; `""` = none. */
  readonly arguments: string
  readonly extra?: Extra
}

/**
 * What a call that the provider ran gave.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolResult extends Keyed<'ServerToolResult'> {
  /** The provider's word for what it is. */
  readonly kind: string
  /** The id of the call; `""` = not said. */
  readonly id: string
  /** As the provider sent it. */
  readonly raw: unknown
}

/**
 * A source of the text, as `CitationDelta` says it.
 *
 * @category model
 * @since 0.1.0
 */
export interface Citation extends Keyed<'Citation'>, Omit<CitationDelta, '_tag' | 'choice'> {}

interface Media<Tag extends string> extends Keyed<Tag> {
  readonly id: string
  readonly mediaType: string
  readonly name: string
  readonly url: string
  /** Base64. */
  readonly data: string
  /** What is said in it, in words. */
  readonly text: string
  readonly extra?: Extra
}

/**
 * An image; what is `""` is not known.
 *
 * @category model
 * @since 0.1.0
 */
export interface ImagePart extends Media<'Image'> {}

/**
 * Any other medium, such as a sound or a document; what is `""` is not known.
 *
 * @category model
 * @since 0.1.0
 */
export interface FilePart extends Media<'File'> {}

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
export type Part =
  | TextPart
  | ReasoningPart
  | RefusalPart
  | ToolCall
  | ServerToolCall
  | ServerToolResult
  | Citation
  | ImagePart
  | FilePart
  | UnrecognisedPart

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * Whether a part is a tool call, in any state.
 *
 * @example
 * import { isToolCall } from 'deltafold'
 *
 * assert.deepStrictEqual(isToolCall({ _tag: 'ToolCall', state: 'Open', key: 0, id: 'a', name: 'add', arguments: '' }), true)
 * assert.deepStrictEqual(isToolCall({ _tag: 'Text', key: 0, text: 'Hi' }), false)
 *
 * @category refinements
 * @since 0.1.0
 */
export const isToolCall = (part: Part): part is ToolCall => part._tag === 'ToolCall'

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

// With all its fields at once: most texts of some protocols have an extra, and each fragment makes the part anew.
const combineTexts = (first: TextPart, second: TextPart): TextPart => {
  const { key } = first
  const text = append(first.text, second.text)
  const extra = joinExtra(first.extra, second.extra)
  return extra === undefined ? { _tag: 'Text', key, text } : { _tag: 'Text', key, text, extra }
}

const combineReasoning = (first: ReasoningPart, second: ReasoningPart): ReasoningPart =>
  reasoning(first.key, second.kind, append(first.text, second.text), first.signature + second.signature, first, second)

const lastKnown = (known: string, said: string): string => (said === '' ? known : said)

const combineServerCalls = (first: ServerToolCall, second: ServerToolCall): ServerToolCall =>
  withExtra(
    {
      _tag: 'ServerToolCall',
      key: first.key,
      kind: lastKnown(first.kind, second.kind),
      id: lastKnown(first.id, second.id),
      name: first.name + second.name,
      arguments: append(first.arguments, second.arguments)
    },
    first.extra,
    second.extra
  )

const combineMedia = <Tag extends string>(first: Media<Tag>, second: Media<Tag>): Media<Tag> =>
  withExtra(
    {
      _tag: first._tag,
      key: first.key,
      id: lastKnown(first.id, second.id),
      mediaType: lastKnown(first.mediaType, second.mediaType),
      name: lastKnown(first.name, second.name),
      url: lastKnown(first.url, second.url),
      data: append(first.data, second.data),
      text: append(first.text, second.text)
    },
    first.extra,
    second.extra
  )

/**
 * The part after one more fragment of it; nothing where the fragment belongs to another part.
 *
 * @internal
 */
export const combine = (first: Part, second: Part): Part | undefined => {
  const { key } = first
  if (second.key !== key) return undefined
  if (first._tag === 'Text' && second._tag === 'Text') return combineTexts(first, second)
  if (isToolCall(first) && isToolCall(second)) return combineCalls(first, second)
  if (first._tag === 'Reasoning' && second._tag === 'Reasoning') return combineReasoning(first, second)
  if (first._tag === 'Refusal' && second._tag === 'Refusal') {
    return { _tag: 'Refusal', key, text: append(first.text, second.text) }
  }
  if (first._tag === 'ServerToolCall' && second._tag === 'ServerToolCall') return combineServerCalls(first, second)
  if (first._tag === 'Image' && second._tag === 'Image') return combineMedia(first, second)
  if (first._tag === 'File' && second._tag === 'File') return combineMedia(first, second)
  // The others come whole.
  return first._tag === second._tag ? second : undefined
}
