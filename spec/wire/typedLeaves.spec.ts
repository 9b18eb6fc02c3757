import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import ts from 'typescript'

import { type Facts, type Fields, type Leaves, typedLeaves } from './typedLeaves.ts'

/**
 * The percentage of the documented fields that have a type, at least. Raise a number when its provider reaches more; the aim
 * is 95. The names are those of the files in this folder and of `Wires`.
 */
const floors: Readonly<Record<string, number>> = {
  anthropicBeta: 51,
  anthropicMessages: 100,
  bedrockConverse: 5,
  cohereChat: 100,
  googleGenerate: 95,
  googleInteractions: 99,
  groq: 100,
  mistral: 100,
  ollamaChat: 100,
  ollamaGenerate: 100,
  openAIChat: 100,
  openAIResponses: 100,
  openRouter: 100
}

const factsOf = (name: string): Facts => {
  const facts: Facts = JSON.parse(readFileSync(resolve('spec', 'wire', `${name}.json`), 'utf8'))
  return facts
}

const found = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error('it is not there')
  return value
}

const files = ['wires.ts', 'sampleWires.ts'].map((name) => resolve('spec', 'wire', name))

const programOf = (): ts.Program => {
  const { config } = ts.readConfigFile(resolve('spec', 'tsconfig.json'), (name) => ts.sys.readFile(name))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('spec'))
  return ts.createProgram(files, { ...options, types: [] })
}

const percent = ({ all, untyped }: Leaves): number => (100 * (all.length - untyped.length)) / all.length

describe('typed leaves', () => {
  const program = programOf()
  const checker = program.getTypeChecker()

  const interfaceOf = (file: string, name: string): ts.Type => {
    const module = found(checker.getSymbolAtLocation(found(program.getSourceFile(file))))
    return checker.getDeclaredTypeOfSymbol(found(checker.getExportsOfModule(module).find((s) => s.name === name)))
  }

  const fieldOf = (type: ts.Type, name: string): ts.Type =>
    checker.getTypeOfSymbol(found(checker.getPropertyOfType(type, name)))

  const wires = interfaceOf(found(files[0]), 'Wires')
  const samples = interfaceOf(found(files[1]), 'Samples')

  const leavesOf = (of: ts.Type, name: string, facts: Facts): Leaves => {
    const wire = fieldOf(of, name)
    return typedLeaves(checker, facts, { event: fieldOf(wire, 'event'), body: fieldOf(wire, 'body') })
  }

  it('are measured for each file with documented fields', () => {
    const names = readdirSync(resolve('spec', 'wire')).filter((name) => name.endsWith('.json'))
    expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(floors).sort())
    expect(checker.getPropertiesOfType(wires).map(({ name }) => name)).toEqual(Object.keys(floors))
  })

  it.each(Object.keys(floors))('of %s have a shape for each name and a known kind', (name) => {
    const { event, body, shapes } = factsOf(name)
    const kinds = Object.values(shapes)
      .flatMap((shape) => Object.values(shape))
      .flatMap((kind) => kind.split(' | '))
    const shapeOf = (kind: string): string | undefined => /^(?:\[\]|\{\})*@(.*)$/.exec(kind)?.[1]
    const names = [event, body, ...kinds].flatMap((kind) => shapeOf(kind) ?? [])
    expect([...new Set(names)].sort()).toEqual(Object.keys(shapes).sort())
    const others = kinds.filter((kind) => shapeOf(kind) === undefined)
    expect(others.filter((kind) => !/^(?:\[\]|\{\})*(?:string|number|boolean|unknown|'[^']*')$/.test(kind))).toEqual([])
  })

  it.each(Object.entries(floors))('of %s are at least %d percent of the documented ones', (name, floor) => {
    const leaves = leavesOf(wires, name, factsOf(name))
    expect(leaves.all.length).toBeGreaterThan(20)
    // What has no type is printed if it is too much.
    expect(percent(leaves) < floor ? leaves.untyped : []).toEqual([])
  })

  const usage = { tokens: 'number' }

  it.each<readonly [string, string, Facts['shapes'], ReadonlyArray<string>]>([
    [
      'tagged',
      'a field is looked up in the member of its tag',
      {
        event: ['@delta', '@stop'],
        delta: { type: "'delta'", text: 'string', reason: "'stop' | 'length'", usage: '@usage' },
        stop: { type: "'stop'", text: 'string', more: '[]@delta' },
        body: { text: 'string' },
        usage
      },
      ['stop.text']
    ],
    [
      'tagged',
      'a tag without a member has no types',
      { event: ['@delta', '@gone'], delta: { type: "'delta'" }, gone: { type: "'gone'", text: 'string' }, body: {} },
      ['gone.text', 'gone.type']
    ],
    [
      'tagged',
      'a member of which one place has another type is untyped',
      {
        event: ['@stop', '@delta'],
        stop: { type: "'stop'", more: '[]@stop' },
        delta: { type: "'delta'" },
        body: {}
      },
      ['stop.more', 'stop.type']
    ],
    [
      'tagged',
      'a field that the provider leaves open needs its name alone',
      { event: { type: "'stop'", text: 'unknown', other: 'unknown', map: '{}unknown' }, body: {} },
      ['event.map', 'event.other']
    ],
    [
      'tagged',
      'a field of another kind is untyped',
      {
        event: { type: "'delta'", text: 'number', reason: 'boolean', usage: 'string' },
        body: { usage: '[]@usage' },
        usage
      },
      ['body.usage', 'event.reason', 'event.text', 'event.usage', 'usage.tokens']
    ],
    [
      'untagged',
      'a type without literals is that of each member, and what is inside of the unknown has no types',
      { event: ['@delta'], delta: { type: "'delta'", text: 'string', more: '@usage | []@usage' }, body: {}, usage },
      ['delta.more', 'usage.tokens']
    ],
    [
      'untagged',
      'what is inside of the unknown has its types from elsewhere',
      { event: { text: 'string', more: '@usage', map: '[]@usage' }, body: { usage: '@usage' }, usage },
      ['event.map', 'event.more']
    ],
    [
      'mixed',
      'a member with the literal is preferred to one that allows any tag',
      {
        event: ['@delta', '@other'],
        delta: { type: "'delta'", text: 'string', usage: '@usage' },
        other: { type: "'other'", text: 'string' },
        body: {},
        usage
      },
      ['other.text']
    ],
    [
      'mixed',
      'a field that is unknown in one of the members is untyped',
      { event: { text: 'string', usage: '@usage' }, body: {}, usage },
      ['event.text', 'event.usage', 'usage.tokens']
    ],
    [
      'keyed',
      'the one key that is set has its type, and the index of others is none',
      { event: { text: 'string', call: '@usage', image: 'string' }, body: { text: 'number' }, usage },
      ['body.text', 'event.image']
    ],
    ['closed', 'nothing of an unknown body is typed', { event: { text: 'string' }, body: usage }, ['body.tokens']],
    [
      'lists',
      'the kind is that of the values, at each depth, and each kind of a union counts',
      {
        event: { a: '[]string', b: '{}number', c: 'number' },
        body: { a: '[]string', b: '{}number', c: 'string | []@usage' },
        usage
      },
      ['body.a', 'body.b', 'event.c']
    ],
    [
      'lists',
      'a union of which one kind is missing is untyped',
      { event: { a: '[]string | string', b: '[]number', c: 'string | []string' }, body: {} },
      ['event.a', 'event.b', 'event.c']
    ]
  ])('%s: %s', (name, _, shapes, untyped) => {
    const leaves = leavesOf(samples, name, { source: '', event: '@event', body: '@body', shapes })
    expect([...leaves.untyped].sort()).toEqual(untyped)
  })

  it('are not measured with facts that name what is not there', () => {
    const facts = { source: '', event: '@event', body: '@body' }
    const measured = (event: Fields) => () => leavesOf(samples, 'tagged', { ...facts, shapes: { event, body: {} } })
    expect(measured({ type: "'delta'", usage: '@gone' })).toThrow('gone')
    expect(measured({ type: "'delta'", text: 'strnig' })).toThrow('strnig')
  })
})
