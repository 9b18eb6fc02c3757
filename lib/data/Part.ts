/**
 * ```ts
 * type Part = TextPart | ReasoningPart | RefusalPart | ToolCall | ServerToolCall | ServerToolResult | Citation
 *           | ImagePart | FilePart | UnrecognisedPart
 * ```
 *
 * The part kinds: the two unions, and the tables with the entries that the files in `parts/` define for each kind. The
 * compiler requires an entry for each kind of the unions in every table, and in the `request.ts` of each protocol.
 *
 * @since 0.1.0
 */
import type { Citation, CitationDelta } from './parts/Citation.ts'
import { citationKind, citationShape } from './parts/Citation.ts'
import type { FileDelta, FilePart, ImageDelta, ImagePart } from './parts/Media.ts'
import { fileKind, fileShape, imageKind, imageShape } from './parts/Media.ts'
import type { PartKind, PartShape } from './parts/PartKind.ts'
import type { ReasoningDelta, ReasoningPart } from './parts/Reasoning.ts'
import { reasoningKind, reasoningShape } from './parts/Reasoning.ts'
import type { RefusalDelta, RefusalPart } from './parts/Refusal.ts'
import { refusalKind, refusalShape } from './parts/Refusal.ts'
import type { ServerToolCall, ServerToolCallDelta } from './parts/ServerToolCall.ts'
import { serverToolCallKind, serverToolCallShape } from './parts/ServerToolCall.ts'
import type { ServerToolResult, ServerToolResultDelta } from './parts/ServerToolResult.ts'
import { serverToolResultKind, serverToolResultShape } from './parts/ServerToolResult.ts'
import type { TextDelta, TextPart } from './parts/Text.ts'
import { textKind, textShape } from './parts/Text.ts'
import type { ToolCall, ToolCallDelta, ToolCallEnd } from './parts/ToolCall.ts'
import { toolCallEndKind, toolCallKind, toolCallShape } from './parts/ToolCall.ts'
import type { UnrecognisedDelta, UnrecognisedPart } from './parts/Unrecognised.ts'
import { unrecognisedKind, unrecognisedShape } from './parts/Unrecognised.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

export type {
  Citation,
  CitationDelta,
  FileDelta,
  FilePart,
  ImageDelta,
  ImagePart,
  ReasoningDelta,
  ReasoningPart,
  RefusalDelta,
  RefusalPart,
  ServerToolCall,
  ServerToolCallDelta,
  ServerToolResult,
  ServerToolResultDelta,
  TextDelta,
  TextPart,
  ToolCall,
  ToolCallDelta,
  ToolCallEnd,
  UnrecognisedDelta,
  UnrecognisedPart
}

/**
 * One piece of content of a choice. Fragments belong to the same part when tag and key are equal.
 *
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

/**
 * A delta about a part.
 *
 * @category model
 * @since 0.1.0
 */
export type Fragment =
  | TextDelta
  | ReasoningDelta
  | RefusalDelta
  | ToolCallDelta
  | ToolCallEnd
  | ServerToolCallDelta
  | ServerToolResultDelta
  | CitationDelta
  | ImageDelta
  | FileDelta
  | UnrecognisedDelta

type Parts = { readonly [Tag in Part['_tag']]: Extract<Part, { readonly _tag: Tag }> }

type Fragments = { readonly [Tag in Fragment['_tag']]: Extract<Fragment, { readonly _tag: Tag }> }

/** The part that a delta is about, by their names. */
type PartFor<Tag> = Tag extends `${infer Name extends keyof Parts}${'Delta' | 'End'}` ? Parts[Name] : never

// -------------------------------------------------------------------------------------
// the kinds
// -------------------------------------------------------------------------------------

const kinds: { readonly [Tag in keyof Fragments]: PartKind<Fragments[Tag], PartFor<Tag>> } = {
  TextDelta: textKind,
  ReasoningDelta: reasoningKind,
  RefusalDelta: refusalKind,
  ToolCallDelta: toolCallKind,
  ToolCallEnd: toolCallEndKind,
  ServerToolCallDelta: serverToolCallKind,
  ServerToolResultDelta: serverToolResultKind,
  CitationDelta: citationKind,
  ImageDelta: imageKind,
  FileDelta: fileKind,
  UnrecognisedDelta: unrecognisedKind
}

/**
 * The fold's functions for the kind of a delta; they may be called for this delta and its part only.
 *
 * @internal
 */
export const kindOf = (delta: Fragment): PartKind<Fragment, Part> => kinds[delta._tag] as PartKind<Fragment, Part> // of this delta

/**
 * The part after one more fragment, which has its tag.
 *
 * @internal
 */
export const combineParts = (first: Part, second: Part): Part =>
  (kinds[`${first._tag}Delta`] as PartKind<Fragment, Part>).combine(first, second) // both are of this kind

/**
 * The shape of each kind of part.
 *
 * @internal
 */
export const shapes: { readonly [Tag in keyof Parts]: PartShape<Parts[Tag]> } = {
  Text: textShape,
  Reasoning: reasoningShape,
  Refusal: refusalShape,
  ToolCall: toolCallShape,
  ServerToolCall: serverToolCallShape,
  ServerToolResult: serverToolResultShape,
  Citation: citationShape,
  Image: imageShape,
  File: fileShape,
  Unrecognised: unrecognisedShape
}

const shapeOf = (part: Part): PartShape<Part> => shapes[part._tag] as PartShape<Part> // of this part

/**
 * Whether a part has no content.
 *
 * @internal
 */
export const isEmptyPart = (part: Part): boolean => shapeOf(part).isEmpty(part)

/**
 * A part in the output of the command line.
 *
 * @internal
 */
export const printPart = (part: Part): Readonly<Record<string, unknown>> => {
  const { type, print } = shapeOf(part)
  return { type, ...print(part) }
}

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
