import type { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { decodedBy, isOf } from '../codec/safely.ts'
import type { Delta } from '../data/Delta.ts'
import { keepDigits } from '../machine/json/jsonDigits.ts'
import { beginsJson } from '../machine/json/jsonProgress.ts'

// Arguments that arrived as a value begin like this; of those that arrived as text, usually only the first fragment does.
const mayBeSerialised = (delta: Delta): boolean =>
  delta._tag === 'ToolCallDelta' || delta._tag === 'ServerToolCallDelta'
    ? beginsJson(delta.arguments)
    : delta._tag === 'RepairDelta' && delta.repair._tag === 'DigitsLost'

const anySerialised = (deltas: ReadonlyArray<Delta>): boolean => {
  for (const delta of deltas) if (mayBeSerialised(delta)) return true
  return false
}

/**
 * Whether arguments, emitted or held back, were made from values that parsing had rounded. If so, it restores the digits of
 * the values, and the deltas have to be made again.
 *
 * @internal
 */
export const hasDigits = (deltas: ReadonlyArray<Delta>, isHeld: boolean, wire: unknown, text: string): boolean =>
  text !== '' && (isHeld || anySerialised(deltas)) && keepDigits(wire, text)

/**
 * A value as the codec decodes it; arguments that the codec turns into text keep the digits of the wire.
 *
 * @internal
 */
export const decodedWithDigits = <A>(codec: t.Type<A, unknown>, json: unknown, text: string): E.Either<t.Errors, A> => {
  if (text !== '' && !isOf(codec, json)) keepDigits(json, text)
  return decodedBy(codec, json)
}
