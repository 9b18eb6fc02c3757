import fc from 'fast-check'
import { either as E } from 'fp-ts'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Result } from '../../lib/data/Result.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { coalesceMachine } from '../../lib/reading/coalesceMachine.ts'
import { collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { logprobsMachine } from '../../lib/reading/logprobsMachine.ts'
import { deltas } from '../arbitraries/delta.ts'
import { chunk } from '../fixtures/chat.ts'
import { results, resultsOf } from '../fixtures/results.ts'

const at = { atByte: 0, atEvent: 0 }
const tick = { _tag: 'Tick' } as const

describe('coalesceMachine', () => {
  it('law: the outcome is that of the input, whatever the deltas, the ticks and the limits', () => {
    const one = deltas.map((some): Result<Chunk> => E.right({ _tag: 'StreamChunk', wire: 0, deltas: some, ...at }))
    const inputs = fc.array(fc.oneof({ arbitrary: one, weight: 4 }, fc.constant(tick)))
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 5 }), fc.nat(40), (some, frames, bytes) => {
        const plain = some.filter((input) => input._tag !== 'Tick')
        const merged = runMachine(coalesceMachine({ frames, bytes }))(some)
        expect(runMachine(collectMessageMachine)(merged)).toEqual(runMachine(collectMessageMachine)(plain))
        const wires = merged.flatMap((result) => (E.isRight(result) ? [result.right] : []))
        expect(wires.flatMap((all) => (all._tag === 'StreamChunk' ? all.wire : []))).toHaveLength(plain.length)
        expect(wires.every((all) => all._tag !== 'StreamChunk' || all.wire.length <= frames)).toBe(true)
      })
    )
  })

  it('law: failures and the terminal keep their places, and the state is plain JSON', () => {
    const merged = runMachine(coalesceMachine())(results)
    expect(runMachine(collectMessageMachine)(merged)).toEqual(runMachine(collectMessageMachine)(results))
    const { state } = feedMachine(coalesceMachine())(coalesceMachine().initial, results.slice(0, 3))
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
  })

  it('law: the log probabilities are those of the input', () => {
    const token = (text: string) =>
      chunk({
        choices: [{ index: 0, delta: { content: text }, logprobs: { content: [{ token: text, logprob: -1 }] } }]
      })
    const some = resultsOf(...['a', 'b', 'c', 'd'].map(token))
    const expected = runMachine(logprobsMachine)(some)
    expect(expected.length).toBeGreaterThan(3)
    expect(runMachine(logprobsMachine)(runMachine(coalesceMachine())(some))).toEqual(expected)
  })
})
