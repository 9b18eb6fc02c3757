import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import type { ElementsOptions } from '../../lib/tools/partialElementsMachine.ts'
import { partialElementsMachine } from '../../lib/tools/partialElementsMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf } from '../fixtures/results.ts'

const body = (...texts: ReadonlyArray<string>): string =>
  texts.map((content) => delta({ content })).join('') + finish('stop') + DONE

const elementsIn = (text: string, options?: ElementsOptions): ReadonlyArray<unknown> =>
  runMachine(partialElementsMachine(t.unknown, options))(resultsOf(text)).flatMap((one) =>
    E.isRight(one) && E.isRight(one.right.value) ? [[one.right.index, one.right.value.right]] : []
  )

const list = [1, 'two', [3, [4]], { five: [6] }, null, {}, []]
const expected = list.map((value, i) => [i, value])

describe('partialElementsMachine', () => {
  it('emits each element once, when it is whole', () => {
    for (const pieces of [[JSON.stringify(list)], Array.from(JSON.stringify(list, null, 1))]) {
      expect(elementsIn(body(...pieces))).toEqual(expected)
      expect(elementsIn(body('```json\n', ...pieces, '\n```'))).toEqual(expected)
    }
    expect(elementsIn(body('[1,2').replace('stop', 'length'))).toEqual([[0, 1]])
  })

  it('finds a list at its place, and no other', () => {
    const json = JSON.stringify({ other: [1], steps: { all: list, more: [2] }, all: [3] })
    expect(elementsIn(body(...Array.from(json)), { at: ['steps', 'all'] })).toEqual(expected)
    expect(elementsIn(body(json), { at: ['steps', 'all', 3, 'five'] })).toEqual([[0, 6]])
    expect(elementsIn(body(json), { at: ['steps'] })).toEqual([])
    expect(elementsIn(body(json))).toEqual([])
  })

  it('emits an element that does not match as a Left', () => {
    const machine = partialElementsMachine(t.number)
    const values = runMachine(machine)(resultsOf(body('[1,"2",3]'))).map((one) => E.isRight(one) && one.right.value)
    expect(values).toEqual([
      E.right(1),
      E.left({ _tag: 'Invalid', message: 'the element: expected number', errors: [{ path: '', expected: 'number' }] }),
      E.right(3)
    ])
  })

  it('law: a state that is saved as JSON goes on, and emits nothing twice', () => {
    const inputs = resultsOf(body(...Array.from(JSON.stringify(list))))
    const machine = partialElementsMachine(t.unknown)
    const whole = runMachine(machine)(inputs)
    for (let k = 0; k <= inputs.length; k++) {
      const first = feedMachine(machine)(machine.initial, inputs.slice(0, k))
      const saved = JSON.parse(JSON.stringify(first.state)) as typeof first.state // a state of this machine
      const second = feedMachine(machine)(saved, inputs.slice(k))
      expect([...first.outputs, ...second.outputs]).toEqual(whole)
    }
  })
})
