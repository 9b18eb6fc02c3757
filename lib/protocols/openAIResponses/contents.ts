/**
 * Matches the texts of a complete item with the texts that streamed. In the events of a stream, the indexes of contents
 * may count something else (all items, or all events), so the texts are matched by content first:
 *
 * - if all streamed text of a kind, joined, is the beginning of all contents of the kind, joined, only the rest is new,
 * - otherwise, if every streamed text has the index of a content, each is compared with the content at its index,
 * - otherwise the first streamed text is compared with the first content, and so on.
 *
 * Law: matching the same item again adds nothing.
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, listOf, textOf } from '../../codec/field.ts'
import { kindOf } from '../../codec/Other.ts'
import type { Delta } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withAnnotations } from './citations.ts'
import { itemOf } from './items.ts'
import type { Joined } from './joined.ts'
import { continues, joinedOf } from './joined.ts'
import { withFragment, withWholePiece } from './pieces.ts'
import type { PieceKind, PieceState, ResponsesState } from './state.ts'
import { pieceKinds, withPart } from './state.ts'
import type { ResponsesItem } from './wire/item.ts'
import { ResponsesMessage } from './wire/messages.ts'
import type { ResponsesPart, ResponsesSummary } from './wire/parts.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A text of a complete item.
 *
 * @internal
 */
export interface Content {
  /** `other` = not text: it is kept as sent. */
  readonly kind: PieceKind | 'other'
  /** Its index in its list. */
  readonly index: number
  readonly text: string
  readonly annotations: ReadonlyArray<unknown>
  readonly raw: unknown
}

/** The piece that matches a content, and the code units already streamed; -1 = the two are to be compared. */
interface Match {
  readonly index: number
  readonly from: number
}

// -------------------------------------------------------------------------------------
// contents
// -------------------------------------------------------------------------------------

/**
 * The text in a part of an item.
 *
 * @internal
 */
export const contentOf = (part: ResponsesPart, index: number): Content => {
  const raw = asItCame(part)
  switch (part.type) {
    case 'output_text':
    case 'text':
      return { kind: 'text', index, text: part.text ?? '', annotations: listOf(asItCame(part.annotations)), raw }
    case 'refusal':
      return { kind: 'refusal', index, text: part.refusal ?? '', annotations: [], raw }
    case 'reasoning_text':
      return { kind: 'reasoning', index, text: part.text ?? '', annotations: [], raw }
    default: {
      // Some servers send the text without a type.
      const text = textOf(part['text'])
      return kindOf(fieldsOf(raw)) === '' && text !== ''
        ? { kind: 'text', index, text, annotations: listOf(part['annotations']), raw }
        : { kind: 'other', index, text: '', annotations: [], raw }
    }
  }
}

const summaryOf = (summary: ResponsesSummary, index: number): Content => ({
  kind: 'summary',
  index,
  text: summary.text ?? '',
  annotations: [],
  raw: asItCame(summary)
})

const asReasoning = (content: Content): Content =>
  content.kind === 'text' ? { ...content, kind: 'reasoning' } : content

// A message without its type, or an item of an unknown kind.
const inOther = (item: ResponsesItem): ReadonlyArray<Content> => {
  const { content } = fieldsOf(asItCame(item))
  const decoded = ResponsesMessage.decode({ type: 'message', content })
  return isRight(decoded) ? (decoded.right.content ?? []).map(contentOf) : []
}

/**
 * All parts of a message or of reasoning, in their order.
 *
 * @internal
 */
export const contentsOf = (item: ResponsesItem): ReadonlyArray<Content> => {
  switch (item.type) {
    case 'message':
      return (item.content ?? []).map(contentOf)
    case 'reasoning':
      return [...(item.summary ?? []).map(summaryOf), ...(item.content ?? []).map(contentOf).map(asReasoning)]
    default:
      return inOther(item)
  }
}

/**
 * An item with those of its parts that are kept.
 *
 * @internal
 */
export const withParts = (item: ResponsesItem, isKept: (content: Content) => boolean): ResponsesItem => {
  const isKeptPart = (part: ResponsesPart, index: number): boolean => isKept(contentOf(part, index))
  const isKeptThought = (part: ResponsesPart, index: number): boolean => isKept(asReasoning(contentOf(part, index)))
  switch (item.type) {
    case 'message':
      return { ...item, content: (item.content ?? []).filter(isKeptPart) }
    case 'reasoning':
      return {
        ...item,
        summary: (item.summary ?? []).filter((part, index) => isKept(summaryOf(part, index))),
        content: (item.content ?? []).filter(isKeptThought)
      }
    default:
      return itemOf({ ...item, content: inOther(item).flatMap((content) => (isKept(content) ? [content.raw] : [])) })
  }
}

/**
 * All texts of a kind, joined.
 *
 * @internal
 */
export const joinedText = (contents: ReadonlyArray<Content>, kind: PieceKind): string =>
  contents.reduce((text, content) => (content.kind === kind ? text + content.text : text), '')

// -------------------------------------------------------------------------------------
// matching
// -------------------------------------------------------------------------------------

const freeIndex = (pieces: ReadonlyArray<PieceState>, contents: ReadonlyArray<Content>): number =>
  [...pieces, ...contents].reduce((free, { index }) => Math.max(free, index + 1), 0)

const byNumber = ({ index }: Content): Match => ({ index, from: -1 })

/** The matches if all streamed text is the beginning of the contents. */
const alongText = ({ size, pieces }: Joined, contents: ReadonlyArray<Content>): ReadonlyArray<Match> => {
  const free = freeIndex(pieces, contents)
  const begun = pieces.filter((piece) => piece.size > 0)
  const last = begun.at(-1)?.index ?? 0
  const known = new Set(begun.map(({ index }) => index))
  const matches: Match[] = []
  let begin = 0
  contents.forEach(({ index, text }, i) => {
    const own = known.has(index) ? index : (begun[i]?.index ?? last)
    if (begin >= size) matches.push({ index: known.has(index) ? free + i : index, from: -1 })
    else if (begin + text.length <= size) matches.push({ index: own, from: text.length })
    else matches.push({ index: last, from: size - begin })
    begin += text.length
  })
  return matches
}

const byOrder = ({ pieces }: Joined, contents: ReadonlyArray<Content>): ReadonlyArray<Match> => {
  const free = freeIndex(pieces, contents)
  return contents.map((_, i) => ({ index: pieces[i]?.index ?? free + i, from: -1 }))
}

const matchesOf = (joined: Joined, contents: ReadonlyArray<Content>, text: string): ReadonlyArray<Match> => {
  if (joined.size === 0) return contents.map(byNumber)
  if (continues(text, joined)) return alongText(joined, contents)
  const numbers = new Set(contents.map(({ index }) => index))
  return joined.pieces.every(({ index }) => numbers.has(index)) ? contents.map(byNumber) : byOrder(joined, contents)
}

/** A kind of reasoning, and the kind under which some servers stream it. */
const flips: ReadonlyArray<readonly [PieceKind, PieceKind]> = [
  ['reasoning', 'summary'],
  ['summary', 'reasoning']
]

/** The contents of an item of reasoning whose text was streamed as a summary, or its summary as text. */
const asStreamed = (state: ResponsesState, at: number, contents: ReadonlyArray<Content>): ReadonlyArray<Content> => {
  const flip = flips.find(([from, to]) => {
    const text = joinedText(contents, from)
    if (text === '' || joinedText(contents, to) !== '' || joinedOf(state, at, from).size > 0) return false
    const streamed = joinedOf(state, at, to)
    return streamed.size > 0 && continues(text, streamed)
  })
  if (flip === undefined) return contents
  const [from, kind] = flip
  return contents.map((content) => (content.kind === from ? { ...content, kind } : content))
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state after a value without a part kind, which is kept as sent.
 *
 * @internal
 */
export const withUnrecognised = (state: ResponsesState, raw: unknown, emit: Emit<Delta>): ResponsesState => {
  emit({ _tag: 'UnrecognisedDelta', choice: 0, key: state.parts, raw })
  return withPart(state)
}

/**
 * The state after all parts of a complete item.
 *
 * @internal
 */
export const withContents = (
  state: ResponsesState,
  at: number,
  all: ReadonlyArray<Content>,
  emit: Emit<Delta>
): ResponsesState => {
  const contents = state.items[at]?.role === 'reasoning' ? asStreamed(state, at, all) : all
  const isNew = state.items[at]?.done === false
  const matches = new Map<Content, Match>()
  for (const kind of pieceKinds) {
    const own = contents.filter((content) => content.kind === kind)
    if (own.length === 0) continue
    matchesOf(joinedOf(state, at, kind), own, joinedText(own, kind)).forEach((match, i) => {
      const content = own[i]
      if (content !== undefined) matches.set(content, match)
    })
  }
  return contents.reduce<ResponsesState>((next, content) => {
    const { kind, text, annotations, raw } = content
    if (kind === 'other') return isNew ? withUnrecognised(next, raw, emit) : next
    const { index, from } = matches.get(content) ?? byNumber(content)
    const said =
      from === -1
        ? withWholePiece(next, at, kind, index, text, emit)
        : withFragment(next, at, kind, index, text.slice(from), emit)
    return withAnnotations(said, at, index, annotations, emit)
  }, state)
}
