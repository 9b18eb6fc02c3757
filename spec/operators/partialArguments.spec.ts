import { partialArguments } from '../../lib/operators/partialArguments.ts'
import { partialArgumentsMachine } from '../../lib/reading/partialArgumentsMachine.ts'
import { cutResults, results, terminal } from '../fixtures/results.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

describe('partialArguments', () => {
  operatorLaws(() => partialArguments(), partialArgumentsMachine(), results)
  operatorLaws(() => partialArguments(), partialArgumentsMachine(), cutResults)
  passesErrors(() => partialArguments(), terminal)
})
