import fc from 'fast-check'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Result } from '../../lib/data/Result.ts'
import { right } from '../../lib/data/Result.ts'
import { encodeChunksMachine } from '../../lib/encoding/index.ts'
import { andThen, collectOutputs, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { collectedOf } from '../../lib/reading/collectMessageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { answer } from '../arbitraries/answer.ts'
import { deltas } from '../arbitraries/delta.ts'
import { events as events_ } from '../fixtures/results.ts'
import { providerTargets, targets } from '../fixtures/targets.ts'
import { bodyTrip, roundTrip, write } from '../laws/encoding.ts'
import { cutLaws } from '../laws/machine.ts'

const outcomeOf = (results: ReadonlyArray<Result<Chunk>>) =>
  collectedOf(feedMachine(collectMessageMachine)(collectMessageMachine.initial, results).state)

const chunk = (some: Parameters<typeof right>[0]): Result<Chunk> =>
  right({ _tag: 'StreamChunk', wire: null, deltas: some, atByte: 0, atEvent: 0 } as Chunk)

describe.each(providerTargets)('answers written for %s', (provider, target) => {
  it('law: read back, they are the same except for the losses', () => {
    fc.assert(
      fc.property(answer, (results) => {
        const { is, should } = roundTrip(provider, target, results, outcomeOf(results))
        expect(is).toEqual(should)
      }),
      { numRuns: 300 }
    )
  })

  it('law: as one JSON body, they are the same except for the losses', () => {
    fc.assert(
      fc.property(answer, (results) => {
        const { is, should } = bodyTrip(provider, target, outcomeOf(results))
        expect(is).toEqual(should)
      }),
      { numRuns: 300 }
    )
  })
})

describe.each(targets.map((target) => [target.name, target] as const))('the machine for %s', (_, target) => {
  const machine = encodeChunksMachine(target)
  cutLaws(andThen(machine)(readChunksMachine(openRouter)), new TextEncoder().encode(events_.join('')))

  it('law: resumed at every chunk from a state saved as JSON, it emits the same', () => {
    fc.assert(
      fc.property(answer, (results) => {
        const whole = runMachine(machine)(results)
        let state = machine.initial
        const { outputs } = collectOutputs((emit) => {
          for (const result of results) {
            state = JSON.parse(JSON.stringify(machine.step(state, result, emit))) as typeof state // a state of this machine
          }
          machine.end(state, emit)
        })
        expect(outputs).toEqual(whole)
      })
    )
  })

  it('law: any deltas at all give events, and each loss at most once', () => {
    fc.assert(
      fc.property(fc.array(deltas), (some) => {
        const { events, losses } = write(target, some.map(chunk))
        expect(events.length).toBeGreaterThan(0)
        expect(new Set(losses).size).toBe(losses.length)
      })
    )
  })
})
