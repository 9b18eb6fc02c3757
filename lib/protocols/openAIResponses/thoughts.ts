/**
 * The reasoning items of an answer: each consists of the parts with its id, up to its proof.
 *
 * @since 0.1.0
 */
import type { Part, ReasoningPart } from '../../data/Part.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The parts of one reasoning item.
 *
 * @internal
 */
export type Thought = ReadonlyArray<ReasoningPart>

const isProof = ({ kind }: ReasoningPart): boolean => kind === 'encrypted'

/**
 * The reasoning items, in the order in which they began. A proof may arrive after other items, if all items end with the
 * response.
 *
 * @internal
 */
export const thoughtsOf = (parts: ReadonlyArray<Part>): ReadonlyArray<Thought> => {
  const thoughts: ReasoningPart[][] = []
  // The items without a proof, and the last one if no other part followed it.
  const open = new Map<string | undefined, ReasoningPart[]>()
  let current: ReasoningPart[] | undefined
  for (const part of parts) {
    if (part._tag !== 'Reasoning') {
      if (part._tag !== 'Citation') current = undefined
      continue
    }
    const known = current?.[0]?.id === part.id ? current : isProof(part) ? (open.get(part.id) ?? current) : undefined
    const thought = known ?? []
    if (known === undefined) thoughts.push(thought)
    thought.push(part)
    current = isProof(part) ? undefined : thought
    if (isProof(part)) open.delete(thought[0]?.id)
    else open.set(part.id, thought)
  }
  return thoughts
}

/**
 * Whether the reasoning has a proof or is plain text.
 *
 * @internal
 */
export const isWorthSending = (thought: Thought): boolean => thought.some(({ kind }) => kind !== 'summary')

/** @internal */
export const toReasoning = (thought: Thought): Json => {
  const of = (kind: ReasoningPart['kind'], type: string): ReadonlyArray<Json> =>
    thought.filter((part) => part.kind === kind).map((part) => ({ type, text: part.text }))
  const content = of('text', 'reasoning_text')
  const id = thought.find((part) => part.id !== undefined)?.id
  const { data, signature = '', format } = thought.find(isProof) ?? {}
  return {
    type: 'reasoning',
    ...(id === undefined ? {} : { id }),
    summary: of('summary', 'summary_text'),
    ...(content.length === 0 ? {} : { content }),
    ...(data === undefined ? {} : { encrypted_content: data }),
    ...(signature === '' ? {} : { signature }),
    ...(format === undefined ? {} : { format })
  }
}
