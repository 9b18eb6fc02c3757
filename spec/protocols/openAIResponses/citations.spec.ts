import { firstChoice } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openRouterResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { added, completed, done, event, message } from '../../fixtures/responses.ts'

const provider = openRouterResponses

const streamed = (...events: ReadonlyArray<string>): Outcome => foldBody(provider, events.join(''))

const text = (place: object, delta: string): string => event('response.output_text.delta', { ...place, delta })

describe('sources of a text', () => {
  const a = { type: 'url_citation', url: 'https://a' }
  const b = { type: 'url_citation', url: 'https://b' }
  const c = { type: 'url_citation', url: 'https://c' }
  const source = (annotation: object, rest: object = {}): string =>
    event('response.output_text.annotation.added', { output_index: 0, content_index: 0, annotation, ...rest })
  const urls = ({ message: one }: Outcome): ReadonlyArray<unknown> =>
    (firstChoice(one)?.parts ?? []).flatMap((part) => (part._tag === 'Citation' ? [part.url] : []))

  it.each([
    ['sent twice', [source(a), source(a), source(b)], [a, b]],
    ['in another order', [source(b, { annotation_index: 1 }), source(a, { annotation_index: 0 })], [a, b]],
    ['under one number', [source(a, { annotation_index: 0 }), source(b, { annotation_index: 0 })], [a, b]],
    ['only some of them', [source(b)], [a, b]],
    ['without a field', [source({ ...a, title: 'A' }), source(b)], [a, b]],
    ['more than the whole has', [source(a), source(b)], [b]]
  ])('are one each: %s', (_what, sources, all) => {
    const begun = [added(0, message('', { content: [] })), text({ output_index: 0, content_index: 0 }, 'Hi')]
    for (const last of [[done(0, message('Hi', {}, all)), completed([])], [completed([message('Hi', {}, all)])]])
      expect([...urls(streamed(...begun, ...sources, ...last))].toSorted()).toEqual(['https://a', 'https://b'])
  })

  it('that are new in the whole text follow', () => {
    const begun = [text({ output_index: 0, content_index: 0 }, 'Hi'), source(a)]
    expect(urls(streamed(...begun, completed([message('Hi', {}, [a, b, c])])))).toEqual([
      'https://a',
      'https://b',
      'https://c'
    ])
  })
})
