import * as t from 'io-ts'

import { partialObject } from '../../lib/operators/partialObject.ts'
import { partialObjectMachine } from '../../lib/tools/partialObjectMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const schema = t.type({ a: t.number })
const inputs = resultsOf(delta({ content: '{"a' }), 'data: {bad\n\n', delta({ content: '":1}' }), finish('stop'), DONE)

describe('partialObject', () => {
  operatorLaws(() => partialObject(schema), partialObjectMachine(schema), inputs)
  operatorLaws(() => partialObject(schema), partialObjectMachine(schema), inputs.slice(0, -1))
  passesErrors(() => partialObject(schema), terminal)
})
