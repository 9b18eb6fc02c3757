import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { andThen, feedMachine, runMachine } from '../../../lib/machine/Machine.ts'
import { isBlank } from '../../../lib/protocols/bedrockConverse/blocks.ts'
import { ConverseResponse } from '../../../lib/protocols/bedrockConverse/codec.ts'
import { bedrockConverse } from '../../../lib/providers/bedrockConverse.ts'
import { accumulateMessageMachine } from '../../../lib/reading/accumulateMessageMachine.ts'
import { restoreFold, saveFold } from '../../../lib/reading/checkpoint.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { parsedChunksMachine } from '../../../lib/reading/parsedChunksMachine.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import { fromCodec } from '../../arbitraries/fromCodec.ts'
import { joined } from '../../arbitraries/pieces.ts'
import * as aws from '../../fixtures/awsFrames.ts'
import {
  call,
  callStart,
  delta,
  everyBlock,
  everyBlockJson,
  everyFrame,
  frame,
  input,
  messageStart,
  messageStop,
  metadata,
  said,
  start,
  stop,
  stream,
  thought,
  webCitation
} from '../../fixtures/converse.ts'
import { cutLaws } from '../../laws/machine.ts'

const foldOf = (...frames: ReadonlyArray<Uint8Array>): Outcome => foldBody(bedrockConverse, joined(frames))

const inStream = (...frames: ReadonlyArray<Uint8Array>): Outcome =>
  foldBody(bedrockConverse, stream('end_turn', ...frames))

const partsOf = (...frames: ReadonlyArray<Uint8Array>): ReadonlyArray<object> => {
  const outcome = inStream(...frames)
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  return firstChoice(outcome.message)?.parts ?? []
}

const repairsOf = (...frames: ReadonlyArray<Uint8Array>): ReadonlyArray<string> =>
  inStream(...frames).repairs.map(({ _tag }) => _tag)

const statesOf = (reason: string, ...frames: ReadonlyArray<Uint8Array>): ReadonlyArray<string> =>
  messageToolCalls(foldBody(bedrockConverse, stream(reason, ...frames)).message).map(({ state }) => state)

const body = joined(everyFrame)
const whole = foldBody(bedrockConverse, body)

describe('every kind of block', () => {
  cutLaws(foldMachine(bedrockConverse), body, (states) => '.'.repeat(states.length))

  it('folds to its parts, in order', () => {
    expect(whole).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(whole.message).toMatchObject({
      choices: [{ finishReason: 'tool_call', rawFinishReason: 'tool_use' }],
      usage: {
        inputTokens: 17,
        outputTokens: 5,
        totalTokens: 22,
        cacheReadInputTokens: 4,
        cacheCreationInputTokens: 3
      }
    })
    expect(firstChoice(whole.message)?.parts.map(({ _tag }) => _tag)).toEqual([
      'Reasoning',
      'Reasoning',
      'Text',
      'ServerToolCall',
      'ServerToolResult',
      'Text',
      'Citation',
      'Citation',
      'Image',
      'Unrecognised',
      'ToolCall',
      'ToolCall'
    ])
    expect(messageText(whole.message)).toBe('I look. It is a.')
    expect(messageReasoning(whole.message)).toBe('Hm. é€😀')
    expect(messageToolCalls(whole.message)).toMatchObject([
      { id: 'tooluse_1', name: 'add', arguments: '{"a":2}' },
      { id: 'tooluse_2', name: 'now', arguments: '' }
    ])
  })

  it('as a JSON body gives the same message', () => {
    expect(foldBody(bedrockConverse, everyBlockJson)).toEqual(whole)
  })

  it('cut before the stop of the message is not complete, and says what came', () => {
    everyFrame.slice(0, -1).forEach((_, i) => {
      expect(foldOf(...everyFrame.slice(0, i))).toMatchObject(
        i === 0
          ? { _tag: 'Failed', failures: [{ _tag: 'NoEvents' }] }
          : { _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] }
      )
    })
    const { message } = foldOf(...everyFrame.slice(0, -2))
    expect(firstChoice(message)?.parts.slice(0, -2)).toEqual(firstChoice(whole.message)?.parts.slice(0, -2))
  })

  it('resumes from a checkpoint that went through its codec', () => {
    const machine = foldMachine(bedrockConverse)
    const open = restoreFold(bedrockConverse)
    for (let k = 0; k <= body.length; k += 97) {
      const { state } = feedMachine(machine)(machine.initial, [body.subarray(0, k)])
      const restored = open(JSON.parse(JSON.stringify(saveFold(bedrockConverse)(state))))
      expect(restored).toEqual(E.right(state))
    }
  })

  it('goes back block by block', () => {
    expect(toAssistantMessage(bedrockConverse)(whole.message)).toEqual(
      E.right({ role: 'assistant', content: everyBlock })
    )
  })

  it('comes also from SDKs, which name each event in its JSON', () => {
    const events = [
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'Hi' } } },
      { messageStop: { stopReason: 'end_turn' } },
      { metadata: {} }
    ]
    const last = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(bedrockConverse)))(events).at(-1)
    expect(last).toMatchObject({ _tag: 'Complete', message: { choices: [{ parts: [{ text: 'Hi' }] }] } })
    const refused = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(bedrockConverse)))([
      { throttlingException: { message: 'A' } }
    ]).at(-1)
    expect(refused).toMatchObject({ _tag: 'Failed', failures: [{ message: 'A', type: 'throttlingException' }] })
  })
})

describe('the end', () => {
  it('is the stop of the message and the metadata, in any order', () => {
    const after = foldOf(said(0, 'Hi'), messageStop('end_turn'), metadata())
    expect(after).toMatchObject({ _tag: 'Complete', message: { usage: { totalTokens: 22 } } })
    expect(foldOf(said(0, 'Hi'), metadata(), messageStop('end_turn'))).toEqual(after)
  })

  it.each([
    ['the stop of the message', [said(0, 'Hi'), metadata()]],
    ['a reason', [said(0, 'Hi'), messageStop(null)]],
    ['a reason, the metadata after it', [said(0, 'Hi'), messageStop(null), metadata()]]
  ])('is not there without %s', (_, frames) => {
    expect(foldOf(...frames)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
  })

  it('is there without the metadata where the body ends cleanly, and not where it breaks off', () => {
    const frames = [said(0, 'Hi'), messageStop('end_turn')]
    expect(foldOf(...frames)).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(foldOf(...frames, metadata().subarray(0, 9))).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'TruncatedFrame' }]
    })
  })

  it('stands where the metadata has no usage', () => {
    expect(foldOf(said(0, 'Hi'), messageStop('end_turn'), metadata({ metrics: {} }))).toMatchObject({
      _tag: 'Complete'
    })
    expect(foldOf(messageStop('end_turn'), metadata({ usage: {} })).message.usage).toBeUndefined()
  })

  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['tool_use', 'tool_call'],
    ['guardrail_intervened', 'content_filter'],
    ['content_filtered', 'content_filter'],
    ['malformed_model_output', 'error'],
    ['malformed_tool_use', 'error'],
    ['toString', 'other']
  ])('for the reason %s is %s', (word, finishReason) => {
    expect(firstChoice(foldBody(bedrockConverse, stream(word, said(0, 'Hi'))).message)).toMatchObject({
      finishReason,
      rawFinishReason: word
    })
  })

  it('has no reason where none is said', () => {
    expect(firstChoice(foldOf(said(0, 'Hi'), frame('messageStop', {}), metadata()).message)).not.toHaveProperty(
      'finishReason'
    )
  })
})

describe('usage', () => {
  const usageOf = (usage: object): unknown => foldOf(messageStop('end_turn'), metadata({ usage })).message.usage

  it('takes the cache in, unless it is counted in already', () => {
    const cache = { cacheReadInputTokens: 4, cacheWriteInputTokens: 3 }
    expect(usageOf({ inputTokens: 10, outputTokens: 5, totalTokens: 22, ...cache })).toMatchObject({ inputTokens: 17 })
    expect(usageOf({ inputTokens: 10, outputTokens: 5, ...cache })).toMatchObject({ inputTokens: 17, totalTokens: 22 })
    expect(usageOf({ inputTokens: 17, outputTokens: 5, totalTokens: 22, ...cache })).toMatchObject({ inputTokens: 17 })
  })

  it('keeps what it came as, and says only what it knows', () => {
    const raw = { outputTokens: 5, serverToolUsage: { webSearchRequests: 1 }, inputTokens: '7' }
    expect(usageOf(raw)).toEqual({ outputTokens: 5, raw })
  })
})

describe('tool calls', () => {
  it('are closed when the next block begins after their end', () => {
    const { message } = foldOf(call(0, 'a', 'add', '{}'), delta(1, { text: 'Hi' }))
    expect(messageToolCalls(message)).toMatchObject([{ _tag: 'ToolCall', state: 'Closed' }])
    const { message: waiting } = foldOf(callStart(0, 'a', 'add'), delta(1, { text: 'Hi' }))
    expect(messageToolCalls(waiting)).toMatchObject([{ state: 'Truncated' }])
  })

  it.each(['max_tokens', 'guardrail_intervened', 'malformed_tool_use'])(
    'that had the last fragment are truncated by %s, however whole they look',
    (reason) => {
      expect(statesOf(reason, call(0, 'a', 'add', '{}'), call(1, 'b', 'add', '{"a":2}'))).toEqual([
        'Closed',
        'Truncated'
      ])
      expect(statesOf(reason, call(0, 'a', 'add', '{}'), said(1, 'Hi'))).toEqual(['Closed'])
      expect(statesOf(reason, callStart(0, 'a', 'add'), said(1, 'Hi'))).toEqual(['Truncated'])
      expect(statesOf('tool_use', callStart(0, 'a', 'add'), said(1, 'Hi'))).toEqual(['Closed'])
    }
  )

  it('that interleave are kept apart by their index', () => {
    const [, first, second] = partsOf(
      said(0, 'Hi'),
      callStart(1, 'a', 'add'),
      callStart(2, 'b', 'add'),
      input(2, '{"b"'),
      input(1, '{"a"'),
      input(2, ':2}'),
      input(1, ':1}')
    )
    expect([first, second]).toMatchObject([{ arguments: '{"a":1}' }, { arguments: '{"b":2}' }])
  })

  it('under one index are two', () => {
    const frames = [call(0, 'a', 'add', '{"a":1}'), call(0, 'b', 'add', '{"b":2}')]
    expect(partsOf(...frames)).toMatchObject([
      { id: 'a', arguments: '{"a":1}' },
      { id: 'b', arguments: '{"b":2}' }
    ])
    expect(repairsOf(...frames)).toEqual(['SlotReused'])
  })

  it('without an index are kept apart, too', () => {
    const frames = [callStart('0', 'a', 'add'), input('0', '{}'), callStart(-1, 'b', 'add'), input(-1, '{"b":2}')]
    expect(partsOf(...frames)).toMatchObject([{ arguments: '{}' }, { arguments: '{"b":2}' }])
    expect(repairsOf(...frames)).toEqual(['InvalidIndex'])
  })

  it('without an id get one, and without a name are no calls', () => {
    expect(partsOf(call(0, '', 'add', '{}'))).toMatchObject([{ id: 'call_0_0' }])
    expect(repairsOf(call(0, '', 'add', '{}'))).toEqual(['SyntheticId'])
    expect(partsOf(callStart(0, 'a', ''))).toMatchObject([
      { _tag: 'Unrecognised', raw: { toolUse: { toolUseId: 'a', name: '' } } }
    ])
    expect(repairsOf(callStart(0, 'a', ''))).toEqual(['NamelessCall'])
  })

  it('keep what else is said of them', () => {
    expect(partsOf(callStart(0, 'a', 'add', { more: 1 }))).toMatchObject([{ extra: { more: 1 } }])
  })

  it('have no fragments that came before them or after their end', () => {
    expect(partsOf(input(0, '{}'), callStart(0, 'a', 'add'))).toMatchObject([
      { _tag: 'Unrecognised' },
      { arguments: '' }
    ])
    expect(partsOf(call(0, 'a', 'add', '{}'), said(1, 'Hi'), input(0, '{}'))).toMatchObject([
      { arguments: '{}' },
      { _tag: 'Text' },
      { _tag: 'Unrecognised' }
    ])
  })

  it('answer with their id', () => {
    const [first] = messageToolCalls(inStream(call(0, 'a', 'add', '{}')).message)
    const results = first?.state === 'Closed' ? [toToolResult(bedrockConverse, '5')(first)] : []
    expect(results).toEqual([{ toolResult: { toolUseId: 'a', content: [{ text: '5' }] } }])
  })
})

describe('text and reasoning', () => {
  it('begin without a start, one part for each index', () => {
    expect(partsOf(thought(0, { text: 'a' }), delta(1, { text: 'b' }), thought(0, { text: 'c' }))).toMatchObject([
      { _tag: 'Reasoning', text: 'ac' },
      { _tag: 'Text', text: 'b' }
    ])
  })

  it('are kept apart under one index, and begin anew after its end', () => {
    expect(partsOf(thought(0, { text: 'a' }), delta(0, { text: 'b' }))).toMatchObject([{ text: 'a' }, { text: 'b' }])
    expect(partsOf(said(0, 'a'), said(0, 'b'))).toMatchObject([{ text: 'a' }, { text: 'b' }])
    expect(partsOf(thought(0, { text: 'a' }), stop(0), thought(0, { text: 'b' }))).toMatchObject([
      { text: 'a' },
      { text: 'b' }
    ])
  })

  it('a signature comes in pieces, alone, or twice', () => {
    expect(partsOf(thought(0, { signature: 'a' }), thought(0, { signature: 'b' }))).toMatchObject([{ signature: 'ab' }])
    expect(partsOf(thought(0, { signature: 'a' }), thought(0, { signature: 'a' }))).toMatchObject([{ signature: 'a' }])
  })

  it('each redacted piece is a part, also beside text', () => {
    expect(
      partsOf(
        thought(0, { redactedContent: 'a' }),
        thought(0, { redactedContent: 'b' }),
        thought(1, { text: 'c', redactedContent: 'd' })
      )
    ).toMatchObject([{ kind: 'encrypted', data: 'a' }, { data: 'b' }, { kind: 'text', text: 'c' }, { data: 'd' }])
  })

  it('a citation may come after the end of its text', () => {
    expect(partsOf(said(0, 'a'), delta(0, { citation: webCitation }))).toEqual([
      { _tag: 'Text', key: 0, text: 'a' },
      { _tag: 'Citation', key: 1, of: 0, url: 'https://a', title: 'A', text: 'é€😀', raw: webCitation }
    ])
  })
})

describe('what is not known', () => {
  it.each([
    { text: 1 },
    { toolUse: { input: {} } },
    { reasoningContent: { text: 1 } },
    { reasoningContent: {} },
    { toolResult: [{ text: 'a' }] },
    { image: { error: { message: 'a' } } },
    { anything: 1 },
    {}
  ])('%j is kept as it came', (fields) => {
    expect(partsOf(delta(0, fields))).toMatchObject([
      { _tag: 'Unrecognised', raw: { contentBlockDelta: { contentBlockIndex: 0, delta: fields } } }
    ])
  })

  it('goes back as a block where it is one', () => {
    const { message } = inStream(
      start(0, { audio: { a: 1 } }),
      delta(0, { audio: {} }),
      thought(1, { text: 'unsigned' })
    )
    expect(toAssistantMessage(bedrockConverse)(message)).toEqual(
      E.right({ role: 'assistant', content: [{ audio: { a: 1 } }] })
    )
  })

  it('an event of another name says nothing', () => {
    expect(partsOf(said(0, 'Hi'), frame('oddEvent', { a: 1 }))).toMatchObject([{ text: 'Hi' }])
  })

  it('arguments that are no object go back wrapped', () => {
    const { message } = inStream(call(0, 'a', 'add', '{a'))
    expect(toAssistantMessage(bedrockConverse)(message)).toMatchObject(
      E.right({ content: [{ toolUse: { input: { INVALID_JSON: '{a' } } }] })
    )
  })
})

describe('errors', () => {
  it.each([
    ['throttlingException', 429],
    ['modelStreamErrorException', 424],
    ['internalServerException', 500],
    ['validationException', 400],
    ['serviceUnavailableException', 503]
  ])('%s fails the stream, and what came stays', (type, status) => {
    expect(foldOf(messageStart(), delta(0, { text: 'Hi' }), aws.exception(type, '{"message":"A"}'))).toMatchObject({
      _tag: 'Failed',
      message: { choices: [{ parts: [{ text: 'Hi' }] }] },
      failures: [{ _tag: 'ProviderFailure', type, status, message: 'A' }]
    })
  })

  it('an exception needs no JSON, and an error no payload', () => {
    expect(foldOf(aws.exception('oddException', 'words'))).toMatchObject({ failures: [{ message: 'words' }] })
    expect(foldOf(said(0, 'Hi'), aws.error('Internal', 'A'))).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', message: 'A', code: 'Internal' }]
    })
  })

  it('a refused request says why', () => {
    expect(foldBody(bedrockConverse, '{"message":"A"}', { status: 403 })).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 403, message: 'A' }]
    })
    expect(foldBody(bedrockConverse, '{"Message":"A"}')).toMatchObject({ failures: [{ message: 'A' }] })
    expect(foldBody(bedrockConverse, '{"__type":"com.amazon#ThrottlingException","message":"A"}')).toMatchObject({
      failures: [{ _tag: 'ProviderFailure', type: 'throttlingException', status: 429 }]
    })
  })

  it('a frame with a payload that is no JSON object is one bad event', () => {
    const { _tag, failures } = inStream(said(0, 'Hi'), aws.event('contentBlockDelta', '{"a":1},"b":{}'))
    expect([_tag, failures.map((failure) => failure._tag)]).toEqual(['Complete', ['MalformedJson']])
  })
})

describe('a JSON body', () => {
  const body = fromCodec(ConverseResponse)

  it('law: is no stream, whatever it holds, and never loses a block', () => {
    fc.assert(
      fc.property(body, (response) => {
        const { message } = foldBody(bedrockConverse, JSON.stringify(response))
        expect(firstChoice(message)?.parts.length ?? 0).toBeGreaterThanOrEqual(
          response.output.message.content.filter((block) => !('citationsContent' in block) && !isBlank(block)).length
        )
      })
    )
  })

  it('reads odd blocks as they are', () => {
    const content = [
      { text: null },
      { toolUse: { toolUseId: 'a', name: 'add', input: '{"a": 1}' } },
      { image: { format: 'png', source: { s3Location: { uri: 's3://a' } } } },
      { citationsContent: {} }
    ]
    const json = JSON.stringify({ output: { message: { content } }, stopReason: 'end_turn' })
    const { message } = foldBody(bedrockConverse, json)
    expect(firstChoice(message)?.parts).toMatchObject([
      { _tag: 'ToolCall', state: 'Closed', arguments: '{"a": 1}' },
      { _tag: 'Image', url: 's3://a', data: '' }
    ])
    expect(toAssistantMessage(bedrockConverse)(message)).toMatchObject(
      E.right({ content: [{ toolUse: { input: { a: 1 } } }, content[2]] })
    )
  })
})

describe('the result of a server tool that comes in many fragments', () => {
  const fragments = Array.from({ length: 4000 }, (_, i) => delta(0, { toolResult: [{ text: `fragment ${i}` }] }))
  const begun = start(0, { toolResult: { toolUseId: 'srv_1', type: 'nova_grounding_result' } })

  it('is whole, within the limits', () => {
    const outcome = inStream(begun, ...fragments, stop(0))
    expect(outcome._tag).toBe('Complete')
    const [result] = firstChoice(outcome.message)?.parts ?? []
    expect(
      result?._tag === 'ServerToolResult' && (result.raw as { content: ReadonlyArray<unknown> }).content
    ).toHaveLength(4000)
  })

  it('is emitted when it has doubled, not with each fragment', () => {
    const results = runMachine(readChunksMachine(bedrockConverse))([stream('end_turn', begun, ...fragments, stop(0))])
    const emitted = results
      .flatMap((one) => (E.isRight(one) ? one.right.deltas : []))
      .filter(({ _tag }) => _tag === 'ServerToolResultDelta')
    expect(emitted.length).toBeLessThan(30)
  })

  it('holds more than half of what came where the stream is cut', () => {
    const { message } = foldBody(bedrockConverse, joined([begun, ...fragments.slice(0, 100)]))
    const [result] = firstChoice(message)?.parts ?? []
    expect(
      result?._tag === 'ServerToolResult' && (result.raw as { content: ReadonlyArray<unknown> }).content.length
    ).toBeGreaterThan(50)
  })
})

describe('the type of a call', () => {
  it.each(['tool_use', 'word_of_tomorrow', ''])('%j is of the client, and goes back', (type) => {
    const outcome = inStream(callStart(0, 'a', 'add', { type }), input(0, '{"a":2}'), stop(0))
    expect(messageToolCalls(outcome.message)).toMatchObject([{ state: 'Closed', id: 'a', arguments: '{"a":2}' }])
    expect(toAssistantMessage(bedrockConverse)(outcome.message)).toMatchObject(
      E.right({ content: [{ toolUse: { toolUseId: 'a', ...(type === '' ? {} : { type }) } }] })
    )
  })

  it.each(['server_tool_use', 'mcp_tool_use'])('%j is of the server', (type) => {
    const outcome = inStream(callStart(0, 'a', 'add', { type }), input(0, '{"a":2}'), stop(0))
    expect(messageToolCalls(outcome.message)).toEqual([])
    expect(firstChoice(outcome.message)?.parts).toMatchObject([
      { _tag: 'ServerToolCall', kind: type, arguments: '{"a":2}' }
    ])
  })
})

describe('arguments under another index than their call', () => {
  it('belong to the open call', () => {
    const outcome = inStream(callStart(1, 'a', 'add'), input(0, '{"a"'), input(0, ':1}'), stop(1))
    expect(messageToolCalls(outcome.message)).toMatchObject([{ state: 'Closed', arguments: '{"a":1}' }])
    expect(outcome.repairs).toEqual([{ _tag: 'IndexDrift', choice: 0, key: 0 }])
  })
})
