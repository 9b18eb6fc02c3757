import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, never, wholeKind } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface ServerResultFields {
  /** The provider's name of the kind. */
  readonly kind: string
  /** The id of the call; `""` = not reported. */
  readonly id: string
  /** The result, unchanged. */
  readonly raw: unknown
}

/**
 * The complete result of a call that the provider ran.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolResultDelta extends FragmentOf<'ServerToolResultDelta'>, ServerResultFields {}

/**
 * The result of a call that the provider ran.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolResult extends PartOf<'ServerToolResult'>, ServerResultFields {}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

/** @internal */
export const serverToolResultKind: PartKind<ServerToolResultDelta, ServerToolResult> =
  /* @__PURE__ */ wholeKind('ServerToolResult')

/** @internal */
export const serverToolResultShape: PartShape<ServerToolResult> = {
  type: 'server_tool_result',
  required: { kind: 'text', id: 'text', raw: 'json' },
  optional: {},
  isEmpty: never,
  print: fieldsOf
}
