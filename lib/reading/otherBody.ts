import type { NotAStream } from '../data/Failure.ts'
import { notAStream } from '../data/Failure.ts'
import type { Head } from '../data/Head.ts'

const LONGEST_TYPE = 100

/** The media type of a response, without its parameters and in lower case, where it has one. */
const mediaTypeOf = ({ contentType = '' }: Head): Pick<NotAStream, 'contentType'> => {
  const type = contentType.slice(0, LONGEST_TYPE).split(';')[0]?.trim().toLowerCase()
  return type ? { contentType: type } : {}
}

/**
 * The failure of a body that is neither a stream nor JSON, by its first character that is not blank.
 *
 * @internal
 */
export const otherBody = (head: Head, first: string): NotAStream => {
  const what = first === '<' ? 'a page' : first < ' ' ? 'binary' : 'text'
  return notAStream(what, { atByte: 0, atEvent: 0 }, mediaTypeOf(head))
}
