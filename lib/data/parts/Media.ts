/**
 * Images and other media, which differ only in their tags.
 *
 * @since 0.1.0
 */
import type { Extra } from '../extra.ts'
import { withExtra } from '../extra.ts'
import { append } from '../rope.ts'
import type { FragmentOf, PartKind, PartOf, PartShape } from './PartKind.ts'
import { fieldsOf, jsonLength, never, partWith } from './PartKind.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface MediaFields {
  readonly id: string
  readonly mediaType: string
  readonly name: string
  readonly url: string
  /** Base64. */
  readonly data: string
  /** Its content in words, such as the transcript of a sound. */
  readonly text: string
  readonly extra?: Extra
}

/**
 * A fragment of an image: `data` and `text` are appended, the others replace; `""` adds nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface ImageDelta extends FragmentOf<'ImageDelta'>, MediaFields {}

/**
 * A fragment of any other medium, such as a sound or a document; combined as an `ImageDelta` is.
 *
 * @category model
 * @since 0.1.0
 */
export interface FileDelta extends FragmentOf<'FileDelta'>, MediaFields {}

/**
 * An image; a field that is `""` is not known.
 *
 * @category model
 * @since 0.1.0
 */
export interface ImagePart extends PartOf<'Image'>, MediaFields {}

/**
 * Any other medium, such as a sound or a document; a field that is `""` is not known.
 *
 * @category model
 * @since 0.1.0
 */
export interface FilePart extends PartOf<'File'>, MediaFields {}

// -------------------------------------------------------------------------------------
// the kinds
// -------------------------------------------------------------------------------------

const mediaKind = <Tag extends 'Image' | 'File'>(
  tag: Tag
): PartKind<FragmentOf<`${Tag}Delta`> & MediaFields, PartOf<Tag> & MediaFields> => ({
  toPart: (delta) => partWith(tag, delta),
  combine: (first, second) =>
    withExtra(
      {
        _tag: tag,
        key: first.key,
        id: second.id || first.id,
        mediaType: second.mediaType || first.mediaType,
        name: second.name || first.name,
        url: second.url || first.url,
        data: append(first.data, second.data),
        text: append(first.text, second.text)
      },
      first.extra,
      second.extra
    ),
  weight: jsonLength
})

/** @internal */
export const imageKind: PartKind<ImageDelta, ImagePart> = /* @__PURE__ */ mediaKind('Image')

/** @internal */
export const fileKind: PartKind<FileDelta, FilePart> = /* @__PURE__ */ mediaKind('File')

const mediaShape = <Tag extends 'Image' | 'File'>(type: Lowercase<Tag>): PartShape<PartOf<Tag> & MediaFields> => ({
  type,
  required: { id: 'text', mediaType: 'text', name: 'text', url: 'text', data: 'text', text: 'text' },
  optional: { extra: 'extra' },
  isEmpty: never,
  print: fieldsOf
})

/** @internal */
export const imageShape: PartShape<ImagePart> = /* @__PURE__ */ mediaShape('image')

/** @internal */
export const fileShape: PartShape<FilePart> = /* @__PURE__ */ mediaShape('file')
