/**
 * Consecutive parts: the content of protocols whose fragments have no address. A fragment continues the part that had the
 * last one if it is of the same kind, and otherwise begins the next part.
 *
 * Laws: keys are assigned in the order in which parts begin; `closeCalls` emits one end for each call.
 *
 * @since 0.1.0
 */
import type { Delta } from '../data/Delta.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import { isCutShort } from '../data/FinishReason.ts'
import type { Emit } from '../machine/Machine.ts'
import type { CallIdentity } from './CallIdentity.ts'
import { haveSameArguments, isNamesake, newIdentity, withPrint } from './CallIdentity.ts'
import type { Ending } from './closing.ts'
import { emitEnd, newEnding, withLoss, withMore } from './closing.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The kinds of parts that a fragment may continue, and `other` for parts that it may not.
 *
 * @category model
 * @since 0.1.0
 */
export type OpenKind = 'nothing' | 'text' | 'refusal' | 'reasoning' | 'call' | 'other'

/**
 * Consecutive parts, each of which ends where the next begins.
 *
 * @category model
 * @since 0.1.0
 */
export interface Row<Call extends Ending> {
  /** The number of parts, which is the key of the next one. */
  readonly parts: number
  /** The kind of the part that had the last fragment. */
  readonly open: OpenKind
  /** Its key; -1 = nothing yet. */
  readonly openKey: number
  readonly calls: ReadonlyArray<Call>
  /** `error` also after a word that cancels the answer: its last call is cut. */
  readonly finish: FinishReason | ''
}

/**
 * A call of which the id and the name are known when it begins.
 *
 * @category model
 * @since 0.1.0
 */
export interface NamedCall extends Ending, CallIdentity {}

type AnyRow = Row<Ending>

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const emptyRow: Row<never> = { parts: 0, open: 'nothing', openKey: -1, calls: [], finish: '' }

/** @internal */
export const newNamedCall = (key: number, id: string, name: string): NamedCall => ({
  ...newEnding(key),
  ...newIdentity(id, name)
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The row with one more part, which had the last fragment.
 *
 * @internal
 */
export const withPart = <R extends AnyRow>(row: R, open: OpenKind): R => ({
  ...row,
  parts: row.parts + 1,
  open,
  openKey: row.parts
})

/**
 * The key of the part that a fragment of a kind belongs to.
 *
 * @internal
 */
export const keyOf = (row: AnyRow, kind: OpenKind): number => (row.open === kind ? row.openKey : row.parts)

/**
 * The row after a fragment of a kind.
 *
 * @internal
 */
export const withFragment = <R extends AnyRow>(row: R, kind: OpenKind): R =>
  row.open === kind ? row : withPart(row, kind)

/**
 * The call after more of its arguments.
 *
 * @internal
 */
export const withNamedArguments = (call: NamedCall, text: string, isEnded: boolean): NamedCall => ({
  ...call,
  ...withPrint(call, text, call.json),
  json: withMore(call.json, text),
  ended: call.ended || isEnded
})

/**
 * The row after a call came again, and `ArgumentsRepeated` was emitted.
 *
 * @internal
 */
export const withRepeated = <R extends Row<NamedCall>>(row: R, { key }: NamedCall): R => ({
  ...row,
  calls: row.calls.map((call) => (call.key === key ? { ...call, repeated: true } : call))
})

/**
 * The row after an event was lost that may have held a fragment of any call that was not ended.
 *
 * @internal
 */
export const loseEvent = <R extends AnyRow>(row: R): R => ({ ...row, calls: row.calls.map(withLoss) })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The complete call that a complete call repeats: the one with its id, its name and its arguments.
 *
 * @internal
 */
export const repeatedBy = ({ calls }: Row<NamedCall>, call: NamedCall): NamedCall | undefined =>
  calls.find((known) => known.ended && isNamesake(known, call) && haveSameArguments(known, call))

/**
 * Emits the ends of all calls: the terminal ends the calls that the provider did not end.
 *
 * @internal
 */
export const closeCalls = ({ calls, open, openKey, finish }: AnyRow, choice: number, emit: Emit<Delta>): void => {
  const last = open === 'call' ? openKey : -1
  const circumstances = { cutShort: isCutShort(finish), last }
  for (const call of calls) emitEnd(choice, { ...call, ended: true }, circumstances, emit)
}
