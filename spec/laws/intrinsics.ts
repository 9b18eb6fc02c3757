/** The objects that all programs of a realm share, which must not be modified. */

const shared: ReadonlyArray<object> = [
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  Symbol,
  RegExp,
  Error,
  TypeError,
  Promise,
  Map,
  Set,
  Uint8Array,
  Date
].flatMap((constructor) => [constructor, constructor.prototype as object])

const all = [...shared, JSON, Math, Reflect]

type Seen = ReadonlyArray<ReadonlyArray<readonly [PropertyKey, unknown]>>

// Values, accessors and flags.
const heldIn = (object: object): Seen[number] =>
  Reflect.ownKeys(object).flatMap((key) =>
    Object.values(Object.getOwnPropertyDescriptor(object, key) ?? {}).map((held): readonly [PropertyKey, unknown] => [
      key,
      held
    ])
  )

// Node fills in the properties of the global object on first access.
const globals = (): Seen[number] => Reflect.ownKeys(globalThis).map((key) => [key, undefined])

/** A snapshot of all shared objects. */
export const intrinsics = (): Seen => [...all.map(heldIn), globals()]

/** The changes since a snapshot. */
export const changesSince = (before: Seen): ReadonlyArray<string> =>
  intrinsics().flatMap((now, i) => {
    const was = before[i] ?? []
    const isSame =
      now.length === was.length && now.every(([key, value], j) => was[j]?.[0] === key && Object.is(was[j][1], value))
    return isSame ? [] : [`${String(i)}: ${now.map(([key]) => String(key)).join(' ')}`]
  })
