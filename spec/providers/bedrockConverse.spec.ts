import { messageReasoning, messageText } from '../../lib/data/Message.ts'
import { bedrockConverse, bedrockNova } from '../../lib/providers/bedrockConverse.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { joined } from '../arbitraries/pieces.ts'
import { event, exception } from '../fixtures/awsFrames.ts'
import * as converse from '../fixtures/converse.ts'

/** A frame of `InvokeModelWithResponseStream` around an event. */
const invoked = (json: object): Uint8Array =>
  event('chunk', JSON.stringify({ bytes: Buffer.from(JSON.stringify(json)).toString('base64'), p: 'abcd' }))

const said = (delta: object, contentBlockIndex = 0): object => ({ contentBlockDelta: { contentBlockIndex, delta } })

const usage = { inputTokens: 3, outputTokens: 5, cacheReadInputTokenCount: 4, cacheWriteInputTokenCount: 3 }

const end: ReadonlyArray<object> = [
  { messageStop: { stopReason: 'end_turn' } },
  { metadata: { usage, metrics: {}, trace: {} }, 'amazon-bedrock-invocationMetrics': { inputTokenCount: 3 } }
]

const streamOf = (...events: ReadonlyArray<object>): Uint8Array => joined([...events, ...end].map(invoked))

describe('Nova, invoked without Converse', () => {
  it('says inside its frames what Converse says', () => {
    const frames = [converse.messageStart(), converse.said(0, 'Hé ', '😀'), converse.messageStop('end_turn')]
    const told = foldBody(bedrockConverse, joined([...frames, converse.metadata({ usage: { inputTokens: 1 } })]))
    const stream = streamOf({ messageStart: { role: 'assistant' } }, said({ text: 'Hé ' }), said({ text: '😀' }))
    const outcome = foldBody(bedrockNova, stream)
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(outcome.message.choices).toEqual(told.message.choices)
  })

  it('counts the cache under names of its own', () => {
    expect(foldBody(bedrockNova, streamOf(said({ text: 'Hi' }))).message.usage).toMatchObject({
      inputTokens: 10,
      outputTokens: 5,
      totalTokens: 15,
      cacheReadInputTokens: 4,
      cacheCreationInputTokens: 3
    })
  })

  it.each([
    ['in the delta', { text: 'hm' }],
    ['one level deeper, as in a whole block', { reasoningText: { text: 'hm' } }]
  ])('has the text of its reasoning %s', (_where, reasoningContent) => {
    const { message } = foldBody(bedrockNova, streamOf(said({ reasoningContent }), said({ text: 'Hi' }, 1)))
    expect([messageReasoning(message), messageText(message)]).toEqual(['hm', 'Hi'])
  })

  it('is cut without its metadata, and fails with an exception', () => {
    const begun = invoked(said({ text: 'Hi' }))
    expect(foldBody(bedrockNova, begun)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
    const failed = joined([begun, exception('throttlingException', '{"message":"slow down"}')])
    expect(foldBody(bedrockNova, failed)).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', type: 'throttlingException', status: 429 }]
    })
  })
})
