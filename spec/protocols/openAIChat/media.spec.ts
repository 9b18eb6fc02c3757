import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { delta, DONE, finish } from '../../fixtures/chat.ts'
import { partsIn, partsOf, text } from '../../fixtures/chatParts.ts'
import { cutLaws } from '../../laws/machine.ts'

const one = 'https://a.example/1'

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
