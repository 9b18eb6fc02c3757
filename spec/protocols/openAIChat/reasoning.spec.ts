import { messageReasoning } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { miniMax } from '../../../lib/providers/openAIChatMakers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'

const outcomeOf = (deltas: ReadonlyArray<object>): Outcome =>
  foldBody(
    miniMax,
    [
      ...deltas.map((delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`),
      'data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
    ].join('')
  )

const fields: ReadonlyArray<readonly [string, (text: string) => object]> = [
  ['reasoning_content', (text) => ({ reasoning_content: text })],
  ['reasoning', (text) => ({ reasoning: text })],
  ['reasoning_details', (text) => ({ reasoning_details: [{ type: 'reasoning.text', id: 'r', index: 0, text }] })]
]

describe.each(fields)('reasoning in %s', (_name, delta) => {
  it.each([
    [['The', 'The user', 'The user asks', 'The user asks.']],
    [['I', 'I need', 'I need', 'I need it']],
    [['用户', '用户想知道', '用户想知道天气']]
  ])('that comes with all the text so far is read once: %j', (texts) => {
    const outcome = outcomeOf(texts.map(delta))
    expect(messageReasoning(outcome.message)).toBe(texts.at(-1))
    expect(outcome.repairs).toEqual([{ _tag: 'TextRepeated', choice: 0, key: 0 }])
  })

  it.each([
    [['The user', ' asks', ' The user asks']],
    [['a', 'and', ' so']],
    [['ha', 'ha', 'haha']],
    [['-', '----', '-----']],
    [['The', 'rest', 'Therest is new']]
  ])('that comes in pieces is joined: %j', (texts) => {
    const outcome = outcomeOf(texts.map(delta))
    expect(messageReasoning(outcome.message)).toBe(texts.join(''))
    expect(outcome.repairs).toEqual([])
  })

  it('may go on in pieces, or be another part', () => {
    expect(messageReasoning(outcomeOf(['The', 'The user', ' asks'].map(delta)).message)).toBe('The user asks')
    const parted = [delta('The user'), { content: 'Hm' }, delta('The user asks')]
    expect(messageReasoning(outcomeOf(parted).message)).toBe('The userThe user asks')
  })
})
