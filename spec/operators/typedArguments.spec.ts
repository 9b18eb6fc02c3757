import * as t from 'io-ts'

import { typedArguments } from '../../lib/operators/typedArguments.ts'
import { typedArgumentsMachine } from '../../lib/tools/typedArgumentsMachine.ts'
import { cutResults, results, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const schemas = { add: t.type({ a: t.number }), now: t.type({}) }

describe('typedArguments', () => {
  operatorLaws(() => typedArguments(schemas), typedArgumentsMachine(schemas), results)
  operatorLaws(() => typedArguments(schemas), typedArgumentsMachine(schemas), cutResults)
  passesErrors(() => typedArguments(schemas), terminal)
})
