/** The laws of values that grow with their JSON text. */
import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { defaultLimits } from '../../lib/data/Limits.ts'
import { isTooDeep } from '../../lib/machine/json/jsonDepth.ts'
import type { PartialJson } from '../../lib/machine/json/PartialJson.ts'
import type { JsonOptions } from '../../lib/machine/json/partialJsonMachine.ts'
import { partialJsonMachine } from '../../lib/machine/json/partialJsonMachine.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'

const isContainer = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

/** The values and paths after each piece that changes them; a Left ends them. */
export const partialsOf = (pieces: ReadonlyArray<string>, options?: JsonOptions): ReadonlyArray<PartialJson> =>
  runMachine(partialJsonMachine(options))(pieces).flatMap((result) => (E.isRight(result) ? [result.right] : []))

export const charactersOf = (text: string): ReadonlyArray<string> =>
  Array.from({ length: text.length }, (_, i) => text.charAt(i))

/** What `JSON.parse` makes of a text; `undefined` where it throws. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Cuts of a text at any places, the same more than once included. */
export const textCuts = (text: string): fc.Arbitrary<ReadonlyArray<string>> =>
  fc.array(fc.nat(text.length), { maxLength: 12 }).map((places) => {
    const at = [0, ...places.toSorted((a, b) => a - b), text.length]
    return at.slice(1).map((end, i) => text.slice(at[i], end))
  })

/** Why one value cannot follow another; `undefined` if it can. `JSON.stringify` names the place. */
export const shrinks = (before: unknown, after: unknown, path = ''): string | undefined => {
  if (before === undefined || before === after) return undefined
  if (typeof before === 'string') {
    return typeof after === 'string' && after.startsWith(before) ? undefined : `${path}: a text is not continued`
  }
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? undefined : `${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`
  }
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) return `${path}.${key} is gone`
    const fault = shrinks(before[key], after[key], `${path}.${key}`)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The place at which two values of one text are equal and not the same object; `undefined` if there is none. */
export const copies = (before: unknown, after: unknown, path = ''): string | undefined => {
  if (!isContainer(before) || !isContainer(after) || before === after) return undefined
  if (JSON.stringify(before) === JSON.stringify(after)) return `${path} was copied`
  for (const key of Object.keys(before)) {
    const fault = Object.hasOwn(after, key) ? copies(before[key], after[key], `${path}.${key}`) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The state after some pieces, as JSON, and the last value. */
const after = (pieces: ReadonlyArray<string>, options?: JsonOptions) => {
  const machine = partialJsonMachine(options)
  const { state, outputs } = feedMachine(machine)(machine.initial, pieces)
  return { state: JSON.stringify(state), last: outputs.at(-1) }
}

/** The value does not depend on the cuts, and neither does the state; a state that is restored goes on. */
export const expectCuts = (pieces: ReadonlyArray<string>): void => {
  const text = pieces.join('')
  const machine = partialJsonMachine()
  const whole = after([text])
  const cut = after(pieces)
  expect(cut.state).toBe(whole.state)
  // A text that is refused has no value in one piece: there was no time to emit one.
  if (cut.last === undefined || E.isRight(cut.last)) expect(cut.last).toEqual(whole.last)
  let saved = JSON.stringify(machine.initial)
  let last: unknown
  for (const piece of pieces) {
    const { state, outputs } = feedMachine(machine)(JSON.parse(saved) as typeof machine.initial, [piece]) // a state of this machine
    saved = JSON.stringify(state)
    last = outputs.at(-1) ?? last
  }
  expect(saved).toBe(whole.state)
  expect(last).toEqual(cut.last)
}

/** The end agrees with `JSON.parse`, or both refuse; a text that is nested too deep is refused. */
export const expectOracle = (pieces: ReadonlyArray<string>): void => {
  const text = pieces.join('')
  const last = runMachine(partialJsonMachine())(pieces).at(-1)
  const expected = isTooDeep(text, defaultLimits.depth) ? undefined : parsed(text)
  if (expected === undefined)
    expect({ text, isLeft: last !== undefined && E.isLeft(last) }).toEqual({ text, isLeft: true })
  else {
    const value = last !== undefined && E.isRight(last) && last.right.complete ? last.right.value : 'nothing complete'
    expect(value).toEqual(expected)
    // The names, in their order.
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected))
  }
}

/** No value shrinks, and nothing that is equal is copied, whether values are read at once or at the end. */
export const expectMonotone = (pieces: ReadonlyArray<string>): void => {
  const seen: unknown[] = []
  const machine = partialJsonMachine()
  let state = machine.initial
  for (const piece of pieces) {
    state = machine.step(state, piece, (result) => {
      if (E.isRight(result)) seen.push(result.right.value)
    })
  }
  const late = partialsOf(pieces)
  late.toReversed().forEach((one) => one.value)
  const values = late.map(({ value }) => value)
  expect(values).toEqual(machine.initial === state ? [] : [...seen, ...values.slice(seen.length)])
  for (const some of [seen, values]) {
    some.slice(1).forEach((value, i) => {
      expect(shrinks(some[i], value)).toBeUndefined()
      expect(copies(some[i], value)).toBeUndefined()
    })
  }
}
