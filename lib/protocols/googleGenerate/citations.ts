/**
 * The sources of the text: of grounding, one for each piece of text and source that it rests on, and one for each source
 * that nothing rests on; of citations, one for each. Later chunks may say all of them again: each is told once.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata,
 * https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @since 0.1.0
 */
import type { CitationDelta, Delta } from '../../data/Delta.ts'
import { tokens } from '../../data/Usage.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { Candidate, GroundingMetadata } from './codec.ts'
import type { CandidateState } from './state.ts'

type Found = Pick<CitationDelta, 'url' | 'title' | 'start' | 'end' | 'raw'>

interface Said {
  readonly uri?: unknown
  readonly title?: unknown
  readonly startIndex?: unknown
  readonly endIndex?: unknown
}

const found = ({ uri, title, startIndex, endIndex }: Said, raw: unknown): Found => {
  const start = tokens(startIndex)
  const end = tokens(endIndex)
  return {
    ...(typeof uri === 'string' && uri !== '' ? { url: uri } : {}),
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
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
    chunk?.web ?? chunk?.retrievedContext ?? chunk?.maps ?? {}
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

// What is told apart: the words of the provider's, but not its guesses of how sure it is, which change.
const nameOf = ({ url, title, start, end }: Found): string => `of ${JSON.stringify([url, title, start, end])}`

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
    const of = candidate.text === -1 ? {} : { of: candidate.text }
    emit({ _tag: 'CitationDelta', choice: candidate.index, key, ...of, ...one })
    key += 1
  }
  return key === candidate.parts ? candidate : { ...candidate, parts: key, cited: names }
}
