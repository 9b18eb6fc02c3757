/** Each limit, one below it, at it and one above it: the same failure at the same byte, wherever the body is cut. */
import { cutInto } from '../../lib/cli/cutInto.ts'
import type { Limits } from '../../lib/data/Limits.ts'
import { defaultLimits, limitsOf } from '../../lib/data/Limits.ts'
import type { Frames, Framing } from '../../lib/machine/framing/frames.ts'
import { awsEventStreamFraming, jsonArrayFrames, ndjsonFraming, sseFraming } from '../../lib/machine/framing/frames.ts'
import type { Text } from '../../lib/machine/framing/utf8.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { joined } from '../arbitraries/pieces.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'

interface Case {
  readonly title: string
  /** How the provider frames its streams. */
  readonly framing?: Framing
  readonly arrays?: Frames<Text>
  readonly head?: BodyOptions
  /** A limit that is small enough to be tried. */
  readonly limit: number
  /** A body that holds so much of what is limited. */
  readonly body: (n: number) => string | Uint8Array
  /** What is said one above the limit. */
  readonly failure: object
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

const first = delta({ content: 'é' })
const hi = '{"choices":[{"delta":{"content":"é"}}]}'
const padded = (n: number): string => hi + ' '.repeat(n - bytes(hi))
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const times = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join('')
const at = (events: string, atEvent: number): object => ({ atByte: bytes(events), atEvent })
const exceeded = (of: string, place: object): object => ({ _tag: 'LimitExceeded', of, ...place })
const choice = (i: number): object => ({ index: i, delta: { content: 'x' } })

/** A message of AWS with so many bytes in all. */
const message = (n: number): Uint8Array => awsEvent('chunk', padded(n - awsEvent('chunk', '').length))

// A limit without a case is a type error here.
const cases: Readonly<Record<keyof Limits, ReadonlyArray<Case>>> = {
  line: [
    {
      title: 'of server-sent events',
      limit: 120,
      body: (n) => `${first}data: ${padded(n - 6)}\n\n${DONE}`,
      failure: { _tag: 'LineTooLong', ...at(first, 1) }
    },
    {
      title: 'of a comment',
      limit: 120,
      body: (n) => `${first}:${'é'.repeat(20)}${'x'.repeat(n - 41)}\n\n${DONE}`,
      failure: { _tag: 'LineTooLong', ...at(first, 1) }
    },
    {
      title: 'of JSON lines',
      framing: ndjsonFraming,
      limit: 60,
      body: (n) => `${hi}\n${padded(n)}\n[DONE]\n`,
      failure: { _tag: 'LineTooLong', ...at(`${hi}\n`, 1) }
    }
  ],
  event: [
    {
      title: 'of server-sent events, over its lines',
      limit: 120,
      body: (n) => `${first}data: ${hi}\ndata:${' '.repeat(n - bytes(hi) - 11)}\n\n${DONE}`,
      failure: { _tag: 'EventTooLarge', ...at(first, 1) }
    },
    {
      title: 'of JSON lines',
      framing: ndjsonFraming,
      limit: 60,
      body: (n) => `${hi}\n${padded(n)}\n[DONE]\n`,
      failure: { _tag: 'EventTooLarge', ...at(`${hi}\n`, 1) }
    },
    {
      title: 'of binary messages',
      framing: awsEventStreamFraming,
      limit: 170,
      body: (n) => joined([message(160), message(n), awsEvent('chunk', '[DONE]')]),
      failure: { _tag: 'EventTooLarge', atByte: 160, atEvent: 1 }
    },
    {
      title: 'of elements of an array',
      arrays: jsonArrayFrames,
      limit: 60,
      body: (n) => `[${hi},{"x":"${'y'.repeat(n - 8)}"},"[DONE]"]`,
      failure: { _tag: 'EventTooLarge', ...at(`[${hi},`, 1) }
    }
  ],
  events: [
    {
      title: 'of server-sent events',
      limit: 3,
      body: (n) => first.repeat(n - 1) + DONE,
      failure: exceeded('events', at(first.repeat(3), 3))
    },
    {
      title: 'of JSON lines',
      framing: ndjsonFraming,
      limit: 3,
      body: (n) => `${hi}\n`.repeat(n - 1) + '[DONE]\n',
      failure: exceeded('events', at(`${hi}\n`.repeat(3), 3))
    },
    {
      title: 'of binary messages',
      framing: awsEventStreamFraming,
      limit: 3,
      body: (n) => joined([...Array.from({ length: n - 1 }, () => message(160)), awsEvent('chunk', '[DONE]')]),
      failure: exceeded('events', { atByte: 480, atEvent: 3 })
    }
  ],
  failures: [
    {
      title: 'of single events',
      limit: 2,
      body: (n) => first + 'data: {\n\n'.repeat(n) + DONE,
      failure: exceeded('failures', at(`${first}data: {\n\ndata: {\n\n`, 3))
    }
  ],
  depth: [
    {
      title: 'of a chunk',
      limit: 6,
      body: (n) => `${first}data: {"choices":[],"x":${nested(n - 1)}}\n\n${DONE}`,
      failure: { _tag: 'DepthExceeded', ...at(first, 1) }
    },
    {
      title: 'of an answer',
      limit: 6,
      body: (n) => `{"choices":[{"message":{"content":"é"}}],"x":${nested(n - 1)}}`,
      failure: { _tag: 'DepthExceeded', atByte: 0, atEvent: 0 }
    }
  ],
  arguments: [
    {
      title: 'of one call, over its fragments',
      limit: 8,
      body: (n) => calls(call(0, 'a', 'w', '123')) + calls(call(0, undefined, undefined, 'é'.repeat(n - 3))) + DONE,
      failure: exceeded('arguments', at(calls(call(0, 'a', 'w', '123')), 1))
    },
    {
      title: 'of one call of an answer',
      limit: 8,
      body: (n) => JSON.stringify({ choices: [{ message: { tool_calls: [call(0, 'a', 'w', '1'.repeat(n))] } }] }),
      failure: exceeded('arguments', { atByte: 0, atEvent: 0 })
    }
  ],
  message: [
    {
      title: 'of a stream',
      limit: 8,
      body: (n) => first + delta({ reasoning: 'é'.repeat(n - 1) }) + DONE,
      failure: exceeded('message', at(first, 1))
    },
    {
      title: 'of an answer, its JSON text',
      limit: 60,
      body: (n) => `{"choices":[{"message":{"content":"${'x'.repeat(n - 40)}"}}]}`,
      failure: exceeded('message', { atByte: 0, atEvent: 0 })
    }
  ],
  parts: [
    {
      title: 'of one choice',
      limit: 3,
      body: (n) => times(n, (i) => delta(i % 2 === 0 ? { content: 'a' } : { reasoning: 'b' })) + DONE,
      failure: exceeded('parts', { atEvent: 3 })
    }
  ],
  calls: [
    {
      title: 'of one choice, one by one',
      limit: 3,
      body: (n) => times(n, (i) => calls(call(i, `c${i}`, 'w', '{}'))) + DONE,
      failure: exceeded('calls', { atEvent: 3 })
    },
    {
      title: 'of one chunk',
      limit: 3,
      body: (n) => first + calls(...Array.from({ length: n }, (_, i) => call(i, `c${i}`, 'w', '{}'))) + DONE,
      failure: exceeded('calls', at(first, 1))
    }
  ],
  choices: [
    {
      title: 'one by one',
      limit: 3,
      body: (n) => times(n, (i) => chunk({ choices: [choice(i)] })) + DONE,
      failure: exceeded('choices', { atEvent: 3 })
    },
    {
      title: 'of one chunk',
      limit: 3,
      body: (n) => chunk({ choices: Array.from({ length: n }, (_, i) => choice(i)) }) + DONE,
      failure: exceeded('choices', { atByte: 0, atEvent: 0 })
    }
  ],
  errorBody: [
    {
      title: 'of an error body, of which nothing is said above it',
      head: { status: 500 },
      limit: 60,
      body: (n) => `{"error":{"message":"${'é'.repeat(n - 24)}"}}`,
      failure: { _tag: 'HttpFailure', status: 500 }
    }
  ]
}

const all = Object.entries(cases).flatMap(([name, some]) => some.map((one) => [name, one.title, one] as const))

describe.each(all)('the limit of %s, %s', (name, _title, one) => {
  const { framing = sseFraming, arrays, head, limit, body, failure } = one
  const provider = { ...openRouter, framing, ...(arrays === undefined ? {} : { arrays }) }
  const options: BodyOptions = { ...head, limits: limitsOf({ [name]: limit }) }
  const bodyOf = (n: number): Uint8Array => {
    const said = body(n)
    return typeof said === 'string' ? new TextEncoder().encode(said) : said
  }
  const tagsOf = (n: number): ReadonlyArray<string> =>
    foldBody(provider, bodyOf(n), options).failures.map(({ _tag }) => _tag)
  const isLimit = (tag: string): boolean =>
    ['LineTooLong', 'EventTooLarge', 'DepthExceeded', 'LimitExceeded', 'HttpFailure'].includes(tag)

  it('is not passed one below it, nor at it', () => {
    expect(tagsOf(limit - 1).filter(isLimit)).toEqual([])
    expect(tagsOf(limit).filter(isLimit)).toEqual([])
  })

  it('is passed one above it, and says so and where', () => {
    const outcome = foldBody(provider, bodyOf(limit + 1), options)
    expect(outcome._tag).toBe('Failed')
    expect(outcome.failures.at(-1)).toMatchObject(name === 'errorBody' ? failure : { ...failure, limit })
    expect(outcome.failures.filter(({ _tag }) => isLimit(_tag))).toHaveLength(1)
  })

  it('is passed at the same byte under every cut', () => {
    for (const n of [limit, limit + 1]) {
      const whole = bodyOf(n)
      const expected = JSON.stringify(foldBody(provider, whole, options))
      const machine = foldMachine(provider, options)
      const outcomes = [
        cutInto(whole, { bytes: 1 }),
        ...Array.from(whole.keys(), (k) => [whole.subarray(0, k), whole.subarray(k)])
      ].map((pieces) => JSON.stringify(runMachine(machine)(pieces).at(-1)))
      expect(outcomes.filter((outcome) => outcome !== expected)).toEqual([])
    }
  })

  it('is lifted by Infinity, which must be written', () => {
    expect(Number.isFinite(defaultLimits[name as keyof Limits])).toBe(true) // a key of it
    const lifted = foldBody(provider, bodyOf(limit + 1), { ...head, limits: limitsOf({ [name]: Infinity }) })
    expect(lifted.failures.map(({ _tag }) => _tag).filter(isLimit)).toEqual([])
  })
})

describe('the default limit of depth', () => {
  it('is 128, and stands before JSON.parse', () => {
    const parse = jest.spyOn(JSON, 'parse')
    const body = (depth: number): string => `data: {"choices":[],"x":${nested(depth - 1)}}\n\n`
    try {
      expect(foldBody(openRouter, finish('stop') + body(128) + DONE).failures).toEqual([])
      parse.mockClear()
      expect(foldBody(openRouter, body(129) + first + DONE).failures).toMatchObject([
        { _tag: 'DepthExceeded', limit: 128 }
      ])
      expect(parse).not.toHaveBeenCalled()
    } finally {
      parse.mockRestore()
    }
  })

  it('holds a million levels, wherever they stand', () => {
    const deep = '['.repeat(1_000_000)
    for (const body of [`data: ${deep}\n\n`, deep, `data: {"error":${deep}\n\n`, `{"a":${deep}`]) {
      expect(foldBody(openRouter, body).failures.at(-1)).toMatchObject({ _tag: 'DepthExceeded', limit: 128 })
      expect(
        foldBody(openRouter, body, { status: 500, limits: limitsOf({ errorBody: Infinity }) }).failures
      ).toMatchObject([{ _tag: 'HttpFailure' }])
    }
  })
})
