/**
 * Reasoning, which this protocol's speakers send in up to three fields of one delta: `reasoning`, `reasoning_content`
 * and `reasoning_details` repeat the same text, so one of them is read. Details win, for they carry signatures.
 *
 * Consecutive details of one type and index are one part; a signature ends it. A signature without text belongs to the
 * last unsigned text, also when a tool call stood between them. Encrypted details are never merged.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @since 0.1.0
 */
import type { Delta, ReasoningDelta } from '../../data/Delta.ts'
import type { ReasoningKind } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withPart } from '../row.ts'
import { toIndex } from '../toIndex.ts'
import type { ChatDelta, ReasoningDetail } from './codec.ts'
import type { ChoiceState, ReasoningBlock } from './state.ts'
import { withUnknown } from './unknown.ts'

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

const kinds: Readonly<Record<string, ReasoningKind>> = {
  'reasoning.text': 'text',
  'reasoning.summary': 'summary',
  'reasoning.encrypted': 'encrypted'
}

const kindOf = ({ type }: ReasoningDetail): ReasoningKind | undefined =>
  typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined

const detailed = (detail: ReasoningDetail, kind: ReasoningKind): Fragment => ({
  kind,
  text: (kind === 'summary' ? detail.summary : detail.text) ?? '',
  signature: detail.signature ?? '',
  data: detail.data ?? '',
  id: typeof detail.id === 'string' ? detail.id : '',
  format: detail.format ?? '',
  index: toIndex(detail.index)
})

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

const withFragment = (choice: ChoiceState, fragment: Fragment, emit: Emit<Delta>): ChoiceState => {
  const { kind, text, signature, data, index, id } = fragment
  if (text === '' && signature === '' && data === '') return choice
  const found = continued(choice, fragment)
  if (found === undefined) {
    const key = choice.parts
    emitFragment(emit, choice.index, key, fragment, signature)
    return { ...withPart(choice, 'reasoning'), reasoning: { key, kind, index, id, signature } }
  }
  const { block } = found
  if (text !== '' || found.signature !== '') emitFragment(emit, choice.index, block.key, fragment, found.signature)
  if (found.signature === '' && (id === '' || block.id === id)) return choice
  const reasoning = { ...block, id: block.id === '' ? id : block.id, signature: block.signature + found.signature }
  return { ...choice, reasoning }
}

/**
 * The choice after the reasoning of one delta.
 *
 * @internal
 */
export const withReasoning = (
  choice: ChoiceState,
  { reasoning, reasoning_content: content, reasoning_details: details }: ChatDelta,
  emit: Emit<Delta>
): ChoiceState => {
  const text =
    typeof reasoning === 'string' && reasoning !== '' ? reasoning : typeof content === 'string' ? content : ''
  if (details === undefined || details === null || details.length === 0) {
    return text === '' ? choice : withFragment(choice, plain(text), emit)
  }
  let next = choice
  let isSaid = text === ''
  for (const detail of details) {
    const kind = kindOf(detail)
    const fragment = kind === undefined ? undefined : detailed(detail, kind)
    isSaid ||= fragment !== undefined && fragment.text !== ''
    next = fragment === undefined ? withUnknown(next, detail, emit) : withFragment(next, fragment, emit)
  }
  return isSaid ? next : withFragment(next, plain(text), emit)
}
