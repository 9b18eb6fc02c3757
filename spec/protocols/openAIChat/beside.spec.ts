/** What stands beside text: sources, images, sound, tools that the provider ran. */
import fc from 'fast-check'

import type { Delta } from '../../../lib/data/Delta.ts'
import { limitsOf } from '../../../lib/data/Limits.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import type { Part } from '../../../lib/data/Part.ts'
import { chatMachine } from '../../../lib/protocols/openAIChat/machine.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { call, calls, chunk, delta, DONE, finish } from '../../fixtures/chat.ts'
import { cutLaws } from '../../laws/machine.ts'

const outcomeOf = (...events: ReadonlyArray<string>): Outcome =>
  foldBody(openAICompatible, [...events, finish('stop'), DONE].join(''))

const partsOf = (...events: ReadonlyArray<string>): ReadonlyArray<Part> =>
  outcomeOf(...events).message.choices[0]?.parts ?? []

const partsIn = (message: object, rest: object = {}): ReadonlyArray<Part> => {
  const body = { id: 'c1', model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }], ...rest }
  return foldBody(openAICompatible, JSON.stringify(body)).message.choices[0]?.parts ?? []
}

const text = (key: number, said: string): object => ({ _tag: 'Text', key, text: said })

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
    expect(chatMachine.step(state, { citations }, (said) => deltas.push(said))).toBe(state)
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
    const { message } = foldBody(openAICompatible, chunk({ citations: [one] }) + DONE)
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

describe('images', () => {
  const media = { id: '', name: '', text: '' }

  it('come as a URL or as data', () => {
    const images = [
      { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBO' } },
      { type: 'image_url', image_url: { url: one } },
      { type: 'image_url', image_url: 'data:text/plain,Hi' }
    ]
    const expected = [
      text(0, 'Hi'),
      { _tag: 'Image', key: 1, ...media, mediaType: 'image/png', url: '', data: 'iVBO' },
      { _tag: 'Image', key: 2, ...media, mediaType: '', url: one, data: '' },
      { _tag: 'Image', key: 3, ...media, mediaType: '', url: 'data:text/plain,Hi', data: '' }
    ]
    expect(partsOf(delta({ content: 'Hi' }), delta({ images }))).toEqual(expected)
    expect(partsIn({ content: 'Hi', images })).toEqual(expected)
    expect(partsOf(delta({ content: [{ type: 'text', text: 'Hi' }, ...images] }))).toEqual(expected)
  })

  it('keep their place between texts', () => {
    const images = [{ type: 'image_url', image_url: { url: one } }]
    const parts = partsOf(delta({ content: 'a' }), delta({ images }), delta({ content: 'b' }))
    expect(parts).toMatchObject([text(0, 'a'), { _tag: 'Image' }, text(2, 'b')])
  })

  it('that are none are kept as they came', () => {
    expect(partsOf(delta({ images: [{ type: 'image_url' }, 7] }))).toEqual([
      { _tag: 'Unrecognised', key: 0, raw: { type: 'image_url' } },
      { _tag: 'Unrecognised', key: 1, raw: 7 }
    ])
    expect(partsOf(delta({ images: null }), delta({ images: {} }))).toEqual([])
  })
})

describe('sound', () => {
  const audio = { id: 'audio_1', data: 'AAAABBBB', transcript: 'Hi there', expires_at: 1763000000 }
  const expected = [
    {
      _tag: 'File',
      key: 0,
      id: 'audio_1',
      mediaType: '',
      name: '',
      url: '',
      data: 'AAAABBBB',
      text: 'Hi there',
      extra: { expires_at: 1763000000 }
    }
  ]
  const events = [
    delta({ audio: { id: 'audio_1', transcript: 'Hi' } }),
    delta({ audio: { id: 'audio_1', data: 'AAAA' } }),
    delta({ audio: { transcript: ' there' } }),
    delta({ audio: { data: 'BBBB' } }),
    delta({ audio: { expires_at: 1763000000 } })
  ]

  it('is one file: its data and its transcript appended, when it expires beside it', () => {
    expect(partsOf(...events)).toEqual(expected)
    expect(partsIn({ content: null, audio })).toEqual(expected)
  })

  it('of null, nothing or no object is none', () => {
    for (const none of [null, {}, [], 'x', { id: null, data: '' }]) expect(partsOf(delta({ audio: none }))).toEqual([])
  })

  describe('cut anywhere', () => {
    cutLaws(
      foldMachine(openAICompatible),
      new TextEncoder().encode([...events, finish('stop'), DONE].join('')),
      (said) => '.'.repeat(said.length)
    )
  })
})

describe('tools that the provider ran', () => {
  const search = { index: 0, type: 'search', arguments: '{"query":"x"}' }
  const code = { index: 1, type: 'python', name: 'run', arguments: { code: '1' } }
  const found = { ...search, output: 'found', search_results: { results: [] } }
  const ran = { ...code, output: '1' }
  const called = { _tag: 'ServerToolCall', id: '' }
  const answered = { _tag: 'ServerToolResult', id: '' }
  const expected = [
    { ...called, key: 0, kind: 'search', name: '', arguments: '{"query":"x"}' },
    { ...answered, key: 1, kind: 'search', raw: found },
    { ...called, key: 2, kind: 'python', name: 'run', arguments: '{"code":"1"}' },
    { ...answered, key: 3, kind: 'python', raw: ran },
    text(4, 'Hi')
  ]

  it('are a call and its result, each once', () => {
    expect(
      partsOf(
        delta({ executed_tools: [search] }),
        delta({ executed_tools: [found] }),
        delta({ executed_tools: [found, code] }),
        delta({ executed_tools: [ran] }),
        delta({ content: 'Hi' })
      )
    ).toEqual(expected)
    expect(partsIn({ content: 'Hi', executed_tools: [found, ran] })).toEqual(expected)
  })

  it('without an answer are calls alone, and odd ones are nothing', () => {
    expect(partsOf(delta({ executed_tools: [search, null, 7] }), delta({ executed_tools: null }))).toEqual([
      expected[0]
    ])
  })
})

describe('parts of the content', () => {
  it('refusals are refusals, and references sources without a URL', () => {
    const reference = { type: 'reference', reference_ids: [1] }
    const odd = { type: 'refusal' }
    const content = [{ type: 'refusal', refusal: 'N' }, { type: 'refusal', refusal: 'o' }, reference, odd]
    expect(partsOf(delta({ content }))).toEqual([
      { _tag: 'Refusal', key: 0, text: 'No' },
      { _tag: 'Citation', key: 1, raw: reference },
      { _tag: 'Unrecognised', key: 2, raw: odd }
    ])
  })
})

describe('a stream and its JSON twin', () => {
  const json = fc.jsonValue({ maxDepth: 3 })

  it('law: whatever stands beside the text of one delta, the message is the same', () => {
    const beside = fc.record(
      {
        annotations: json,
        images: json,
        audio: json,
        executed_tools: json,
        content: fc.string(),
        reasoning: fc.string()
      },
      { requiredKeys: [] }
    )
    const sources = fc.record({ citations: json, search_results: json }, { requiredKeys: [] })
    fc.assert(
      fc.property(beside, sources, (message, rest) => {
        const body = { id: 'c1', model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }], ...rest }
        const streamed = foldBody(openAICompatible, delta(message) + chunk({ choices: [], ...rest }) + finish('stop'))
        expect(streamed).toEqual(foldBody(openAICompatible, JSON.stringify(body)))
      })
    )
  })
})
