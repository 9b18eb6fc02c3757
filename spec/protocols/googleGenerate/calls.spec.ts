import fc from 'fast-check'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { firstChoice, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { feedMachine } from '../../../lib/machine/Machine.ts'
import { toPath } from '../../../lib/protocols/googleGenerate/jsonPath.ts'
import { close, emptyWriter, write } from '../../../lib/protocols/googleGenerate/partialArgs.ts'
import { vertex } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { begin, call, end, finish, lastPiece, parts, piece, pieces, stream } from '../../fixtures/google.ts'

const foldOf = (...events: ReadonlyArray<string>): Outcome => foldBody(vertex, stream(...events))

const callsIn = (...events: ReadonlyArray<string>): ReadonlyArray<readonly [string, string, string]> =>
  messageToolCalls(foldOf(...events).message).map(({ id, name, arguments: args }) => [id, name, args])

const repairsIn = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  foldOf(...events).repairs.map(({ _tag }) => _tag)

describe('calls', () => {
  it('come whole, their arguments as an object, which is written as JSON once', () => {
    expect(callsIn(parts(call('add', { b: 3, a: 2 }, {}, 'abc12345')))).toEqual([['abc12345', 'add', '{"b":3,"a":2}']])
    expect(repairsIn(parts(call('add', {}, {}, 'abc12345')))).toEqual([])
  })

  it('without an id get one that depends on their place alone', () => {
    expect(callsIn(parts({ text: 'a' }, call('f', {}), call('f', {})))).toEqual([
      ['call_0_1', 'f', '{}'],
      ['call_0_2', 'f', '{}']
    ])
    expect(repairsIn(parts(call('f', {}), call('f', {})))).toEqual(['SyntheticId', 'SyntheticId'])
  })

  it('in one chunk and in several are as many', () => {
    expect(callsIn(parts(call('f', {}), call('g', {})))).toEqual(callsIn(parts(call('f', {})), parts(call('g', {}))))
  })

  it('without arguments have none', () => {
    expect(callsIn(parts(call('f'), call('g', null)))).toEqual([
      ['call_0_0', 'f', ''],
      ['call_0_1', 'g', '']
    ])
  })

  it('keep what else the provider said of them', () => {
    const functionCall = { name: 'f', args: {}, id: 'a', newInside: 1 }
    const [first] = messageToolCalls(
      foldOf(parts({ functionCall, thoughtSignature: 'S', newBeside: { x: 1 } })).message
    )
    expect(first?.extra).toEqual({ thoughtSignature: 'S', newBeside: { x: 1 }, functionCall: { newInside: 1 } })
  })

  it('without a name are kept as they came, and empty ones are none', () => {
    const raw = call(undefined, { a: 1 })
    const outcome = foldOf(parts(end, raw))
    expect(firstChoice(outcome.message)?.parts).toEqual([{ _tag: 'Unrecognised', key: 0, raw }])
    expect(outcome.repairs.map(({ _tag }) => _tag)).toEqual(['NamelessCall'])
  })

  it('that the length limit cut are truncated, and those before are whole', () => {
    const body = parts(call('f', {}), call('g', {})) + finish('MAX_TOKENS')
    expect(messageToolCalls(foldBody(vertex, body).message).map(({ state }) => state)).toEqual(['Closed', 'Truncated'])
  })

  it('of a body that was cut are truncated', () => {
    expect(messageToolCalls(foldBody(vertex, parts(call('f', {}))).message).map(({ state }) => state)).toEqual([
      'Truncated'
    ])
  })
})

describe('streamed arguments', () => {
  const boston = [
    parts(begin('w')),
    parts(pieces(piece('$.location', 'Bos'))),
    parts(pieces(lastPiece('$.location', 'ton')))
  ]

  it('are joined to one JSON text', () => {
    expect(callsIn(...boston, parts(end))).toEqual([['call_0_0', 'w', '{"location":"Boston"}']])
  })

  it('need no end', () => {
    expect(callsIn(...boston)).toEqual([['call_0_0', 'w', '{"location":"Boston"}']])
    expect(callsIn(...boston, parts(begin('v')))).toEqual([
      ['call_0_0', 'w', '{"location":"Boston"}'],
      ['call_0_1', 'v', '']
    ])
    expect(callsIn(...boston, parts(call('v', {})))).toHaveLength(2)
  })

  it.each([
    ['the end of the answer', []],
    ['the next call', [parts(begin('v'))]],
    ['a text', [parts({ text: 'Hm' })]]
  ])('whose string was to go on are cut by %s', (_what, events) => {
    const halves = [parts(begin('w')), parts(pieces(piece('$.path', '/tmp'))), ...events]
    expect(messageToolCalls(foldOf(...halves).message)[0]).toMatchObject({
      state: 'Truncated',
      arguments: '{"path":"/tmp'
    })
  })

  it('whose string was to go on are whole where the call was ended', () => {
    expect(callsIn(parts(begin('w')), parts(pieces(piece('$.path', '/tmp'))), parts(end))).toEqual([
      ['call_0_0', 'w', '{"path":"/tmp"}']
    ])
  })

  it('grow as they come', () => {
    const machine = foldMachine(vertex)
    const bodies = boston.map((event) => new TextEncoder().encode(event))
    const { outputs } = feedMachine(machine)(machine.initial, bodies)
    expect(outputs.flatMap((state) => messageToolCalls(state.message).map(({ arguments: args }) => args))).toEqual(
      expect.arrayContaining(['', '{"location":"Bos', '{"location":"Boston'])
    )
  })

  it('have every kind of value, in objects and lists', () => {
    const body = parts(
      begin('f', { id: 'x' }),
      pieces(
        { jsonPath: '$.n', numberValue: 1.5 },
        { jsonPath: '$.yes', boolValue: false },
        { jsonPath: '$.none', nullValue: 'NULL_VALUE' },
        { jsonPath: '$.also', nullValue: null }
      ),
      pieces(piece('$.items[0].name', 'a"b'), piece('$.items[0].name', '\n'), piece('$.items[1].name', 'c')),
      pieces({ jsonPath: '$.deep.list[0][0]', numberValue: 1 }, { jsonPath: '$.deep.list[0][1]', numberValue: 2 }),
      pieces({ jsonPath: '$.deep.list[1][0]', numberValue: 3 }, { jsonPath: "$['a.b']['c']", stringValue: '' }),
      pieces({ jsonPath: '$.whole', structValue: { x: [1] } }, { jsonPath: '$.nothing' }),
      end
    )
    expect(callsIn(body)).toEqual([
      [
        'x',
        'f',
        '{"n":1.5,"yes":false,"none":null,"also":null,"items":[{"name":"a\\"b\\n"},{"name":"c"}],' +
          '"deep":{"list":[[1,2],[3]]},"a.b":{"c":""},"whole":{"x":[1]}}'
      ]
    ])
    expect(repairsIn(body)).toEqual([])
  })

  it('that come back to a closed place are said again at the end, where the last word counts', () => {
    const body = parts(
      begin('f'),
      pieces(piece('$.a.x', '1'), piece('$.b', 'B'), piece('$.a.y', '2'), piece('$.b', 'b'), piece('$.c', 'C'))
    )
    const [[, , args] = ['', '', '']] = callsIn(body, parts(end))
    expect(args).toBe('{"a":{"x":"1"},"b":"B","a":{"x":"1","y":"2"},"b":"Bb","c":"C"}')
    expect(JSON.parse(args)).toEqual({ a: { x: '1', y: '2' }, b: 'Bb', c: 'C' })
  })

  it('at __proto__ are a field like any other', () => {
    const body = parts(
      begin('f'),
      pieces(piece('$.__proto__.isAdmin', 'a'), piece('$.constructor.prototype.x', 'b')),
      pieces(piece('$.__proto__.more', 'c'), lastPiece('$.toString', 'd'))
    )
    const [[, , args] = ['', '', '']] = callsIn(body)
    const value = JSON.parse(args) as object
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(JSON.stringify(value)).toBe(
      '{"__proto__":{"isAdmin":"a","more":"c"},"constructor":{"prototype":{"x":"b"}},"toString":"d"}'
    )
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  it('belong to their call, whatever comes between', () => {
    const body = [...boston.slice(0, 2), parts({ text: 'Hm' }), ...boston.slice(2)]
    expect(callsIn(...body)).toEqual([['call_0_0', 'w', '{"location":"Boston"}']])
  })

  it('of a call whose name comes again with its id go on', () => {
    const again = { functionCall: { name: 'w', id: 'a', partialArgs: [lastPiece('$.c', 'b')], willContinue: true } }
    expect(callsIn(parts(begin('w', { id: 'a' })), parts(pieces(piece('$.c', 'a'))), parts(again))).toEqual([
      ['a', 'w', '{"c":"ab"}']
    ])
    expect(callsIn(parts(begin('w')), parts(begin('w')))).toHaveLength(2)
  })

  it('may come whole after all', () => {
    const body = parts(begin('w', { args: {} }), call(undefined, { c: 1 }, {}, 'late'))
    expect(callsIn(body)).toEqual([['late', 'w', '{"c":1}']])
    expect(repairsIn(body)).toEqual(['SyntheticId', 'IdReplaced'])
  })

  it('addressed to a call that is over join no other call, and none of them is whole', () => {
    const body = parts(
      begin('f', { id: '1' }),
      begin('g', { id: '2' }),
      { functionCall: { id: '1', partialArgs: [{ jsonPath: '$.a', stringValue: 'x' }], willContinue: true } },
      { functionCall: { id: '2', partialArgs: [{ jsonPath: '$.b', stringValue: 'y' }], willContinue: true } },
      { functionCall: { id: '2' } }
    )
    const { message } = foldBody(vertex, body + finish('STOP'))
    expect(messageToolCalls(message).map(({ state, arguments: args }) => [state, args])).toEqual([
      ['Truncated', ''],
      ['Truncated', '{"b":"y"}']
    ])
  })

  it('that cannot be placed are kept as they came', () => {
    const odd = [
      { jsonPath: 'location', stringValue: 'x' },
      { jsonPath: '$[0]', stringValue: 'y' },
      { stringValue: 'z' }
    ]
    const { message } = foldOf(
      parts(begin('w'), pieces(...odd, piece('$.a', 'A')), end),
      parts(pieces(piece('$.b', 'B')))
    )
    expect(firstChoice(message)?.parts).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed', arguments: '{"a":"A"}' },
      { _tag: 'Unrecognised', raw: { functionCall: { partialArgs: odd } } },
      { _tag: 'Unrecognised', raw: pieces(piece('$.b', 'B')) }
    ])
  })

  it('that are cut are not closed', () => {
    const cut = { _tag: 'ToolCall', state: 'Truncated', arguments: '{"location":"Boston' }
    expect(messageToolCalls(foldBody(vertex, boston.join('')).message)).toMatchObject([cut])
    expect(messageToolCalls(foldBody(vertex, boston.join('') + finish('MAX_TOKENS')).message)).toMatchObject([cut])
    const ended = boston.join('') + parts(end) + finish('MAX_TOKENS')
    expect(messageToolCalls(foldBody(vertex, ended).message)).toMatchObject([{ _tag: 'ToolCall', state: 'Closed' }])
  })

  it('count for the limits, also while they wait', () => {
    const many = (path: string): string => parts(pieces(piece(path, 'x'.repeat(100))))
    const body = stream(parts(begin('f')), many('$.a'), many('$.b'), many('$.a'), many('$.a'), many('$.a'))
    const failing = { _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'message' }] }
    expect(foldBody(vertex, body, { limits: limitsOf({ message: 400 }) })).toMatchObject(failing)
    expect(foldBody(vertex, body, { limits: limitsOf({ message: 800 }) })._tag).toBe('Complete')
    const long = foldBody(vertex, body, { limits: limitsOf({ arguments: 150 }) })
    expect(long.failures).toMatchObject([{ _tag: 'LimitExceeded', of: 'arguments' }])
  })

  it('may be many', () => {
    let writer = emptyWriter
    for (let i = 0; i < 100_000; i++, false) writer = write(writer, ['text'], '"x"', false).writer
    expect(writer.text).toBe(`{"text":"${'x'.repeat(100_000)}`)
  })
})

describe('paths', () => {
  it.each([
    ['$.a', ['a']],
    ['$.a.b[0].c', ['a', 'b', 0, 'c']],
    ["$['a']['b.c'][2]", ['a', 'b.c', 2]],
    ['$["a\\"b"]', ['a"b']],
    [`$['it\\'s "x"']`, ['it\'s "x"']],
    ['$.ünï', ['ünï']]
  ])('%s', (text, path) => {
    expect(toPath(text)).toEqual(path)
  })

  it.each([
    '',
    '$',
    'a',
    '$a',
    '$.',
    '$..a',
    '$.a[',
    '$.a[]',
    '$.a[x]',
    '$.a[-1]',
    '$.a[0',
    "$['a",
    "$['a'",
    '$.a[01]',
    7,
    null
  ])('%j is none', (text) => {
    expect(toPath(text)).toBeUndefined()
  })

  it('are not deeper than JSON may be', () => {
    expect(toPath(`$${'.a'.repeat(128)}`)).toHaveLength(128)
    expect(toPath(`$${'.a'.repeat(129)}`)).toBeUndefined()
  })
})

describe('the writer', () => {
  /** Whatever the arguments are, the pieces that they are streamed in. */
  const piecesOf = (
    value: unknown,
    path: ReadonlyArray<string | number> = []
  ): ReadonlyArray<readonly [ReadonlyArray<string | number>, unknown]> => {
    if (typeof value !== 'object' || value === null) return [[path, value]]
    const entries = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value)
    return entries.flatMap(([step, inner]) => piecesOf(inner, [...path, step]))
  }

  const { args } = fc.letrec<{ args: object; value: unknown }>((tie) => ({
    args: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'a', 'b', '0')), tie('value'), {
      minKeys: 1,
      maxKeys: 4
    }),
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
      fc.constant(null),
      tie('args'),
      fc.array(tie('value'), { minLength: 1, maxLength: 3 })
    )
  }))

  const written = (some: ReadonlyArray<readonly [ReadonlyArray<string | number>, unknown]>): string => {
    let writer = emptyWriter
    let text = ''
    for (const [path, value] of some) {
      const next = write(writer, path, JSON.stringify(value), false)
      writer = next.writer
      text += next.added
    }
    return text + close(writer)
  }

  it('law: pieces in order give the JSON text itself', () => {
    fc.assert(
      fc.property(args, (value) => {
        expect(written(piecesOf(value))).toBe(JSON.stringify(value))
      })
    )
  })

  it('law: pieces in any order give an equal value', () => {
    const shuffled = args.chain((value) => {
      const all = piecesOf(value).filter(([path]) => path.every((step) => typeof step === 'string'))
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all.slice(), { minLength: all.length }))
    })
    fc.assert(
      fc.property(shuffled, ([inOrder, anyhow]) => {
        fc.pre(inOrder.length > 0)
        expect(JSON.parse(written(anyhow))).toEqual(JSON.parse(written(inOrder)))
      })
    )
  })

  it('law: a string in pieces is the string, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        fc.pre(texts.length > 0)
        expect(JSON.parse(written(texts.map((text) => [['a', 0], text])))).toEqual({ a: [texts.join('')] })
      })
    )
  })

  it('law: any paths at all give one JSON object', () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.nat(3))
    const path = fc
      .tuple(fc.constantFrom('a', 'b'), fc.array(step, { maxLength: 3 }))
      .map(([first, rest]) => [first, ...rest])
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.oneof(fc.string(), fc.nat())), { minLength: 1 }), (some) => {
        expect(typeof JSON.parse(written(some))).toBe('object')
      })
    )
  })
})
