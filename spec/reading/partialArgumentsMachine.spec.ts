import { either as E } from 'fp-ts'

import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { vertex } from '../../lib/providers/googleGenerate.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import type { PartialArguments, PartialArgumentsOptions } from '../../lib/reading/partialArgumentsMachine.ts'
import { partialArgumentsMachine } from '../../lib/reading/partialArgumentsMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { call, calls, chunk, delta, stream } from '../fixtures/chat.ts'
import * as gemini from '../fixtures/google.ts'
import { results, resultsOf } from '../fixtures/results.ts'
import { copies, shrinks } from '../laws/partialJson.ts'
import { unlikeJson } from '../laws/plain.ts'

const argumentsIn = (
  provider: AnyProvider,
  body: string | Uint8Array,
  options?: PartialArgumentsOptions
): ReadonlyArray<PartialArguments> =>
  runMachine(partialArgumentsMachine(options))(runMachine(readChunksMachine(provider))([body])).flatMap((result) =>
    E.isRight(result) ? [result.right] : []
  )

const textOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))

const shown = (some: ReadonlyArray<PartialArguments>): ReadonlyArray<string> =>
  some.map(({ call: { state, name }, value, complete, path }) =>
    [state, name, textOf(value), ...(complete ? ['whole'] : []), path.join('.')].join(' ').trim()
  )

const begun = calls(call(0, 'a', 'write', ''))
const more = (text: string) => calls(call(0, undefined, undefined, text))

describe('partialArgumentsMachine', () => {
  it('emits a value at each change, and the whole one only after the provider closed the call', () => {
    const body = stream(begun, more('{"pa'), more('th":"a'), more('.ts","n":[1'), more(',2]'), more('}'))
    expect(shown(argumentsIn(openRouter, body))).toEqual([
      'Open write',
      'Open write {}',
      'Open write {"path":"a"} path',
      'Open write {"path":"a.ts","n":[]} n',
      'Open write {"path":"a.ts","n":[1,2]} n.1',
      'Open write {"path":"a.ts","n":[1,2]}',
      'Closed write {"path":"a.ts","n":[1,2]} whole'
    ])
  })

  it('a stream that is cut has no whole value, even if the JSON is complete', () => {
    const cut = argumentsIn(openRouter, begun + more('{"a":1}'))
    expect(shown(cut)).toEqual(['Open write', 'Open write {"a":1}', 'Truncated write {"a":1}'])
    const limited = argumentsIn(
      openRouter,
      begun + more('{"a":1') + chunk({ choices: [{ index: 0, finish_reason: 'length' }] })
    )
    expect(limited.some(({ complete }) => complete)).toBe(false)
  })

  it('calls that take turns keep their own values', () => {
    const body = stream(
      calls(call(0, 'a', 'f', '{"x":"1'), call(1, 'b', 'g', '{"y":"2')),
      calls(call(1, undefined, undefined, '2"}'), call(0, undefined, undefined, '1"}'))
    )
    const some = argumentsIn(openRouter, body)
    expect(shown(some)).toEqual([
      'Open f {"x":"1"} x',
      'Open g {"y":"2"} y',
      'Open g {"y":"22"}',
      'Open f {"x":"11"}',
      'Closed f {"x":"11"} whole',
      'Closed g {"y":"22"} whole'
    ])
  })

  it.each([
    ['', '{}', true],
    [' \n', '{}', true],
    ['{}', '{}', true],
    ['[1,2', '[1]', false],
    ['{"a":1,}', '{"a":1}', false],
    ['12', '12', true],
    ['plain words', '', false]
  ])('arguments %j end as %s', (text, value, complete) => {
    const last = argumentsIn(openRouter, stream(begun, more(text))).at(-1)
    expect([textOf(last?.value), last?.complete]).toEqual([value, complete])
  })

  it('is the same for every protocol', () => {
    const value = { path: 'a.ts', lines: [1, { n: 'x' }] }
    const text = JSON.stringify(value)
    const halves = [text.slice(0, 10), text.slice(10)]
    const input = (partial_json: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json } }) // prettier-ignore
    const bodies: ReadonlyArray<readonly [AnyProvider, string, boolean]> = [
      [openRouter, stream(begun, ...halves.map(more)), true],
      [
        anthropic,
        [
          { type: 'message_start', message: { id: 'm', model: 'm', role: 'assistant', content: [] } },
          {
            type: 'content_block_start',
            index: 0,
            content_block: { type: 'tool_use', id: 'a', name: 'write', input: {} }
          },
          ...halves.map(input),
          { type: 'content_block_stop', index: 0 },
          { type: 'message_delta', delta: { stop_reason: 'tool_use' } },
          { type: 'message_stop' }
        ]
          .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
          .join(''),
        true
      ],
      [
        openAIResponses,
        [
          { type: 'response.created', response: { id: 'r', model: 'm', output: [] } },
          {
            type: 'response.output_item.added',
            output_index: 0,
            item: { type: 'function_call', id: 'i', call_id: 'a', name: 'write', arguments: '' }
          },
          ...halves.map((part) => ({
            type: 'response.function_call_arguments.delta',
            output_index: 0,
            item_id: 'i',
            delta: part
          })),
          {
            type: 'response.output_item.done',
            output_index: 0,
            item: { type: 'function_call', id: 'i', call_id: 'a', name: 'write', arguments: text }
          },
          {
            type: 'response.completed',
            response: {
              id: 'r',
              status: 'completed',
              output: [{ type: 'function_call', id: 'i', call_id: 'a', name: 'write', arguments: text }]
            }
          }
        ]
          .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
          .join(''),
        true
      ],
      [
        cohere,
        [
          { type: 'message-start', id: 'm' },
          {
            type: 'tool-call-start',
            index: 0,
            delta: {
              message: { tool_calls: { id: 'a', type: 'function', function: { name: 'write', arguments: '' } } }
            }
          },
          ...halves.map((part) => ({
            type: 'tool-call-delta',
            index: 0,
            delta: { message: { tool_calls: { function: { arguments: part } } } }
          })),
          { type: 'tool-call-end', index: 0 },
          { type: 'message-end', delta: { finish_reason: 'TOOL_CALL' } }
        ]
          .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
          .join(''),
        true
      ],
      [
        ollama,
        [
          {
            model: 'm',
            message: { role: 'assistant', tool_calls: [{ function: { name: 'write', arguments: value } }] },
            done: false
          },
          { model: 'm', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' }
        ]
          .map((event) => `${JSON.stringify(event)}\n`)
          .join(''),
        false
      ],
      [vertex, gemini.stream(gemini.parts(gemini.call('write', value))), false],
      [
        bedrockConverse,
        JSON.stringify({
          output: {
            message: { role: 'assistant', content: [{ toolUse: { toolUseId: 'a', name: 'write', input: value } }] }
          },
          stopReason: 'tool_use'
        }),
        false
      ]
    ]
    for (const [provider, body, isStreamed] of bodies) {
      const some = argumentsIn(provider, body)
      const last = some.at(-1)
      expect([provider.name, last?.value, last?.complete]).toEqual([provider.name, value, true])
      if (isStreamed) expect([provider.name, some.some((one) => JSON.stringify(one.value) === '{"path":"a"}')]).toEqual([provider.name, true]) // prettier-ignore
    }
  })

  it('pieces of arguments by path are one value that grows', () => {
    const body = gemini.stream(
      gemini.parts(gemini.begin('write')),
      gemini.parts(gemini.pieces(gemini.piece('$.path', 'a'))),
      gemini.parts(gemini.pieces(gemini.piece('$.path', '.ts'))),
      gemini.parts(gemini.pieces(gemini.lastPiece('$.path', ''), { jsonPath: '$.lines[0].n', numberValue: 1 })),
      gemini.parts(
        gemini.pieces({ jsonPath: '$.lines[1].n', numberValue: 2 }, { jsonPath: "$['__proto__'].x", boolValue: true })
      ),
      gemini.parts(gemini.end)
    )
    const some = argumentsIn(vertex, body)
    expect(some.map(({ value }) => textOf(value))).toEqual([
      '',
      '{"path":"a"}',
      '{"path":"a.ts"}',
      '{"path":"a.ts","lines":[{}]}',
      '{"path":"a.ts","lines":[{"n":1},{"n":2}],"__proto__":{"x":true}}',
      '{"path":"a.ts","lines":[{"n":1},{"n":2}],"__proto__":{"x":true}}',
      '{"path":"a.ts","lines":[{"n":1},{"n":2}],"__proto__":{"x":true}}'
    ])
    expect(some.at(-1)?.complete).toBe(true)
    expect('x' in {}).toBe(false)
  })

  it('keeps the digits of raw numbers', () => {
    const body = stream(begun, more('{"id":12345678901234567890}'))
    expect(argumentsIn(openRouter, body, { numbers: 'raw' }).at(-1)?.value).toEqual({ id: '12345678901234567890' })
  })

  it('emits the calls of one choice, and passes Lefts on', () => {
    const other = chunk({ choices: [{ index: 1, delta: { tool_calls: [call(0, 'a', 'x', '[1]')] } }] })
    expect(shown(argumentsIn(openRouter, other))).toEqual([])
    expect(shown(argumentsIn(openRouter, other, { choice: 1 }))).toEqual(['Open x [1]', 'Truncated x [1]'])
    const tags = runMachine(partialArgumentsMachine())(results).flatMap((one) => (E.isLeft(one) ? [one.left._tag] : []))
    expect(tags).toEqual(['MalformedJson'])
  })

  it('law: a state that is saved as JSON goes on, at every chunk', () => {
    const inputs = resultsOf(stream(begun, ...Array.from('{"a":["x",{"b":"y"}]}', more)))
    const machine = partialArgumentsMachine()
    const whole = runMachine(machine)(inputs)
    for (let k = 0; k <= inputs.length; k++) {
      const first = feedMachine(machine)(machine.initial, inputs.slice(0, k))
      expect(unlikeJson(first.state)).toBeUndefined()
      const saved = JSON.parse(JSON.stringify(first.state)) as typeof first.state // a state of this machine
      const second = feedMachine(machine)(saved, inputs.slice(k))
      expect([...first.outputs, ...second.outputs]).toEqual(whole)
    }
  })

  it('law: values only grow, and what is equal in two values is the same object', () => {
    const text = JSON.stringify({ a: [{ b: 'x' }, { b: 'y' }], c: { d: ['z'] }, e: 'end' })
    const values = argumentsIn(openRouter, stream(begun, ...Array.from(text, more))).map(({ value }) => value)
    values.slice(1).forEach((value, i) => {
      expect(shrinks(values[i], value)).toBeUndefined()
      expect(copies(values[i], value)).toBeUndefined()
    })
  })

  it('holds no text that is no call', () => {
    const machine = partialArgumentsMachine()
    const { state } = feedMachine(machine)(machine.initial, resultsOf(delta({ content: 'Hi' })))
    expect(state).toEqual({ choices: [] })
  })
})
