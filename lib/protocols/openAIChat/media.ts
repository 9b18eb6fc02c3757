/**
 * Images and sound of the model. An image arrives whole, as a URL or as a `data:` URL, in `images` or as a part of the
 * content. Sound arrives in fragments of base64, with a growing transcript.
 *
 * Source: https://openrouter.ai/docs/features/multimodal/image-generation,
 * https://platform.openai.com/docs/guides/audio, https://platform.openai.com/docs/api-reference/chat/object
 *
 * @since 0.1.0
 */
import { field, manyOf, textOf } from '../../codec/field.ts'
import type { Delta, FileDelta, ImageDelta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withPart } from '../row.ts'
import type { ChoiceState } from './state.ts'
import { withUnknown } from './unknown.ts'

// -------------------------------------------------------------------------------------
// images
// -------------------------------------------------------------------------------------

const scheme = 'data:'
const encoding = ';base64'

/** The fields of a URL: `data:image/png;base64,…` holds the image, any other is its address. */
const fromUrl = (url: string): Pick<ImageDelta, 'mediaType' | 'url' | 'data'> => {
  const comma = url.indexOf(',')
  const head = url.startsWith(scheme) && comma !== -1 ? url.slice(scheme.length, comma) : ''
  if (!head.endsWith(encoding)) return { mediaType: '', url, data: '' }
  return { mediaType: head.split(';')[0] ?? '', url: '', data: url.slice(comma + 1) }
}

/**
 * The choice after an image: `{"type": "image_url", "image_url": {"url": "…"}}`, the URL in place of an object, or the URL alone.
 *
 * @internal
 */
export const withImage = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  const said = field(item, 'image_url') ?? item
  const url = typeof said === 'string' ? said : field(said, 'url')
  if (typeof url !== 'string' || url === '') return withUnknown(choice, item, emit)
  emit({ _tag: 'ImageDelta', choice: choice.index, key: choice.parts, id: '', name: '', text: '', ...fromUrl(url) })
  return { ...withPart(choice, 'other'), beside: { ...choice.beside, images: true } }
}

/**
 * The choice after a list of images, or after one.
 *
 * @internal
 */
export const withImages = (choice: ChoiceState, images: unknown, emit: Emit<Delta>): ChoiceState =>
  manyOf(images).reduce<ChoiceState>((next, item) => withImage(next, item, emit), choice)

// -------------------------------------------------------------------------------------
// sound
// -------------------------------------------------------------------------------------

const named: ReadonlyArray<string> = ['id', 'data', 'transcript']

const restOf = (audio: object): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(audio).filter(([key, value]) => !named.includes(key) && value !== null && value !== '' && value !== 0)

/**
 * The choice after a fragment of sound: `{"id": …, "data": …, "transcript": …, "expires_at": …}`, all of them
 * optional.
 *
 * @internal
 */
export const withAudio = (choice: ChoiceState, audio: unknown, emit: Emit<Delta>): ChoiceState => {
  if (typeof audio !== 'object' || audio === null || Array.isArray(audio)) return choice
  const id = textOf(field(audio, 'id'))
  const data = textOf(field(audio, 'data'))
  const said = textOf(field(audio, 'transcript'))
  const rest = restOf(audio)
  if (id === '' && data === '' && said === '' && rest.length === 0) return choice

  const known = choice.beside.audio
  const key = known === -1 ? choice.parts : known
  const delta: FileDelta = {
    _tag: 'FileDelta',
    choice: choice.index,
    key,
    id,
    mediaType: '',
    name: '',
    url: '',
    data,
    text: said
  }
  emit(rest.length === 0 ? delta : { ...delta, extra: Object.fromEntries(rest) })
  if (known !== -1) return choice
  return { ...withPart(choice, 'other'), beside: { ...choice.beside, audio: key } }
}
