import { FailureCodec } from '../../lib/codec/FailureCodec.ts'
import { httpFailure, malformedJson, noEvents } from '../../lib/data/Failure.ts'
import { limitExceeded } from '../../lib/data/limitExceeded.ts'
import { providerFailure } from '../../lib/data/providerFailure.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { codecLaws } from '../laws/codec.ts'

const at = { atByte: 7, atEvent: 1 }
const failure = noEvents(at)

describe('FailureCodec', () => {
  codecLaws(
    FailureCodec,
    fromCodec(FailureCodec).map((one) => JSON.parse(JSON.stringify(one)) as typeof one),
    [
      ['an unknown tag', { ...failure, _tag: 'Deadlock' }],
      ['a failure without a tag', { message: 'm', ...at }],
      ['a failure without a message', { _tag: 'NoEvents', ...at }],
      ['a failure without a position', { _tag: 'NoEvents', message: 'm' }],
      ['a position below 0', { ...failure, atByte: -1 }],
      ['half a position', { ...failure, atEvent: 0.5 }],
      ['a position beyond the integers', { ...failure, atByte: 2 ** 53 }],
      ['a length below 0', { ...malformedJson(3, at), length: -3 }],
      ['a wait below 0', { ...httpFailure(503, { retryAfter: 10 }, at), retryAfter: -10 }],
      ['a wait without end', { ...providerFailure({ message: 'm' }, at), retryAfter: Infinity }],
      ['a code that is no number', { ...providerFailure({ message: 'm' }, at), code: NaN }],
      ['a limit of something unknown', { ...limitExceeded('parts', 1, at), of: 'words' }]
    ]
  )
})
