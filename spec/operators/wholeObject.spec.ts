import * as t from 'io-ts'

import { wholeObject } from '../../lib/operators/wholeObject.ts'
import { wholeObjectMachine } from '../../lib/tools/wholeObjectMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const schema = t.type({ a: t.number })
const inputs = resultsOf(delta({ content: '{"a' }), 'data: {bad\n\n', delta({ content: '":1}' }), finish('stop'), DONE)

describe('wholeObject', () => {
  operatorLaws(() => wholeObject(schema), wholeObjectMachine(schema), inputs)
  operatorLaws(() => wholeObject(schema), wholeObjectMachine(schema), inputs.slice(0, -1))
  passesErrors(() => wholeObject(schema), terminal)
})
