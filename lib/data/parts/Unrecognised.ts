import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, never, wholeKind } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A complete part of an unknown kind, unchanged.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnrecognisedDelta extends FragmentOf<'UnrecognisedDelta'> {
  readonly raw: unknown
}

/**
 * A part of an unknown kind, unchanged.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnrecognisedPart extends PartOf<'Unrecognised'> {
  readonly raw: unknown
}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

/** @internal */
export const unrecognisedKind: PartKind<UnrecognisedDelta, UnrecognisedPart> = /* @__PURE__ */ wholeKind('Unrecognised')

/** @internal */
export const unrecognisedShape: PartShape<UnrecognisedPart> = {
  type: 'unrecognised',
  required: { raw: 'json' },
  optional: {},
  isEmpty: never,
  print: fieldsOf
}
