import fc from 'fast-check'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Delta } from '../../lib/data/Delta.ts'
import { truncatedFrame } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { left, right } from '../../lib/data/Result.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { deltas } from '../arbitraries/delta.ts'

const chunkOf = (said: ReadonlyArray<Delta>, atEvent: number): Result<Chunk> =>
  right({ _tag: 'StreamChunk', wire: {}, deltas: said, atByte: atEvent, atEvent })

const failed: Result<Chunk> = left(truncatedFrame(3, { atByte: 9, atEvent: 2 }))

const terminal = (said: ReadonlyArray<Delta>): Result<Chunk> =>
  right({ _tag: 'TerminalChunk', deltas: said, atByte: 9, atEvent: 9 })

const result = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(deltas, fc.nat(9)).map(([said, at]) => chunkOf(said, at)) },
  { weight: 1, arbitrary: fc.constant(failed) },
  { weight: 1, arbitrary: deltas.map(terminal) }
)

describe('collectMessageMachine', () => {
  it('law: its outcome is the last state of accumulateMessageMachine', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 12 }), (results) => {
        expect(runMachine(collectMessageMachine)(results)).toStrictEqual([
          runMachine(accumulateMessageMachine)(results).at(-1)
        ])
      })
    )
  })

  it('keeps parts in the order in which they began, and choices, too', () => {
    const text = (choice: number, key: number, said: string): Delta => ({ _tag: 'TextDelta', choice, key, text: said })
    const finish: Delta = { _tag: 'FinishDelta', choice: 1, finishReason: 'stop', rawFinishReason: 'stop' }
    const said = [text(2, 0, 'a'), text(2, 0, 'b'), finish, text(2, 1, 'c'), text(1, 0, 'd'), text(2, 0, 'e')]
    const [outcome] = runMachine(collectMessageMachine)(said.map((delta, i) => chunkOf([delta], i)))
    expect(outcome?.message.choices).toStrictEqual([
      {
        index: 2,
        parts: [
          { _tag: 'Text', key: 0, text: 'abe' },
          { _tag: 'Text', key: 1, text: 'c' }
        ]
      },
      { index: 1, parts: [{ _tag: 'Text', key: 0, text: 'd' }], finishReason: 'stop', rawFinishReason: 'stop' }
    ])
  })
})
