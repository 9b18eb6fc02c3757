import { partialJsonMachine } from '../../lib/machine/json/partialJsonMachine.ts'
import { partialJson } from '../../lib/operators/partialJson.ts'
import { operatorLaws } from '../laws/operator.ts'

describe('partialJson', () => {
  operatorLaws(() => partialJson(), partialJsonMachine(), ['{"a":"x', 'y","b":[1', ',2]}', ' '])
  operatorLaws(() => partialJson(), partialJsonMachine(), ['{"a":', '[1,', '2'])
  operatorLaws(() => partialJson(), partialJsonMachine(), ['{"a":', '[1,', ']'])
})
