/**
 * The reasoning of an answer in the next request.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens#preserving-reasoning-blocks,
 * https://api-docs.deepseek.com/guides/thinking_mode#tool-calls
 *
 * @since 0.1.0
 */
import { isObject, textOf } from '../../codec/field.ts'
import type { Part, ReasoningPart } from '../../data/Part.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * The place of reasoning in a provider's next request: the details in which it arrived, `reasoning_content`, `reasoning`,
 * thinking parts of the content (Mistral), or none.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningReturn = 'reasoning_details' | 'reasoning_content' | 'reasoning' | 'content' | 'nothing'

/**
 * The fields of the next request that hold the reasoning of an answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoning {
  readonly reasoning?: string
  readonly reasoning_content?: string
  readonly reasoning_details?: ReadonlyArray<Json>
  /** Reasoning of LiteLLM. */
  readonly thinking_blocks?: ReadonlyArray<Json>
  /** Reasoning of Copilot, and below its proof. */
  readonly reasoning_text?: string
  readonly reasoning_opaque?: string
  /** The proof of reasoning of Gemini. */
  readonly thought_signature?: string
  readonly extra_content?: Json
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const toDetail = ({ _tag, key, kind, text: said, signature, data, ...named }: ReasoningPart): Json => ({
  type: `reasoning.${kind}`,
  ...(kind === 'text' ? { text: said } : kind === 'summary' ? { summary: said } : { data }),
  ...(signature === '' ? {} : { signature }),
  ...named
})

// Text that arrived without details has neither format nor index.
const isDetail = ({ format, index, signature, data }: ReasoningPart): boolean =>
  (format ?? index ?? data) !== undefined || signature !== ''

/**
 * The object of a part of an unknown kind; `undefined` for any other part.
 *
 * @internal
 */
export const rawOf = (part: Part): Json | undefined =>
  part._tag === 'Unrecognised' && isObject(part.raw) ? part.raw : undefined

/**
 * Whether such an object is an entry of `reasoning_details` of an unknown kind.
 *
 * @internal
 */
export const isUnknownDetail = (raw: Json | undefined): raw is Json => textOf(raw?.['type']).startsWith('reasoning.')

const details = (parts: ReadonlyArray<Part>): ReadonlyArray<Json> =>
  parts.flatMap((part) => {
    const raw = rawOf(part)
    return part._tag === 'Reasoning' ? [toDetail(part)] : isUnknownDetail(raw) ? [raw] : []
  })

const toBlock = ({ kind, text: said, signature, data }: ReasoningPart): Json =>
  kind === 'encrypted' ? { type: 'redacted_thinking', data } : { type: 'thinking', thinking: said, signature }

// Fields that only hold the proof of reasoning; their parts have the name of the field as format.
const proofs = {
  reasoning_opaque: (data: string): ChatReasoning => ({ reasoning_opaque: data }),
  thought_signature: (data: string): ChatReasoning => ({ thought_signature: data }),
  extra_content: (data: string): ChatReasoning => ({ extra_content: { google: { thought_signature: data } } })
}

/**
 * Whether a part only holds the proof of reasoning.
 *
 * @internal
 */
export const isProof = ({ format }: ReasoningPart): boolean => format !== undefined && Object.hasOwn(proofs, format)

const toProof = ({ format, data = '' }: ReasoningPart): ChatReasoning =>
  format !== undefined && Object.hasOwn(proofs, format) ? proofs[format as keyof typeof proofs](data) : {} // a key of `proofs`

/**
 * The reasoning of an answer, in the fields that the provider takes.
 *
 * @internal
 */
export const toReasoning = (parts: ReadonlyArray<Part>, as: ReasoningReturn): ChatReasoning => {
  const all = parts.filter((part) => part._tag === 'Reasoning')
  const thoughts = all.filter((part) => !isProof(part))
  const proof = all.reduce<ChatReasoning>((before, part) => ({ ...before, ...toProof(part) }), {})
  const said = thoughts.map((part) => part.text).join('')
  if (proof.reasoning_opaque !== undefined) return said === '' ? proof : { ...proof, reasoning_text: said }
  if (as === 'nothing' || as === 'content') return proof
  if (as === 'reasoning') return said === '' ? proof : { ...proof, reasoning: said }
  if (as === 'reasoning_details') {
    if (thoughts.some(({ format }) => format === 'thinking_blocks')) {
      return { ...proof, thinking_blocks: thoughts.map(toBlock), ...(said === '' ? {} : { reasoning_content: said }) }
    }
    if (thoughts.some(isDetail) || parts.some((part) => isUnknownDetail(rawOf(part)))) {
      return {
        ...proof,
        reasoning_details: details(parts.filter((part) => part._tag !== 'Reasoning' || !isProof(part)))
      }
    }
  }
  return thoughts.length === 0 ? proof : { ...proof, reasoning_content: said }
}
