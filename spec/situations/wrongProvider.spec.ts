/** Every provider with the answers of every protocol: its own is read, and any other is a failure that says so. */
import type { NotAStream } from '../../lib/data/Failure.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { outcomeReason } from '../../lib/data/MessageState.ts'
import { isRetryable } from '../../lib/data/retry.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { Answer } from '../fixtures/answers.ts'
import { answers } from '../fixtures/answers.ts'
import { chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import { exported, providerOf } from '../fixtures/providers.ts'
import { cutLaws } from '../laws/machine.ts'

const names = exported.map(([, { name }]) => name)

const wireOf = (name: string): string => {
  const { protocol, framing } = providerOf(name)
  return `${protocol.name} ${framing.name}`
}

const bodiesOf = ({ stream, json }: Answer): ReadonlyArray<string | Uint8Array> => [stream, json]

const tagsOf = ({ failures }: Outcome): ReadonlyArray<string> => failures.map(({ _tag }) => _tag)

const encoder = new TextEncoder()

const lengths = (states: ReadonlyArray<MessageState>): string => '.'.repeat(states.length)

describe.each(names)('%s', (name) => {
  const provider = providerOf(name)
  const { protocol } = provider

  it('reads the answers of its own protocol', () => {
    const own = answers.filter((answer) => wireOf(answer.provider) === wireOf(name))
    expect(own).not.toEqual([])
    for (const body of own.flatMap(bodiesOf)) {
      const tags = tagsOf(foldBody(provider, body))
      expect(tags.filter((tag) => !['EndedEarly', 'ProviderFailure'].includes(tag))).toEqual([])
    }
  })

  it('fails with the answers of any other protocol, and the failure is for good', () => {
    const others = answers.filter((answer) => providerOf(answer.provider).protocol.name !== protocol.name)
    for (const body of others.flatMap(bodiesOf)) {
      const outcome = foldBody(provider, body)
      const reason = outcomeReason(outcome)
      expect([outcome._tag, reason?._tag, outcome.message.choices]).toEqual(['Failed', 'NotAStream', []])
      expect(reason && isRetryable(reason)).toBe(false)
      expect(reason?.message).toMatch(
        /^the body is (\d+ events, none of [a-z-]+|1 event, not of [a-z-]+|binary|text|several JSON texts|JSON, but not \w+)$/
      )
    }
  })
})

describe('events of another protocol', () => {
  const foreign = 'event: ping\ndata: {"type":"ping"}\n\ndata: {"hello":1}\n\ndata: "words"\n\ndata: words\n\n'

  const sse = ['openai', 'openai-compatible', 'google', 'anthropic', 'cohere', 'openai-responses']

  it.each(sse.filter((name) => names.includes(name)))('are counted, and keep-alives are not: %s', (name) => {
    for (const end of ['', DONE]) {
      const { failures } = foldBody(providerOf(name), foreign + end)
      const found = failures.filter((failure): failure is NotAStream => failure._tag === 'NotAStream')
      expect(found.map(({ events }) => events)).toEqual([3])
    }
  })

  cutLaws(foldMachine(providerOf('openai')), encoder.encode(foreign + DONE), lengths)

  it('are no failure where one event is of the protocol', () => {
    const body = `data: {"hello":1}\n\n${delta({ content: 'Hi' })}${finish('stop')}data: {"hello":2}\n\n${DONE}`
    expect(foldBody(providerOf('openai'), body)).toMatchObject({ _tag: 'Complete', failures: [] })
  })

  it('are not the reason where the provider reports an error or the body breaks off inside an event', () => {
    expect(tagsOf(foldBody(providerOf('openai'), 'data: {"a":1}\n\ndata: {"error":{"message":"m"}}\n\n'))).toEqual([
      'ProviderFailure'
    ])
    expect(tagsOf(foldBody(providerOf('openai'), 'data: {"a":1}\n\ndata: {"a"'))).toEqual(['TruncatedFrame'])
  })
})

describe('a stream of the right protocol with next to nothing in it', () => {
  const usage = { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 }
  const early: ReadonlyArray<readonly [provider: string, body: string]> = [
    ['openai', chunk({ choices: [], usage }) + DONE],
    ['openai', `data: ${JSON.stringify({ usage })}\n\n`],
    ['openai', `data: {"object":"chat.completion.chunk"}\n\n${DONE}`],
    ['openai', 'data: {"type":"ping"}\n\n'],
    ['openai', ': comment\n\ndata: {}\n\n'],
    ['openai', 'data: {"status":"queued","message":"waiting for a GPU"}\n\n'],
    ['openai', 'data: {"choices":[{"del\n\n'],
    ['anthropic', 'event: ping\ndata: {"type":"ping"}\n\n'],
    ['anthropic', 'data: {"type":"message_start","message":{}}\n\n'],
    ['openai-responses', 'data: {"type":"keepalive","sequence_number":1}\n\n'],
    ['openai-responses', 'data: {"type":"response.a_new_kind"}\n\n'],
    ['google', 'data: {"usageMetadata":{"promptTokenCount":3}}\n\n'],
    ['ollama', '{"model":"m","done":false}\n'],
    ['cohere', 'data: {"type":"message-start","id":"a"}\n\n']
  ]

  it.each(early)('of %s ended early: %j', (name, body) => {
    const outcome = foldBody(providerOf(name), body)
    expect([outcome._tag, tagsOf(outcome).at(-1)]).toEqual(['Truncated', 'EndedEarly'])
  })

  const empty: ReadonlyArray<readonly [provider: string, body: string]> = [
    ['openai', ''],
    ['openai', '\r\n\n'],
    ['openai', ': comment\n\n'],
    ['openai', 'event: a\nid: 1\nretry: 5\n\n'],
    ['openai', DONE],
    ['openai', `data: {"type":"ping"}\n\n${DONE}`],
    ['anthropic', 'even'],
    ['ollama', '\n'],
    ['bedrock-converse', '']
  ]

  it.each(empty)('of %s had no event: %j', (name, body) => {
    expect(tagsOf(foldBody(providerOf(name), body))).toEqual(['NoEvents'])
  })
})

describe('a body that is no stream', () => {
  const html = '<!DOCTYPE html><html><body>502 secret</body></html>'
  const bodies: ReadonlyArray<readonly [what: string, body: string]> = [
    ['a page', html],
    ['a page', `\n\n ${html}`],
    ['text', 'upstream request timeout secret'],
    ['text', 'method=POST pathname=/bin/chat/completions secret\n'],
    ['text', 'internal error\n\nid: 1\n\nsecret'],
    ['binary', '\u001f\u008bsecret']
  ]

  it.each(bodies)('is %s: %j', (what, body) => {
    const options = { status: 200, contentType: 'Text/HTML; charset=utf-8' }
    for (const name of ['openai', 'anthropic', 'google', 'openai-responses', 'cohere']) {
      const { failures } = foldBody(providerOf(name), body, options)
      expect(failures).toEqual([
        { _tag: 'NotAStream', message: `the body is ${what}`, contentType: 'text/html', atByte: 0, atEvent: 0 }
      ])
    }
  })

  // The first character of a number or of a literal makes no JSON of words.
  const words = [
    '404 page not found',
    'no healthy upstream',
    'fault filter abort',
    'true story',
    '-1 left',
    'Unauthorized'
  ]

  it.each(words.flatMap((text) => [text, `${text}\n`]))('is one for every provider: %j', (body) => {
    for (const name of names) {
      for (const contentType of ['application/json', 'text/plain', 'text/event-stream', undefined]) {
        const outcome = foldBody(providerOf(name), body, contentType === undefined ? {} : { contentType })
        expect([name, contentType, outcome._tag, tagsOf(outcome).at(-1)]).toEqual([
          name,
          contentType,
          'Failed',
          'NotAStream'
        ])
      }
    }
  })

  it('has no content type where the response has none', () => {
    expect(foldBody(providerOf('openai'), html).failures).toEqual([
      { _tag: 'NotAStream', message: 'the body is a page', atByte: 0, atEvent: 0 }
    ])
  })

  describe.each(bodies)('%s %j', (_what, body) => {
    cutLaws(foldMachine(providerOf('openai')), encoder.encode(body), lengths)
  })

  it('is a stream all the same where words stand before its events', () => {
    const body = `connected\n\n${delta({ content: 'Hi' })}${finish('stop')}${DONE}`
    expect(foldBody(providerOf('openai'), body)).toMatchObject({ _tag: 'Complete', failures: [] })
  })
})
