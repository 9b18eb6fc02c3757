import type { Delta } from '../../../lib/data/Delta.ts'
import { limitsOf } from '../../../lib/data/Limits.ts'
import { chatMachine } from '../../../lib/protocols/openAIChat/machine.ts'
import { withTerminal } from '../../../lib/protocols/Provider.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { call, calls, chunk, delta, DONE, finish } from '../../fixtures/chat.ts'
import { partsIn, partsOf, text } from '../../fixtures/chatParts.ts'

const one = 'https://a.example/1'
const two = 'https://a.example/2'

describe('annotations', () => {
  const cited = (url: string, rest: object = {}): object => ({ type: 'url_citation', url_citation: { url, ...rest } })

  it('are sources of the text before them, with what they cite', () => {
    const raw = cited(one, { title: 'One', content: 'words', start_index: 0, end_index: 2 })
    const expected = [
      text(0, 'Hi'),
      { _tag: 'Citation', key: 1, of: 0, url: one, title: 'One', text: 'words', start: 0, end: 2, raw }
    ]
    expect(partsOf(delta({ content: 'Hi' }), delta({ annotations: [raw] }))).toEqual(expected)
    expect(partsIn({ content: 'Hi', annotations: [raw] })).toEqual(expected)
  })

  it('are told once, however often they come; another place is another citation', () => {
    const first = cited(one, { start_index: 0, end_index: 1 })
    const again = cited(one, { start_index: 2, end_index: 3 })
    expect(
      partsOf(
        delta({ content: 'H', annotations: [first] }),
        delta({ content: 'i', annotations: [first, again] }),
        delta({ content: '!', annotations: [first, again] })
      )
    ).toMatchObject([text(0, 'Hi!'), { key: 1, start: 0 }, { key: 2, start: 2 }])
  })

  it('may say all without another object, and stand without text', () => {
    const raw = { type: 'url_citation', url: one, title: 'One' }
    expect(partsOf(delta({ annotations: [raw] }))).toEqual([{ _tag: 'Citation', key: 0, url: one, title: 'One', raw }])
  })

  it('of another type are kept as they came, and text goes on after them', () => {
    const raw = { type: 'file', file: { hash: 'h' } }
    const events = [delta({ content: 'H' }), delta({ annotations: [raw, 7, null] }), delta({ content: 'i' })]
    expect(partsOf(...events)).toEqual([text(0, 'Hi'), { _tag: 'Unrecognised', key: 1, raw }])
  })

  it('of no list, null or none are nothing', () => {
    for (const annotations of [null, [], {}, 'x', 7]) {
      expect(partsOf(delta({ content: 'Hi', annotations }))).toEqual([text(0, 'Hi')])
    }
  })
})

describe('sources beside the choices', () => {
  const citation = (key: number, url: string, rest: object = {}): object => ({
    _tag: 'Citation',
    key,
    of: 0,
    url,
    raw: url,
    ...rest
  })
  const say = (content: string, rest: object): string => chunk({ choices: [{ index: 0, delta: { content } }], ...rest })

  it('are told once though each chunk repeats them, and text goes on', () => {
    const citations = [one, two]
    const expected = [text(0, 'Hi'), citation(1, one), citation(2, two)]
    expect(partsOf(say('H', { citations }), say('i', { citations }), say('', { citations }))).toEqual(expected)
    expect(partsIn({ content: 'Hi' }, { citations })).toEqual(expected)

    const deltas: Delta[] = []
    const wire = { choices: [{ delta: { content: 'H' } }], citations }
    const state = chatMachine.step(chatMachine.initial, wire, (said) => deltas.push(said))
    const again = { choices: [], citations }
    expect(chatMachine.step(state, again, (said) => deltas.push(said))).toBe(state)
    expect(deltas.filter(({ _tag }) => _tag === 'CitationDelta')).toHaveLength(2)
  })

  it('wait for the text where they come before it', () => {
    const citations = [one]
    const expected = [
      { _tag: 'Reasoning', key: 0, kind: 'text', text: 'hm', signature: '' },
      text(1, 'Hi'),
      citation(2, one, { of: 1 })
    ]
    expect(
      partsOf(say('', { citations }), delta({ reasoning: 'h' }), delta({ reasoning: 'm' }), delta({ content: 'Hi' }))
    ).toEqual(expected)
    expect(partsIn({ reasoning: 'hm', content: 'Hi' }, { citations })).toEqual(expected)
  })

  it('have the titles of their search results, also where those come later', () => {
    const result = { url: one, title: 'One', snippet: 'words', date: '2026-11-01' }
    const expected = [text(0, 'Hi'), citation(1, one, { title: 'One', text: 'words', raw: result }), citation(2, two)]
    const both = { citations: [one, two], search_results: [result] }
    expect(partsOf(say('Hi', { citations: [one, two] }), say('', both), say('', both))).toEqual(expected)
    expect(partsOf(say('', { citations: [one, two] }), say('', { search_results: [result] }), say('Hi', {}))).toEqual(
      expected
    )
    expect(partsIn({ content: 'Hi' }, both)).toEqual(expected)
  })

  it('are told where no text ever comes, and where no choice does', () => {
    const { of, ...alone } = citation(0, one) as { readonly of: number }
    expect(partsOf(say('', { citations: [one] }))).toEqual([alone])
    const { message } = foldBody(
      withTerminal('done')(openAICompatible),
      chunk({ choices: [], citations: [one] }) + DONE
    )
    expect(message.choices).toEqual([{ index: 0, parts: [alone] }])
  })

  it('without a URL are told apart by all that they say', () => {
    const results = [{ title: 'One' }, { title: 'Two' }]
    const parts = partsOf(say('Hi', { search_results: results }), say('', { search_results: results }))
    expect(parts.map(({ _tag }) => _tag)).toEqual(['Text', 'Citation', 'Citation'])
  })

  it('of no list, null or odd entries are nothing', () => {
    for (const citations of [null, [], {}, 'x', 7, [null, 7, true]]) {
      expect(partsOf(say('Hi', { citations }))).toEqual([text(0, 'Hi')])
    }
  })

  it('do not end a call', () => {
    const body = [calls(call(0, 'a', 'add', '{}')), chunk({ choices: [], citations: [one] }), finish('length'), DONE]
    const { message } = foldBody(openAICompatible, body.join(''))
    expect(message.choices[0]?.parts.map(({ _tag }) => _tag)).toEqual(['ToolCall', 'Citation'])
  })

  it('that wait count for the limits', () => {
    const body = say('', { citations: ['x'.repeat(100)] }) + DONE
    const { failures } = foldBody(openAICompatible, body, { limits: limitsOf({ message: 50 }) })
    expect(failures).toMatchObject([{ _tag: 'LimitExceeded', of: 'message' }])
  })
})
