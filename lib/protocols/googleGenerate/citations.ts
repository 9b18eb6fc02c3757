/**
 * The sources of the text. Grounding gives one citation for each pair of a text segment and its source, and one for
 * each source without a segment; `citationMetadata` gives one for each entry. Later chunks may repeat them: each is
 * emitted once.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata,
 * https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @since 0.1.0
 */
import { field, textOf } from '../../codec/field.ts'
import type { CitationDelta, Delta } from '../../data/Delta.ts'
import { tokens } from '../../data/Usage.ts'
import type { Emit } from '../../machine/Machine.ts'
import { toIndex } from '../toIndex.ts'
import type { Candidate, GroundingMetadata } from './codec.ts'
import type { CandidateState } from './state.ts'

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

const grounded = ({ groundingChunks, groundingSupports }: GroundingMetadata): ReadonlyArray<Found> => {
  const chunks = groundingChunks ?? []
  const supports = groundingSupports ?? []
  const used = new Set(supports.flatMap(({ groundingChunkIndices }) => groundingChunkIndices ?? []))
  const sourceOf = (chunk: (typeof chunks)[number] | undefined): Said =>
    chunk?.web ?? chunk?.retrievedContext ?? chunk?.maps ?? chunk?.image ?? {}
  const rested = supports.flatMap((support) =>
    (support.groundingChunkIndices ?? []).map((index) => {
      const chunk = chunks[Number(index)]
      const raw = { groundingChunk: chunk ?? null, groundingSupport: support }
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

/**
 * The candidate after the sources that a chunk names.
 *
 * @internal
 */
export const withCitations = (
  candidate: CandidateState,
  { groundingMetadata, citationMetadata }: Candidate,
  emit: Emit<Delta>
): CandidateState => {
  const cited = [...(citationMetadata?.citationSources ?? []), ...(citationMetadata?.citations ?? [])]
  const all = [...(groundingMetadata ? grounded(groundingMetadata) : []), ...cited.map((one) => found(one, one))]
  if (all.length === 0) return candidate
  const names: Record<string, unknown> = { ...candidate.cited }
  let key = candidate.parts
  for (const one of all) {
    const name = nameOf(one)
    if (name in names) continue
    names[name] = true
    const { part, ...citation } = one
    const of = candidate.places[part] ?? candidate.text
    emit({ _tag: 'CitationDelta', choice: candidate.index, key, ...(of === -1 ? {} : { of }), ...citation })
    key += 1
  }
  return key === candidate.parts ? candidate : { ...candidate, parts: key, cited: names }
}
