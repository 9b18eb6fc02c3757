/**
 * The fields beside the parts: the list that a protocol keeps, and the values that were emitted last, so that a field that
 * every event repeats is emitted once.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fieldsOf, isNothing, isObject } from '../codec/field.ts'
import * as f from '../codec/fields.ts'
import { plain } from '../codec/plain.ts'
import type { Delta } from '../data/Delta.ts'
import type { Extra } from '../data/extra.ts'
import { isEqual } from '../data/isEqual.ts'
import { jsonLength } from '../data/parts/PartKind.ts'
import { replaced } from '../data/replaced.ts'
import type { Emit } from '../machine/Machine.ts'
import { toIndex } from './toIndex.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A list of fields, by the provider's names: `true` keeps the whole field, a list the fields in it that no part holds. Looking
 * up a list takes more time than reading most events, so a protocol with fields beside each delta first compares them by
 * hand-written names.
 *
 * @internal
 */
export type ExtraNames = Readonly<Record<string, true | ReadonlyArray<string>>>

const besideTable = () => ({
  message: t.UnknownRecord,
  choices: t.readonlyArray(f.record('ChoiceExtra', () => ({ choice: f.natural, extra: t.UnknownRecord }))),
  /** UTF-16 code units of all the values, as JSON. */
  size: f.natural
})

/**
 * The last value of each field beside the parts, of the message and of each choice.
 *
 * @category model
 * @since 0.1.0
 */
export interface BesideState extends f.RecordOf<typeof besideTable> {}

/** @internal */
export const BesideState: t.Type<BesideState, unknown> = /* @__PURE__ */ f.record('BesideState', besideTable)

/**
 * Emits the new values of the fields beside the parts of an event, a whole answer or an error, and returns all values. If no
 * value is new, it emits nothing and returns the same object.
 *
 * @internal
 */
export type ReadBeside = (said: BesideState, json: unknown, emit: Emit<Delta>) => BesideState

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const sizeOf = (extra: Extra, names: ReadonlyArray<string>): number =>
  names.reduce((sum, name) => (Object.hasOwn(extra, name) ? sum + name.length + jsonLength(extra[name]) : sum), 0)

/**
 * The fields of the message before the first event, which are those of the response's head.
 *
 * @internal
 */
export const besideOf = (message: Extra = {}): BesideState => ({
  message,
  choices: [],
  size: sizeOf(message, Object.keys(message))
})

/**
 * The delta of the fields before the first event, which is emitted with that event.
 *
 * @internal
 */
export const headDeltas = ({ message }: BesideState): ReadonlyArray<Delta> =>
  Object.keys(message).length === 0 ? [] : [{ _tag: 'ExtraDelta', extra: message }]

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const nothing: Extra = {}

/**
 * Whether a field has no new value: it is missing, null, or the last value.
 *
 * @internal
 */
export const isKnown = (value: unknown, last: unknown): boolean => isNothing(value) || value === last

// An empty field erases nothing: servers send `{}` before and after the events with a value.
const isEmpty = (value: unknown): boolean =>
  isNothing(value) || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** The named fields of a value, merged into those of the last value. */
const pick = (value: unknown, names: ReadonlyArray<string>, last: unknown): unknown => {
  if (!isObject(value)) return undefined
  const entries = names.flatMap((name) => (isEmpty(value[name]) ? [] : [[name, value[name]] as const]))
  return entries.length === 0 ? undefined : { ...(isObject(last) ? last : nothing), ...Object.fromEntries(entries) }
}

/** The fields on the list whose values are new. Most events have none, and then no object is made. */
const newsIn = (fields: Extra, names: ExtraNames, known: Extra): Extra | undefined => {
  let news: Record<string, unknown> | undefined
  for (const name in fields) {
    const kept = Object.hasOwn(names, name) ? names[name] : undefined
    if (kept === undefined) continue
    const value = fields[name]
    if (isKnown(value, known[name])) continue
    const next = plain(kept === true ? value : pick(value, kept, known[name]))
    if (!isEmpty(next) && !isEqual(next, known[name])) (news ??= {})[name] = next
  }
  return news
}

const grown = (size: number, known: Extra, news: Extra): number => {
  const names = Object.keys(news)
  return size + sizeOf(news, names) - sizeOf(known, names)
}

/**
 * The values after some fields of the message; fields that are not on the list are ignored.
 *
 * @internal
 */
export const withMessageExtra = (
  said: BesideState,
  fields: unknown,
  names: ExtraNames,
  emit: Emit<Delta>
): BesideState => {
  const news = isObject(fields) ? newsIn(fields, names, said.message) : undefined
  if (news === undefined) return said
  emit({ _tag: 'ExtraDelta', extra: news })
  return {
    message: { ...said.message, ...news },
    choices: said.choices,
    size: grown(said.size, said.message, news)
  }
}

/**
 * The values after some fields of a choice.
 *
 * @internal
 */
export const withChoiceExtra = (
  said: BesideState,
  choice: number,
  fields: unknown,
  names: ExtraNames,
  emit: Emit<Delta>
): BesideState => {
  if (!isObject(fields)) return said
  const at = said.choices.findIndex((one) => one.choice === choice)
  const known = said.choices[at]?.extra ?? nothing
  const news = newsIn(fields, names, known)
  if (news === undefined) return said
  emit({ _tag: 'ExtraDelta', choice, extra: news })
  return {
    message: said.message,
    choices: replaced(said.choices, at, { choice, extra: { ...known, ...news } }),
    size: grown(said.size, known, news)
  }
}

/**
 * The values after a list of choices, each with its own index or that of its place. `isPlain` is a cheaper test for a choice
 * without a field of the list.
 *
 * @internal
 */
export const withChoicesExtra = (
  before: BesideState,
  choices: unknown,
  isPlain: (choice: Extra) => boolean,
  names: ExtraNames,
  emit: Emit<Delta>
): BesideState => {
  if (!Array.isArray(choices)) return before
  let said = before
  for (let place = 0; place < choices.length; place++) {
    const choice = fieldsOf(choices[place])
    if (isPlain(choice)) continue
    const index = toIndex(choice['index'])
    said = withChoiceExtra(said, index === -1 ? place : index, choice, names, emit)
  }
  return said
}
