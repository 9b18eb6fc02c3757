import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import type { ObjectOptions } from '../../lib/tools/answerMachine.ts'
import type { PartialObject } from '../../lib/tools/partialObjectMachine.ts'
import { partialObjectMachine } from '../../lib/tools/partialObjectMachine.ts'
import { wholeObjectMachine } from '../../lib/tools/wholeObjectMachine.ts'
import { chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import { resultsOf } from '../fixtures/results.ts'
import { unlikeJson } from '../laws/plain.ts'

const Person = t.type({ name: t.string, tags: t.array(t.string) })
type Person = t.TypeOf<typeof Person>

const said = (...texts: ReadonlyArray<string>): string => texts.map((content) => delta({ content })).join('')
const body = (...texts: ReadonlyArray<string>): string => said(...texts) + finish('stop') + DONE

const objectsIn = (text: string, options?: ObjectOptions): ReadonlyArray<PartialObject<Person>> =>
  runMachine(partialObjectMachine(Person, options))(resultsOf(text)).flatMap((one) =>
    E.isRight(one) ? [one.right] : []
  )

const reason = (text: string): string => {
  const last = objectsIn(text).at(-1)
  return last?.complete === true && E.isLeft(last.value)
    ? `${last.value.left._tag}: ${last.value.left.message}`
    : 'whole'
}

describe('partialObjectMachine', () => {
  it('emits unfinished values, then the decoded one once', () => {
    const seen = objectsIn(body('{"name":"A', 'da","tags":["x', '","y"]}'))
    expect(seen.map(({ value, complete }) => [complete, value])).toEqual([
      [false, { name: 'A' }],
      [false, { name: 'Ada', tags: ['x'] }],
      [false, { name: 'Ada', tags: ['x', 'y'] }],
      [true, E.right({ name: 'Ada', tags: ['x', 'y'] })]
    ])
    expect(seen[1]?.complete === false && seen[1].path).toEqual(['tags', 0])
  })

  it('reads JSON in a fenced block', () => {
    expect(objectsIn(body('Sure:\n``', '`json\n{"name":"A', 'da","tags":[]}\n``', '`\nDone.')).at(-1)?.value).toEqual(
      E.right({ name: 'Ada', tags: [] })
    )
  })

  it.each([
    ['a cut stream', said('{"name":"Ada","tags":[]}'), 'Truncated: the answer ended early'],
    [
      'a limit',
      said('{"name":"Ada","tags":[]}') + finish('length') + DONE,
      'Truncated: the answer was cut short: length'
    ],
    [
      'a filter',
      said('{"name":"Ada","tags":[]}') + finish('content_filter') + DONE,
      'Truncated: the answer was cut short: content_filter'
    ],
    ['text', body('No.'), 'Malformed: the text holds no JSON'],
    ['no text', body(), 'Malformed: the text holds no JSON'],
    ['half of JSON', body('{"name":'), 'Malformed: the text ends inside JSON'],
    ['broken JSON', body('{"name":"Ada",}'), 'Malformed: the text is not JSON'],
    ['another shape', body('{"name":"Ada"}'), 'Invalid: tags: expected Array<string>'],
    ['another type', body('[]'), 'Invalid: the answer: expected { name: string, tags: Array<string> }']
  ])('after %s there is a reason and no value', (_title, text, expected) => {
    expect(reason(text)).toBe(expected)
    expect(objectsIn(text).filter(({ complete }) => complete)).toHaveLength(1)
  })

  it.each([
    body('{"name":"Ada","tags":[]}'),
    body('```\n{"name":"Ada","tags":[]}'),
    body('x'),
    said('{'),
    body('{"name":1}')
  ])('law: the last value is that of wholeObjectMachine', (text) => {
    const whole = runMachine(wholeObjectMachine(Person))(resultsOf(text)).flatMap((one) =>
      E.isRight(one) ? [one.right] : []
    )
    expect(whole).toEqual([objectsIn(text).at(-1)?.value])
  })

  it('law: a state that is saved as JSON goes on, at every chunk', () => {
    const inputs = resultsOf(body(...Array.from('```json\n{"name":"Ada","tags":["x"]}\n```')))
    const machine = partialObjectMachine(Person)
    const whole = runMachine(machine)(inputs)
    for (let k = 0; k <= inputs.length; k++) {
      const first = feedMachine(machine)(machine.initial, inputs.slice(0, k))
      expect(unlikeJson(first.state)).toBeUndefined()
      const saved = JSON.parse(JSON.stringify(first.state)) as typeof first.state // a state of this machine
      const second = feedMachine(machine)(saved, inputs.slice(k))
      const last: unknown[] = []
      machine.end(second.state, (output) => last.push(output))
      expect([...first.outputs, ...second.outputs, ...last]).toEqual(whole)
    }
  })

  it('reads one choice', () => {
    const other = chunk({
      choices: [{ index: 1, delta: { content: '{"name":"B","tags":[]}' }, finish_reason: 'stop' }]
    })
    expect(objectsIn(other + body('{"name":"A","tags":[]}'), { choice: 1 }).at(-1)?.value).toEqual(
      E.right({ name: 'B', tags: [] })
    )
  })
})
