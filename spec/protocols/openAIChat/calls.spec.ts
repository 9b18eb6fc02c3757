import fc from 'fast-check'

import { messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { call, calls, delta, DONE, finish, stream } from '../../fixtures/chat.ts'

const fold = (body: string): Outcome => foldBody(openAICompatible, body)

const callsIn = (body: string): ReadonlyArray<readonly [string, string, string]> =>
  messageToolCalls(fold(body).message).map(({ id, name, arguments: args }) => [id, name, args])

const repairsIn = (body: string): ReadonlyArray<string> => fold(body).repairs.map(({ _tag }) => _tag)

const paris = '{"c":"Paris"}'
const rome = '{"c":"Rome"}'

describe('which call a fragment belongs to', () => {
  it('an id that was told before its name belongs to the call that the name opens, whatever its index', () => {
    const body = stream(
      calls(call(0, 'a', undefined, undefined)),
      calls(call(undefined, 'a', 'f', '')),
      calls(call(0, undefined, undefined, paris))
    )
    expect(callsIn(body)).toEqual([['a', 'f', paris]])
  })

  it('an id without index that was told before its name belongs to the next name', () => {
    const body = stream(
      calls(call(undefined, 'a', 'f', paris)),
      calls(call(undefined, 'b', undefined, undefined)),
      calls(call(undefined, undefined, 'f', '')),
      calls(call(undefined, undefined, undefined, rome))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'f', paris],
      ['b', 'f', rome]
    ])
  })

  it('another name with the first id of its index opens another call', () => {
    const body = stream(calls(call(0, undefined, 'f', '')), calls(call(0, 'b', 'g', '{}')))
    expect(callsIn(body).map(([, name, args]) => [name, args])).toEqual([
      ['f', ''],
      ['g', '{}']
    ])
    const late = stream(calls(call(0, undefined, 'f', '')), calls(call(0, 'b', 'f', '{}')))
    expect(callsIn(late)).toEqual([['b', 'f', '{}']])
  })

  it('two names that share an id on two indexes are two calls, and their fragments keep apart', () => {
    const body = stream(
      calls(call(0, 'x', 'f', '')),
      calls(call(1, 'x', 'g', '')),
      calls(call(0, 'x', undefined, paris)),
      calls(call(1, 'x', undefined, rome))
    )
    expect(callsIn(body)).toEqual([
      ['x', 'f', paris],
      ['x_1', 'g', rome]
    ])
  })

  it('a synthetic id is the id of no other call', () => {
    const body = stream(calls(call(0, 'call_0_1', 'f', '{}')), calls(call(1, undefined, 'g', '{}')))
    expect(callsIn(body).map(([id]) => id)).toEqual(['call_0_1', 'call_0_1_'])
  })

  it('what never gets a name keeps its own arguments, whatever stands beside them', () => {
    const body = stream(calls(call(0, 'a', undefined, 'real', { arguments: 'other' })))
    expect(fold(body).message.choices[0]?.parts).toEqual([
      { _tag: 'Unrecognised', key: 0, raw: { id: 'a', arguments: 'real' } }
    ])
  })

  it('keeps the last values of the first 64 names of what else is said of a call', () => {
    const names = Array.from({ length: 80 }, (_, i) => `x${i}`)
    const said = names.map((name) => calls(call(0, undefined, undefined, undefined, { [name]: 1 })))
    const last = calls(call(0, undefined, undefined, undefined, { x0: 2, x79: 2 }))
    const [one] = messageToolCalls(fold(stream(calls(call(0, 'a', 'f', '{}')), ...said, last)).message)
    expect(Object.keys(one?.extra ?? {})).toEqual(names.slice(0, 64))
    expect(one?.extra?.['x0']).toBe(2)
  })

  it('arguments that stop in the middle are no end, where nothing but the end of the body says so', () => {
    const body = finish('tool_calls') + calls(call(0, 'a', 'f', '{"c":'))
    expect(fold(body)._tag).toBe('Truncated')
    expect(fold(body + calls(call(0, undefined, undefined, '1}')))._tag).toBe('Complete')
    expect(fold(calls(call(0, 'a', 'f', '{"c":')) + finish('length'))._tag).toBe('Complete')
  })

  it('a fragment without id and name under an unknown index continues the call before it', () => {
    const body = stream(calls(call(0, 'a', 'w', '{"c":')), calls(call(1, undefined, undefined, '"Paris"}')))
    expect(callsIn(body)).toEqual([['a', 'w', paris]])
    expect(repairsIn(body)).toEqual(['IndexDrift'])
  })

  it('a known index is never given up for the call before: interleaved fragments keep apart', () => {
    const body = stream(
      calls(call(0, 'a', 'w', ''), call(1, 'b', 'v', '')),
      calls(call(0, undefined, undefined, '{"c":')),
      calls(call(1, undefined, undefined, '{"c":')),
      calls(call(1, undefined, undefined, '"Rome"}')),
      calls(call(0, undefined, undefined, '"Paris"}'))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
  })

  it('a known id wins over the index', () => {
    const body = stream(
      calls(call(0, 'a', 'w', '{"c":')),
      calls(call(1, 'b', 'v', '{"c":')),
      calls(call(1, 'a', undefined, '"Paris"}')),
      calls(call(0, 'b', 'v', '"Rome"}'))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
    expect(repairsIn(body)).toEqual(['IndexDrift', 'IndexDrift', 'NameRepeated'])
  })

  it.each(['null', 'None', 'undefined', null, ''])('the id %j says nothing', (placeholder) => {
    const body = stream(calls(call(0, 'a', 'w', '{"c":')), calls(call(0, placeholder, 'w', '"Paris"}')))
    expect(callsIn(body)).toEqual([['a', 'w', paris]])
    expect(repairsIn(body)).toEqual(['NameRepeated'])
  })

  it('an id alone on a free index waits there for its name', () => {
    const body = stream(
      calls(call(0, 'a', 'w', paris)),
      calls(call(1, 'b', '', '')),
      calls(call(1, undefined, 'v', '{"c":')),
      calls(call(1, undefined, undefined, '"Rome"}'))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
  })

  it('arguments that come before any name wait for it', () => {
    const body = stream(
      calls(call(0, 'a', '', '{"c":', { google: 1 })),
      calls(call(0, '', 'w', '"Paris"}', { azure: 2 }))
    )
    expect(callsIn(body)).toEqual([['a', 'w', paris]])
    expect(messageToolCalls(fold(body).message)[0]?.extra).toEqual({ google: 1, azure: 2 })
  })

  it('what never gets a name is kept as it came', () => {
    const body = stream(calls(call(0, 'a', '', '{"c":')), calls(call(0, '', null, '1}', { note: 'x' })))
    expect(fold(body).message.choices[0]?.parts).toEqual([
      { _tag: 'Unrecognised', key: 0, raw: { id: 'a', arguments: '{"c":1}', note: 'x' } }
    ])
    expect(repairsIn(body)).toEqual(['NamelessCall'])
  })

  it('a call without an id gets one that depends on its place alone', () => {
    const body = stream(calls(call(0, undefined, 'w', paris)), calls(call(1, undefined, 'w', rome)))
    expect(callsIn(body)).toEqual([
      ['call_0_0', 'w', paris],
      ['call_0_1', 'w', rome]
    ])
    expect(repairsIn(body)).toEqual(['SyntheticId', 'SyntheticId'])
  })

  it('an id that comes later than its call replaces the one given', () => {
    const body = stream(calls(call(0, undefined, 'w', '')), calls(call(0, 'a', undefined, paris)))
    expect(callsIn(body)).toEqual([['a', 'w', paris]])
    expect(repairsIn(body)).toEqual(['SyntheticId', 'IdReplaced'])
  })

  it('an index that comes later than its call is its index from then on', () => {
    const body = stream(
      calls(call(undefined, 'a', 'w', '{"c":')),
      calls(call(0, undefined, undefined, '"Paris"}')),
      calls(call(1, 'b', 'v', '')),
      calls(call(0, undefined, undefined, ' '))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', `${paris} `],
      ['b', 'v', '']
    ])
    expect(repairsIn(body)).toEqual([])
  })

  it('without id and index, a second name is a new call only after whole arguments', () => {
    const two = stream(calls(call(undefined, undefined, 'w', paris)), calls(call(undefined, undefined, 'v', rome)))
    expect(callsIn(two)).toEqual([
      ['call_0_0', 'w', paris],
      ['call_0_1', 'v', rome]
    ])
    const one = stream(
      calls(call(undefined, undefined, 'get_', '')),
      calls(call(undefined, undefined, 'weather', paris))
    )
    expect(callsIn(one)).toEqual([['call_0_0', 'get_weather', paris]])
    const same = stream(calls(call(undefined, undefined, 'w', paris)), calls(call(undefined, undefined, 'w', rome)))
    expect(callsIn(same)).toHaveLength(2)
  })

  it('without ids, whole calls on one index are told apart by whole arguments', () => {
    const body = stream(
      calls(call(0, '', 'w', paris)),
      calls(call(0, '', 'w', '')),
      calls(call(0, '', 'v', '')),
      calls(call(0, '', '', rome))
    )
    expect(callsIn(body)).toEqual([
      ['call_0_0', 'w', paris],
      ['call_0_1', 'v', rome]
    ])
  })

  it('two whole calls that share an id but not an index are two', () => {
    const body = stream(calls(call(0, 'x', 'w', paris)), calls(call(1, 'x', 'w', rome)))
    expect(callsIn(body)).toEqual([
      ['x', 'w', paris],
      ['x_1', 'w', rome]
    ])
  })

  it('indexes may begin anywhere: order is order of appearance', () => {
    const body = stream(calls(call(7, 'a', 'w', paris)), calls(call(2, 'b', 'v', rome)))
    expect(callsIn(body).map(([id]) => id)).toEqual(['a', 'b'])
  })

  it.each([-1, 1.5, 2 ** 31, 1e308, '01', '1e0', '-1', '', '__proto__', 'length', true, [], {}])(
    'the index %j is read as absent',
    (index) => {
      const body = stream(calls(call(index, 'a', 'w', '{"c":')), calls(call(index, undefined, undefined, '"Paris"}')))
      expect(callsIn(body)).toEqual([['a', 'w', paris]])
      expect(repairsIn(body)).toEqual(['InvalidIndex'])
    }
  )

  it('digits may be indexes', () => {
    const body = stream(
      calls(call('0', 'a', 'w', '{"c":')),
      calls(call('1', 'b', 'v', '{"c":')),
      calls(call('0', undefined, undefined, '"Paris"}')),
      calls(call('1', undefined, undefined, '"Rome"}'))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
    expect(repairsIn(body)).toEqual([])
  })

  it('numbers may be ids', () => {
    expect(callsIn(stream(calls(call(0, 0, 'w', paris)), calls(call(1, 1, 'v', rome))))).toEqual([
      ['0', 'w', paris],
      ['1', 'v', rome]
    ])
  })

  it('a new id without name and arguments between two calls without index belongs to the second', () => {
    const body = stream(
      calls(call(undefined, 'a', 'w', paris)),
      calls(call(undefined, 'b', undefined, undefined)),
      calls(call(undefined, undefined, 'v', rome))
    )
    expect(callsIn(body)).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
  })

  it('law: fragments of calls with different ids give the same calls in any order that keeps each call in order', () => {
    const fragments = (id: string, index: number, args: string): ReadonlyArray<string> => [
      calls(call(index, id, `tool_${id}`, '')),
      ...Array.from(args, (unit) => calls(call(index, undefined, undefined, unit)))
    ]
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(2)), (turns) => {
        const queues = ['a', 'b', 'c'].map((id, i) => fragments(id, i, `{"${id}":${i}}`).slice())
        const events: string[] = []
        for (const turn of turns) {
          const queue = queues[turn % 3]?.length === 0 ? queues.find(({ length }) => length > 0) : queues[turn % 3]
          const next = queue?.shift()
          if (next === undefined) break
          events.push(next)
        }
        const sorted = callsIn(stream(...events)).toSorted(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted).toEqual([
          ['a', 'tool_a', '{"a":0}'],
          ['b', 'tool_b', '{"b":1}'],
          ['c', 'tool_c', '{"c":2}']
        ])
      })
    )
  })
})

describe('names', () => {
  it('a name that grows from its beginning is appended only by what is new', () => {
    const body = stream(calls(call(0, 'a', 'edit_', '')), calls(call(0, 'a', 'edit_file', '{}')))
    expect(callsIn(body)).toEqual([['a', 'edit_file', '{}']])
  })

  it('only arguments concatenate', () => {
    const body = stream(
      calls(call(0, 'a', 'w', '{', { type: 'function' })),
      calls(call(0, 'a', '', '}', { type: 'function' }))
    )
    expect(callsIn(body)).toEqual([['a', 'w', '{}']])
    expect(fold(body).repairs).toEqual([])
  })
})

describe('arguments', () => {
  it('as an object are written as JSON once', () => {
    const body = stream(calls(call(0, 'a', 'w', { c: 'Paris' })))
    expect(callsIn(body)).toEqual([['a', 'w', paris]])
    expect(repairsIn(body)).toEqual(['ArgumentsSerialised'])
  })

  it('that are absent, null or empty stay empty', () => {
    for (const none of [undefined, null, ''])
      expect(callsIn(stream(calls(call(0, 'a', 'w', none))))).toEqual([['a', 'w', '']])
  })

  it('are never mended: spaces, bad escapes and long numbers stay as they came', () => {
    const raw = '{ "n": 1234567890123456789, "p": "App\\Http" }'
    expect(callsIn(stream(calls(call(0, 'a', 'w', raw))))).toEqual([['a', 'w', raw]])
  })

  it('come after a finish reason, too', () => {
    const body = [
      calls(call(0, 'a', 'w', paris)),
      finish('tool_calls'),
      calls(call(1, 'b', 'v', rome)),
      finish('tool_calls'),
      DONE
    ]
    expect(callsIn(body.join(''))).toEqual([
      ['a', 'w', paris],
      ['b', 'v', rome]
    ])
  })

  it('of a call that the length limit cut are truncated, even where they happen to be JSON', () => {
    const body = [calls(call(0, 'a', 'w', paris)), calls(call(1, 'b', 'v', '{}')), finish('length'), DONE].join('')
    expect(messageToolCalls(fold(body).message).map(({ state }) => state)).toEqual(['Closed', 'Truncated'])
    expect(fold(body)._tag).toBe('Complete')
  })

  it('of a call that was over before text was cut are whole', () => {
    const body = [calls(call(0, 'a', 'w', paris)), delta({ content: 'and th' }), finish('length'), DONE].join('')
    expect(messageToolCalls(fold(body).message).map(({ state }) => state)).toEqual(['Closed'])
  })

  it('of a stream that was cut are truncated', () => {
    const { _tag, message } = fold(calls(call(0, 'a', 'w', paris)))
    expect([_tag, messageToolCalls(message)[0]?.state]).toEqual(['Truncated', 'Truncated'])
  })

  it('of custom tools are text, and the older function_call is a call without id', () => {
    const custom = stream(
      delta({ tool_calls: [{ index: 0, id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT' } }] })
    )
    expect(callsIn(custom)).toEqual([['a', 'sql', 'SELECT']])
    const older = stream(
      delta({ function_call: { name: 'w', arguments: '{"c":' } }),
      delta({ function_call: { arguments: '"Paris"}' } })
    )
    expect(callsIn(older)).toEqual([['call_0_0', 'w', paris]])
  })

  it('keep what else the provider said of the call', () => {
    const signature = { google: { thought_signature: 'abc' } }
    const body = stream(
      calls(call(0, 'a', 'w', paris, { extra_content: signature })),
      calls(call(0, undefined, undefined, ' '))
    )
    expect(messageToolCalls(fold(body).message)[0]?.extra).toEqual({ extra_content: signature })
  })
})
