import fc from 'fast-check'

import { FailureCodec } from '../../lib/codec/FailureCodec.ts'
import { FailureShow } from '../../lib/data/FailureShow.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'

describe('FailureShow', () => {
  it('law: shows the tag, the message, the event and the byte, and nothing else', () => {
    fc.assert(
      fc.property(fromCodec(FailureCodec), (failure) => {
        const { _tag, message, atByte, atEvent } = failure
        expect(FailureShow.show(failure)).toBe(`${_tag}: ${message} (event ${atEvent}, byte ${atByte})`)
      })
    )
  })
})
