import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { formatAwsEventStream, formatNDJSON, formatSSE } from '../../lib/encoding/index.ts'
import { parseAwsEventStreamMachine } from '../../lib/machine/framing/awsEventStream.ts'
import { parseNDJSONMachine } from '../../lib/machine/framing/ndjson.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'

const odd = fc.constantFrom('a', '\u2028', '😀', ':', ' ', 'é', '"', '\\', '\u0000x')
const word = fc.array(odd, { maxLength: 6 }).map((all) => all.join(''))
const type = fc.constantFrom('', 'message_start', 'messageStop', 'é')
const lines = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
const json = fc.json()

interface Framed {
  readonly event: string
  readonly data: string
}

const framed = (event: fc.Arbitrary<string>, data: fc.Arbitrary<string>): fc.Arbitrary<ReadonlyArray<Framed>> =>
  fc.array(fc.record({ event, data }))

const rightsOf = <A>(results: ReadonlyArray<E.Either<unknown, A>>): ReadonlyArray<A> =>
  results.map((one) => {
    if (E.isLeft(one)) throw new Error(JSON.stringify(one.left))
    return one.right
  })

describe('the writers of framings', () => {
  it('law: parseSSE(xs.map(formatSSE)) = xs', () => {
    fc.assert(
      fc.property(framed(type, lines), (events) => {
        const items = rightsOf(runMachine(parseSSEMachine({ strict: true }))([events.map(formatSSE).join('')]))
        const read = items.flatMap((item) => (item._tag === 'Event' ? [{ event: item.event, data: item.data }] : []))
        expect(read).toEqual(events)
      })
    )
  })

  it('law: parseNDJSON(xs.map(formatNDJSON)) = xs, with line ends between tokens as spaces', () => {
    const pretty = fc.jsonValue().map((value) => JSON.stringify(value, null, 1))
    fc.assert(
      fc.property(framed(fc.constant(''), fc.oneof(json, pretty)), (events) => {
        const items = rightsOf(
          runMachine(andThen(parseNDJSONMachine())(utf8Machine))([events.map(formatNDJSON).join('')])
        )
        expect(items.map(({ data }): unknown => JSON.parse(data))).toEqual(
          events.map(({ data }): unknown => JSON.parse(data))
        )
      })
    )
  })

  it('law: parseAwsEventStream(xs.map(formatAwsEventStream)) = xs, exceptions included', () => {
    const event = fc.constantFrom('messageStart', 'contentBlockDelta', 'throttlingException', 'é')
    fc.assert(
      fc.property(framed(event, json), (events) => {
        const items = rightsOf(runMachine(parseAwsEventStreamMachine())(events.map(formatAwsEventStream)))
        expect(items.map((item) => ({ event: item.event, data: item.data }))).toEqual(events)
      })
    )
  })

  it('sends a carriage return as the end of a line, which it is to every reader', () => {
    expect(formatSSE({ event: '', data: 'a\r\nb\rc' })).toBe('data: a\ndata: b\ndata: c\n\n')
  })
})
