/** Bodies of OpenAI Chat as OpenRouter sends them, in events of 295 bytes and more. */

const envelope = {
  id: 'gen-1758647798-0GcvJjLriIRfE2vwqWPO',
  provider: 'Novita',
  model: 'moonshotai/kimi-k2-0905',
  object: 'chat.completion.chunk',
  created: 1758647798
}

const event = (delta, finish = null, rest = {}) =>
  `data: ${JSON.stringify({
    ...envelope,
    choices: [{ index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null }],
    ...rest
  })}\n\n`

/** What OpenAI adds to each event, so that its length tells nothing. */
const obfuscation = (i) => ({ obfuscation: ((i * 48_271) % 36 ** 6).toString(36).padStart(6, '0') })

const OPTIONAL = ['usage', 'service_tier', 'system_fingerprint', 'moderation', 'timings', 'routing']

/** Fields that come and go, so that seldom two events are alike. */
const others = (i) => Object.fromEntries(OPTIONAL.filter((_, k) => ((i * 48_271) >> k) & 1).map((name) => [name, null]))

const beside = { nothing: () => ({}), obfuscation, others }

const said = (kind) => (content, i) => event({ role: 'assistant', content }, null, beside[kind](i))

const called = (index, { id, name }, text, isFirst) =>
  event({
    role: 'assistant',
    content: null,
    tool_calls: [
      {
        index,
        ...(isFirst ? { id } : {}),
        type: 'function',
        function: { ...(isFirst ? { name } : {}), arguments: text }
      }
    ]
  })

const ending = (isCall, { input, output }) => [
  event({ role: 'assistant', content: '' }, isCall ? 'tool_calls' : 'stop'),
  event({ role: 'assistant', content: '' }, null, {
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, cost: 0.0002635 }
  }),
  'data: [DONE]\n\n'
]

/** The events of an answer: its text first, then the fragments of its calls in turn. */
export const eventsOf = ({ texts, calls, usage, varying = 'nothing' }) => [
  ...texts.map(said(varying)),
  ...Array.from({ length: Math.max(0, ...calls.map(({ fragments }) => fragments.length)) }, (_, i) =>
    calls.flatMap((call, index) => (i < call.fragments.length ? [called(index, call, call.fragments[i], i === 0)] : []))
  ).flat(),
  ...ending(calls.length > 0, usage)
]
