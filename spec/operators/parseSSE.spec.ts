import { from, of, toArray } from 'rxjs'

import { limits } from '../../lib/data/Limits.ts'
import type { Result } from '../../lib/data/Result.ts'
import { cutInto } from '../../lib/machine/cutInto.ts'
import type { Emit, Machine } from '../../lib/machine/Machine.ts'
import type { SSEEvent, SSEItem, SSEOptions } from '../../lib/machine/sse.ts'
import { isEvent, sse } from '../../lib/machine/sse.ts'
import type { Piece } from '../../lib/machine/utf8.ts'
import { parseSSE } from '../../lib/operators/parseSSE.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const text = ': hello\nretry: 5\nid: 1\ndata: é\n\nevent: x\ndata: a\ndata: b\n\ndata: c'
const body = new TextEncoder().encode(text)

const events =
  (emit: Emit<Result<SSEEvent>>): Emit<Result<SSEItem>> =>
  (item) => {
    if (isEvent(item)) emit(item)
  }

/** What the operator should be: the machine, without comments and retries. */
const machineOf = (options?: SSEOptions): Machine<unknown, Piece, Result<SSEEvent>> => {
  const machine = sse(options)
  type State = typeof machine.initial
  return {
    initial: machine.initial,
    step: (state, piece, emit) => machine.step(state as State, piece, events(emit)), // a state of this machine
    end: (state, emit) => machine.end(state as State, events(emit)),
    done: (state) => machine.done(state as State)
  }
}

describe('parseSSE', () => {
  operatorLaws(() => parseSSE(), machineOf(), cutInto(body, { bytes: 9 }))
  operatorLaws(() => parseSSE(), machineOf(), Array.from(text))
  passesErrors(() => parseSSE(), body)
  keepsTime(() => parseSSE({ strict: true }), 'data: a\n\n', expect.objectContaining({ _tag: 'Right' }))

  describe('strict', () => {
    operatorLaws(() => parseSSE({ strict: true }), machineOf({ strict: true }), cutInto(body, { seed: 2 }))
  })

  describe('with limits', () => {
    const small = { limits: limits({ line: 8 }) }
    operatorLaws(() => parseSSE(small), machineOf(small), cutInto(body, { bytes: 20 }))
  })

  it('reads strings and bytes in one body', () => {
    const seen: string[] = []
    of<ReadonlyArray<Piece>>('data: \uD83D', '\uDE00', Uint8Array.of(0x0a), '\n')
      .pipe(parseSSE(), toArray())
      .subscribe((all) => {
        all.forEach((event) => seen.push(event._tag === 'Right' ? event.right.data : event.left._tag))
      })
    expect(seen).toEqual(['😀'])
  })

  it('leaves comments and retries out', () => {
    let count = 0
    from([': a\n\nretry: 1\n\n'])
      .pipe(parseSSE())
      .subscribe(() => (count += 1))
    expect(count).toBe(0)
  })
})
