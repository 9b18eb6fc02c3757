import { either as E } from 'fp-ts'

import { fold } from '../../lib/async/fold.ts'
import { foldBody } from '../../lib/async/foldBody.ts'
import { firstChoice, reasoning, text, toolCalls } from '../../lib/data/Message.ts'
import { toAssistantMessage } from '../../lib/providers/toRequest.ts'
import { chatProvider, chatProviders } from '../fixtures/chatProviders.ts'
import { cutLaws } from '../laws/machine.ts'

type Json = Readonly<Record<string, unknown>>

/** What one provider sends, by hand. */
interface Dialect {
  readonly name: string
  /** The events, without the sentinel. */
  readonly events: ReadonlyArray<Json>
  /** Lines that are no events, before the first. */
  readonly comments?: string
  /** The same answer as one JSON body. */
  readonly body: Json
  readonly text: string
  readonly reasoning?: string
  readonly calls?: ReadonlyArray<readonly [id: string, name: string, args: string]>
  readonly finish: string
  readonly usage: Json
  readonly repairs?: ReadonlyArray<string>
  /** Kinds of the parts, where there are others than text, reasoning and calls. */
  readonly parts?: ReadonlyArray<string>
  /** What the next request says beside role, text and calls. */
  readonly sent?: Json
}

const envelope = { id: 'c1', object: 'chat.completion.chunk', created: 1763000000, model: 'm' }
const whole = { ...envelope, object: 'chat.completion' }
const counts = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
const counted = { inputTokens: 10, outputTokens: 5, totalTokens: 15 }

const chunk = (choices: ReadonlyArray<Json>, rest: Json = {}): Json => ({ ...envelope, choices, ...rest })
const choice = (delta: Json, rest: Json = {}): Json => ({ index: 0, delta, ...rest })
const one = (delta: Json, rest: Json = {}, beside: Json = {}): Json => chunk([choice(delta, rest)], beside)
const json = (message: Json, finish: string, rest: Json = {}, usage: Json = counts): Json => ({
  ...whole,
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }],
  usage,
  ...rest
})

const add = '{"a": 2}'
const call = (id: string, name: string, args: string, rest: Json = {}): Json => ({
  id,
  type: 'function',
  function: { name, arguments: args },
  ...rest
})

const finish = { finish_reason: 'stop' }
const toolCall = { finish_reason: 'tool_calls' }
const nothing = { finish_reason: null }

const padded = { service_tier: 'default', system_fingerprint: 'fp_1', obfuscation: 'kT3', usage: null }
const filtered = { hate: { filtered: false, severity: 'safe' } }
const timings = { queue_time: 0.1, prompt_time: 0.01, completion_time: 0.02, total_time: 0.03 }

const source = { url: 'https://a.example/1', title: 'One' }
const annotation = { type: 'url_citation', url_citation: { ...source, start_index: 0, end_index: 2 } }
const results = [{ ...source, date: '2026-11-01', snippet: 'words' }]
const searched = { citations: [source.url], search_results: results }

const executed = { index: 0, type: 'search', arguments: '{"query":"x"}' }

const signed = { type: 'reasoning.text', text: 'hm', signature: 'S1', format: 'anthropic-claude-v1', index: 0 }

const dialects: ReadonlyArray<Dialect> = [
  {
    name: 'openai',
    events: [
      one({ role: 'assistant', content: '', refusal: null }, { logprobs: null, ...nothing }, padded),
      one({ content: 'Hi' }, nothing, padded),
      one({ annotations: [annotation] }, nothing, padded),
      one({}, finish, padded),
      chunk([], { ...padded, usage: counts })
    ],
    body: json({ content: 'Hi', refusal: null, annotations: [annotation] }, 'stop'),
    text: 'Hi',
    finish: 'stop',
    usage: counted,
    parts: ['Text', 'Citation']
  },
  {
    name: 'azure',
    events: [
      {
        choices: [],
        created: 0,
        id: '',
        model: '',
        object: '',
        prompt_filter_results: [{ prompt_index: 0, content_filter_results: filtered }]
      },
      one(
        { role: 'assistant', content: null, tool_calls: [{ ...call('call_1', 'add', ''), index: 0 }] },
        {
          content_filter_results: {},
          ...nothing
        }
      ),
      one({ tool_calls: [{ index: 0, function: { arguments: add } }] }, { content_filter_results: filtered }),
      one({}, toolCall, { latency_checkpoint: { engine_ttft_ms: 1 } }),
      chunk([], { usage: counts })
    ],
    body: json({ content: null, tool_calls: [call('call_1', 'add', add)] }, 'tool_calls'),
    text: '',
    calls: [['call_1', 'add', add]],
    finish: 'tool_call',
    usage: counted
  },
  {
    name: 'openrouter',
    comments: ': OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n',
    events: [
      one({ role: 'assistant', content: '', reasoning: 'hm', reasoning_details: [{ ...signed, signature: null }] }),
      one({ role: 'assistant', content: '', reasoning_details: [{ ...signed, text: undefined }] }),
      one({ role: 'assistant', content: 'Hi' }, { native_finish_reason: null, ...nothing }, { provider: 'Anthropic' }),
      one({ images: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0K' } }] }),
      one({ role: 'assistant', content: '' }, { finish_reason: 'stop', native_finish_reason: 'stop' }),
      one({ role: 'assistant', content: '' }, nothing, { usage: { ...counts, cost: 0.5, is_byok: false } })
    ],
    body: json(
      {
        content: 'Hi',
        reasoning: 'hm',
        reasoning_details: [signed],
        images: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0K' } }]
      },
      'stop',
      {},
      { ...counts, cost: 0.5, is_byok: false }
    ),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: { ...counted, cost: 0.5 },
    parts: ['Reasoning', 'Text', 'Image'],
    sent: { reasoning_details: [signed] }
  },
  {
    name: 'groq',
    events: [
      one({ role: 'assistant', content: '' }, nothing, { x_groq: { id: 'req_1', seed: 1 } }),
      one({ reasoning: 'look' }, nothing),
      one({ executed_tools: [executed] }, nothing),
      one({ executed_tools: [{ ...executed, output: 'found' }] }, nothing),
      one({ content: 'Hi' }, nothing),
      one({}, finish, { usage: { ...counts, ...timings }, x_groq: { usage: { ...counts, ...timings } } }),
      chunk([], { usage: { ...counts, ...timings }, service_tier: 'on_demand', usage_breakdown: null })
    ],
    body: json(
      { content: 'Hi', reasoning: 'look', executed_tools: [{ ...executed, output: 'found' }] },
      'stop',
      {},
      { ...counts, ...timings }
    ),
    text: 'Hi',
    reasoning: 'look',
    finish: 'stop',
    usage: counted,
    parts: ['Reasoning', 'ServerToolCall', 'ServerToolResult', 'Text']
  },
  {
    name: 'xai',
    events: [
      one({ role: 'assistant', reasoning_content: 'hm' }),
      one({ content: 'Hi' }),
      one({ role: 'assistant', tool_calls: [{ ...call('call_1', 'add', add), index: 0 }] }),
      one({ reasoning_content: '' }, toolCall),
      chunk([], {
        citations: ['https://a.example/1'],
        usage: {
          ...counts,
          total_tokens: 22,
          completion_tokens_details: { reasoning_tokens: 7 },
          num_sources_used: 1,
          cost_in_usd_ticks: 1724000
        }
      })
    ],
    body: json(
      { reasoning_content: 'hm', content: 'Hi', tool_calls: [call('call_1', 'add', add)] },
      'tool_calls',
      { citations: ['https://a.example/1'] },
      {
        ...counts,
        total_tokens: 22,
        completion_tokens_details: { reasoning_tokens: 7 },
        num_sources_used: 1,
        cost_in_usd_ticks: 1724000
      }
    ),
    text: 'Hi',
    reasoning: 'hm',
    calls: [['call_1', 'add', add]],
    finish: 'tool_call',
    usage: { inputTokens: 10, outputTokens: 12, totalTokens: 22, reasoningOutputTokens: 7 },
    parts: ['Reasoning', 'Text', 'Closed', 'Citation'],
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'deepseek',
    comments: ': keep-alive\n\n: keep-alive\n\n',
    events: [
      one({ role: 'assistant', content: null, reasoning_content: '' }, nothing, { usage: null }),
      one({ content: null, reasoning_content: 'hm' }, nothing, { usage: null }),
      one({ content: 'Hi', reasoning_content: null }, nothing, { usage: null }),
      one({ content: '', reasoning_content: null }, finish, {
        usage: { ...counts, prompt_cache_hit_tokens: 4, prompt_cache_miss_tokens: 6 }
      })
    ],
    body: json(
      { content: 'Hi', reasoning_content: 'hm' },
      'stop',
      {},
      { ...counts, prompt_cache_hit_tokens: 4, prompt_cache_miss_tokens: 6 }
    ),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: { ...counted, cacheReadInputTokens: 4 },
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'mistral',
    events: [
      one({ role: 'assistant', content: '' }, nothing, { p: 'abc' }),
      one({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'h' }] }] }, nothing),
      one({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'm' }] }] }, nothing),
      one({ content: [{ type: 'text', text: 'H' }] }, nothing),
      one({ content: 'i' }, nothing),
      one({ content: [{ type: 'reference', reference_ids: [1, 2] }] }, nothing),
      one(
        { content: '', tool_calls: [{ id: 'D681PevKs', function: { name: 'add', arguments: add } }] },
        { finish_reason: 'tool_calls' },
        { usage: counts }
      )
    ],
    body: json(
      {
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
          { type: 'text', text: 'Hi' },
          { type: 'reference', reference_ids: [1, 2] }
        ],
        tool_calls: [{ id: 'D681PevKs', function: { name: 'add', arguments: add } }]
      },
      'tool_calls'
    ),
    text: 'Hi',
    reasoning: 'hm',
    calls: [['D681PevKs', 'add', add]],
    finish: 'tool_call',
    usage: counted,
    parts: ['Reasoning', 'Text', 'Citation', 'Closed'],
    sent: {
      content: [
        { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
        { type: 'text', text: 'Hi' }
      ]
    }
  },
  {
    name: 'together',
    events: [
      one({ role: 'assistant', content: 'H', token_id: 12 }, { text: 'H', seed: null, ...nothing }),
      one({ content: 'i', token_id: 13 }, { text: 'i', ...nothing }),
      one({ content: '', token_id: 2 }, { text: '', seed: 7, finish_reason: 'eos' }, { usage: counts })
    ],
    body: json({ content: 'Hi' }, 'eos'),
    text: 'Hi',
    finish: 'stop',
    usage: counted
  },
  {
    name: 'fireworks',
    events: [
      one({ role: 'assistant', reasoning_content: 'hm' }, nothing),
      one({ tool_calls: [{ index: 0, id: 'functions.add:0', type: 'function', function: { name: 'add' } }] }, nothing),
      one({ tool_calls: [{ index: 0, id: null, type: 'function', function: { arguments: add } }] }, nothing),
      one({ tool_calls: [{ index: 0, id: null, type: 'function', function: { arguments: '' } }] }, nothing),
      one({}, toolCall, { usage: counts })
    ],
    body: json({ reasoning_content: 'hm', tool_calls: [call('functions.add:0', 'add', add)] }, 'tool_calls'),
    text: '',
    reasoning: 'hm',
    calls: [['functions.add:0', 'add', add]],
    finish: 'tool_call',
    usage: counted,
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'cerebras',
    events: [
      one({ role: 'assistant' }),
      one({ reasoning: 'hm' }),
      one({
        tool_calls: [
          { ...call('ab8048658', 'add', add), index: 0 },
          { ...call('b249e0b3f', 'mul', add), index: 1 }
        ]
      }),
      one({}, toolCall, { usage: counts, time_info: { queue_time: 0.001, created: 1763000000 } })
    ],
    body: json(
      { reasoning: 'hm', tool_calls: [call('ab8048658', 'add', add), call('b249e0b3f', 'mul', add)] },
      'tool_calls'
    ),
    text: '',
    reasoning: 'hm',
    calls: [
      ['ab8048658', 'add', add],
      ['b249e0b3f', 'mul', add]
    ],
    finish: 'tool_call',
    usage: counted
  },
  {
    name: 'huggingface',
    events: [
      one({ role: 'assistant', content: '' }),
      one({ reasoning: 'hm' }),
      one({ content: 'Hi' }),
      one({}, finish, { usage: { ...counts, ...timings }, time_info: { queue_time: 0.001 } })
    ],
    body: json({ reasoning: 'hm', content: 'Hi' }, 'stop', {}, { ...counts, ...timings }),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: counted
  },
  {
    name: 'perplexity',
    events: [
      chunk([{ ...choice({ role: 'assistant', content: '' }), message: { role: 'assistant', content: '' } }], {
        citations: searched.citations,
        usage: { ...counts, completion_tokens: 1, total_tokens: 11 }
      }),
      chunk([{ ...choice({ content: 'H' }), message: { role: 'assistant', content: 'H' } }], {
        citations: searched.citations,
        usage: { ...counts, completion_tokens: 2, total_tokens: 12 }
      }),
      chunk([{ ...choice({ content: 'i' }), message: { role: 'assistant', content: 'Hi' } }], {
        ...searched,
        usage: { ...counts, completion_tokens: 4, total_tokens: 14 }
      }),
      chunk([{ ...choice({ content: '' }, finish), message: { role: 'assistant', content: 'Hi' } }], {
        ...searched,
        usage: { ...counts, search_context_size: 'low' }
      })
    ],
    body: json({ content: 'Hi' }, 'stop', searched, { ...counts, search_context_size: 'low' }),
    text: 'Hi',
    finish: 'stop',
    usage: counted,
    parts: ['Text', 'Citation']
  },
  {
    name: 'zai',
    events: [
      one({ role: 'assistant', content: '', reasoning_content: '\nhm' }, {}, { request_id: 'r1' }),
      one({ tool_calls: [{ ...call('call_1', 'add', add), index: 0 }] }, toolCall),
      one({ tool_calls: [{ ...call('call_2', 'mul', add), index: 1 }] }, toolCall),
      one({ role: 'assistant', content: '' }, toolCall, { usage: counts })
    ],
    body: json(
      { content: '', reasoning_content: '\nhm', tool_calls: [call('call_1', 'add', add), call('call_2', 'mul', add)] },
      'tool_calls'
    ),
    text: '',
    reasoning: '\nhm',
    calls: [
      ['call_1', 'add', add],
      ['call_2', 'mul', add]
    ],
    finish: 'tool_call',
    usage: counted,
    sent: { reasoning_content: '\nhm' }
  },
  {
    name: 'moonshot',
    events: [
      one({ role: 'assistant', content: '' }, nothing),
      one({ reasoning_content: 'hm' }, nothing),
      one({ content: 'Hi' }, nothing),
      one({}, { ...finish, usage: { ...counts, cached_tokens: 3 } })
    ],
    body: json({ content: 'Hi', reasoning_content: 'hm' }, 'stop', {}, { ...counts, cached_tokens: 3 }),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: { ...counted, cacheReadInputTokens: 3 },
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'alibaba',
    events: [
      one({ content: null, tool_calls: [{ ...call('call_1', 'add', ''), index: 0 }] }, nothing),
      one(
        { tool_calls: [{ index: 0, id: '', type: 'function', function: { name: '', arguments: '{"a":' } }] },
        nothing
      ),
      one({ tool_calls: [{ index: 0, id: '', type: 'function', function: { arguments: ' 2}' } }] }),
      one({ content: '' }, toolCall),
      chunk([], { usage: { ...counts, prompt_tokens_details: { cached_tokens: 0 } } })
    ],
    body: json(
      { content: '', tool_calls: [call('call_1', 'add', add)] },
      'tool_calls',
      {},
      {
        ...counts,
        prompt_tokens_details: { cached_tokens: 0 }
      }
    ),
    text: '',
    calls: [['call_1', 'add', add]],
    finish: 'tool_call',
    usage: { ...counted, cacheReadInputTokens: 0 }
  },
  {
    name: 'vercel',
    events: [
      one({ role: 'assistant', reasoning: 'hm', reasoning_details: [{ ...signed, signature: undefined }] }, nothing, {
        generationId: 'gen_1'
      }),
      one({ reasoning: '', reasoning_details: [{ ...signed, text: '' }] }, nothing),
      one({ content: 'Hi' }, nothing),
      one({ provider_metadata: { gateway: { cost: '0.5' } } }, finish, {
        usage: { ...counts, cost: 0.5, market_cost: 0.5, cache_creation_input_tokens: 2 }
      })
    ],
    body: json(
      { content: 'Hi', reasoning: 'hm', reasoning_details: [signed], provider_metadata: { gateway: {} } },
      'stop',
      {},
      { ...counts, cost: 0.5, market_cost: 0.5, cache_creation_input_tokens: 2 }
    ),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: { ...counted, cost: 0.5, cacheCreationInputTokens: 2 },
    sent: { reasoning_details: [signed] }
  },
  {
    name: 'avian',
    events: [
      one({
        role: 'assistant',
        content: '',
        reasoning_content: 'hm',
        reasoning_details: [{ type: 'reasoning.text', text: 'hm', format: 'unknown', index: 0 }]
      }),
      { ...one({ role: 'assistant', content: 'Hi' }, nothing), id: 'gen-2' },
      one({ role: 'assistant', content: null, tool_calls: [{ ...call('functions.add:0', 'add', add), index: 0 }] }),
      one(
        { role: 'assistant', content: '', reasoning_content: null },
        { ...toolCall, native_finish_reason: 'tool_calls' }
      ),
      one({ role: 'assistant', content: '' }, toolCall, { usage: { ...counts, cost: 0.5 } })
    ],
    body: json(
      {
        content: 'Hi',
        reasoning_content: 'hm',
        reasoning_details: [{ type: 'reasoning.text', text: 'hm', format: 'unknown', index: 0 }],
        tool_calls: [call('functions.add:0', 'add', add)]
      },
      'tool_calls',
      {},
      { ...counts, cost: 0.5 }
    ),
    text: 'Hi',
    reasoning: 'hm',
    calls: [['functions.add:0', 'add', add]],
    finish: 'tool_call',
    usage: { ...counted, cost: 0.5 },
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'llamacpp',
    events: [
      one({ role: 'assistant', content: null }, nothing, { prompt_progress: { total: 10, cache: 0, processed: 5 } }),
      one({ reasoning_content: 'hm' }, nothing),
      one({ tool_calls: [{ ...call('g2KOIWzn722hzEaZ', 'add', '{"'), index: 0 }] }, nothing),
      one({ tool_calls: [{ index: 0, function: { arguments: 'a": 2}' } }] }, nothing),
      one({}, toolCall),
      chunk([], { usage: counts, timings: { cache_n: 0, prompt_n: 10, predicted_per_second: 20.5 } })
    ],
    body: json(
      { content: null, reasoning_content: 'hm', tool_calls: [call('g2KOIWzn722hzEaZ', 'add', add)] },
      'tool_calls'
    ),
    text: '',
    reasoning: 'hm',
    calls: [['g2KOIWzn722hzEaZ', 'add', add]],
    finish: 'tool_call',
    usage: counted,
    sent: { reasoning_content: 'hm' }
  },
  {
    name: 'vllm',
    events: [
      one({ role: 'assistant', content: '' }, nothing, { prompt_token_ids: [1, 2] }),
      one({ reasoning: 'hm', tool_calls: null, role: null }, { token_ids: [3], ...nothing }),
      one({ content: 'Hi' }, { token_ids: [4], stop_reason: null, matched_stop: null, ...nothing }),
      one({ content: '' }, { stop_reason: 151645, matched_stop: 151645, token_ids: [], ...finish }),
      chunk([], { usage: counts })
    ],
    body: json({ reasoning: 'hm', content: 'Hi', tool_calls: [] }, 'stop', { prompt_logprobs: null }),
    text: 'Hi',
    reasoning: 'hm',
    finish: 'stop',
    usage: counted,
    sent: { reasoning: 'hm' }
  },
  {
    name: 'ollama-openai',
    events: [
      one({ role: 'assistant', content: '', reasoning: 'hm' }, { finish_reason: '' }),
      one({ role: 'assistant', tool_calls: [{ ...call('call_1', 'add', add), index: 0 }] }, { finish_reason: '' }),
      one({ role: 'assistant', tool_calls: [{ ...call('call_2', 'mul', add), index: 0 }] }, { finish_reason: '' }),
      one({ role: 'assistant', content: '' }, toolCall),
      chunk([], { usage: counts })
    ],
    body: json(
      { content: '', reasoning: 'hm', tool_calls: [call('call_1', 'add', add), call('call_2', 'mul', add)] },
      'tool_calls'
    ),
    text: '',
    reasoning: 'hm',
    calls: [
      ['call_1', 'add', add],
      ['call_2', 'mul', add]
    ],
    finish: 'tool_call',
    usage: counted,
    repairs: ['SlotReused'],
    sent: { reasoning: 'hm' }
  }
]

const eventOf = (event: Json): string => `data: ${JSON.stringify(event)}\n\n`
const DONE = 'data: [DONE]\n\n'

describe('dialects', () => {
  it('has one of each provider', () => {
    expect(dialects.map(({ name }) => name)).toEqual(chatProviders.map(({ name }) => name).slice(0, -1))
  })
})

describe.each(dialects)('$name', (dialect) => {
  const { name, events, comments = '', body, calls = [], repairs = [], sent = {} } = dialect
  const provider = chatProvider(name)
  const cut = comments + events.map(eventOf).join('')
  const stream = provider.terminal === 'sentinel' ? cut + DONE : cut
  const outcome = foldBody(provider, stream)
  const { message } = outcome

  it('folds to what was meant', () => {
    expect({ ...outcome, message: undefined }).toEqual({
      _tag: 'Complete',
      message: undefined,
      failures: [],
      repairs: repairs.map((_tag): unknown => expect.objectContaining({ _tag }))
    })
    expect(text(message)).toBe(dialect.text)
    expect(reasoning(message)).toBe(dialect.reasoning ?? '')
    expect(toolCalls(message).map(({ _tag, id, name: called, arguments: args }) => [_tag, id, called, args])).toEqual(
      calls.map((said) => ['Closed', ...said])
    )
    expect(firstChoice(message)?.finishReason).toBe(dialect.finish)
    const { raw, ...usage } = message.usage ?? {}
    expect(usage).toEqual(dialect.usage)
    if (dialect.parts !== undefined) expect(firstChoice(message)?.parts.map(({ _tag }) => _tag)).toEqual(dialect.parts)
  })

  it('gives an equal message as one JSON body', () => {
    expect(foldBody(provider, JSON.stringify(body))).toEqual({ ...outcome, repairs: [] })
  })

  it('gives the same message as openai-compatible', () => {
    expect(foldBody(chatProvider('openai-compatible'), stream)).toEqual(outcome)
  })

  it('decodes each event, and keeps its fields', () => {
    for (const event of events.map((said) => JSON.parse(JSON.stringify(said)) as unknown)) {
      expect(provider.chunk.decode(event)).toEqual(E.right(event))
    }
    expect(E.isRight(provider.response.decode(body))).toBe(true)
  })

  it('is truncated without its terminal', () => {
    const unfinished = provider.terminal === 'sentinel' ? cut : comments + events.slice(0, -1).map(eventOf).join('')
    expect(foldBody(provider, unfinished)._tag).toBe('Truncated')
  })

  it('takes the answer back', () => {
    const said = dialect.text === '' ? {} : { content: dialect.text }
    const called = calls.map(([id, tool, args]) => call(id, tool, args))
    expect(toAssistantMessage(provider)(message)).toEqual(
      E.right({ role: 'assistant', ...said, ...(calls.length === 0 ? {} : { tool_calls: called }), ...sent })
    )
  })

  cutLaws(fold(provider), new TextEncoder().encode(stream), (outputs) => '.'.repeat(outputs.length))
})
