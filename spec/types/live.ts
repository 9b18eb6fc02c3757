/** Programs with unfinished values that must not compile: each line under `@ts-expect-error` has an error. */
import type { PartialArguments, PartialObject, TypedArguments } from 'deltafold'
import { decodeArguments } from 'deltafold'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'

const Add = t.type({ a: t.number, b: t.number })
const Find = t.partial({ text: t.string })

type Add = t.TypeOf<typeof Add>
type Find = t.TypeOf<typeof Find>
type Any = TypedArguments<{ readonly add: typeof Add; readonly find: typeof Find }>

declare const add: (value: Add) => number
declare const find: (value: Find) => number

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  argumentsOfAnOpenCallAreNotWhole: (one: Any) => {
    if (one._tag !== 'UnfinishedArguments' || one.name !== 'add' || one.value === undefined) return 0
    // @ts-expect-error: any of its fields may be missing
    return add(one.value)
  },

  argumentsOfAnOpenCallMayNotHaveBegun: (one: Any) => {
    if (one._tag !== 'UnfinishedArguments' || one.name !== 'find') return 0
    // @ts-expect-error: no value may have arrived
    return find(one.value)
  },

  argumentsOfAnOpenCallAreNotWholeEvenIfAllMayBeMissing: (one: Any) => {
    if (one._tag !== 'UnfinishedArguments' || one.name !== 'find') return undefined
    // @ts-expect-error: only whole arguments are an Either
    const whole: E.Either<unknown, Find> = one.value
    return whole
  },

  argumentsOfAClosedCallMayBeInvalid: (one: Any) => {
    if (one._tag !== 'WholeArguments' || one.name !== 'add') return 0
    // @ts-expect-error: they may be a Left
    return add(one.value)
  },

  aCallWithUnfinishedArgumentsIsNotDecoded: (one: Any) => {
    if (one._tag !== 'UnfinishedArguments') return undefined
    // @ts-expect-error: the call is open, or was cut short
    return decodeArguments(Add)(one.call)
  },

  argumentsWithoutASchemaAreUnknown: (one: PartialArguments) =>
    // @ts-expect-error: nothing has checked them
    one.value.path as unknown,

  aWordThatIsStillWrittenIsNotTheWord: (one: PartialObject<{ readonly unit: 'celsius' | 'kelvin' }>) => {
    if (one.complete || one.value?.unit === undefined) return undefined
    // @ts-expect-error: it may be `cel`
    const unit: 'celsius' | 'kelvin' = one.value.unit
    return unit
  },

  anUnfinishedObjectIsNotWhole: (one: PartialObject<Add>) => {
    if (one.complete) return E.isRight(one.value) ? add(one.value.right) : 0
    // @ts-expect-error: any of its fields may be missing
    return add(one.value ?? {})
  },

  aDateIsNotADateInAnUnfinishedObject: (one: PartialObject<{ readonly at: Date }>) => {
    if (one.complete || one.value === undefined) return undefined
    // @ts-expect-error: in JSON it is a text
    const at: Date | undefined = one.value.at
    return at
  }
}
