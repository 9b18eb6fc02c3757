import { either as E } from 'fp-ts'

import { logprobs } from '../../lib/operators/logprobs.ts'
import { logprobsMachine } from '../../lib/reading/logprobsMachine.ts'
import { chunk } from '../fixtures/chat.ts'
import { resultsOf, terminal } from '../fixtures/results.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const results = resultsOf(
  chunk({ choices: [{ index: 0, delta: { content: 'H' }, logprobs: { content: [{ token: 'H', logprob: -0.5 }] } }] }),
  chunk({ choices: [{ index: 1, delta: { content: 'i' }, logprobs: { content: [{ token: 'i', logprob: -1 }] } }] })
)

describe('logprobs', () => {
  operatorLaws(() => logprobs(), logprobsMachine, results)
  passesErrors(() => logprobs(), terminal)
  keepsTime(
    () => logprobs(),
    results[0] as (typeof results)[number], // there is a first
    E.right({ token: 'H', logprob: -0.5, top: [], choice: 0, refusal: false })
  )
})
