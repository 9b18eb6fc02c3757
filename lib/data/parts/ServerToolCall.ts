import type { Extra } from '../extra.ts'
import { withExtra } from '../extra.ts'
import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, isEmptyCall, jsonLength, partWith } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface ServerCallFields {
  /** The provider's name of the kind. */
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The raw text; `""` = none. */
  readonly arguments: string
  readonly extra?: Extra
}

/**
 * A fragment of a call that the provider runs itself, such as a search or a piece of code: `name` and `arguments` are
 * appended, a non-empty `kind` or `id` replaces; `""` adds nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolCallDelta extends FragmentOf<'ServerToolCallDelta'>, ServerCallFields {}

/**
 * A call that the provider runs itself; it needs no answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolCall extends PartOf<'ServerToolCall'>, ServerCallFields {}

// -------------------------------------------------------------------------------------
// the kind
// -------------------------------------------------------------------------------------

/** @internal */
export const serverToolCallKind: PartKind<ServerToolCallDelta, ServerToolCall> = {
  toPart: (delta) => partWith('ServerToolCall', delta),
  combine: (first, second) =>
    withExtra(
      {
        _tag: 'ServerToolCall',
        key: first.key,
        kind: second.kind || first.kind,
        id: second.id || first.id,
        name: first.name + second.name,
        arguments: append(first.arguments, second.arguments)
      },
      first.extra,
      second.extra
    ),
  weight: jsonLength
}

/** @internal */
export const serverToolCallShape: PartShape<ServerToolCall> = {
  type: 'server_tool_call',
  required: { kind: 'text', id: 'text', name: 'text', arguments: 'text' },
  optional: { extra: 'extra' },
  isEmpty: isEmptyCall,
  print: fieldsOf
}
