import { either as E } from 'fp-ts'

import { sseEventsMachine } from '../../lib/machine/framing/sseEvents.ts'
import { andThen } from '../../lib/machine/Machine.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { parsedChunksMachine } from '../../lib/reading/parsedChunksMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { delta, finish } from '../fixtures/chat.ts'
import { events } from '../fixtures/results.ts'

const whole = events.filter((event) => event.startsWith('data: {"'))
const framesOf = (texts: ReadonlyArray<string>) => runMachine(sseEventsMachine())([texts.join('')])
const jsonOf = (texts: ReadonlyArray<string>): ReadonlyArray<unknown> =>
  texts.map((text) => JSON.parse(text.slice('data: '.length)) as unknown)

const bare = E.bimap(
  ({ _tag }: { readonly _tag: string }) => _tag,
  ({ _tag, deltas }: { readonly _tag: string; readonly deltas: unknown }) => ({ _tag, deltas })
)

describe('chunks', () => {
  it('law: of parsed events = of their frames, with the terminal that the SDK hid', () => {
    const fromJson = runMachine(parsedChunksMachine(openRouter))(jsonOf(whole)).map(bare)
    const fromFrames = runMachine(decodeChunkMachine(openRouter))([
      ...framesOf(whole),
      ...framesOf(['data: [DONE]\n\n'])
    ]).map(bare)
    expect(fromJson).toEqual(fromFrames)
    expect(fromJson.at(-1)).toMatchObject({ right: { _tag: 'TerminalChunk' } })
  })

  it('has no terminal where the finish reason is missing', () => {
    const said = runMachine(parsedChunksMachine(openRouter))(jsonOf([delta({ content: 'Hi' })]))
    expect(said.map(bare)).toMatchObject([{ right: { _tag: 'StreamChunk' } }, { left: 'EndedEarly' }])
  })

  it('gives failures for errors and for what is no chunk, and goes on', () => {
    const said = runMachine(parsedChunksMachine(openRouter))([
      { choices: 7 },
      null,
      { error: { message: 'm' } },
      ...jsonOf([delta({ content: 'Hi' }), finish('stop')])
    ])
    expect(said.map(bare)).toMatchObject([
      { left: 'DecodeFailure' },
      { left: 'DecodeFailure' },
      { left: 'ProviderFailure' },
      { right: { _tag: 'StreamChunk' } },
      { right: { _tag: 'StreamChunk' } }
    ])
  })
})

describe('values that JSON does not have', () => {
  const converse = (...deltas: ReadonlyArray<object>): ReadonlyArray<unknown> => [
    ...deltas.map((delta_) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: delta_ } })),
    { messageStop: { stopReason: 'end_turn' } },
    { metadata: {} }
  ]
  const messageIn = (events: ReadonlyArray<unknown>) =>
    runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(bedrockConverse)))(events).at(-1)?.message

  it.each([
    ['bytes', Uint8Array.of(1, 2, 3)],
    ['a buffer', Buffer.from([1, 2, 3])]
  ])('%s are read as base64', (_what, redactedContent) => {
    const message = messageIn(converse({ reasoningContent: { redactedContent } }))
    expect(message?.choices[0]?.parts).toMatchObject([{ _tag: 'Reasoning', kind: 'encrypted', data: 'AQID' }])
    expect(message && toAssistantMessage(bedrockConverse)(message)).toMatchObject({
      right: { content: [{ reasoningContent: { redactedContent: 'AQID' } }] }
    })
  })

  it('leave a message plain JSON', () => {
    const message = messageIn(converse({ odd: { bytes: Uint8Array.of(1), at: new Date(0), big: 10n } }))
    expect(JSON.parse(JSON.stringify(message))).toEqual(message)
  })

  it.each([
    ['a cycle', (cycle: Record<string, unknown>) => Object.assign(cycle, { self: cycle })],
    ['a deep object', () => JSON.parse('{"a":'.repeat(200) + '1' + '}'.repeat(200)) as object]
  ])('%s is nested too deep, which ends the stream', (_what, make) => {
    const results = runMachine(parsedChunksMachine(openRouter))([make({}), ...jsonOf([delta({ content: 'Hi' })])])
    expect(results.map(bare)).toEqual([{ _tag: 'Left', left: 'DepthExceeded' }])
  })
})
