/** Finish reasons and errors: what passed for a whole answer. */
import { withTerminal } from '../../lib/protocols/Provider.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import * as anthropic from '../fixtures/anthropic.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import { counts, hi, last, said, stop, usage } from '../fixtures/counted.ts'
import { closed, situations, truncated } from '../laws/situations.ts'

/** The event of an error. */
const error = (fields: object, name = ''): string =>
  `${name === '' ? '' : `event: ${name}\n`}data: ${JSON.stringify(fields)}\n\n`

describe('an answer', () => {
  situations([
    {
      symptom: 'that breaks off was a whole one',
      threads: 'BerriAI/litellm#40260, BerriAI/litellm#42140, tetsuo-ai/agenc-core#2442',
      body: hi,
      expected: { outcome: 'Truncated', text: 'hi', finish: undefined }
    },
    {
      symptom: 'that breaks off after its finish reason was a whole one, without its usage and its last calls',
      threads: 'Kilo-Org/kilocode#12157, HKUDS/nanobot#3256',
      provider: 'openrouter',
      body: [hi, calls(call(0, 'a', 'w', '{}')), finish('tool_calls')].join(''),
      expected: { outcome: 'Truncated', text: 'hi', calls: [truncated('a', 'w', '{}')], finish: 'tool_call' }
    },
    {
      symptom: 'that breaks off, of Anthropic, was a whole one',
      threads: 'BerriAI/litellm#42140',
      provider: 'anthropic',
      body: [anthropic.messageStart(), anthropic.said(0, 'hi'), anthropic.messageDelta('end_turn')].join(''),
      expected: { outcome: 'Truncated', text: 'hi', finish: 'stop' }
    },
    {
      symptom: 'that was filtered was an empty success',
      threads: 'CherryHQ/cherry-studio#16079',
      body: [delta({ content: '' }), finish('content_filter'), DONE].join(''),
      expected: { finish: 'content_filter' }
    },
    {
      symptom: 'that refuses was an empty success',
      threads: 'CherryHQ/cherry-studio#16079',
      body: [delta({ content: null, refusal: 'I ' }), delta({ refusal: "can't." }), stop, DONE].join(''),
      expected: { finish: 'stop', parts: [{ _tag: 'Refusal', text: "I can't." }] }
    },
    {
      symptom: 'that refuses, of Anthropic, was an empty success',
      threads: 'CherryHQ/cherry-studio#16079',
      provider: 'anthropic',
      body: anthropic.stream('refusal'),
      expected: { finish: 'content_filter' }
    },
    {
      symptom: 'whose finish reason is "" on every chunk was over with the first',
      threads: 'ollama/ollama#4357, sgl-project/sglang#3912',
      provider: 'ollama-openai',
      body: [
        delta({ content: 'h' }, { finish_reason: '' }),
        delta({ content: 'i' }, { finish_reason: '' }),
        finish('stop'),
        DONE
      ].join(''),
      expected: { text: 'hi', finish: 'stop' }
    },
    {
      symptom: 'without any finish reason was a whole one',
      threads: 'earendil-works/pi#7441',
      body: [delta({ content: 'hi' }, { finish_reason: '' })].join(''),
      expected: { outcome: 'Truncated', text: 'hi', finish: undefined }
    },
    {
      symptom: 'whose role is "" was refused',
      threads: 'vercel/ai#15464, anomalyco/opencode#28427',
      body: [delta({ role: '', content: 'h' }), delta({ role: '', content: 'i' }), stop, last, DONE].join(''),
      expected: said
    },
    {
      symptom: 'without a role was refused',
      threads: 'vercel/ai#16530',
      body: [delta({ content: 'h' }), delta({ role: null, content: 'i' }), stop, last, DONE].join(''),
      expected: said
    },
    {
      symptom: 'whose first chunk has no choice was refused',
      provider: 'azure',
      body: [chunk({ id: '', model: '', choices: [], prompt_filter_results: [] }), hi, stop, last, DONE].join(''),
      expected: said
    },
    {
      symptom: 'of which one chunk is no JSON lost the rest',
      body: ['data: {"choices":[{\n\n', hi, stop, last, DONE].join(''),
      expected: { ...said, failures: ['MalformedJson'] }
    },
    {
      symptom: 'of two choices was one text',
      body: [
        chunk({
          choices: [
            { index: 0, delta: { content: 'h' } },
            { index: 1, delta: { content: 'x' } }
          ]
        }),
        chunk({ choices: [{ index: 1, delta: { content: 'y' } }] }),
        chunk({ choices: [{ index: 0, delta: { content: 'i' }, finish_reason: 'stop' }] }),
        chunk({ choices: [{ index: 1, delta: {}, finish_reason: 'length' }] }),
        last,
        DONE
      ].join(''),
      expected: { ...said, choices: 2 }
    },
    {
      symptom: 'as one JSON body, of a server that cannot stream with tools, was no stream',
      threads: 'n8n-io/n8n#13112',
      body: JSON.stringify({
        choices: [
          { message: { content: 'hi', tool_calls: [call(undefined, 'a', 'w', '{}')] }, finish_reason: 'tool_calls' }
        ],
        ...counts
      }),
      expected: { text: 'hi', calls: [closed('a', 'w', '{}')], finish: 'tool_call', usage }
    }
  ])
})

describe('an answer without a finish reason', () => {
  const half = calls(call(0, 'a', 'w', '{"p":1}'))
  const truncatedCall = { outcome: 'Truncated', calls: [truncated('a', 'w', '{"p":1}')], finish: undefined } as const

  situations([
    {
      symptom: 'was a whole one, as a gateway wrote [DONE] behind it',
      threads: 'can1357/oh-my-pi#9433, router-for-me/CLIProxyAPI#4860, vercel/ai#19165',
      body: [hi, last, DONE].join(''),
      expected: { outcome: 'Truncated', text: 'hi', finish: undefined, usage }
    },
    { symptom: 'had a call that was run', body: [half, DONE].join(''), expected: truncatedCall },
    {
      symptom: 'had a call that was run, of OpenRouter',
      provider: 'openrouter',
      body: half + DONE,
      expected: truncatedCall
    },
    {
      symptom: 'was a whole one, of Gemini, with [DONE] behind it',
      provider: 'google',
      body: `data: {"candidates":[{"content":{"parts":[{"text":"hi"}]}}]}\n\n${DONE}`,
      expected: { outcome: 'Truncated', text: 'hi', finish: undefined }
    },
    {
      symptom: 'was a whole one, of Anthropic',
      provider: 'anthropic',
      body: [anthropic.messageStart(), anthropic.said(0, 'hi'), anthropic.messageStop()].join(''),
      expected: { outcome: 'Truncated', text: 'hi', finish: undefined }
    },
    {
      symptom: 'is a whole one as a JSON body',
      body: JSON.stringify({ choices: [{ message: { content: 'hi' } }], ...counts }),
      expected: { text: 'hi', finish: undefined, usage }
    },
    {
      symptom: 'is a whole one as a JSON body, of Anthropic',
      provider: 'anthropic',
      body: JSON.stringify({ type: 'message', content: [{ type: 'text', text: 'hi' }], stop_reason: null }),
      expected: { text: 'hi', finish: undefined }
    }
  ])

  it('of a server that never sends one ends with [DONE], and a JSON body in itself', () => {
    const lenient = withTerminal('done')(openAICompatible)
    expect(foldBody(lenient, hi + half + DONE)).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(foldBody(lenient, hi + stop)._tag).toBe('Truncated')
    expect(foldBody(lenient, DONE)).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'NoEvents' }] })
    const json = JSON.stringify({ choices: [{ message: { content: 'hi' } }] })
    for (const terminal of ['sentinel', 'event', 'finish', 'done'] as const) {
      expect(foldBody(withTerminal(terminal)(openAICompatible), json)._tag).toBe('Complete')
    }
  })
})

describe('an error inside a stream', () => {
  const broken = { outcome: 'Failed', text: 'hi', failures: ['ProviderFailure'] } as const

  situations([
    {
      symptom: 'was an empty success',
      threads: 'diegosouzapw/OmniRoute#8210, cline/cline#12161, farzaa/clicky#132',
      body: [error({ error: { message: 'm', type: 'server_error', param: null, code: null } }), DONE].join(''),
      expected: { ...broken, text: '' }
    },
    {
      symptom: 'after text was a whole answer',
      threads: 'withceleste/celeste-python#192, aaif-goose/goose#8027',
      body: [hi, error({ error: { message: 'm', type: 'server_error' } }), DONE].join(''),
      expected: broken
    },
    {
      symptom: 'beside a choice that says error was a whole answer',
      threads: 'cline/cline#12161',
      provider: 'openrouter',
      body: [
        hi,
        chunk({
          provider: 'openai',
          error: { code: 'server_error', message: 'm' },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
          ...counts
        })
      ].join(''),
      expected: { ...broken, finish: 'error', usage }
    },
    {
      symptom: 'with a number for a code was a whole answer',
      threads: 'cline/cline#12161',
      provider: 'openrouter',
      body: [
        hi,
        chunk({
          error: { code: 502, message: 'm' },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }]
        })
      ].join(''),
      expected: { ...broken, finish: 'error' }
    },
    {
      symptom: 'under the name error was an empty chunk',
      threads: 'sashabaranov/go-openai#1057, langchain4j/langchain4j#2585',
      provider: 'groq',
      body: [
        hi,
        error(
          {
            error: {
              message: 'm',
              type: 'invalid_request_error',
              code: 'tool_use_failed',
              failed_generation: '<f>',
              status_code: 400
            }
          },
          'error'
        )
      ].join(''),
      expected: broken
    },
    {
      symptom: 'of Anthropic was a whole answer',
      threads: 'BerriAI/litellm#40260',
      provider: 'anthropic',
      body: [
        anthropic.messageStart(),
        anthropic.said(0, 'hi'),
        error({ type: 'error', error: { type: 'overloaded_error', message: 'm' } }, 'error')
      ].join(''),
      expected: broken
    }
  ])

  it('says what the provider said', () => {
    const of = (json: object, name = ''): unknown => foldBody(openAICompatible, hi + error(json, name)).failures[0]
    expect(of({ error: { code: 'server_error', message: 'm' }, choices: [] })).toMatchObject({
      code: 'server_error',
      message: 'm'
    })
    expect(of({ error: { code: 502, message: 'm' }, choices: [] })).toMatchObject({ code: 502, status: 502 })
    expect(of({ error: { message: 'm', code: 'tool_use_failed', status_code: 400 } }, 'error')).toMatchObject({
      status: 400
    })
  })
})
