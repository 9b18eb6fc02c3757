/**
 * The way back of reasoning.
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
 * Where a speaker of the protocol wants reasoning back: as the details that it came in, as `reasoning_content`, as
 * `reasoning`, as thinking parts of the content (Mistral), or not at all.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningReturn = 'reasoning_details' | 'reasoning_content' | 'reasoning' | 'content' | 'nothing'

/**
 * The reasoning of an answer in the next request.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoning {
  readonly reasoning?: string
  readonly reasoning_content?: string
  readonly reasoning_details?: ReadonlyArray<Json>
  /** Reasoning as LiteLLM has it. */
  readonly thinking_blocks?: ReadonlyArray<Json>
  /** Reasoning as Copilot has it, and what proves it. */
  readonly reasoning_text?: string
  readonly reasoning_opaque?: string
  /** What proves the reasoning of Gemini. */
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

// Text that came without details has neither format nor index.
const isDetail = ({ format, index, signature, data }: ReasoningPart): boolean =>
  (format ?? index ?? data) !== undefined || signature !== ''

/**
 * A part that is not known here, where it is an object.
 *
 * @internal
 */
export const rawOf = (part: Part): Json | undefined =>
  part._tag === 'Unrecognised' && isObject(part.raw) ? part.raw : undefined

/**
 * Whether it is an entry of `reasoning_details` of a kind that is not known here.
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

// Fields that hold nothing but the proof of reasoning; their parts have the name of the field as format.
const proofs = {
  reasoning_opaque: (data: string): ChatReasoning => ({ reasoning_opaque: data }),
  thought_signature: (data: string): ChatReasoning => ({ thought_signature: data }),
  extra_content: (data: string): ChatReasoning => ({ extra_content: { google: { thought_signature: data } } })
}

/**
 * Whether a part is nothing but what proves the reasoning.
 *
 * @internal
 */
export const isProof = ({ format }: ReasoningPart): boolean => format !== undefined && Object.hasOwn(proofs, format)

const toProof = ({ format, data = '' }: ReasoningPart): ChatReasoning =>
  format !== undefined && Object.hasOwn(proofs, format) ? proofs[format as keyof typeof proofs](data) : {} // it is one of them

/**
 * The reasoning of an answer, in the fields in which the speaker wants it back.
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
