import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { parseJSONMachine } from '../../../lib/machine/framing/jsonBody.ts'
import { utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../../lib/machine/Machine.ts'
import { machineLaws } from '../../laws/machine.ts'

const ofBody = andThen(parseJSONMachine())(utf8Machine)

const bodies = fc
  .tuple(fc.stringMatching(/^[ \r\n\t]{0,4}$/), fc.json({ maxDepth: 2 }), fc.stringMatching(/^[ \n]{0,3}$/))
  .map((texts) => new TextEncoder().encode(texts.join('')))

describe('jsonBody', () => {
  machineLaws(ofBody, bodies)
  describe('with a small limit', () => {
    machineLaws(andThen(parseJSONMachine({ limits: limitsOf({ message: 4 }) }))(utf8Machine), bodies)
  })

  it('law: the data is the JSON of the body', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const [item] = runMachine(ofBody)([body])
        expect(item !== undefined && E.isRight(item) && JSON.parse(item.right.data)).toEqual(
          JSON.parse(new TextDecoder().decode(body))
        )
      })
    )
  })

  it('reports the byte at which the text begins, and whether it is complete', () => {
    const frame = { event: '', lastEventId: '', atEvent: 0 }
    expect(runMachine(ofBody)(['\n  ', ' {"a":1}'])).toEqual([
      E.right({ ...frame, data: '{"a":1}', atByte: 4, unfinished: false })
    ])
    expect(runMachine(ofBody)(['{"a":"'])).toEqual([E.right({ ...frame, data: '{"a":"', atByte: 0, unfinished: true })])
  })

  it('emits nothing for a blank body', () => {
    expect(runMachine(ofBody)([' \n'])).toEqual([])
  })

  it('holds no more than its limit', () => {
    const small = andThen(parseJSONMachine({ limits: limitsOf({ message: 4 }) }))(utf8Machine)
    expect(runMachine(small)([' 12', '345', '6'])).toEqual([
      E.left({
        _tag: 'LimitExceeded',
        message: 'the message has more than 4 characters',
        of: 'message',
        limit: 4,
        atByte: 1,
        atEvent: 0
      })
    ])
  })
})
