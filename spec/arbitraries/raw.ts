/** Small values of a wire, some of them equal. */
import fc from 'fast-check'

export const text = fc.string({ maxLength: 3 })

export const raw = fc.oneof(fc.constant(null), fc.boolean(), fc.array(fc.nat(9), { maxLength: 2 }), text)

export const extra = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.nat(9), {
  maxKeys: 2,
  noNullPrototype: true
})
