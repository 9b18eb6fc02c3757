import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { messageText } from '../../lib/data/Message.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { delta, DONE } from '../fixtures/chat.ts'

const machine = foldMachine(openRouter)
const unheard = (): void => undefined
const encode = (body: string): Uint8Array => new TextEncoder().encode(body)

describe('many folds side by side', () => {
  it('share nothing, however their pieces are mixed', () => {
    const streams = Array.from({ length: 200 }, (_, i) => {
      const body = encode(delta({ content: `${i} ` }).repeat(10) + DONE)
      const pieces = Array.from({ length: Math.ceil(body.length / 37) }, (_, k) => body.subarray(k * 37, (k + 1) * 37))
      return { pieces, expected: `${i} `.repeat(10) }
    })
    const states = streams.map(() => machine.initial)
    for (let k = 0; k < 40; k++) {
      streams.forEach(({ pieces }, i) => {
        const [state, piece] = [states[i], pieces[k]]
        if (state !== undefined && piece !== undefined) states[i] = machine.step(state, piece, unheard)
      })
    }
    expect(states.every(machine.done)).toBe(true)
    expect(states.map(({ second }) => messageText(second.message))).toEqual(streams.map(({ expected }) => expected))
  })
})

describe('what a fold holds', () => {
  // The collector of garbage, as `node --expose-gc` gives it.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void // that flag makes it one
  const held = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }

  it('keeps no piece alive that it has read', () => {
    const filler = `: ${'x'.repeat(64 * 1024)}\n`
    const body = (i: number): Uint8Array =>
      encode(`${filler}id: ${String(i).padStart(30, '0')}\nevent: a name of some length\n${delta({ content: 'a' })}`)
    const half = encode(`${filler}data: {"choices":[{"delta":{"content":"the beginning of an event`)
    const state = (i: number): unknown => machine.step(machine.step(machine.initial, body(i), unheard), half, unheard)
    state(0)
    const before = held()
    const states = Array.from({ length: 200 }, (_, i) => state(i))
    const each = (held() - before) / states.length
    expect(states).toHaveLength(200)
    expect(each).toBeLessThan(8 * 1024)
  })

  it('holds text that came by the character as it holds any text', () => {
    const piece = encode(delta({ content: 'a' }).repeat(1000))
    let state = machine.step(machine.initial, piece, unheard)
    const before = held()
    for (let i = 1; i < 200; i++) state = machine.step(state, piece, unheard)
    const bytes = held() - before
    expect(messageText(state.second.message)).toHaveLength(200_000)
    expect(bytes).toBeLessThan(8 * 200_000)
  })
})
