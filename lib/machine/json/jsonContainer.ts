/**
 * Lists and objects whose end has not arrived. Their entries are only ever appended, so the number of entries is enough to
 * read a container as it was at any earlier time.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A list or an object, or the base, a list that the whole text is the only entry of.
 *
 * @internal
 */
export interface Container {
  /** Undefined in the base. */
  readonly outer: Container | undefined
  /** The containers around it. */
  readonly depth: number
  /** The number of entries of `outer` before it. */
  readonly at: number
  /** The names of the entries, that of an unfinished entry included; undefined in a list. */
  readonly names: string[] | undefined
  /** The entries that are whole. */
  readonly values: unknown[]
  /** The value last read, and of how many entries and which last entry it was made. */
  read: unknown
  readCount: number
  readLast: unknown
}

/**
 * In the place of an entry: there is no unfinished one.
 *
 * @internal
 */
export const NOTHING = Symbol('no unfinished entry')

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const newContainer = (outer: Container | undefined, isObject: boolean): Container => ({
  outer,
  depth: outer === undefined ? 0 : outer.depth + 1,
  at: outer === undefined ? 0 : outer.values.length,
  names: isObject ? [] : undefined,
  values: [],
  read: undefined,
  readCount: -1,
  readLast: undefined
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const FEW = 16

const put = (object: Record<string, unknown>, name: string, value: unknown): void => {
  // Assigned, `__proto__` would be the prototype.
  if (name !== '__proto__') object[name] = value
  else Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true })
}

const listOf = ({ values }: Container, count: number, unfinished: unknown): ReadonlyArray<unknown> => {
  if (unfinished === NOTHING) return values.slice(0, count)
  if (count < values.length) {
    const list = values.slice(0, count + 1)
    list[count] = unfinished
    return list
  }
  // Pushed onto the copy, the entry would make the engine copy it once more.
  values.push(unfinished)
  const list = values.slice()
  values.pop()
  return list
}

const objectOf = (container: Container, count: number, unfinished: unknown): Readonly<Record<string, unknown>> => {
  const { names = [], values, read, readCount } = container
  if (unfinished !== NOTHING && readCount === count + 1 && readCount <= FEW) {
    // Only the last entry differs: engines copy a small object at once.
    const again = { ...(read as Record<string, unknown>) } // of an object, an object was read
    put(again, names[count] ?? '', unfinished)
    return again
  }
  const object: Record<string, unknown> = {}
  for (let i = 0; i < count; i++) put(object, names[i] ?? '', values[i])
  if (unfinished !== NOTHING) put(object, names[count] ?? '', unfinished)
  return object
}

/**
 * The value of a container with its first entries and an unfinished one. Linear in the number of entries, and the same
 * object if nothing has changed since it was last read.
 *
 * @internal
 */
export const readContainer = (container: Container, count: number, unfinished: unknown): unknown => {
  const { names, values } = container
  const total = unfinished === NOTHING ? count : count + 1
  const last = unfinished === NOTHING ? values[count - 1] : unfinished
  if (container.readCount === total && container.readLast === last) return container.read
  const value = names === undefined ? listOf(container, count, unfinished) : objectOf(container, count, unfinished)
  // An earlier state may be read later.
  if (total >= container.readCount) {
    container.read = value
    container.readCount = total
    container.readLast = last
  }
  return value
}

/**
 * The value of a container whose end has arrived: a list is not copied.
 *
 * @internal
 */
export const readWhole = (container: Container): unknown => {
  const { names, values, readCount } = container
  if (names === undefined && readCount !== values.length) {
    container.read = values
    container.readCount = values.length
    container.readLast = values[values.length - 1]
  }
  return readContainer(container, values.length, NOTHING)
}
