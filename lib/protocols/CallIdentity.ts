/**
 * The identity of a call by its content: a provider or a gateway that repeats a call sends its id, its name and the same
 * arguments again, at another place or at the same one. Such calls are one call; with other arguments they are two.
 *
 * @since 0.1.0
 */
import type { Delta, Extra } from '../data/Delta.ts'
import type { ToolCallDelta } from '../data/parts/ToolCall.ts'
import type { JsonPrefix } from '../machine/json/jsonPrefix.ts'
import { emptyPrefix } from '../machine/json/jsonPrefix.ts'
import type { Emit } from '../machine/Machine.ts'
import type { Fingerprint } from './fingerprint.ts'
import { moreHash, SEED } from './fingerprint.ts'
import { repairCall } from './repair.ts'
import { distinctId, idFields } from './syntheticId.ts'

/**
 * The provider's id of a call, its name, and the fingerprint of its arguments.
 *
 * @category model
 * @since 0.1.0
 */
export interface CallIdentity extends Fingerprint {
  /** The provider's id; `""` = none. */
  readonly id: string
  readonly name: string
  /** Whether `ArgumentsRepeated` was emitted for it. */
  readonly repeated: boolean
}

/** @internal */
export const newIdentity = (id: string, name: string): CallIdentity => ({
  id,
  name,
  repeated: false,
  size: 0,
  hash: SEED
})

/**
 * The fingerprint after more arguments, behind JSON that has come as far as the prefix.
 *
 * @internal
 */
export const withPrint = ({ size, hash }: Fingerprint, text: string, json: JsonPrefix): Fingerprint => ({
  size: size + text.length,
  hash: moreHash(hash, text, json)
})

const EMPTY = /* @__PURE__ */ moreHash(SEED, '{}', emptyPrefix)

const meaning = ({ hash }: Fingerprint): number => (hash === EMPTY ? SEED : hash)

/**
 * Whether a call has the id and the name of an earlier one.
 *
 * @internal
 */
export const isNamesake = (known: CallIdentity, { id, name }: Pick<CallIdentity, 'id' | 'name'>): boolean =>
  id !== '' && known.id === id && known.name === name

/**
 * Whether the arguments of a call are those of another one, apart from white space; no arguments and `{}` are equal.
 *
 * @internal
 */
export const haveSameArguments = (first: Fingerprint, second: Fingerprint): boolean =>
  meaning(first) === meaning(second)

/**
 * Emits, once for each call, that it came again.
 *
 * @internal
 */
export const repairRepeated = (call: CallIdentity, choice: number, key: number, emit: Emit<Delta>): void => {
  if (!call.repeated) repairCall('ArgumentsRepeated', choice, key, emit)
}

/**
 * The id of a new call as fields of its delta. A missing id, and one that an earlier call has, is a repair.
 *
 * @internal
 */
export const newIdFields = (
  calls: ReadonlyArray<Pick<CallIdentity, 'id'>>,
  id: string,
  choice: number,
  key: number,
  emit: Emit<Delta>
): Pick<ToolCallDelta, 'id' | 'syntheticId'> => {
  const isReused = id !== '' && calls.some((call) => call.id === id)
  if (isReused) repairCall('IdReused', choice, key, emit)
  if (id === '') repairCall('SyntheticId', choice, key, emit)
  return isReused ? { id: distinctId(calls, `${id}_${key}`) } : idFields(id, choice, key)
}

/**
 * Emits the start of a call, after these.
 *
 * @internal
 */
export const emitCallStart = (
  before: ReadonlyArray<Pick<CallIdentity, 'id'> & { readonly index: number }>,
  choice: number,
  call: Pick<CallIdentity, 'id' | 'name'> & { readonly key: number; readonly index: number },
  { extra, text }: { readonly extra: Extra | undefined; readonly text: string },
  emit: Emit<Delta>
): void => {
  const { key, index, id, name } = call
  if (index !== -1 && before.some((other) => other.index === index)) repairCall('SlotReused', choice, key, emit)
  const said = { choice, key, ...newIdFields(before, id, choice, key, emit), name, arguments: text }
  emit({ _tag: 'ToolCallDelta', ...said, ...(extra === undefined ? {} : { extra }) })
}
