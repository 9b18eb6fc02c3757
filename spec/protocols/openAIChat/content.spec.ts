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
})
