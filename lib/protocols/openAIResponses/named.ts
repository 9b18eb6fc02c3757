import type { Frame } from '../../data/Frame.ts'

const OPENING_BRACE = 123
const CLOSING_BRACE = 125
const SPACE = 32

const isObject = (data: string): boolean => {
  if (data.charCodeAt(0) !== OPENING_BRACE) return false
  let at = 1
  while (at < data.length && data.charCodeAt(at) <= SPACE) at += 1
  return data.charCodeAt(at) !== CLOSING_BRACE
}

/**
 * Adds the `type` of the `event:` line to the data of an event, which may lack it. It becomes the first field, so that
 * a type in the data wins: of two fields with one name JSON keeps the last. Data that begin with the type, as nearly
 * all do, are returned unchanged.
 *
 * Law: `JSON.parse(named(frame).data) = { type: frame.event, ...JSON.parse(frame.data) }`.
 *
 * @since 0.1.0
 *
 * @internal
 */
export const named = (frame: Frame): Frame => {
  const { data, event } = frame
  if (data.startsWith('{"type"') || !(event === 'error' || event.startsWith('response.')) || !isObject(data))
    return frame
  return { ...frame, data: `{"type":${JSON.stringify(event)},${data.slice(1)}` }
}
