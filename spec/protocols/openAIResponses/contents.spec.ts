import { firstChoice, messageReasoning, messageText } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { bedrockMantle, openRouterResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { added, completed, done, event, message, reasoning, response } from '../../fixtures/responses.ts'

const provider = openRouterResponses

const streamed = (...events: ReadonlyArray<string>): Outcome => foldBody(provider, events.join(''))

const whole = (output: ReadonlyArray<object>, rest: object = {}): Outcome =>
  foldBody(provider, JSON.stringify(response(output, rest)))

const text = (place: object, delta: string): string => event('response.output_text.delta', { ...place, delta })

const thought = (place: object, delta: string): string =>
  event('response.reasoning_summary_text.delta', { ...place, delta })

const words = ({ message: one }: Outcome): ReadonlyArray<string> => [messageReasoning(one), messageText(one)]

describe('texts under indexes that count otherwise than their items', () => {
  it.each([
    ['one less', [1, 0], [2, 1]],
    ['one more', [0, 1], [1, 2]],
    ['from 1, their items from 0', [0, 4], [1, 5]]
  ] as const)('belong to the item that was announced last: %s', (_what, [first, ofFirst], [second, ofSecond]) => {
    const items = [
      added(first, reasoning([])),
      thought({ output_index: ofFirst, summary_index: 0 }, 'se'),
      thought({ output_index: ofFirst, summary_index: 0 }, 'e'),
      done(first, reasoning(['see'])),
      added(second, message('', { content: [] })),
      text({ output_index: ofSecond, content_index: 0 }, 'Hel'),
      text({ output_index: ofSecond, content_index: 0 }, 'lo'),
      done(second, message('Hello'))
    ]
    for (const output of [[], [reasoning(['see']), message('Hello')]])
      expect(words(foldBody(bedrockMantle, [...items, completed(output)].join('')))).toEqual(['see', 'Hello'])
  })

  it('are of another item where text of the announced one came', () => {
    const events = [
      added(0, message('', { content: [] })),
      text({ output_index: 0 }, 'A'),
      text({ output_index: 1 }, 'B')
    ]
    const output = [message('A'), message('B', { id: 'msg_2' })]
    expect(firstChoice(streamed(...events, completed(output)).message)?.parts).toMatchObject([
      { text: 'A' },
      { text: 'B' }
    ])
  })
})

describe('reasoning that streams as one kind and ends as the other', () => {
  const text = [{ type: 'reasoning_text', text: 'see' }]
  const asText = reasoning([], { content: text })
  const delta = (kind: string): string =>
    event(`response.${kind}.delta`, { output_index: 0, content_index: 0, summary_index: 0, delta: 'se' })

  it.each([
    ['a summary, then text', 'reasoning_summary_text', asText],
    ['text, then a summary', 'reasoning_text', reasoning(['see'])],
    ['a summary, then text of a message', 'reasoning_summary_text', reasoning([], { content: [{ text: 'see' }] })],
    ['the older events of a summary', 'reasoning_summary', reasoning(['see'])]
  ])('is there once: %s', (_what, kind, item) => {
    for (const last of [[done(0, item), completed([item])], [done(0, item), completed([])], [completed([item])]])
      expect(words(streamed(added(0, reasoning([])), delta(kind), ...last))).toEqual(['see', ''])
  })

  it('is there in both kinds where both come', () => {
    const both = reasoning(['sum'], { content: text })
    expect(words(streamed(added(0, reasoning([])), delta('reasoning_text'), done(0, both), completed([both])))[0]).toBe(
      'seesum'
    )
  })

  it('has its text in an object in the older events', () => {
    const older = event('response.reasoning.delta', { output_index: 0, content_index: 0, delta: { text: 'see' } })
    expect(words(streamed(added(0, reasoning([])), older, completed([asText])))).toEqual(['see', ''])
  })
})

describe('a text whose every fragment has another index', () => {
  it('is there once', () => {
    const fragments = ['H', 'el', 'lo'].map((delta, output_index) => text({ output_index, content_index: 0 }, delta))
    expect(words(streamed(...fragments, completed([message('Hello')])))).toEqual(['', 'Hello'])
  })
})

describe('parts of an item in other shapes', () => {
  it.each([
    ['a text', 'Hello'],
    ['a list of texts', ['Hel', 'lo']],
    ['a part', { type: 'output_text', text: 'Hello' }],
    ['parts without a type', [{ text: 'Hel' }, { text: 'lo' }]],
    ['null parts', [null, { type: 'output_text', text: 'Hello' }]]
  ])('are its text: %s', (_what, content) => {
    const item = message('', { content })
    const events = [added(0, message('', { content: [] })), text({ output_index: 0, content_index: 0 }, 'Hello')]
    for (const outcome of [whole([item]), streamed(completed([item])), streamed(...events, completed([item]))])
      expect([words(outcome), firstChoice(outcome.message)?.parts.some(({ _tag }) => _tag === 'Unrecognised')]).toEqual(
        [['', 'Hello'], false]
      )
  })

  it.each([
    ['a text', 'see'],
    ['a list of texts', ['see']],
    ['parts without a type', [{ text: 'see' }]]
  ])('are its reasoning: %s', (_what, parts) => {
    expect(words(whole([reasoning([], { summary: parts }), message('Hi')]))).toEqual(['see', 'Hi'])
    expect(words(whole([reasoning([], { content: parts }), message('Hi')]))).toEqual(['see', 'Hi'])
  })

  it('are those of a message where an item of the assistant has no type', () => {
    const item = message('Hi', { type: undefined })
    expect(words(whole([item]))).toEqual(['', 'Hi'])
    expect(words(streamed(added(0, item), text({ output_index: 0 }, 'Hi'), done(0, item), completed([item])))).toEqual([
      '',
      'Hi'
    ])
  })
})
