import type { OutputMedia } from '../data/ToolOutput.ts'

const BASE64 = ';base64,'

// The media type of a data URL, without its parameters, and its data; `undefined` for another URL.
const inDataUrl = (url: string): { readonly mediaType: string; readonly data: string } | undefined => {
  if (url.slice(0, 5).toLowerCase() !== 'data:') return undefined
  const comma = url.indexOf(',')
  const head = url.slice(0, comma + 1)
  if (!head.toLowerCase().endsWith(BASE64)) return undefined
  return { mediaType: head.slice(5, -BASE64.length).split(';')[0] ?? '', data: url.slice(comma + 1) }
}

// Clients write it, but no API takes it.
const aliases: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg' }

/**
 * A medium in the form that every protocol expects: a media type in lower case, which decides whether it is an image; and the
 * data of a `data:` URL, because most APIs fetch URLs and reject this one.
 *
 * @internal
 */
export const plainMedia = (media: OutputMedia): OutputMedia => {
  const inside = 'url' in media ? inDataUrl(media.url) : undefined
  const said = (media.mediaType || (inside?.mediaType ?? '')).toLowerCase()
  const mediaType = (Object.hasOwn(aliases, said) ? aliases[said] : undefined) ?? said
  const _tag = mediaType === '' ? media._tag : mediaType.startsWith('image/') ? 'Image' : 'File'
  if (inside === undefined) {
    return mediaType === media.mediaType && _tag === media._tag ? media : { ...media, _tag, mediaType }
  }
  const { name } = media
  return { _tag, mediaType, ...(name === undefined ? {} : { name }), data: inside.data }
}
