import type { option as O } from 'fp-ts'

import { field } from '../codec/field.ts'
import type { Frame } from '../data/Frame.ts'
import { defaultLimits } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { isRight } from '../data/Result.ts'
import { isBinary, parseAwsEventStreamMachine } from '../machine/framing/awsEventStream.ts'
import type { Framing } from '../machine/framing/frames.ts'
import { awsEventStreamFraming, ndjsonFraming, sseFraming } from '../machine/framing/frames.ts'
import { sseEventsMachine } from '../machine/framing/sseEvents.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import { runMachine } from '../machine/Machine.ts'
import { marks } from '../protocols/marks.ts'
import { named } from '../protocols/openAIResponses/named.ts'
import type { ProtocolName } from '../protocols/Protocol.ts'

const isName = (name: string): name is ProtocolName => Object.hasOwn(marks, name)

const names: ReadonlyArray<ProtocolName> = Object.keys(marks).filter(isName)

const jsonOf = (text: string): unknown => (isTooDeep(text, defaultLimits.depth) ? undefined : parseJson(text))

const framesIn = (results: ReadonlyArray<Result<Frame>>): ReadonlyArray<Frame> =>
  results.flatMap((result) => (isRight(result) ? [result.right] : []))

/** The event in a message of AWS: in base64, or named by the message's headers. */
const eventIn = ({ event, data }: Frame): unknown => {
  const json = jsonOf(data)
  const bytes = field(json, 'bytes')
  if (typeof bytes !== 'string') return { [event]: json }
  try {
    return jsonOf(atob(bytes))
  } catch {
    return undefined
  }
}

const textOf = (body: Piece): string => (typeof body === 'string' ? body : new TextDecoder().decode(body)).trimStart()

/**
 * The framing of a body; `undefined` = one JSON text, which every provider reads.
 *
 * @internal
 */
export const framingOf = (body: Piece): Framing | undefined => {
  if (isBinary(body)) return awsEventStreamFraming
  const text = textOf(body)
  if (text.startsWith('[')) return undefined
  if (!text.startsWith('{')) return sseFraming
  return isMalformed(jsonOf(text)) && !isMalformed(jsonOf(text.slice(0, text.indexOf('\n'))))
    ? ndjsonFraming
    : undefined
}

const eventsIn = (body: Piece): ReadonlyArray<unknown> => {
  if (isBinary(body)) return framesIn(runMachine(parseAwsEventStreamMachine())([body])).map(eventIn)
  const text = textOf(body)
  if (!text.startsWith('{') && !text.startsWith('[')) {
    return framesIn(runMachine(sseEventsMachine())([text])).map((frame) => jsonOf(named(frame).data))
  }
  const whole = jsonOf(text)
  return isMalformed(whole) ? text.split('\n').map(jsonOf) : [whole].flat()
}

/**
 * Returns the protocol of a body, or of its beginning, from the first event or JSON text that identifies it: `None` for an
 * HTML page, for an error, and for an incomplete JSON body. The framing is detected, too: server-sent events, JSON lines, a
 * JSON array, binary events of AWS.
 *
 * - Held in memory: the body as text.
 * - Fails: never.
 *
 * @example
 * import { option as O } from 'fp-ts'
 * import { detectProtocol } from 'deltafold/providers'
 *
 * assert.deepStrictEqual(detectProtocol('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'), O.some('openai-chat'))
 * assert.deepStrictEqual(detectProtocol('{"message":{"content":"Hi"},"done":false}\n{"mess'), O.some('ollama-chat'))
 * assert.deepStrictEqual(detectProtocol('<html>'), O.none)
 *
 * @category destructors
 * @since 0.1.0
 */
export const detectProtocol = (body: Piece): O.Option<ProtocolName> => {
  for (const event of eventsIn(body)) {
    const value = names.find((name) => marks[name](event))
    if (value !== undefined) return { _tag: 'Some', value }
  }
  return { _tag: 'None' }
}
