import { map, of, take } from 'rxjs'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { awsEventStreamFraming, ndjsonFraming } from '../../lib/machine/framing/frames.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { rights } from '../../lib/operators/rights.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { event } from '../fixtures/awsFrames.ts'
import { delta } from '../fixtures/chat.ts'
import { counting } from '../fixtures/counting.ts'
import { events } from '../fixtures/results.ts'
import { makesLefts, operatorLaws } from '../laws/operator.ts'

const bytes = new TextEncoder().encode(events.join(''))

describe('readChunks', () => {
  // On a stream, the body machine has the same outputs.
  operatorLaws(() => readChunks(openRouter), readChunksMachine(openRouter), cutInto(bytes, { bytes: 64 }))
  operatorLaws(() => readChunks(openRouter), readChunksMachine(openRouter), cutInto(bytes, { seed: 5 }))
  makesLefts(() => readChunks(openRouter), delta({ content: 'a' }))

  describe('of other framings', () => {
    const data = ['{"choices":[{"delta":{"content":"é"}}]}', '{bad', '[DONE]']
    const lines = { ...openRouter, framing: ndjsonFraming }
    const ofLines = new TextEncoder().encode(data.map((line) => `${line}\n`).join(''))
    operatorLaws(() => readChunks(lines), readChunksMachine(lines), cutInto(ofLines, { bytes: 16 }))
    const binary = { ...openRouter, framing: awsEventStreamFraming }
    // A body that begins in the middle of a message is another one to the body machine.
    const messages = data.map((payload) => event('chunk', payload))
    operatorLaws(() => readChunks(binary), readChunksMachine(binary), messages)
  })

  describe('with limits', () => {
    const small = { limits: limitsOf({ message: 4 }) }
    operatorLaws(() => readChunks(openRouter, small), readChunksMachine(openRouter, small), [bytes])
  })

  it('infers the wire type of its chunks', () => {
    const seen: unknown[] = []
    of('data: {"choices":[]}\n\n')
      .pipe(
        readChunks(openRouter),
        rights(),
        map((chunk) => (chunk._tag === 'TerminalChunk' ? undefined : chunk.wire.choices))
      )
      .subscribe((choices) => seen.push(choices))
    expect(seen).toEqual([[]])
  })

  it('decodes one event of ten thousand in one piece with take(1)', () => {
    const { provider, asked } = counting()
    of(delta({ content: 'a' }).repeat(10_000))
      .pipe(readChunks(provider), take(1))
      .subscribe()
    expect(asked()).toBe(1)
  })
})
