/**
 * A choice whose text has reasoning between tags: its position among the tags, and the keys of its parts. A reasoning part is
 * inserted before the part with the text after it, and moves the keys of all later parts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import type { Delta, Extra, Fragment, TextDelta } from '../data/Delta.ts'
import type { Emit } from '../machine/Machine.ts'
import type { EmitPiece, ReasoningTags } from './reasoningTags.ts'
import { TagScan } from './reasoningTags.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const taggedChoice = () => ({
  choice: f.natural,
  scan: TagScan,
  /** The key of the last text; -1 = none yet. */
  key: f.index,
  /** Whether no character of that text was emitted yet: it may consist of tags alone. */
  isOwed: t.boolean,
  /** The number of keys that were emitted. */
  seen: f.natural,
  /** For each inserted part, the value of `seen` at that time: keys from there on have moved by one. */
  inserts: t.readonlyArray(f.natural),
  /** The text that is continued: its key in the input, and its key in the output; -1 = none. */
  textFrom: f.index,
  textTo: f.index,
  /** The reasoning after the last text: its number, and its key; -1 = none. */
  reasoning: f.index,
  reasoningTo: f.index
})

/**
 * The position of a choice among the tags of its texts.
 *
 * @category model
 * @since 0.1.0
 */
export interface TaggedChoice extends f.RecordOf<typeof taggedChoice> {}

/** @internal */
export const TaggedChoice: t.Type<TaggedChoice, unknown> = /* @__PURE__ */ f.record('TaggedChoice', taggedChoice)

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * A choice before its first delta.
 *
 * @internal
 */
export const untagged = (choice: number, scan: TagScan): TaggedChoice => ({
  choice,
  scan,
  key: -1,
  isOwed: false,
  seen: 0,
  inserts: [],
  textFrom: -1,
  textTo: -1,
  reasoning: -1,
  reasoningTo: -1
})

// -------------------------------------------------------------------------------------
// keys
// -------------------------------------------------------------------------------------

/**
 * A choice that may be changed, within one step.
 *
 * @internal
 */
export type Draft = { -readonly [K in keyof TaggedChoice]: TaggedChoice[K] }

/**
 * The key of a part, moved by the parts that were inserted before it.
 *
 * @internal
 */
export const movedKey = ({ inserts }: TaggedChoice, key: number): number => {
  let before = inserts.length
  while (before > 0 && (inserts[before - 1] ?? 0) > key) before -= 1
  return key + before
}

const keptKey = (state: Draft, key: number): number => {
  state.seen = Math.max(state.seen, key + 1)
  return movedKey(state, key)
}

const insertedKey = (state: Draft): number => {
  const key = state.seen + state.inserts.length
  state.inserts = [...state.inserts, state.seen]
  return key
}

const textKey = (state: Draft, key: number): number => {
  if (state.textFrom === key) return state.textTo
  // The part that holds the text in the input is before the reasoning.
  state.textTo = state.reasoning !== -1 && key < state.seen ? insertedKey(state) : keptKey(state, key)
  state.textFrom = key
  state.reasoning = -1
  return state.textTo
}

const reasoningKey = (state: Draft, reasoning: number): number => {
  if (state.reasoning !== reasoning) state.reasoningTo = insertedKey(state)
  state.reasoning = reasoning
  state.textFrom = -1
  return state.reasoningTo
}

// -------------------------------------------------------------------------------------
// deltas
// -------------------------------------------------------------------------------------

const emitText = (state: Draft, text: string, extra: Extra | undefined, emit: Emit<Delta>): void => {
  const key = textKey(state, state.key)
  state.isOwed = false
  emit({ _tag: 'TextDelta', choice: state.choice, key, text, ...(extra && { extra }) })
}

const pieceOf =
  (state: Draft, emit: Emit<Delta>): EmitPiece =>
  (text, reasoning) => {
    if (reasoning === -1) {
      emitText(state, text, undefined, emit)
      return
    }
    const key = reasoningKey(state, reasoning)
    state.isOwed = false
    emit({ _tag: 'ReasoningDelta', choice: state.choice, key, kind: 'text', text, signature: '' })
  }

/**
 * Emits the part of the text, before another part and at the end, even if all of the text is tags.
 *
 * @internal
 */
export const begin = (state: Draft, emit: Emit<Delta>): void => {
  if (state.isOwed) emitText(state, '', undefined, emit)
}

/**
 * Emits the held characters, which are not a tag.
 *
 * @internal
 */
export const flush = (tags: ReasoningTags, state: Draft, emit: Emit<Delta>): void => {
  state.scan = tags.flush(state.scan, pieceOf(state, emit))
  begin(state, emit)
}

/**
 * Emits the text and the reasoning of one more piece of text.
 *
 * @internal
 */
export const readText = (
  tags: ReasoningTags,
  state: Draft,
  { key, text, extra }: TextDelta,
  emit: Emit<Delta>
): void => {
  if (key !== state.key) {
    flush(tags, state, emit)
    state.key = key
    state.isOwed = true
  }
  state.scan = tags.scan(state.scan, text, pieceOf(state, emit))
  if (extra !== undefined) emitText(state, '', extra, emit)
}

/** A source for a text that has only emitted reasoning belongs to no part yet. */
const citedKey = (state: TaggedChoice, of: number): number | undefined =>
  of !== state.key ? movedKey(state, of) : of === state.textFrom ? state.textTo : undefined

/**
 * The delta under the key that its part has now.
 *
 * @internal
 */
export const movedDelta = (state: Draft, delta: Fragment): Fragment => {
  const key = keptKey(state, delta.key)
  if (delta._tag !== 'CitationDelta' || delta.of === undefined) return key === delta.key ? delta : { ...delta, key }
  const { of, ...citation } = delta
  const cited = citedKey(state, of)
  if (key === delta.key && cited === of) return delta
  return cited === undefined ? { ...citation, key } : { ...citation, key, of: cited }
}
