import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { parseAwsEventStreamMachine } from '../../lib/machine/framing/awsEventStream.ts'
import { parseAwsEventStream } from '../../lib/operators/parseAwsEventStream.ts'
import { joined } from '../arbitraries/pieces.ts'
import { event } from '../fixtures/awsFrames.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const hi = event('chunk', '{"a":"é"}')
const body = joined([hi, hi, hi.subarray(0, 20)])
const wrong = joined([hi, hi])
wrong[hi.length + 30] = 0

describe('parseAwsEventStream', () => {
  operatorLaws(() => parseAwsEventStream(), parseAwsEventStreamMachine(), cutInto(body, { bytes: 50 }))
  operatorLaws(() => parseAwsEventStream(), parseAwsEventStreamMachine(), cutInto(wrong, { seed: 3 }))
  passesErrors(() => parseAwsEventStream(), body)
  keepsTime(() => parseAwsEventStream(), hi, expect.objectContaining({ _tag: 'Right' }))

  describe('with limits', () => {
    const small = { limits: limitsOf({ events: 1 }) }
    operatorLaws(() => parseAwsEventStream(small), parseAwsEventStreamMachine(small), cutInto(body, { bytes: 50 }))
  })
})
