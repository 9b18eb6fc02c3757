import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withPart } from '../row.ts'
import type { ChoiceState } from './state.ts'

/**
 * Emits a part of an unknown kind, unchanged.
 *
 * @internal
 */
export const withUnknown = (choice: ChoiceState, raw: unknown, emit: Emit<Delta>): ChoiceState => {
  emit({ _tag: 'UnrecognisedDelta', choice: choice.index, key: choice.parts, raw })
  return withPart(choice, 'other')
}
