import * as t from 'io-ts'

import { partialElements } from '../../lib/operators/partialElements.ts'
import { partialElementsMachine } from '../../lib/tools/partialElementsMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const schema = t.number
const inputs = resultsOf(delta({ content: '[1,' }), 'data: {bad\n\n', delta({ content: '2,3]' }), finish('stop'), DONE)

describe('partialElements', () => {
  operatorLaws(() => partialElements(schema), partialElementsMachine(schema), inputs)
  operatorLaws(() => partialElements(schema), partialElementsMachine(schema), inputs.slice(0, -1))
  passesErrors(() => partialElements(schema), terminal)
})
