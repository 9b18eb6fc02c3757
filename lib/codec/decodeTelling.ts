import * as t from 'io-ts'

/**
 * A decoded value, and the paths of the fields that were left out of it.
 *
 * @category model
 * @since 0.1.0
 */
export interface Told<A> {
  readonly value: A
  /** Keys joined by dots; the places in a list are `#`. */
  readonly leftOut: ReadonlyArray<string>
}

/** The first entry of a context, which every codec passes on. */
interface Root extends t.ContextEntry {
  readonly leftOut?: string[]
}

const isNamed = ({ key }: t.ContextEntry): boolean => key !== ''

/**
 * Reports that a field was left out.
 *
 * @internal
 */
export const tell = ([root, ...path]: t.Context, key: string): void => {
  const leftOut = (root as Root | undefined)?.leftOut // one made by `decodeTelling` has the list
  leftOut?.push([...path.filter(isNamed).map((entry) => entry.key), key].join('.'))
}

/**
 * The validation of a value, which adds the paths of the fields that were left out to a list.
 *
 * @internal
 */
export const validateTelling = <A>(codec: t.Decoder<unknown, A>, u: unknown, leftOut: string[]): t.Validation<A> => {
  const root: Root = { key: '', type: codec, actual: u, leftOut }
  return codec.validate(u, [root])
}

const nothing: ReadonlyArray<string> = []

/**
 * `decode` of a codec of a wire, which also returns what was left out.
 *
 * Law: `decodeTelling(codec)(u)` has the value of `codec.decode(u)`; where `codec.is(u)`, it is `u` itself and nothing
 * was left out.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { decodeTelling, maybe, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const usage = () => ({ tokens: maybe(t.number) })
 * const Usage = open<{ readonly tokens?: number | null }>('Usage', usage)
 * const decoded = decodeTelling(Usage)({ tokens: 'many', more: 1 })
 * assert.deepStrictEqual(decoded, E.right({ value: { more: 1 }, leftOut: ['tokens'] }))
 *
 * @category destructors
 * @since 0.1.0
 */
export const decodeTelling =
  <A>(codec: t.Type<A, unknown>) =>
  (u: unknown): t.Validation<Told<A>> => {
    if (codec.is(u)) return t.success({ value: u, leftOut: nothing })
    const leftOut: string[] = []
    const decoded = validateTelling(codec, u, leftOut)
    return decoded._tag === 'Left' ? decoded : t.success({ value: decoded.right, leftOut })
  }
