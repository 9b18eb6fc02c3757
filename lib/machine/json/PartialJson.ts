import type { Container } from './jsonContainer.ts'
import { NOTHING, readContainer } from './jsonContainer.ts'
import type { JsonPath } from './JsonPath.ts'
import type { JsonReader } from './jsonReader.ts'
import { isInValue, isWhole } from './jsonReader.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A JSON value as far as its text has arrived.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartialJson {
  /**
   * The value; undefined before its first character. Strings grow; numbers, `true`, `false` and `null` appear when they are
   * whole. If many entries are unfinished, it is built when it is read, in time linear in their number.
   */
  readonly value: unknown
  /** The place of the value that changed last. */
  readonly path: JsonPath
  /** Whether the text is complete JSON. */
  readonly complete: boolean
}

// -------------------------------------------------------------------------------------
// paths
// -------------------------------------------------------------------------------------

const stepIn = ({ names }: Container, entry: number): string | number => names?.[entry] ?? entry

/**
 * The place of an entry of a container.
 *
 * @internal
 */
export const pathIn = (container: Container, entry: number): JsonPath => {
  const path: Array<string | number> = []
  let at = entry
  // The base has no step of its own.
  for (let c = container; c.outer !== undefined; c = c.outer) {
    if (at >= 0) path.push(stepIn(c, at))
    at = c.at
  }
  return path.reverse()
}

const pathOf = (reader: JsonReader): JsonPath => {
  reader.path ??= pathIn(reader.changed, reader.changedEntry)
  return reader.path
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const valueAt = (top: Container, count: number, unfinished: unknown): unknown => {
  let value = unfinished
  let at = count
  let container = top
  for (; container.outer !== undefined; container = container.outer) {
    value = readContainer(container, at, value)
    at = container.at
  }
  // The base.
  if (at > 0) return container.values[0]
  return value === NOTHING ? undefined : value
}

/** What a value is built of when it is read. */
interface Tip {
  readonly top: Container
  readonly count: number
  readonly unfinished: unknown
  value: unknown
}

const TIP = Symbol('what the value is built of')

// One getter for all: engines give objects with getters of their own a slow form.
const lazyValue: PropertyDescriptor & ThisType<{ readonly [TIP]: Tip }> = {
  enumerable: true,
  configurable: true,
  get() {
    const tip = this[TIP]
    if (tip.value === NOTHING) tip.value = valueAt(tip.top, tip.count, tip.unfinished)
    return tip.value
  }
}

const withLazyValue = (rest: Omit<PartialJson, 'value'>, tip: Tip): PartialJson => {
  Object.defineProperty(rest, TIP, { value: tip })
  return Object.defineProperty(rest, 'value', lazyValue) as PartialJson // it has a value now
}

// So many entries are copied at each change; more of them only when the value is read.
const FEW = 32

/**
 * The value as far as it was read.
 *
 * @internal
 */
export const partialJson = (reader: JsonReader): PartialJson => {
  const { top } = reader
  const count = top.values.length
  const unfinished = isInValue(reader) ? reader.text : NOTHING
  const path = pathOf(reader)
  const complete = isWhole(reader)
  return reader.width + top.depth <= FEW
    ? { value: valueAt(top, count, unfinished), path, complete }
    : withLazyValue({ path, complete }, { top, count, unfinished, value: NOTHING })
}
