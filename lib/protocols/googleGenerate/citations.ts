/**
 * The sources of the text. Grounding gives one citation for each pair of a text segment and its source, and one for
 * each source without a segment; `citationMetadata` gives one for each entry. Later chunks may repeat them: each is
 * emitted once. Segments may refer to the sources of an earlier chunk, by their index there.
 *
 * The place of a segment is counted in bytes from the start of its part. If that part was joined with the text before it in
 * the same chunk, the place is moved by that text.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata,
 * https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, listOf, textOf } from '../../codec/field.ts'
import type { CitationDelta, Delta } from '../../data/Delta.ts'
import { isEqual } from '../../data/isEqual.ts'
import { tokens } from '../../data/Usage.ts'
import type { Emit } from '../../machine/Machine.ts'
import { toIndex } from '../toIndex.ts'
import type { CandidateState } from './state.ts'
import type { GoogleCandidate } from './wire/candidates.ts'
import type { GoogleGroundingMetadata } from './wire/grounding.ts'

interface Found extends Pick<CitationDelta, 'url' | 'title' | 'start' | 'end' | 'raw'> {
  /** Index of its part in the content; -1 = not reported. */
  readonly part: number
}

interface Said {
  readonly uri?: unknown
  readonly sourceUri?: unknown
  readonly partIndex?: unknown
  readonly title?: unknown
  readonly startIndex?: unknown
  readonly endIndex?: unknown
}

const found = ({ uri, sourceUri, title, partIndex, startIndex, endIndex }: Said, raw: unknown): Found => {
  const url = textOf(uri) || textOf(sourceUri)
  const start = tokens(startIndex)
  const end = tokens(endIndex)
  return {
    part: toIndex(partIndex),
    ...(url === '' ? {} : { url }),
    ...(textOf(title) === '' ? {} : { title: textOf(title) }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    raw
  }
}

const grounded = (
  { groundingChunks, groundingSupports }: GoogleGroundingMetadata,
  earlier: ReadonlyArray<unknown>
): ReadonlyArray<Found> => {
  const chunks = listOf(asItCame(groundingChunks))
  const supports = groundingSupports ?? []
  const used = new Set(supports.flatMap(({ groundingChunkIndices }) => groundingChunkIndices ?? []))
  const sourceOf = (chunk: unknown): Said => {
    const { web, retrievedContext, maps, image } = fieldsOf(chunk)
    return fieldsOf(web ?? retrievedContext ?? maps ?? image)
  }
  const rested = supports.flatMap((support) =>
    (support.groundingChunkIndices ?? []).map((index) => {
      const chunk = chunks[index] ?? earlier[index]
      const raw = { groundingChunk: chunk ?? null, groundingSupport: asItCame(support) }
      return found({ ...sourceOf(chunk), ...support.segment }, raw)
    })
  )
  const others = chunks.flatMap((chunk, i) => (used.has(i) ? [] : [found(sourceOf(chunk), { groundingChunk: chunk })]))
  return [...rested, ...others]
}

// The identity of a citation: its source, with all that tells passages of a document or pictures of a page apart, and its
// place. Confidence scores change from chunk to chunk.
const nameOf = ({ url, title, part, start, end, raw }: Found): string =>
  `of ${JSON.stringify([url, title, part, start, end, field(raw, 'groundingChunk')])}`

const moved = <A extends Pick<Found, 'start' | 'end'>>(citation: A, by: number): A => {
  const { start = 0, end } = citation
  return by === 0 ? citation : { ...citation, start: start + by, ...(end === undefined ? {} : { end: end + by }) }
}

/** The candidate after a list of sources, to which later segments may refer. */
const withKnown = (candidate: CandidateState, chunks: ReadonlyArray<unknown>): CandidateState => {
  if (chunks.length === 0 || isEqual(chunks, candidate.sources)) return candidate
  const sources = [...chunks, ...candidate.sources.slice(chunks.length)]
  return { ...candidate, sources, sourcesSize: JSON.stringify(sources).length }
}

/**
 * The candidate after the sources that a chunk names.
 *
 * @internal
 */
export const withCitations = (
  before: CandidateState,
  { groundingMetadata, citationMetadata }: GoogleCandidate,
  emit: Emit<Delta>
): CandidateState => {
  const { citationSources, citations } = fieldsOf(asItCame(citationMetadata))
  const cited = [...listOf(citationSources), ...listOf(citations)]
  const rested = groundingMetadata ? grounded(groundingMetadata, before.sources) : []
  const all = [...rested, ...cited.map((one) => found(fieldsOf(one), one))]
  if (all.length === 0) return before
  const candidate = withKnown(before, listOf(asItCame(groundingMetadata?.groundingChunks)))
  const names: Record<string, unknown> = { ...candidate.cited }
  let key = candidate.parts
  for (const one of all) {
    const name = nameOf(one)
    if (name in names) continue
    names[name] = true
    const { part, ...citation } = one
    const place = candidate.places[part] ?? { key: candidate.text, from: 0 }
    const of = place.key === -1 ? {} : { of: place.key }
    emit({ _tag: 'CitationDelta', choice: candidate.index, key, ...of, ...moved(citation, place.from) })
    key += 1
  }
  return key === candidate.parts ? candidate : { ...candidate, parts: key, cited: names }
}
