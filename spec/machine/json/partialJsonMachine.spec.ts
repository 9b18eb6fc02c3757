import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { defaultLimits } from '../../../lib/data/Limits.ts'
import { partialJsonMachine } from '../../../lib/machine/json/partialJsonMachine.ts'
import { feedMachine, runMachine } from '../../../lib/machine/Machine.ts'
import { hostileJson, hostileNames, hostileValues } from '../../arbitraries/hostileJson.ts'
import { charactersOf, copies, expectCuts, expectMonotone, expectOracle, partialsOf, shrinks, textCuts } from '../../laws/partialJson.ts' // prettier-ignore
import { unlikeJson } from '../../laws/plain.ts'

// All tokens of JSON, so that a few of them in any order are often nearly JSON.
const tokens = ['{', '}', '[', ']', ':', ',', '"', '"a"', '\\', '\\u00e9', '\\n', '0', '1', '-', '.', 'e', '+', 'true', 'fals', 'nul', 'l', ' ', '\n', '\u0000', 'é', '😀'] // prettier-ignore
const nearlyJson = fc.array(fc.constantFrom(...tokens), { maxLength: 9 }).map((some) => some.join(''))

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 1))
)
const texts = fc.oneof(json, nearlyJson, json.chain(hostileJson))

const nasty: ReadonlyArray<string> = [
  ...Object.values(hostileValues),
  ...hostileNames.map((name) => `{${JSON.stringify(name)}:{"a":[1,"b"]},"after":${JSON.stringify(name)}}`),
  '{"a":1,"a":2}',
  '{"2":1,"1":2,"b":3,"a":4}',
  '"\\ud83d\\ude00\\ud83d"',
  '"\ud83d\ude00\ud83dx"',
  '{"\\u0061":"\\"\\\\\\/\\b\\f\\n\\r\\t"}',
  '[[[[]]],{},{"a":{}}]',
  ' [ 1 , 2 ] ',
  '-0',
  '1E+2',
  '0.1e-7',
  '01',
  '+1',
  '.5',
  '1.',
  '1.e5',
  '1e',
  '--1',
  '-',
  '1-1',
  '1e5.5',
  '[1,]',
  '[,1]',
  '{"a":1,}',
  '{"a"}',
  '{1:2}',
  '[1}',
  '{"a":1]',
  '{}}',
  '{} {}',
  '"a\nb"',
  '"\\x41"',
  '"\\u12g4"',
  'tru',
  'truex',
  'nulll',
  '',
  ' ',
  '\ufeff1',
  "{'a':1}"
]

const duplicates = (text: string): boolean => JSON.stringify(text).length > 0 && text.includes('"a":1,"a"')

describe('partialJsonMachine', () => {
  it('law: values, paths and states do not depend on the cuts, also through JSON text', () => {
    fc.assert(
      fc.property(texts.chain(textCuts), (pieces) => {
        expectCuts(pieces)
      }),
      { numRuns: 1000 }
    )
  })

  it('law: the last value is that of JSON.parse, or both refuse', () => {
    fc.assert(
      fc.property(texts.chain(textCuts), (pieces) => {
        expectOracle(pieces)
      }),
      { numRuns: 2000 }
    )
  })

  it('law: values only grow, and what is equal in two values is the same object', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }).chain((value) => textCuts(JSON.stringify(value))),
        expectMonotone
      ),
      { numRuns: 500 }
    )
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expectMonotone(charactersOf(JSON.stringify(value)))
      }),
      { numRuns: 200 }
    )
  })

  it.each(nasty.map((text) => [text]))('law: all of them hold for %j', (text) => {
    const pieces = charactersOf(text)
    expectOracle(pieces)
    expectOracle([text])
    expectCuts(pieces)
    for (let k = 0; k <= text.length; k++) expectCuts([text.slice(0, k), text.slice(k)])
    if (!duplicates(text) && !text.includes('"type":"a"')) expectMonotone(pieces)
  })

  it('law: a state is plain JSON, is not mutated, and can be continued more than once', () => {
    fc.assert(
      fc.property(json.chain(textCuts), fc.nat(12), (pieces, half) => {
        const machine = partialJsonMachine()
        const { state } = feedMachine(machine)(machine.initial, pieces.slice(0, half))
        const before = JSON.stringify(state)
        expect(unlikeJson(state)).toBeUndefined()
        const rest = pieces.slice(half)
        const once = feedMachine(machine)(state, rest)
        const twice = feedMachine(machine)(state, rest)
        const ends = [once, twice].map((one) => {
          const outputs: unknown[] = []
          machine.end(one.state, (output) => outputs.push(output))
          return outputs
        })
        expect(twice).toEqual(once)
        expect(ends[1]).toEqual(ends[0])
        expect(JSON.stringify(state)).toBe(before)
      }),
      { numRuns: 300 }
    )
  })

  it('law: streams that take turns on one machine do not disturb each other', () => {
    const machine = partialJsonMachine()
    const some = ['{"a":"first"}', '["second",2]', '{"a":{"b":"third"}}']
    let states = some.map(() => machine.initial)
    const last: unknown[] = []
    for (let i = 0; i < 20; i++) {
      states = states.map((state, n) =>
        machine.step(state, some[n]?.charAt(i) ?? '', (result) => {
          last[n] = E.isRight(result) ? result.right.value : result
        })
      )
    }
    expect(last).toEqual(some.map((text) => JSON.parse(text) as unknown))
  })

  it('a value that is read later is what it was', () => {
    const text = JSON.stringify({ list: Array.from({ length: 100 }, (_, i) => [i, `text ${i}`]), after: 'end' })
    const atOnce: string[] = []
    const machine = partialJsonMachine()
    let state = machine.initial
    const later = charactersOf(text).flatMap((character) => {
      const some: Array<{ readonly value: unknown }> = []
      state = machine.step(state, character, (result) => {
        if (E.isRight(result)) some.push(result.right)
      })
      return some
    })
    for (const { value } of partialsOf(charactersOf(text))) atOnce.push(JSON.stringify(value))
    expect(later.toReversed().map(({ value }) => JSON.stringify(value)).toReversed()).toEqual(atOnce) // prettier-ignore
    expect(later.every((one) => one.value === one.value)).toBe(true)
  })

  it('shows numbers and words when they are whole, and never half a character', () => {
    const values = partialsOf(charactersOf('[12,true,"\ud83d\ude00"]')).map(({ value }) => JSON.stringify(value))
    expect(values).toEqual(['[]', '[12]', '[12,true]', '[12,true,""]', '[12,true,"😀"]', '[12,true,"😀"]'])
  })

  it('names the place of the last change', () => {
    const places = partialsOf(charactersOf('{"a":[1,{"b":"x"}],"c":true}')).map(({ path }) => path.join('.'))
    expect(places).toEqual(['', 'a', 'a.0', 'a.1', 'a.1.b', 'a.1.b', 'c', ''])
  })

  it('sets own properties only', () => {
    const [last] = partialsOf(['{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}']).slice(
      -1
    )
    expect(Object.keys(last?.value ?? {})).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(last?.value)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })

  it('the last value of a name that occurs twice counts', () => {
    const values = partialsOf(['{"a":1,', '"a":"x', 'y"}']).map(({ value }) => value)
    expect(values).toEqual([{ a: 1 }, { a: 'x' }, { a: 'xy' }])
  })

  it('refuses a text that is nested deeper than the limit', () => {
    const { depth } = defaultLimits
    const nested = (n: number) => '['.repeat(n) + ']'.repeat(n)
    expect(partialsOf([nested(depth)]).at(-1)?.complete).toBe(true)
    expect(runMachine(partialJsonMachine())([nested(depth + 1)])).toEqual([
      E.left({ _tag: 'Malformed', message: 'the text is nested too deep' })
    ])
  })

  it('keeps the digits of raw numbers', () => {
    const text = '{"id":12345678901234567890,"one":1.0,"more":[-1e400,"1"]}'
    expect(partialsOf(charactersOf(text), { numbers: 'raw' }).at(-1)?.value).toEqual({
      id: '12345678901234567890',
      one: '1.0',
      more: ['-1e400', '1']
    })
  })

  it('emits nothing after a Left', () => {
    const machine = partialJsonMachine()
    const { state, outputs } = feedMachine(machine)(machine.initial, ['[1,', ']', '[]'])
    expect(outputs.map(E.isLeft)).toEqual([false, true])
    expect(machine.done(state)).toBe(true)
    expect(runMachine(machine)(['[1,', ']', '[]'])).toHaveLength(2)
  })

  it('builds a long list only where its value is read', () => {
    const all = partialsOf(charactersOf(JSON.stringify(Array.from({ length: 500 }, (_, i) => String(i)))))
    const [before, last] = all.slice(-2)
    expect(Object.getOwnPropertyDescriptor(before ?? {}, 'value')).toHaveProperty('get')
    expect(before?.value).toHaveLength(500)
    expect(before?.value).toBe(last?.value)
  })

  it('the checks of these laws can fail', () => {
    expect(shrinks({ a: 'ab' }, { a: 'a' })).toBeDefined()
    expect(shrinks({ a: [1] }, { a: [] })).toBeDefined()
    expect(shrinks({ a: 1 }, { a: '1' })).toBeDefined()
    expect(shrinks({ a: 1 }, {})).toBeDefined()
    expect(copies({ a: [1], b: 1 }, { a: [1], b: 2 })).toBeDefined()
  })
})
