import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createReadStream, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { Surroundings } from '../../lib/cli/main.ts'
import { main } from '../../lib/cli/main.ts'
import { version } from '../../lib/cli/version.ts'
import { providerNames } from '../../lib/providers/providerNamed.ts'
import { answers } from '../fixtures/answers.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'

interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

const pieces = async function* (...texts: ReadonlyArray<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text))
}

const run = async (args: ReadonlyArray<string>, ...input: ReadonlyArray<string>): Promise<Ran> => {
  let out = ''
  let err = ''
  const around: Surroundings = {
    version: '1.2.3',
    input: () => pieces(...input),
    open: (file) => createReadStream(file),
    write: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
      return Promise.resolve()
    },
    complain: (text) => {
      err += text
    }
  }
  const status = await main(args, around)
  return { status, out, err }
}

type Result = Record<string, unknown>

const jobs = async (
  command: 'fold' | 'events' | 'translate',
  ...lines: ReadonlyArray<unknown>
): Promise<ReadonlyArray<Result>> => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { status, out } = await run([command, '--jobs'], text)
  expect(status).toBe(0)
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Result)
}

const hi = [delta({ content: 'Hi' }), finish('stop'), DONE].join('')

const invalid = (id: unknown, message: unknown): object => ({
  id,
  outcome: 'failed',
  message: {
    id: null,
    model: null,
    role: 'assistant',
    text: '',
    reasoning: '',
    toolCalls: [],
    parts: [],
    choices: null,
    finishReason: null,
    rawFinishReason: null,
    extra: {}
  },
  usage: null,
  failures: [{ _tag: 'InvalidJob', message, atByte: null, atEvent: null }],
  repairs: [],
  events: 0
})

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltafold-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('deltafold', () => {
  it('lists its providers, its version and its usage', async () => {
    expect(await run(['providers'])).toEqual({ status: 0, out: `${providerNames.join('\n')}\n`, err: '' })
    expect(await run(['--version'])).toEqual({ status: 0, out: '1.2.3\n', err: '' })
    const help = await run(['help'])
    expect(help).toEqual(await run(['--help']))
    expect(help).toEqual(await run(['help', 'fold']))
    expect(help.out).toContain('deltafold fold --provider NAME [FILE]')
    const { version: ours } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
    expect(version).toBe(ours)
  })

  it.each([
    [[], 'a command is missing; see deltafold help'],
    [['melt'], 'there is no command melt; see deltafold help'],
    [['fold'], 'fold needs --provider NAME, or --jobs'],
    [['fold', '--provider', 'nobody'], 'no provider is called nobody; `deltafold providers` lists their names'],
    [['fold', '--provider', 'OpenRuter'], 'no provider is called OpenRuter; did you mean openrouter?'],
    [['fold', '--provider'], "Option '--provider <value>' argument missing"],
    [['fold', '--colour'], "Unknown option '--colour'"],
    [['fold', '--jobs', '--provider', 'groq'], 'with --jobs, each job names its provider'],
    [['events', '--provider', 'groq'], 'events takes no --provider'],
    [['fold', '--jobs', 'a', 'b'], 'fold takes one file'],
    [['translate', '--to', 'ollama'], 'translate needs --from PROVIDER, or --jobs'],
    [['translate', '--from', 'groq'], 'translate needs --to TARGET, or --jobs'],
    [['translate', '--from', 'nobody', '--to', 'ollama'], 'no provider is called nobody'],
    [['translate', '--from', 'groq', '--to', 'toString'], 'no target is called toString; the targets are openai, '],
    [['translate', '--jobs', '--to', 'ollama'], 'with --jobs, each job names its provider and its target'],
    [['fold', '--provider', 'groq', '--to', 'ollama'], 'fold takes no --from and no --to'],
    [['providers', 'extra'], 'providers takes no file and no option'],
    [['providers', '--jobs'], 'providers takes no file and no option'],
    [['fold', '--provider', 'groq', 'no/such/file'], 'cannot read no/such/file (ENOENT)'],
    [['events', '--jobs', 'no/such/file'], 'cannot read no/such/file (ENOENT)']
  ])('refuses %j', async (args, why) => {
    const { status, out, err } = await run(args)
    expect([status, out]).toEqual([1, ''])
    expect(err).toContain(why)
  })
})

describe('deltafold fold', () => {
  const folded = {
    id: null,
    outcome: 'complete',
    message: {
      id: 'c1',
      model: 'm',
      role: 'assistant',
      text: 'Hi',
      reasoning: '',
      toolCalls: [],
      parts: [{ type: 'text', text: 'Hi' }],
      choices: null,
      finishReason: 'stop',
      rawFinishReason: 'stop',
      extra: {}
    },
    usage: null,
    failures: [],
    repairs: [],
    events: 3
  }

  it('gives one JSON object for a body from standard input or from a file', async () => {
    const file = join(folder, 'hi.sse')
    writeFileSync(file, hi)
    for (const ran of [
      await run(['fold', '--provider', 'openrouter'], hi.slice(0, 30), hi.slice(30)),
      await run(['fold', '--provider', 'openrouter', '-'], hi),
      await run(['fold', '--provider', 'openrouter', file])
    ]) {
      expect(ran).toMatchObject({ status: 0, err: '' })
      expect(JSON.parse(ran.out)).toEqual(folded)
    }
  })

  it('exits with 2 where the message is not complete', async () => {
    const { status, out } = await run(['fold', '--provider', 'openrouter'], delta({ content: 'Hi' }))
    expect(status).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'truncated',
      message: { text: 'Hi', finishReason: null },
      events: 1
    })
    expect((await run(['fold', '--provider', 'openrouter'], '<html>')).status).toBe(2)
  })

  it('shows every kind of part, and usage in which null is unknown', async () => {
    const body = [
      delta({ reasoning_details: [{ type: 'reasoning.text', text: 'hm', signature: 'S', format: 'f', index: 0 }] }),
      delta({ content: [{ type: 'text', text: 'a' }, { odd: 1 }], refusal: 'no' }),
      calls(call(0, 'x', 'w', '[]', { extra: 1 })),
      chunk({ usage: { prompt_tokens: 1 } })
    ].join('')
    const [result] = await jobs('fold', { id: 1, provider: 'groq', body })
    expect(result).toMatchObject({
      outcome: 'truncated',
      message: {
        reasoning: 'hm',
        toolCalls: [{ id: 'x', name: 'w', arguments: '[]', state: 'truncated' }],
        parts: [
          { type: 'reasoning', kind: 'text', text: 'hm', signature: 'S', format: 'f', index: 0 },
          { type: 'text', text: 'a' },
          { type: 'unrecognised', raw: { odd: 1 } },
          { type: 'refusal', refusal: 'no' },
          { type: 'tool_call', id: 'x', name: 'w', arguments: '[]', state: 'truncated', extra: { extra: 1 } }
        ]
      },
      usage: {
        inputTokens: 1,
        outputTokens: null,
        totalTokens: null,
        cacheReadInputTokens: null,
        cacheCreationInputTokens: null,
        reasoningOutputTokens: null,
        cost: null
      }
    })
  })

  it('shows the fields beside the parts, of the message and of the choice, and the headers that are kept', async () => {
    const body =
      chunk({
        provider: 'A',
        choices: [
          { index: 0, delta: { content: 'a' }, stop_reason: 'END' },
          { index: 1, delta: { content: 'b' } }
        ]
      }) + DONE
    const headers = { 'X-Request-Id': ['req_1'], 'set-cookie': 'secret' }
    const results = await jobs(
      'fold',
      { provider: 'openrouter', body, headers },
      { provider: 'openrouter', body, headers, resumeAt: 90, cut: { bytes: 1 } }
    )
    const message = {
      extra: { provider: 'A', stop_reason: 'END', 'x-request-id': 'req_1' },
      choices: [{ extra: { stop_reason: 'END' } }, { extra: {} }]
    }
    expect(results).toMatchObject([{ message }, { message }])
    expect(JSON.stringify(results)).not.toContain('secret')
    const [failed] = await jobs('fold', { provider: 'openrouter', body: '{}', status: 503, headers })
    expect(failed).toMatchObject({ failures: [{ requestId: 'req_1', headers: { 'x-request-id': 'req_1' } }] })
  })

  it('shows the choices where there are several', async () => {
    const body =
      chunk({
        choices: [
          { index: 0, delta: { content: 'a' } },
          { index: 1, delta: { content: 'b' } }
        ]
      }) + DONE
    const [result] = await jobs('fold', { provider: 'openrouter', body })
    expect(result).toMatchObject({
      id: null,
      message: {
        text: 'a',
        choices: [
          { index: 0, text: 'a' },
          { index: 1, text: 'b' }
        ]
      }
    })
  })

  it('answers one job a line, in order, whatever some of them are', async () => {
    const file = join(folder, 'body.json')
    writeFileSync(file, '{"error":{"message":"m"}}')
    const results = await jobs(
      'fold',
      { id: 'a', provider: 'openrouter', body: hi },
      '',
      '{"id": "b"',
      { id: 'c', provider: 'nobody', body: '' },
      { id: 'd', body: '' },
      { id: 'e', provider: 'groq' },
      { id: 'f', provider: 'groq', body: '', bodyBase64: '' },
      { id: 'g', provider: 'groq', bodyBase64: '%' },
      { id: 'h', provider: 'groq', file: join(folder, 'none') },
      { id: 'i', provider: 'groq', file, status: 500 },
      { id: 'j', provider: 'groq', body: '', cut: { bytes: 0 } },
      { id: 'k', provider: 7, body: '' },
      7,
      `{"id":${'['.repeat(20_000)}${']'.repeat(20_000)},"provider":"groq","body":""}`,
      { id: 'l', provider: 'openrouter', bodyBase64: Buffer.from(hi).toString('base64') }
    )
    expect(results).toEqual([
      { ...folded, id: 'a' },
      invalid(null, 'the line is not JSON'),
      invalid('c', 'no provider is called nobody'),
      invalid('d', 'the job names no provider'),
      invalid('e', 'a job has one of "file", "body" and "bodyBase64"'),
      invalid('f', 'a job has one of "file", "body" and "bodyBase64"'),
      invalid('g', '"bodyBase64" must be base64'),
      invalid('h', `cannot read ${join(folder, 'none')} (ENOENT)`),
      expect.objectContaining({ id: 'i', outcome: 'failed', events: 1 }),
      invalid('j', expect.stringContaining('"cut')),
      invalid('k', '"provider" must be string'),
      invalid(null, 'the line must be a job'),
      invalid(null, 'the line is nested too deep'),
      { ...folded, id: 'l' }
    ])
  })

  it('law: cut and resumeAt change nothing of the result', async () => {
    for (const { name, interactions } of readCassettes()) {
      const provider = name.startsWith('groq') ? 'groq' : 'openrouter'
      for (const { answer } of interactions) {
        const job = {
          provider,
          bodyBase64: Buffer.from(answer.body).toString('base64'),
          contentType: answer.contentType,
          status: answer.status
        }
        const [whole, ...others] = await jobs(
          'fold',
          job,
          { ...job, cut: { bytes: 1 } },
          { ...job, cut: { seed: 7 } },
          { ...job, resumeAt: 0 },
          { ...job, resumeAt: 123 },
          { ...job, resumeAt: 1e9, cut: { bytes: 5 } },
          { ...job, resumeAt: 77, cut: { seed: 8 } }
        )
        others.forEach((other) => {
          expect(other).toEqual(whole)
        })
      }
    }
  })
})

describe('deltafold events', () => {
  const body = ': é\nretry: 5\nid: 1\nevent: x\ndata: a\n\ndata: b\n\ndata: c'
  const expected = {
    id: null,
    events: [
      { event: 'x', data: 'a', lastEventId: '1' },
      { data: 'b', lastEventId: '1' }
    ],
    comments: ['é'],
    retries: ['5'],
    lastEventId: '1',
    failures: []
  }

  it('stops after framing, and drops the event that the end cuts off', async () => {
    const { status, out } = await run(['events'], body.slice(0, 3), body.slice(3))
    expect([status, JSON.parse(out)]).toEqual([0, expected])
  })

  it('answers jobs, whatever the cut', async () => {
    const results = await jobs(
      'events',
      { id: 1, body },
      { id: 1, body, cut: { bytes: 1 } },
      { id: 1, body, cut: { seed: 1 }, resumeAt: 4 },
      { id: 1, body: `data: ${'x'.repeat(17 * 1024 * 1024)}\n\n` },
      { id: 2 }
    )
    const result = { ...expected, id: 1 }
    const nothing = { events: [], comments: [], retries: [], lastEventId: '' }
    expect(results).toEqual([
      result,
      result,
      result,
      { ...nothing, id: 1, failures: [expect.objectContaining({ _tag: 'LineTooLong', atByte: 0, atEvent: 0 })] },
      { ...nothing, id: 2, failures: [expect.objectContaining({ _tag: 'InvalidJob' })] }
    ])
  })
})

describe('fold --provider auto', () => {
  const ofSeven = [
    'openai-compatible',
    'openai-responses',
    'anthropic',
    'google',
    'bedrock-converse',
    'ollama',
    'cohere'
  ]

  it.each(answers.filter(({ provider }) => [...ofSeven, 'bedrock-anthropic'].includes(provider)))(
    'folds a body of $provider as that provider does, cut and resumed',
    async ({ provider, stream, json }) => {
      for (const body of [Buffer.from(stream), Buffer.from(json)]) {
        const job = { bodyBase64: body.toString('base64'), cut: { bytes: 7 }, resumeAt: 99 }
        const [auto, named] = await jobs('fold', { ...job, provider: 'auto' }, { ...job, provider })
        expect(auto).toEqual(named)
        expect(auto?.['outcome']).toBe('complete')
      }
    }
  )

  it('reads one body, and a body that looks like none as a server of OpenAI Chat does', async () => {
    expect(await run(['fold', '--provider', 'auto'], hi)).toEqual(
      await run(['fold', '--provider', 'openai-compatible'], hi)
    )
    const refused = { body: '{"error":{"message":"slow down"}}', status: 429 }
    const [auto, named] = await jobs(
      'fold',
      { ...refused, provider: 'auto' },
      { ...refused, provider: 'openai-compatible' }
    )
    expect(auto).toEqual(named)
  })
})

describe('fold of another provider', () => {
  const message =
    'the body is 3 events, none of google-generate; it looks like openai-chat (--provider openai-compatible)'

  it('says what the body looks like', async () => {
    const body = [delta({ content: 'Hi' }), finish('stop'), chunk({ choices: [] }), DONE].join('')
    const { status, out } = await run(['fold', '--provider', 'google'], body)
    expect(status).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'failed',
      failures: [{ _tag: 'NotAStream', message, events: 3, looksLike: 'openai-compatible' }]
    })
  })

  it('says what the framing looks like', async () => {
    const { stream } = answers.find(({ provider }) => provider === 'anthropic') ?? { stream: Buffer.from('') }
    const job = { provider: 'bedrock-anthropic', bodyBase64: Buffer.from(stream).toString('base64') }
    const [result] = await jobs('fold', job)
    expect(result?.['failures']).toMatchObject([{ _tag: 'NotAStream', looksLike: 'anthropic' }])
  })

  it('says nothing where the body looks like none', async () => {
    const [page] = await jobs('fold', { provider: 'google', body: '<html>', contentType: 'text/html' })
    expect(page?.['failures']).toEqual([
      { _tag: 'NotAStream', message: 'the body is a page', contentType: 'text/html', atByte: 0, atEvent: 0 }
    ])
  })
})

describe('deltafold translate', () => {
  const names = ['openai', 'openai-responses', 'anthropic', 'google', 'ollama', 'bedrock-converse']

  it.each(names)('writes a stream for %s that folds to the same text', async (to) => {
    const [result] = await jobs('translate', { id: 1, from: 'groq', to, body: hi })
    expect(result).toMatchObject({ id: 1, outcome: 'complete' })
    const back = await jobs('fold', { provider: to, bodyBase64: result?.['bodyBase64'] })
    expect(back).toMatchObject([{ outcome: 'complete', message: { text: 'Hi' }, repairs: [] }])
  })

  it.each([...names, 'ui-message-stream', 'ag-ui'])('writes the same for %s however the body is cut', async (to) => {
    const job = { from: 'groq', to, body: hi }
    const [whole, ...cut] = await jobs('translate', job, { ...job, cut: { bytes: 1 } }, { ...job, resumeAt: 40 })
    expect(cut).toEqual([whole, whole])
  })

  it('writes a JSON body for a JSON body, where the target has any', async () => {
    const body = '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
    const types = await jobs('translate', ...[...names, 'ag-ui'].map((to) => ({ from: 'groq', to, body })))
    expect(types.map(({ contentType }) => contentType)).toEqual([
      ...names.map(() => 'application/json'),
      'text/event-stream'
    ])
  })

  it('writes one body as it comes, and its status is that of the answer', async () => {
    const { status, out } = await run(['translate', '--from', 'groq', '--to', 'ollama'], hi)
    expect([status, out.split('\n').length]).toEqual([0, 3])
    const cut = await run(['translate', '--from', 'groq', '--to', 'ollama'], delta({ content: 'Hi' }))
    expect([cut.status, cut.out.includes('{"error":')]).toEqual([2, true])
    const binary = await run(['translate', '--from', 'groq', '--to', 'bedrock-converse'], hi)
    expect(binary.out).toContain('messageStop')
  })

  it('answers a job that cannot be done with its reason', async () => {
    expect(await jobs('translate', '{', { id: 2, to: 'ollama', body: '' })).toMatchObject([
      { id: null, outcome: 'failed', bodyBase64: '' },
      { id: 2, outcome: 'failed', bodyBase64: '' }
    ])
  })
})
