/**
 * Reasoning, which providers of this protocol send in several fields of one delta: `reasoning`, `reasoning_content`,
 * `reasoning_text` (Copilot), `reasoning_details` and `thinking_blocks` (LiteLLM) repeat the same text, so only one of
 * them is read. The lists take precedence because they have signatures.
 *
 * The proof of the reasoning of a message, in `reasoning_opaque` (Copilot), `thought_signature` or `extra_content`
 * (Gemini), is an encrypted part whose format is the name of the field, so that it can be sent back there.
 *
 * A server may send all the text so far in each fragment (MiniMax, whose page shows it that way): only the rest is new. Nothing
 * marks such a stream, so its second fragment decides: it begins with the whole first one and is longer.
 *
 * Consecutive details of one type and index are one part; a signature ends it. A signature without text belongs to the
 * last unsigned text, even with a tool call between them. Encrypted details are never merged.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens,
 * https://platform.minimax.io/docs/api-reference/text-openai-api
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, manyOf, textOf } from '../../codec/field.ts'
import type { Delta, ReasoningDelta } from '../../data/Delta.ts'
import type { ReasoningKind } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { moreHash, repeated, SEED } from '../fingerprint.ts'
import { repairCall } from '../repair.ts'
import { withPart } from '../row.ts'
import { toIndex } from '../toIndex.ts'
import type { ChoiceState, ReasoningBlock, Repeats } from './state.ts'
import { withUnknown } from './unknown.ts'
import type { ChatDelta } from './wire/delta.ts'
import type { ChatReasoningDetail } from './wire/reasoningDetails.ts'

interface Fragment {
  readonly kind: ReasoningKind
  readonly text: string
  readonly signature: string
  readonly data: string
  readonly id: string
  readonly format: string
  /** -1 = none. */
  readonly index: number
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const plain = (text: string): Fragment => ({
  kind: 'text',
  text,
  signature: '',
  data: '',
  id: '',
  format: '',
  index: -1
})

type Text = string | null | undefined

/** The first of them that is not empty. */
const firstText = (a: Text, b: Text, c: Text): string => (a ?? '') || (b ?? '') || (c ?? '')

const detailed = (
  { id, format, index }: { readonly id?: Text; readonly format?: Text; readonly index?: number | null },
  kind: ReasoningKind,
  text: Text,
  signature?: Text,
  data?: Text
): Fragment => ({
  kind,
  text: text ?? '',
  signature: signature ?? '',
  data: data ?? '',
  id: id ?? '',
  format: format ?? '',
  index: toIndex(index)
})

const detailOf = (detail: ChatReasoningDetail): Fragment | undefined => {
  switch (detail.type) {
    case 'reasoning.text':
      return detailed(detail, 'text', detail.text, detail.signature)
    case 'reasoning.summary':
      return detailed(detail, 'summary', detail.summary)
    case 'reasoning.encrypted':
      return detailed(detail, 'encrypted', '', '', detail.data)
    default:
      return undefined
  }
}

// -------------------------------------------------------------------------------------
// which part
// -------------------------------------------------------------------------------------

const isSameEntry = (block: ReasoningBlock, { kind, index, id }: Fragment): boolean =>
  block.kind === kind && block.index === index && (id === '' || block.id === '' || block.id === id)

/** The block that the fragment continues, and the part of its signature that is new. */
const continued = (
  { open, reasoning: block }: ChoiceState,
  fragment: Fragment
): { readonly block: ReasoningBlock; readonly signature: string } | undefined => {
  if (block === null || fragment.kind === 'encrypted' || !isSameEntry(block, fragment)) return undefined
  const { text, signature } = fragment
  const isLast = open === 'reasoning'
  if (text !== '') return isLast && block.signature === '' ? { block, signature } : undefined
  if (block.signature === '') return { block, signature }
  if (block.signature === signature) return { block, signature: '' }
  return isLast ? { block, signature } : undefined
}

const emitFragment = (
  emit: Emit<Delta>,
  choice: number,
  key: number,
  { kind, text, data, id, format, index }: Fragment,
  signature: string
): void => {
  const delta: { -readonly [K in keyof ReasoningDelta]: ReasoningDelta[K] } = {
    _tag: 'ReasoningDelta',
    choice,
    key,
    kind,
    text,
    signature
  }
  if (data !== '') delta.data = data
  if (id !== '') delta.id = id
  if (format !== '') delta.format = format
  if (index !== -1) delta.index = index
  emit(delta)
}

// -------------------------------------------------------------------------------------
// text that is repeated
// -------------------------------------------------------------------------------------

const begins = (text: string): Repeats | null =>
  text === '' ? null : { size: text.length, hash: moreHash(SEED, text, ''), told: false }

const LEAST = 4

// A ruler of dashes also begins with itself.
const mayRepeat = (text: string, size: number): boolean =>
  text.length > size && text.length >= LEAST && text !== text.charAt(0).repeat(text.length)

/** The new part of a text, and the block after it. */
const withRest = (
  block: ReasoningBlock,
  text: string,
  choice: number,
  emit: Emit<Delta>
): { readonly block: ReasoningBlock; readonly text: string } => {
  const { repeats } = block
  if (repeats === null || text === '') return { block, text }
  const { size, hash, told } = repeats
  const rest = told || mayRepeat(text, size) ? repeated(text, { size, hash, json: '' }) : undefined
  if (rest === undefined) return { block: told ? block : { ...block, repeats: null }, text }
  if (!told) repairCall('TextRepeated', choice, block.key, emit)
  const more = { size: size + rest.length, hash: moreHash(hash, rest, ''), told: true }
  return { block: { ...block, repeats: more }, text: rest }
}

const withFragment = (choice: ChoiceState, fragment: Fragment, emit: Emit<Delta>): ChoiceState => {
  const { kind, text, signature, data, index, id } = fragment
  if (text === '' && signature === '' && data === '') return choice
  const found = continued(choice, fragment)
  if (found === undefined) {
    const key = choice.parts
    emitFragment(emit, choice.index, key, fragment, signature)
    return {
      ...withPart(choice, 'reasoning'),
      reasoning: { key, kind, index, id, signature, repeats: begins(text) }
    }
  }
  const { block, text: rest } = withRest(found.block, text, choice.index, emit)
  if (rest !== '' || found.signature !== '') {
    emitFragment(emit, choice.index, block.key, rest === text ? fragment : { ...fragment, text: rest }, found.signature)
  }
  if (found.signature === '' && (id === '' || block.id === id)) {
    return block === found.block ? choice : { ...choice, reasoning: block }
  }
  const reasoning = { ...block, id: block.id === '' ? id : block.id, signature: block.signature + found.signature }
  return { ...choice, reasoning }
}

const blockOf = (u: unknown): Fragment | undefined => {
  const { type, thinking, signature, data } = fieldsOf(u)
  const format = 'thinking_blocks'
  if (type === 'redacted_thinking') return { ...plain(''), kind: 'encrypted', data: textOf(data), format }
  return type === 'thinking' ? { ...plain(textOf(thinking)), signature: textOf(signature), format } : undefined
}

/** The choice after a list whose entries are fragments, and after a text that may repeat them. */
const withEntries = <A>(
  choice: ChoiceState,
  entries: ReadonlyArray<A>,
  fragmentOf: (entry: A) => Fragment | undefined,
  text: string,
  emit: Emit<Delta>
): ChoiceState => {
  let next = choice
  let isSaid = text === ''
  for (const entry of entries) {
    const fragment = fragmentOf(entry)
    isSaid ||= fragment !== undefined && fragment.text !== ''
    next = fragment === undefined ? withUnknown(next, asItCame(entry), emit) : withFragment(next, fragment, emit)
  }
  return isSaid ? next : withFragment(next, plain(text), emit)
}

const withProof = (choice: ChoiceState, proof: string, format: string, emit: Emit<Delta>): ChoiceState =>
  proof === '' ? choice : withFragment(choice, { ...plain(''), kind: 'encrypted', data: proof, format }, emit)

/**
 * The choice after a part of the content that is reasoning.
 *
 * @internal
 */
export const withThought = (choice: ChoiceState, text: string, signature: string, emit: Emit<Delta>): ChoiceState =>
  withFragment(choice, { ...plain(text), signature }, emit)

/**
 * The choice after a part of the content that is reasoning, encrypted.
 *
 * @internal
 */
export const withRedacted = (choice: ChoiceState, data: string, emit: Emit<Delta>): ChoiceState =>
  withProof(choice, data, '', emit)

/**
 * The choice after the reasoning of one delta.
 *
 * @internal
 */
export const withReasoning = (
  choice: ChoiceState,
  {
    reasoning,
    reasoning_content,
    reasoning_text,
    reasoning_details: details,
    reasoning_opaque,
    thought_signature
  }: ChatDelta,
  { thinking_blocks: blocks, reasoning_steps: steps, extra_content: extra }: Readonly<Record<string, unknown>>,
  emit: Emit<Delta>
): ChoiceState => {
  const text = firstText(reasoning, reasoning_content, reasoning_text)
  let next = choice
  if (details !== undefined && details !== null && details.length > 0) {
    next = withEntries(next, details, detailOf, text, emit)
  } else if (blocks !== undefined && manyOf(blocks).length > 0) {
    next = withEntries(next, manyOf(blocks), blockOf, text, emit)
  } else if (text !== '') next = withFragment(next, plain(text), emit)
  if (steps !== undefined) {
    next = manyOf(steps).reduce<ChoiceState>(
      (after, step) => withFragment(after, plain(textOf(field(step, 'thought'))), emit),
      next
    )
  }
  next = withProof(next, reasoning_opaque ?? '', 'reasoning_opaque', emit)
  next = withProof(next, thought_signature ?? '', 'thought_signature', emit)
  if (extra === undefined) return next
  return withProof(next, textOf(field(field(extra, 'google'), 'thought_signature')), 'extra_content', emit)
}
