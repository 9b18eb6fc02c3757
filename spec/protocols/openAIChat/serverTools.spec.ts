import { delta } from '../../fixtures/chat.ts'
import { partsIn, partsOf, text } from '../../fixtures/chatParts.ts'

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
