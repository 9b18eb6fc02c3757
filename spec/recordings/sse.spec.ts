import { either as E } from 'fp-ts'

import type { Failure } from '../../lib/data/Failure.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import type { SSEItem } from '../../lib/machine/framing/SSEItem.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { withTerminal } from '../../lib/protocols/Provider.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { retryAfter } from '../../lib/reading/headOf.ts'
import { cutLaws } from '../laws/machine.ts'
import { describeShared, readShared } from './shared.ts'

interface Strict {
  readonly name: string
  readonly encoding: 'utf8' | 'base64'
  readonly input: string
  readonly expected: {
    readonly events: ReadonlyArray<{ readonly event?: string; readonly data: string; readonly lastEventId: string }>
    readonly comments: ReadonlyArray<string>
    readonly retries: ReadonlyArray<string>
    readonly finalLastEventId: string
    readonly unfinishedEventDiscarded: boolean
  }
}

interface Lenient {
  readonly name: string
  readonly http: {
    readonly status: number
    readonly contentType: string
    readonly headers?: Readonly<Record<string, string>>
  }
  readonly encoding: 'utf8' | 'base64'
  readonly input: string
  readonly expected: {
    readonly outcome: 'events' | 'error' | 'ndjson' | 'json-array'
    readonly payloads?: ReadonlyArray<string>
    readonly sawDone?: boolean
    readonly errorKind?: 'provider' | 'truncated' | 'no-events' | 'http'
    readonly status?: number
    readonly providerCode?: string | number
    readonly providerType?: string
    readonly message?: string
    readonly retryAfterMs?: number
    readonly flushedAtEof?: boolean
    readonly splitOnDataLine?: boolean
  }
}

interface Cases {
  readonly strict: ReadonlyArray<Strict>
  readonly lenient: ReadonlyArray<Lenient>
}

const bytesOf = ({ encoding, input }: { readonly encoding: 'utf8' | 'base64'; readonly input: string }): Uint8Array =>
  Uint8Array.from(Buffer.from(input, encoding))

const sorted = (items: ReadonlyArray<E.Either<Failure, SSEItem>>) => {
  const rights = items.flatMap((item) => (E.isRight(item) ? [item.right] : []))
  return {
    events: rights.flatMap((item) =>
      item._tag === 'Event' && !item.unfinished
        ? [{ ...(item.event === '' ? {} : { event: item.event }), data: item.data, lastEventId: item.lastEventId }]
        : []
    ),
    comments: rights.flatMap((item) => (item._tag === 'Comment' ? [item.text] : [])),
    retries: rights.flatMap((item) => (item._tag === 'Retry' ? [item.digits] : [])),
    unfinished: rights.some((item) => item._tag === 'Event' && item.unfinished)
  }
}

// Cutting a body at every byte is quadratic: the two large ones are left to the random cuts.
const MAX_EVERY_CUT = 4096

describeShared('sse cases', ['..', 'sse', 'cases.json'], () => {
  const { strict, lenient } = readShared('..', 'sse', 'cases.json') as Cases

  describe.each(strict)('strict: $name', (one) => {
    const body = bytesOf(one)
    const { events, comments, retries, finalLastEventId, unfinishedEventDiscarded } = one.expected

    it('gives what the standard says', () => {
      const machine = parseSSEMachine()
      expect(sorted(runMachine(machine)([body]))).toEqual({
        events,
        comments,
        retries,
        unfinished: unfinishedEventDiscarded
      })
      const { state } = feedMachine(machine)(machine.initial, [body])
      expect(machine.end(state, () => undefined).second.lastEventId).toBe(finalLastEventId)
    })

    it('gives no unfinished event when strict', () => {
      expect(sorted(runMachine(parseSSEMachine({ strict: true }))([body]))).toEqual({
        events,
        comments,
        retries,
        unfinished: false
      })
    })

    if (body.length <= MAX_EVERY_CUT) cutLaws(parseSSEMachine(), body)
    else {
      it('gives the same in pieces of any size', () => {
        for (const size of [1, 2, 3, 7, 1460, 65536]) {
          const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, i) =>
            body.subarray(i * size, (i + 1) * size)
          )
          expect(runMachine(parseSSEMachine())(pieces)).toEqual(runMachine(parseSSEMachine())([body]))
        }
      })
    }
  })

  /** What each kind of error is called here. An empty body is `NoEvents`, which says more than a truncation. */
  const tags: Readonly<Record<string, ReadonlyArray<string>>> = {
    provider: ['ProviderFailure'],
    http: ['ProviderFailure', 'HttpFailure'],
    truncated: ['TruncatedFrame', 'NoEvents'],
    'no-events': ['NoEvents', 'NotAStream']
  }

  const foldCase = (one: Lenient): Outcome => {
    const { status, contentType, headers = {} } = one.http
    const wait = retryAfter({ get: (name) => headers[name] ?? null }, 0)
    // These cases are about frames: `[DONE]` is enough, as it comes without a finish reason.
    const provider = one.input.includes('finish_reason') ? openAICompatible : withTerminal('done')(openAICompatible)
    return foldBody(provider, bytesOf(one), {
      status,
      contentType,
      ...(wait === undefined ? {} : { retryAfter: wait })
    })
  }

  const textIn = (payload: string): string => {
    const json = JSON.parse(payload) as { choices?: ReadonlyArray<{ delta: { content?: string } }> }
    return json.choices?.[0]?.delta.content ?? ''
  }

  // What a generic chat provider cannot fold, on purpose: formats of other providers, and data that is no JSON.
  const others = ['ndjson', 'json-array']
  const isNoJson = ['content-type-charset-latin1-still-utf8']
  const chat = lenient.filter(({ name, expected }) => !others.includes(expected.outcome) && !isNoJson.includes(name))

  // Truncated means here that no terminal came; where NDJSON is cut, the provider is another one.
  it.each(chat.filter(({ name }) => !name.startsWith('ndjson')).map((one) => [one.name, one] as const))(
    'lenient: %s',
    (_name, one) => {
      const { expected } = one
      const { _tag, message, failures, repairs } = foldCase(one)
      const said = message.choices.flatMap(({ parts }) => parts.map((part) => (part._tag === 'Text' ? part.text : '')))
      expect(said.join('')).toBe((expected.payloads ?? []).map(textIn).join(''))
      if (expected.outcome === 'events') {
        const isFinished = expected.sawDone === true || one.input.includes('"finish_reason":"stop"')
        expect([_tag, ...failures.map((failure) => failure._tag)]).toEqual(
          isFinished ? ['Complete'] : ['Truncated', 'EndedEarly']
        )
      } else {
        expect(_tag).not.toBe('Complete')
        expect(tags[expected.errorKind ?? '']).toContain(failures[0]?._tag)
      }
      if (expected.flushedAtEof === true) expect(repairs).toMatchObject([{ _tag: 'FlushedAtEnd' }])
      if (expected.splitOnDataLine === true) expect(repairs).toMatchObject([{ _tag: 'EventSplit' }])
      const about = {
        ...(expected.status === undefined ? {} : { status: expected.status }),
        ...(expected.providerCode === undefined ? {} : { code: expected.providerCode }),
        ...(expected.providerType === undefined ? {} : { type: expected.providerType }),
        ...(expected.message === undefined ? {} : { message: expected.message }),
        ...(expected.retryAfterMs === undefined ? {} : { retryAfter: expected.retryAfterMs })
      }
      if (Object.keys(about).length > 0) expect(failures[0]).toMatchObject(about)
    }
  )

  it.each(
    lenient.filter((one) => !chat.includes(one) || one.name.startsWith('ndjson')).map((one) => [one.name, one] as const)
  )('lenient, of another provider or no JSON: %s is no silent success', (_name, one) => {
    const { _tag, failures } = foldCase(one)
    expect(_tag).not.toBe('Complete')
    expect(failures).not.toEqual([])
  })
})
