import { either as E } from 'fp-ts'
import { of, take, tap } from 'rxjs'

import { frameOf } from '../../lib/data/Frame.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { sseEventsMachine } from '../../lib/machine/framing/sseEvents.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { decodeChunk } from '../../lib/operators/decodeChunk.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { events } from '../fixtures/results.ts'
import { keepsTime, makesLefts, operatorLaws } from '../laws/operator.ts'

const frames = runMachine(sseEventsMachine())([events.join('')])
const hi = E.right(frameOf('{"choices":[]}'))

describe('decodeChunk', () => {
  operatorLaws(() => decodeChunk(openRouter), decodeChunkMachine(openRouter), frames)
  operatorLaws(() => decodeChunk(openAICompatible), decodeChunkMachine(openAICompatible), frames.slice(0, -1))
  makesLefts(() => decodeChunk(openRouter), hi)
  keepsTime(
    () => decodeChunk(openRouter),
    hi,
    expect.objectContaining({ _tag: 'Right' }),
    expect.objectContaining({ _tag: 'Left' })
  )

  describe('with limits', () => {
    const small = { limits: limitsOf({ message: 4 }) }
    operatorLaws(() => decodeChunk(openRouter, small), decodeChunkMachine(openRouter, small), frames)
  })

  it('decodes only one event with take(1)', () => {
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
