/** What every program of a realm shares, and nothing may write to. */

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

// What the global object holds, Node fills in as it is asked for.
const globals = (): Seen[number] => Reflect.ownKeys(globalThis).map((key) => [key, undefined])

/** Everything that is shared, as it is now. */
export const intrinsics = (): Seen => [...all.map(heldIn), globals()]

/** What is not any more as it was. */
export const changesSince = (before: Seen): ReadonlyArray<string> =>
  intrinsics().flatMap((now, i) => {
    const was = before[i] ?? []
    const isSame =
      now.length === was.length && now.every(([key, value], j) => was[j]?.[0] === key && Object.is(was[j][1], value))
    return isSame ? [] : [`${String(i)}: ${now.map(([key]) => String(key)).join(' ')}`]
  })
