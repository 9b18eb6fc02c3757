import { delta } from '../../fixtures/chat.ts'
import { partsOf } from '../../fixtures/chatParts.ts'

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

  it.each([{ type: 'output_text', text: 'Hi' }, { text: 'Hi' }, { type: 'text', text: 'Hi' }])('%j is text', (item) => {
    expect(partsOf(delta({ content: [item] }), delta({ content: [null, item] }))).toEqual([
      { _tag: 'Text', key: 0, text: 'HiHi' }
    ])
  })

  it('a number is its text, and a text that is none is kept', () => {
    const odd = { type: 'text', text: { value: 'Hi' } }
    expect(partsOf(delta({ content: [{ type: 'text', text: 4 }, { type: 'text', text: '' }, odd] }))).toEqual([
      { _tag: 'Text', key: 0, text: '4' },
      { _tag: 'Unrecognised', key: 1, raw: odd }
    ])
    expect(partsOf(delta({ refusal: 1 }))).toMatchObject([{ _tag: 'Refusal', text: '1' }])
  })

  it.each([
    { type: 'redacted_thinking', data: 'D' },
    { type: 'reasoning', summary: [{ type: 'redacted', data: 'D' }] }
  ])('%j is encrypted reasoning', (item) => {
    expect(partsOf(delta({ content: [item] }))).toMatchObject([{ _tag: 'Reasoning', kind: 'encrypted', data: 'D' }])
  })
})
