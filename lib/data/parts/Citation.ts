import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, never, wholeKind } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface CitationFields {
  /** Key of the part that it supports. */
  readonly of?: number
  readonly url?: string
  readonly title?: string
  /** The text of the source. */
  readonly text?: string
  /** Where the cited text begins in its part, in the provider's units. */
  readonly start?: number
  readonly end?: number
  /** The source, unchanged. */
  readonly raw: unknown
}

/**
 * A complete source of the text. A field that the provider did not report is missing.
 *
 * @category model
 * @since 0.1.0
 */
export interface CitationDelta extends FragmentOf<'CitationDelta'>, CitationFields {}

/**
 * A source of the text. A field that the provider did not report is missing.
 *
 * @category model
 * @since 0.1.0
 */
export interface Citation extends PartOf<'Citation'>, CitationFields {}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

/** @internal */
export const citationKind: PartKind<CitationDelta, Citation> = /* @__PURE__ */ wholeKind('Citation')

/** @internal */
export const citationShape: PartShape<Citation> = {
  type: 'citation',
  required: { raw: 'json' },
  optional: { of: 'count', url: 'text', title: 'text', text: 'text', start: 'count', end: 'count' },
  isEmpty: never,
  print: fieldsOf
}
