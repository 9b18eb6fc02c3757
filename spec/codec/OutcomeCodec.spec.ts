import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { FailureCodec } from '../../lib/codec/FailureCodec.ts'
import { OutcomeCodec } from '../../lib/codec/OutcomeCodec.ts'
import { RepairCodec } from '../../lib/codec/RepairCodec.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { message } from '../arbitraries/message.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { codecLaws } from '../laws/codec.ts'

const throughJson = <A>(value: A): A => JSON.parse(JSON.stringify(value)) as A // its own JSON

const outcome: fc.Arbitrary<Outcome> = fc.record(
  {
    _tag: fc.constantFrom('Complete', 'Truncated', 'Failed'),
    message,
    failures: fc.array(fromCodec(FailureCodec), { maxLength: 2 }),
    repairs: fc.array(fromCodec(RepairCodec), { maxLength: 2 })
  },
  { noNullPrototype: true }
)

const whole: Outcome = { _tag: 'Complete', message: { choices: [] }, failures: [], repairs: [] }
const { failures, ...unfailed } = whole

describe('OutcomeCodec', () => {
  codecLaws(OutcomeCodec, outcome.map(throughJson), [
    ['a state that is no outcome', { ...whole, _tag: 'Streaming' }],
    ['an outcome without a message', { ...whole, message: undefined }],
    [`an outcome without ${failures.length} failures`, unfailed],
    ['an unknown failure', { ...whole, failures: [{ _tag: 'Deadlock', message: '', atByte: 0, atEvent: 0 }] }],
    ['an unknown repair', { ...whole, repairs: [{ _tag: 'Guessed', choice: 0, key: 0 }] }],
    ['a repair of a key below 0', { ...whole, repairs: [{ _tag: 'SlotReused', choice: 0, key: -1 }] }],
    ['a repair without its position', { ...whole, repairs: [{ _tag: 'EventSplit' }] }]
  ])

  it.each(answers)('law: accepts the outcomes of $provider, from a stream, a JSON body and a cut body', (answer) => {
    const { provider, stream, json } = answer
    const bodies = [stream, json, stream.subarray(0, stream.length / 2), '{"error":{"message":"m","code":"c"}}']
    bodies.forEach((body) => {
      const folded = withProvider(provider, (one) => foldBody(one, body, { status: body === json ? 200 : 429 }))
      const read = withProvider(provider, (one) => foldBody(one, body))
      for (const one of [folded, read]) expect(OutcomeCodec.decode(throughJson(one))).toStrictEqual(E.right(one))
    })
  })
})
