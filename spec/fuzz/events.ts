/** A body as its events, each with the JSON that it holds, so that the JSON may be changed and the event written again. */
import type { Place } from '../arbitraries/hostileJson.ts'
import { placesOf } from '../arbitraries/hostileJson.ts'
import { message } from '../fixtures/awsFrames.ts'

export interface Event {
  readonly bytes: Uint8Array
  /** The JSON of the event; `''` where it has none. */
  readonly json: string
  /** The event with other JSON, in its framing. */
  readonly write: (json: string) => Uint8Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const textEvent = (text: string): Event => {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}') + 1
  const json = from !== -1 && isJson(text.slice(from, to)) ? text.slice(from, to) : ''
  return {
    bytes: encoder.encode(text),
    json,
    write: (other) => encoder.encode(json === '' ? text : text.slice(0, from) + other + text.slice(to))
  }
}

const PRELUDE = 12
const CHECKSUM = 4

const framesOf = (body: Uint8Array): ReadonlyArray<Uint8Array> => {
  const frames: Uint8Array[] = []
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  for (let at = 0; at + PRELUDE < body.length;) {
    const length = view.getUint32(at)
    if (length <= PRELUDE) break
    frames.push(body.subarray(at, at + length))
    at += length
  }
  return frames
}

interface Wrapped {
  readonly bytes: string
}

const wrappedIn = (payload: string): string | undefined => {
  const value = isJson(payload) ? (JSON.parse(payload) as Partial<Wrapped> | null) : null
  return typeof value?.bytes === 'string' ? Buffer.from(value.bytes, 'base64').toString() : undefined
}

const binaryEvent = (frame: Uint8Array): Event => {
  const headersLength = new DataView(frame.buffer, frame.byteOffset).getUint32(4)
  const headers = frame.subarray(PRELUDE, PRELUDE + headersLength)
  const payload = decoder.decode(frame.subarray(PRELUDE + headersLength, frame.length - CHECKSUM))
  const inner = wrappedIn(payload)
  return {
    bytes: frame,
    json: inner ?? payload,
    write: (json) =>
      message(headers, inner === undefined ? json : JSON.stringify({ bytes: Buffer.from(json).toString('base64') }))
  }
}

/** The events of a body, which joined are the body. */
export const eventsOf = (framing: string, body: Uint8Array): ReadonlyArray<Event> => {
  if (framing === 'awsEventStream') return framesOf(body).map(binaryEvent)
  const text = decoder.decode(body)
  const end = framing === 'ndjson' ? /(?<=\n)/ : /(?<=\n\n|\r\n\r\n)/
  return text.split(end).map(textEvent)
}

/** One JSON body, as if it were an event. */
export const bodyEvent = (json: string): Event => ({
  bytes: encoder.encode(json),
  json,
  write: (other) => encoder.encode(other)
})

const known = new WeakMap<Event, ReadonlyArray<Place>>()

/** The places of the JSON of an event, looked for once. */
export const placesIn = (event: Event): ReadonlyArray<Place> => {
  const places = known.get(event) ?? (event.json === '' ? [] : placesOf(event.json))
  known.set(event, places)
  return places
}
