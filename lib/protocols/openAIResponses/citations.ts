/**
 * The sources of a text: each is sent as an event, and all of them again with the whole text, in any order. A
 * source of the whole list is one that was sent if they are equal; the first of the others are those that were sent and
 * equal none in the list.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @since 0.1.0
 */
import { field, textOf } from '../../codec/field.ts'
import type { CitationDelta, Delta } from '../../data/Delta.ts'
import { replaced } from '../../data/replaced.ts'
import { textOfJson } from '../../machine/json/jsonDigits.ts'
import type { Emit } from '../../machine/Machine.ts'
import { toIndex } from '../toIndex.ts'
import { hashed } from './hash.ts'
import { withOpenText } from './pieces.ts'
import type { ResponsesState } from './state.ts'
import { placeOfPiece, withPart } from './state.ts'

const citation = (key: number, of: number, raw: unknown): CitationDelta => {
  const url = textOf(field(raw, 'url'))
  const title = textOf(field(raw, 'title')) || textOf(field(raw, 'filename'))
  const start = toIndex(field(raw, 'start_index'))
  const end = toIndex(field(raw, 'end_index'))
  return {
    _tag: 'CitationDelta',
    choice: 0,
    key,
    of,
    ...(url === '' ? {} : { url }),
    ...(title === '' ? {} : { title }),
    ...(start === -1 ? {} : { start }),
    ...(end === -1 ? {} : { end }),
    raw
  }
}

const hashOf = (annotation: unknown): number => hashed(0, textOfJson(annotation)) >>> 0

const withCitation = (
  state: ResponsesState,
  at: number,
  index: number,
  annotation: unknown,
  emit: Emit<Delta>
): ResponsesState => {
  const next = withOpenText(state, at, index, emit)
  const place = placeOfPiece(next, at, 'text', index)
  const piece = next.pieces[place]
  if (piece === undefined) return state
  emit(citation(next.parts, piece.key, annotation))
  return {
    ...withPart(next),
    pieces: replaced(next.pieces, place, { ...piece, citations: [...piece.citations, hashOf(annotation)] })
  }
}

const emitted = (state: ResponsesState, at: number, index: number): ReadonlyArray<number> =>
  state.pieces[placeOfPiece(state, at, 'text', index)]?.citations ?? []

/** The text of a source; an unknown index means the last text of its item. */
const indexOf = ({ pieces }: ResponsesState, at: number, index: number): number => {
  const texts = pieces.filter((piece) => piece.item === at && piece.kind === 'text')
  return texts.some((piece) => piece.index === index) ? index : (texts.at(-1)?.index ?? index)
}

/**
 * The state after one source; `number` is its number among those of the text, -1 = not reported.
 *
 * @internal
 */
export const withAnnotation = (
  state: ResponsesState,
  at: number,
  index: number,
  number: number,
  annotation: unknown,
  emit: Emit<Delta>
): ResponsesState => {
  const of = indexOf(state, at, index)
  const known = emitted(state, at, of)
  const isAgain = number < known.length && known.includes(hashOf(annotation))
  return isAgain ? state : withCitation(state, at, of, annotation, emit)
}

/**
 * The state after the list of all sources of a text.
 *
 * @internal
 */
export const withAnnotations = (
  state: ResponsesState,
  at: number,
  index: number,
  annotations: ReadonlyArray<unknown>,
  emit: Emit<Delta>
): ResponsesState => {
  if (annotations.length === 0) return state
  const known = new Map<number, number>()
  for (const hash of emitted(state, at, index)) known.set(hash, (known.get(hash) ?? 0) + 1)
  const others = annotations.filter((annotation) => {
    const hash = hashOf(annotation)
    const left = known.get(hash) ?? 0
    if (left > 0) known.set(hash, left - 1)
    return left === 0
  })
  const unmatched = [...known.values()].reduce((sum, left) => sum + left, 0)
  return others
    .slice(unmatched)
    .reduce<ResponsesState>((next, annotation) => withCitation(next, at, index, annotation, emit), state)
}
