import type { NotAStream } from '../data/Failure.ts'
import { notAStream } from '../data/Failure.ts'
import type { Head } from '../data/Head.ts'

// A header may contain anything: a failure only repeats a type of this list.
const types: ReadonlyArray<string> = [
  'text/html',
  'text/plain',
  'text/xml',
  'text/event-stream',
  'application/json',
  'application/x-ndjson',
  'application/xml',
  'application/octet-stream',
  'application/vnd.amazon.eventstream'
]

const typeOf = ({ contentType = '' }: Head): Pick<NotAStream, 'contentType'> => {
  const said = contentType.toLowerCase()
  const type = types.find((one) => said === one || said.startsWith(`${one};`))
  return type === undefined ? {} : { contentType: type }
}

/**
 * The failure for a body that is neither a stream nor JSON, by its first character that is not blank.
 *
 * @internal
 */
export const otherBody = (head: Head, first: string): NotAStream => {
  const what = first === '<' ? 'a page' : first < ' ' ? 'binary' : 'text'
  return notAStream(what, { atByte: 0, atEvent: 0 }, typeOf(head))
}
