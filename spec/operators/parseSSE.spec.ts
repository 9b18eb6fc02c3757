import { from, of, toArray } from 'rxjs'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { sseEventsMachine } from '../../lib/machine/framing/sseEvents.ts'
import type { Piece } from '../../lib/machine/framing/utf8.ts'
import { parseSSE } from '../../lib/operators/parseSSE.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const text = ': hello\nretry: 5\nid: 1\ndata: é\n\nevent: x\ndata: a\ndata: b\n\ndata: c'
const body = new TextEncoder().encode(text)

describe('parseSSE', () => {
  operatorLaws(() => parseSSE(), sseEventsMachine(), cutInto(body, { bytes: 9 }))
  operatorLaws(() => parseSSE(), sseEventsMachine(), Array.from(text))
  passesErrors(() => parseSSE(), body)
  keepsTime(() => parseSSE({ strict: true }), 'data: a\n\n', expect.objectContaining({ _tag: 'Right' }))

  describe('strict', () => {
    operatorLaws(() => parseSSE({ strict: true }), sseEventsMachine({ strict: true }), cutInto(body, { seed: 2 }))
  })

  describe('with limits', () => {
    const small = { limits: limitsOf({ line: 8 }) }
    operatorLaws(() => parseSSE(small), sseEventsMachine(small), cutInto(body, { bytes: 20 }))
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

  it('drops comments and retries', () => {
    let count = 0
    from([': a\n\nretry: 1\n\n'])
      .pipe(parseSSE())
      .subscribe(() => (count += 1))
    expect(count).toBe(0)
  })
})
