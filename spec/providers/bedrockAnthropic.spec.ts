import { either as E } from 'fp-ts'

import type { Frame } from '../../lib/data/Frame.ts'
import { frameOf } from '../../lib/data/Frame.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockAnthropic } from '../../lib/providers/bedrockAnthropic.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { joined } from '../arbitraries/pieces.ts'
import { everyBlockJson, everyBlockStream, messageStart, said } from '../fixtures/anthropic.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import { cutLaws } from '../laws/machine.ts'

/** The data of the events of a body. */
const eventsIn = (body: string): ReadonlyArray<string> =>
  runMachine(parseSSEMachine())([body]).flatMap((item) =>
    E.isRight(item) && item.right._tag === 'Event' ? [item.right.data] : []
  )

const wrapped = (data: string): string =>
  JSON.stringify({ bytes: Buffer.from(data, 'utf8').toString('base64'), p: 'abcdefghijk' })

const chunk = (data: string, i: number): Frame => ({ ...frameOf(wrapped(data), i), event: 'chunk' })

const exception = (event: string, data: string): Frame => ({ ...frameOf(data, 99), event })

const foldFrames = (...frames: ReadonlyArray<Frame>): Outcome | undefined =>
  runMachine(andThen(accumulateMessageMachine)(decodeChunkMachine(bedrockAnthropic)))(frames.map(E.right))
    .filter(isOutcome)
    .at(-1)

describe('Claude on Bedrock', () => {
  it('says inside its frames what Anthropic says', () => {
    const frames = eventsIn(everyBlockStream).map(chunk)
    expect(frames.length).toBeGreaterThan(50)
    expect(foldFrames(...frames)).toEqual(foldBody(anthropic, everyBlockStream))
    expect(foldFrames(...frames.slice(0, -1))).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
  })

  const binary = joined(eventsIn(everyBlockStream).map((data) => awsEvent('chunk', wrapped(data))))

  it('says in binary messages what Anthropic says', () => {
    const { _tag, message, failures } = foldBody(anthropic, everyBlockStream)
    expect(foldBody(bedrockAnthropic, binary)).toMatchObject({ _tag, message, failures })
    expect(foldBody(bedrockAnthropic, binary.subarray(0, -1))._tag).toBe('Truncated')
  })

  describe('cut anywhere', () => {
    cutLaws(foldMachine(bedrockAnthropic), binary, (states) => '.'.repeat(states.length))
  })

  it('says as a JSON body what Anthropic says', () => {
    expect(foldBody(bedrockAnthropic, everyBlockJson)).toEqual(foldBody(anthropic, everyBlockJson))
  })

  it('passes what holds no event, so that nothing is lost', () => {
    const plain = eventsIn(everyBlockStream).map((data, i) => frameOf(data, i))
    expect(foldFrames(...plain)).toEqual(foldBody(anthropic, everyBlockStream))
    const bad = foldFrames(frameOf('{"bytes":"%%%"}'), frameOf('{"bytes":7}', 1), frameOf('[]', 2), frameOf('{bad', 3))
    expect(bad?.failures.map(({ _tag }) => _tag)).toEqual([
      'MalformedJson',
      'DecodeFailure',
      'MalformedJson',
      'NotAStream'
    ])
  })

  it.each([
    ['throttlingException', 429],
    ['modelStreamErrorException', 424],
    ['internalServerException', 500],
    ['validationException', 400],
    ['serviceUnavailableException', 503],
    ['modelTimeoutException', 408]
  ])('%s fails the stream, and what came stays', (type, status) => {
    const frames = eventsIn(messageStart() + said(0, 'Hi')).map(chunk)
    expect(foldFrames(...frames, exception(type, '{"message":"Too many"}'))).toMatchObject({
      _tag: 'Failed',
      message: { choices: [{ parts: [{ text: 'Hi' }] }] },
      failures: [{ _tag: 'ProviderFailure', type, status, message: 'Too many', atEvent: 99 }]
    })
    expect(foldFrames(exception(type, '{"message":"Too many"}'))?._tag).toBe('Failed')
  })

  it('an exception fails the stream also where its data is odd, and where it is of an unknown kind', () => {
    const messageOf = (data: string, type = 'oddException'): unknown =>
      foldFrames(exception(type, data))?.failures.map(({ message }) => message)
    expect(messageOf('')).toEqual(['oddException'])
    expect(messageOf('null')).toEqual(['oddException'])
    expect(messageOf('no JSON')).toEqual(['no JSON'])
    expect(messageOf('{"Message":"A"}')).toEqual(['A'])
    expect(messageOf(wrapped('{"type":"ping"}'))).toEqual(['oddException'])
    const upstream = exception('modelStreamErrorException', '{"message":"A","originalMessage":"B"}')
    expect(foldFrames(upstream)?.failures).toMatchObject([{ message: 'A', detail: 'B' }])
    expect(foldFrames(exception('oddException', '{}'))?.failures[0]).not.toHaveProperty('status')
  })

  it("an error of Anthropic's inside a frame is one, and so is a body of AWS's", () => {
    const overloaded = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'
    expect(foldFrames(chunk(overloaded, 0))).toMatchObject({ _tag: 'Failed', failures: [{ message: 'Overloaded' }] })
    for (const body of ['{"message":"No"}', '{"Message":"No"}']) {
      expect(foldBody(bedrockAnthropic, body, { status: 403 })).toMatchObject({
        _tag: 'Failed',
        failures: [{ _tag: 'ProviderFailure', message: 'No', status: 403 }]
      })
    }
  })
})
