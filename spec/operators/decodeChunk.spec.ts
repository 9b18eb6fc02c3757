import { either as E } from 'fp-ts'
import { of, take, tap } from 'rxjs'

import { frame } from '../../lib/data/Frame.ts'
import { limits } from '../../lib/data/Limits.ts'
import { run } from '../../lib/machine/Machine.ts'
import { sseEvents } from '../../lib/machine/sseEvents.ts'
import { decodeChunk } from '../../lib/operators/decodeChunk.ts'
import { openAICompatible } from '../../lib/providers/openAICompatible.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
import { decode } from '../../lib/providers/protocols/decode.ts'
import { events } from '../fixtures/results.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const frames = run(sseEvents())([events.join('')])
const hi = E.right(frame('{"choices":[]}'))

describe('decodeChunk', () => {
  operatorLaws(() => decodeChunk(openRouter), decode(openRouter), frames)
  operatorLaws(() => decodeChunk(openAICompatible), decode(openAICompatible), frames.slice(0, -1))
  passesErrors(() => decodeChunk(openRouter), hi)
  keepsTime(() => decodeChunk(openRouter), hi, expect.objectContaining({ _tag: 'Right' }))

  describe('with limits', () => {
    const small = { limits: limits({ message: 4 }) }
    operatorLaws(() => decodeChunk(openRouter, small), decode(openRouter, small), frames)
  })

  it('is not asked for more than one event by take(1)', () => {
    let asked = 0
    of(...frames)
      .pipe(
        tap(() => (asked += 1)),
        decodeChunk(openRouter),
        take(1)
      )
      .subscribe()
    expect(asked).toBe(1)
  })
})
