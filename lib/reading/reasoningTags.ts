/**
 * Reasoning between tags in a text, read piece by piece.
 *
 * Laws: the emitted text, joined by kind, is the same under every cut; with the tags in their places it is the input; no piece
 * is read twice.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import { misuse } from '../codec/misuse.ts'
import { detach } from '../data/rope.ts'
import { blanks } from '../machine/json/jsonProgress.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A tag that encloses reasoning: a name, where `think` is `<think>` and `</think>`, or the two texts that open and close it.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningTag = string | readonly [opening: string, closing: string]

/**
 * The places where reasoning is looked for.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningTagOptions {
  /** Default: `['think']`. */
  readonly tags?: ReadonlyArray<ReasoningTag>
  /**
   * Whether the text begins in reasoning: the prompt has the opening tag, and the answer only the closing one. An opening tag
   * at the beginning is still recognised. Default: `false`.
   */
  readonly startsInside?: boolean
  /**
   * Whether a tag counts only at the beginning of the text or directly after reasoning, with at most white space before it: for
   * answers that may mention the tag. Default: `false`, a tag counts anywhere.
   */
  readonly onlyAtStart?: boolean
}

const tagScan = () => ({
  /** Whether the position is inside reasoning. */
  inside: t.boolean,
  /** The number of the tag that is open; -1 = any may close it. */
  tag: f.index,
  /** Whether a tag that only counts at the beginning may follow. */
  atStart: t.boolean,
  /** The end of the text that may be the beginning of a tag. */
  held: t.string,
  /** The number of tags that were opened. */
  opened: f.natural
})

/**
 * A position in a text and among its tags.
 *
 * @category model
 * @since 0.1.0
 */
export interface TagScan extends f.RecordOf<typeof tagScan> {}

/** @internal */
export const TagScan: t.Type<TagScan, unknown> = /* @__PURE__ */ f.record('TagScan', tagScan)

/**
 * Takes a non-empty piece of the text, and the number of the reasoning that it belongs to; -1 = it is text.
 *
 * @internal
 */
export type EmitPiece = (text: string, reasoning: number) => void

/** @internal */
export interface ReasoningTags {
  readonly initial: TagScan
  /** The scan after one more piece of the text. */
  readonly scan: (before: TagScan, more: string, emit: EmitPiece) => TagScan
  /** The scan at the end of the text: the held characters are not a tag. */
  readonly flush: (before: TagScan, emit: EmitPiece) => TagScan
}

// -------------------------------------------------------------------------------------
// tags in a text
// -------------------------------------------------------------------------------------

interface Found {
  readonly tag: number
  readonly from: number
  readonly to: number
}

/**
 * The word of one tag or of all that ends first from a place on, so that a text that is cut after it finds the same word.
 * Places only increase, and a word is searched again only after its last place: the text is read once for each word.
 */
const finder = (words: ReadonlyArray<string>, text: string): ((at: number, only: number) => Found | undefined) => {
  const places = words.map(() => -1)
  return (at, only) => {
    let first: Found | undefined
    words.forEach((word, tag) => {
      if (only !== -1 && only !== tag) return
      let from = places[tag] ?? -1
      if (from < at) {
        const found = text.indexOf(word, at)
        from = found === -1 ? text.length : found
        places[tag] = from
      }
      const to = from + word.length
      if (to > text.length) return
      if (first === undefined || to < first.to || (to === first.to && from < first.from)) first = { tag, from, to }
    })
    return first
  }
}

/** The start of the longest suffix of a text that is a prefix of a word. */
const heldFrom = (words: ReadonlyArray<string>, text: string, at: number): number => {
  let held = text.length
  for (const word of words) {
    const least = Math.max(at, text.length - word.length + 1)
    for (let from = text.indexOf(word.charAt(0), least); from !== -1 && from < held;) {
      if (word.startsWith(text.slice(from))) held = from
      else from = text.indexOf(word.charAt(0), from + 1)
    }
  }
  return held
}

const wordsOf = (tag: ReasoningTag): readonly [string, string] => {
  const [opening, closing] = typeof tag === 'string' ? [tag && `<${tag}>`, `</${tag}>`] : tag
  return opening === '' || closing === ''
    ? misuse('a reasoning tag must be a name or two non-empty strings', tag)
    : [opening, closing]
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The scan for some tags, with a maximum of tags that count.
 *
 * @internal
 */
export const reasoningTags = (
  { tags = ['think'], startsInside = false, onlyAtStart = false }: ReasoningTagOptions,
  most: number
): ReasoningTags => {
  // The shortest first: it is complete before a longer one that begins with it.
  const words = tags.map(wordsOf).toSorted(([a], [b]) => a.length - b.length)
  const openings = words.map(([opening]) => opening)
  const closings = words.map(([, closing]) => closing)
  const none: ReadonlyArray<string> = []

  return {
    initial: { inside: startsInside, tag: -1, atStart: startsInside || onlyAtStart, held: '', opened: 0 },
    scan: (before, more, emit) => {
      let { inside, tag, atStart, opened } = before
      const text = before.held + more
      const opening = finder(openings, text)
      const closing = finder(closings, text)
      let at = 0

      const emitTo = (to: number): void => {
        if (to > at) emit(text.slice(at, to), inside ? opened : -1)
        at = to
      }
      const open = (found: number, to: number): void => {
        if (!inside) opened += 1
        inside = true
        tag = found
        atStart = false
        at = to
      }
      const scanned = (): TagScan => ({ inside, tag, atStart, held: detach(text.slice(at), text.length), opened })

      for (;;) {
        if (atStart) {
          emitTo(at + blanks(text.slice(at)))
          const found = openings.findIndex((word) => opened < most && text.startsWith(word, at))
          if (found !== -1) open(found, at + (openings[found] ?? '').length)
          else if (heldFrom(openings, text, at) === at) return scanned()
          else atStart = false
        } else if (inside) {
          const found = closing(at, tag)
          emitTo(found?.from ?? heldFrom(tag === -1 ? closings : closings.slice(tag, tag + 1), text, at))
          if (found === undefined) return scanned()
          inside = false
          tag = -1
          atStart = onlyAtStart
          at = found.to
        } else {
          const mayOpen = !onlyAtStart && opened < most
          const found = mayOpen ? opening(at, -1) : undefined
          emitTo(found?.from ?? heldFrom(mayOpen ? openings : none, text, at))
          if (found === undefined) return scanned()
          open(found.tag, found.to)
        }
      }
    },
    flush: (before, emit) => {
      const { held, inside, opened } = before
      if (held === '') return before
      emit(held, inside ? opened : -1)
      return { ...before, held: '', atStart: false }
    }
  }
}
