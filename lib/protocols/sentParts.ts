/**
 * The shared rules for the parts of an answer that are sent back.
 *
 * @since 0.1.0
 */
import { isCutShort } from '../data/FinishReason.ts'
import type { Choice } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import { isCancelled } from './openAIChat/finishReason.ts'

/**
 * The parts for a protocol that sends citations back inside their texts: a citation is sent if its text is.
 *
 * @internal
 */
export const sentWithCitations = (
  parts: ReadonlyArray<Part>,
  isSent: (part: Part, at: number) => boolean
): ReadonlyArray<Part> => {
  const sent = parts.map(isSent)
  const texts = new Set(parts.flatMap(({ _tag, key }, i) => (_tag === 'Text' && sent[i] === true ? [key] : [])))
  return parts.filter((part, i) =>
    part._tag === 'Citation' ? part.of !== undefined && texts.has(part.of) : sent[i] === true
  )
}

/**
 * The citations of texts, unchanged, by the keys of the texts.
 *
 * @internal
 */
export const citationsOf = (parts: ReadonlyArray<Part>): ReadonlyMap<number, ReadonlyArray<unknown>> => {
  const all = new Map<number, unknown[]>()
  for (const part of parts) {
    if (part._tag !== 'Citation' || part.of === undefined) continue
    const known = all.get(part.of)
    if (known === undefined) all.set(part.of, [part.raw])
    else known.push(part.raw)
  }
  return all
}

/**
 * The ids of the provider's own calls that have their results. Providers reject a call without its result.
 *
 * @internal
 */
export const resultIds = (parts: ReadonlyArray<Part>): ReadonlySet<string> =>
  new Set(parts.flatMap((part) => (part._tag === 'ServerToolResult' ? [part.id] : [])))

/**
 * Whether a result may still arrive in the next turn, which it does not if the answer was cut.
 *
 * @internal
 */
export const mayWait = ({ finishReason, rawFinishReason = '' }: Choice): boolean =>
  finishReason !== undefined && !isCutShort(finishReason) && !isCancelled(rawFinishReason)
