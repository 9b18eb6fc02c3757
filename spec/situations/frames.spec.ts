/** Bytes and frames: what was lost between the connection and the first JSON. */
import { cutInto } from '../../lib/cli/cutInto.ts'
import { messageText } from '../../lib/data/Message.ts'
import { parseAwsEventStreamMachine } from '../../lib/machine/framing/awsEventStream.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import { andThen, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { textFragmentsMachine } from '../../lib/reading/textFragmentsMachine.ts'
import { joined } from '../arbitraries/pieces.ts'
import * as anthropic from '../fixtures/anthropic.ts'
import { message, text as header } from '../fixtures/awsFrames.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import * as converse from '../fixtures/converse.ts'
import { closed, situations } from '../laws/situations.ts'

const counts = { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } }
const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 15 }

const events = [
  delta({ content: 'h' }),
  delta({ content: 'i' }),
  finish('stop'),
  chunk({ choices: [], ...counts }),
  DONE
]
const hi = events.join('')
const said = { text: 'hi', finish: 'stop', usage } as const

/** Line ends of every kind, by turns. */
const mixed = (body: string): string => {
  const ends = ['\r\n', '\n', '\r']
  return body
    .split('\n')
    .map((line, i) => line + (ends[i % 3] ?? ''))
    .join('')
}

const wrong = (frame: Uint8Array): Uint8Array => frame.map((byte, i) => (i === frame.length - 5 ? byte ^ 1 : byte))

describe('bytes', () => {
  situations([
    {
      symptom: 'of a character that was cut became U+FFFD',
      threads: 'googleapis/js-genai#764, ollama/ollama-js#255, danielmiessler/Fabric#2203',
      body: [
        delta({ content: 'né ' }),
        delta({ content: '日本 ' }),
        delta({ content: '😀' }),
        finish('stop'),
        DONE
      ].join(''),
      expected: { text: 'né 日本 😀' }
    },
    {
      symptom: 'of a BOM hid the first event',
      body: `\uFEFF${hi}`,
      expected: said
    }
  ])
})

describe('lines', () => {
  situations([
    {
      symptom: 'that end with CRLF, cut between the two, made an event of nothing',
      threads: 'ax-llm/ax#622, LearningCircuit/local-deep-research#6206, praxis-proxy/praxis#739',
      body: hi.replaceAll('\n', '\r\n'),
      expected: said
    },
    {
      symptom: 'that end with CR were one line',
      threads: 'praxis-proxy/praxis#739',
      body: hi.replaceAll('\n', '\r'),
      expected: said
    },
    {
      symptom: 'that end now this way and now that way were other events when cut',
      threads: 'praxis-proxy/praxis#739',
      body: mixed(hi),
      expected: said
    },
    {
      symptom: 'without a space after the colon were not read',
      body: hi.replaceAll('data: ', 'data:'),
      expected: said
    },
    {
      symptom: 'that are comments were parsed as JSON',
      provider: 'openrouter',
      body: events.map((event) => `: OPENROUTER PROCESSING\n\n${event}`).join(''),
      expected: said
    },
    {
      symptom: 'with raw U+2028, U+2029 and U+0085 were cut there',
      threads: 'BerriAI/litellm#30602',
      body: [delta({ content: 'a\u2028b\u2029c\u0085d' }), finish('stop'), DONE].join(''),
      expected: { text: 'a\u2028b\u2029c\u0085d' }
    }
  ])
})

describe('the last event', () => {
  situations([
    {
      symptom: 'without a blank line after it was dropped, and usage with it',
      threads: 'openai/openai-node#2725, anomalyco/opencode#40454, google-gemini/gemini-cli#29059',
      body: events.slice(0, -1).join('').slice(0, -2),
      expected: { ...said, repairs: ['FlushedAtEnd'] }
    },
    {
      symptom: 'that is a sentinel without a blank line was dropped',
      threads: 'openai/openai-node#2726',
      provider: 'openrouter',
      body: hi.slice(0, -2),
      expected: { ...said, repairs: ['FlushedAtEnd'] }
    },
    {
      symptom: 'that is cut in its middle was taken for whole',
      threads: 'a2aproject/a2a-python#1216',
      body: events.slice(0, 2).join('').slice(0, -8),
      expected: { outcome: 'Truncated', text: 'h', failures: ['TruncatedFrame'] }
    }
  ])

  it('is dropped by who wants what the standard says (a2aproject/a2a-python#1216)', () => {
    const body = [events.slice(0, -1).join('').slice(0, -2)]
    expect(runMachine(parseSSEMachine({ strict: true }))(body)).toHaveLength(3)
    expect(runMachine(parseSSEMachine())(body)).toHaveLength(4)
  })
})

describe('an event', () => {
  situations([
    {
      symptom: 'without its name was no event',
      threads: 'earendil-works/pi#1983, openclaw/openclaw#37571',
      provider: 'anthropic',
      body: anthropic
        .stream('tool_use', anthropic.said(0, 'hi'), anthropic.call(1, 'a', 'w', '{}'))
        .replaceAll(/^event: .*\n/gm, ''),
      expected: { text: 'hi', calls: [closed('a', 'w', '{}')], finish: 'tool_call' }
    },
    {
      symptom: 'that is no JSON ended the stream, or vanished',
      body: [events[0], 'data: {"choices":[{"delta":{"content":"x"\n\n', ...events.slice(1)].join(''),
      expected: { ...said, failures: ['MalformedJson'] }
    }
  ])

  it('of 4 MB in pieces of 1 KB is read once (rexxars/eventsource-parser#19, jpopesculian/eventsource-stream#11)', () => {
    const picture = 'iVBO'.repeat(1 << 20)
    const body = new TextEncoder().encode(delta({ content: picture }) + finish('stop') + DONE)
    const machine = readChunksMachine(openAICompatible)
    const { state, outputs } = feedMachine(machine)(
      machine.initial,
      cutInto(body.subarray(0, 4 << 20), { bytes: 1024 })
    )
    expect(outputs).toEqual([])
    // What is held is what came, and nothing of it twice.
    expect(JSON.stringify(state).length).toBeLessThan((4 << 20) + 4096)
    expect(messageText(foldBody(openAICompatible, body).message)).toBe(picture)
  })
})

describe('a binary message', () => {
  const frames = [
    converse.messageStart(),
    converse.said(0, 'hi'),
    wrong(converse.delta(1, { text: ' you' })),
    converse.messageStop('end_turn'),
    converse.metadata()
  ]
  const endless = joined([...frames.slice(0, 2), Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0), new Uint8Array(64)])

  situations([
    {
      symptom: 'that is broken stalled the stream for ever',
      threads: 'vercel/ai#18994, anomalyco/opencode#44630',
      provider: 'bedrock-converse',
      body: joined(frames),
      expected: { outcome: 'Truncated', text: 'hi', failures: ['BadChecksum'] }
    },
    {
      symptom: 'with a checksum of its own and a length without sense was waited for',
      threads: 'vercel/ai#18994',
      provider: 'bedrock-converse',
      body: joined([...frames.slice(0, 2), message(header(':event-type', 'x'), '', { headersLength: 1 << 20 })]),
      expected: { outcome: 'Truncated', text: 'hi', failures: ['BadChecksum'] }
    },
    {
      symptom: 'that says it is 2 GB long was waited for',
      threads: 'anomalyco/opencode#44630',
      provider: 'bedrock-converse',
      body: endless,
      expected: { outcome: 'Truncated', text: 'hi', failures: ['BadChecksum'] }
    }
  ])

  it('that cannot be read is not held (vercel/ai#18994)', () => {
    const machine = parseAwsEventStreamMachine()
    const { state } = feedMachine(machine)(machine.initial, [endless, new Uint8Array(1 << 20)])
    expect(machine.done(state)).toBe(true)
    expect(JSON.stringify(state).length).toBeLessThan(200)
  })
})

describe('half a character', () => {
  const halves = [delta({ content: 'a\ud83d' }), delta({ content: '\ude00b' }), finish('stop'), DONE].join('')

  situations([
    {
      symptom: 'in a fragment of text broke who stored the fragments',
      threads: 'elie222/rakazo#416, elizaOS/eliza#30904',
      body: halves,
      expected: { text: 'a😀b' }
    },
    {
      symptom: 'in a fragment of arguments broke who stored the fragments',
      threads: 'elie222/rakazo#416',
      body: [
        calls(call(0, 'a', 'w', '{"c":"\ud83d')),
        calls(call(0, undefined, undefined, '\ude00"}')),
        finish('stop'),
        DONE
      ].join(''),
      expected: { calls: [closed('a', 'w', '{"c":"😀"}')] }
    }
  ])

  it('is held back until the other half comes (elie222/rakazo#416, elizaOS/eliza#30904)', () => {
    expect(runMachine(andThen(textFragmentsMachine())(readChunksMachine(openAICompatible)))([halves])).toMatchObject([
      { right: 'a' },
      { right: '😀b' }
    ])
  })
})
