import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { format, inspect } from 'node:util'

import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { concat, lastValueFrom, NEVER, of, startWith, throwError, toArray } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

import { readAsync } from '../../lib/async/readAsync.ts'
import { failureError, isFailureError } from '../../lib/codec/FailureError.ts'
import { transportFailure } from '../../lib/codec/transportFailure.ts'
import type { Failure } from '../../lib/data/Failure.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { contentTimeout } from '../../lib/operators/contentTimeout.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { idleTimeout } from '../../lib/operators/idleTimeout.ts'
import { orThrow } from '../../lib/operators/orThrow.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockAnthropic } from '../../lib/providers/bedrockAnthropic.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import { call, calls, delta, DONE } from '../fixtures/chat.ts'

/** What must not be told. */
const CANARY = 'sk-canary-7f3a'

/** Everything that a log may hold of a failure. */
const told = (failure: Failure): string => {
  const error = failureError(failure)
  const wrapped = new Error('job', { cause: error })
  const all = [failure, error, wrapped, { jobs: [{ failure }, { error }] }, new AggregateError([error, wrapped])]
  return [
    ...all.flatMap((one) => [
      JSON.stringify(one),
      inspect(one, { depth: null, showHidden: true, getters: true }),
      format('%s %o %O %j', one, one, one, one)
    ]),
    inspect(structuredClone(failure), { depth: null }),
    inspect(Object.getOwnPropertyDescriptors(error), { depth: null, showHidden: true }),
    error.message,
    String(error),
    String(error.cause),
    error.stack ?? ''
  ].join('\n')
}

/** What a console was told; nobody but the user of the library may tell it anything. */
const consoles = (['log', 'error', 'warn', 'info', 'debug', 'trace'] as const).map((method) =>
  jest.spyOn(console, method).mockImplementation(() => undefined)
)
const unhandled: unknown[] = []
const note = (reason: unknown): void => {
  unhandled.push(reason)
}

beforeAll(() => {
  process.on('unhandledRejection', note)
})

afterAll(async () => {
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
  for (const method of consoles) expect(method).not.toHaveBeenCalled()
})

/** The words of a provider are its own. */
const withoutWords = (failure: Failure): Failure =>
  failure._tag === 'ProviderFailure' ? { ...failure, message: '', detail: '' } : failure

const expectSecret = (failures: ReadonlyArray<Failure>): void => {
  for (const failure of failures) expect(told(withoutWords(failure))).not.toContain(CANARY)
}

const said = delta({ content: CANARY })
const half = Buffer.from(said).subarray(0, -8)
const aws = awsEvent('chunk', JSON.stringify({ bytes: Buffer.from(`{"${CANARY}":1}`).toString('base64') }))
const bent = Uint8Array.from(aws, (byte, i) => (i === aws.length - 6 ? byte ^ 1 : byte))

const fold = (body: string | Uint8Array, options?: BodyOptions): Outcome => foldBody(openRouter, body, options)

/** A body for each failure, with the canary wherever it can stand. */
const bodies: Readonly<
  Record<Exclude<Failure['_tag'], 'IdleTimeout' | 'TransportFailure' | 'Aborted'>, () => Outcome>
> = {
  LineTooLong: () => fold(said, { limits: limitsOf({ line: 20 }) }),
  EventTooLarge: () => fold(`data: ${CANARY}\ndata: ${CANARY}\n\n`, { limits: limitsOf({ event: 20 }) }),
  TruncatedFrame: () => fold(half),
  BadChecksum: () => foldBody(bedrockAnthropic, bent),
  MalformedJson: () => fold(`event: ${CANARY}\nid: ${CANARY}\ndata: {${CANARY}\n\n`),
  DepthExceeded: () => fold(`data: {"${CANARY}":[[["${CANARY}"]]]}\n\n`, { limits: limitsOf({ depth: 2 }) }),
  DecodeFailure: () => fold(`data: {"choices":"${CANARY}","usage":["${CANARY}"],"${CANARY}":1}\n\n`),
  ProviderFailure: () => fold(`data: {"error":{"message":"no key ${CANARY}","code":401},"prompt":"${CANARY}"}\n\n`),
  HttpFailure: () => fold(`no ${CANARY}`, { status: 500, contentType: `text/${CANARY}` }),
  NotAStream: () => fold(`<html>${CANARY}</html>`, { contentType: `text/html; charset=${CANARY}` }),
  NoEvents: () => fold(`: ${CANARY}\n\n`, { contentType: `text/${CANARY}` }),
  LimitExceeded: () => fold(calls(call(0, CANARY, CANARY, CANARY)) + DONE, { limits: limitsOf({ arguments: 3 }) }),
  EndedEarly: () => fold(said)
}

describe('no failure tells what was sent', () => {
  it.each(Object.entries(bodies))('%s', (tag, outcomeOf) => {
    const { failures } = outcomeOf()
    expect(failures.map(({ _tag }) => _tag)).toContain(tag)
    expectSecret(failures)
  })

  it('holds the canary where the words of a provider do, and nowhere else', () => {
    const [failure] = bodies.ProviderFailure().failures
    expect(failure?.message).toBe(`no key ${CANARY}`)
    expect(told(failure as Failure)).toContain(CANARY) // there is one: this test can fail
  })

  it('tells nothing of the names of fields, which are of the payload, too', () => {
    const body = `data: {"choices":[{"delta":{"tool_calls":[{"function":{"arguments":{"${CANARY}":1}},"${CANARY}":2}]}}]}\n\n`
    expectSecret(fold(body + DONE).failures)
    expectSecret(foldBody(anthropic, `data: {"type":"content_block_delta","delta":"${CANARY}"}\n\n`).failures)
  })
})

/** Errors as platforms throw them, with a secret in every place but their code. */
const thrown: ReadonlyArray<unknown> = [
  new Error(`connect https://host/?key=${CANARY}`),
  Object.assign(new Error(CANARY), { code: 'ECONNRESET', url: CANARY, headers: { authorization: CANARY } }),
  new TypeError('fetch failed', { cause: Object.assign(new Error(CANARY), { code: 'UND_ERR_SOCKET', host: CANARY }) }),
  new DOMException(CANARY, 'AbortError'),
  Object.assign(new Error('x'), { name: `Error of ${CANARY}`, code: `https://${CANARY}` }),
  { code: { toString: () => CANARY }, message: CANARY },
  CANARY,
  [CANARY],
  null,
  undefined
]

describe('no error of the transport tells what it knows', () => {
  const at = { atByte: 0, atEvent: 0 }

  it.each(thrown.map((error, i) => [i, error] as const))('error %d', async (_, error) => {
    expectSecret([transportFailure(error, at)])

    const broken = concat(
      of(delta({ content: 'a' })),
      throwError(() => error)
    )
    expectSecret((await lastValueFrom(broken.pipe(readChunks(openRouter), collectMessage()))).failures)

    async function* body(): AsyncGenerator<string> {
      yield await Promise.resolve(delta({ content: 'a' }))
      throw error
    }
    for await (const state of readAsync(openRouter)(body())) if (isOutcome(state)) expectSecret(state.failures)

    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.error(error)
      }
    })
    const response = new Response(stream, { headers: { 'x-key': CANARY, 'set-cookie': CANARY, 'retry-after': CANARY } })
    const { failures } = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
    expect(failures).toHaveLength(1)
    expectSecret(failures)
  })

  it('law: a code made of letters is kept, and no other text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (code, name) => {
        const failure = transportFailure({ code: `${code} ${CANARY}`, name: `${name}/${CANARY}`, message: CANARY }, at)
        expect(told(failure)).not.toContain(CANARY)
      })
    )
  })
})

describe('silence tells nothing of what came before it', () => {
  it.each([
    ['idleTimeout', NEVER.pipe(startWith(said, half), idleTimeout(5), readChunks(openRouter))],
    ['contentTimeout', NEVER.pipe(startWith(said, half), readChunks(openRouter), contentTimeout(5))]
  ])('%s', async (_, chunks) => {
    const { failures } = await lastValueFrom(chunks.pipe(collectMessage()))
    expect(failures.map(({ _tag }) => _tag)).toEqual(['IdleTimeout'])
    expectSecret(failures)
    const error: unknown = await lastValueFrom(chunks.pipe(orThrow())).catch((reason: unknown) => reason)
    expect(isFailureError(error) && told(error.failure)).not.toContain(CANARY)
  })
})

describe('a connection that cannot be made', () => {
  it('tells nothing of the URL, of the headers or of the body of the request', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo // it listens on a port
    await new Promise((resolve) => closed.close(resolve))
    const request = fromFetch(`http://127.0.0.1:${port}/${CANARY}?key=${CANARY}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CANARY}` },
      body: CANARY,
      selector: fromResponse(openRouter)
    })
    const { _tag, failures } = await lastValueFrom(request.pipe(collectMessage()))
    expect([_tag, ...failures.map((failure) => failure._tag)]).toEqual(['Truncated', 'TransportFailure'])
    expectSecret(failures)
  })
})

describe('arguments', () => {
  const closed = { _tag: 'ToolCall', state: 'Closed', key: 0, id: CANARY, name: CANARY } as const

  it.each([CANARY, `{"${CANARY}"`, `"${CANARY}"`, `{"a":"${CANARY}"}`, '['.repeat(200) + CANARY])(
    'that cannot be read tell nothing of themselves: %j',
    (raw) => {
      const left = decodeArguments(t.type({ a: t.number }))({ ...closed, arguments: raw })
      expect(E.isLeft(left)).toBe(true)
      expect(inspect(left, { depth: null, showHidden: true })).not.toContain(CANARY)
    }
  )
})

describe('no error of a response tells its headers', () => {
  it.each([200, 401, 429, 500])('status %d', async (status) => {
    const headers = { 'content-type': `text/${CANARY}`, 'retry-after': CANARY, 'www-authenticate': CANARY }
    const response = new Response(`<p>${CANARY}</p>`, { status, headers })
    const results = await lastValueFrom(fromResponse(openRouter)(response).pipe(toArray()))
    expectSecret(results.flatMap((result) => (E.isLeft(result) ? [result.left] : [])))
    expect(results).toHaveLength(1)
    const again = fromResponse(openRouter)(new Response(`<p>${CANARY}</p>`, { status, headers }))
    const error: unknown = await lastValueFrom(again.pipe(orThrow())).catch((reason: unknown) => reason)
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(CANARY)
  })
})
