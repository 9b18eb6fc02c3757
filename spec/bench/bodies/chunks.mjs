/** What one event says, in each protocol: a delta of text, and a delta of a call. */

const chat = (delta) => ({
  id: 'gen-1758647798-0GcvJjLriIRfE2vwqWPO',
  provider: 'Novita',
  model: 'moonshotai/kimi-k2-0905',
  object: 'chat.completion.chunk',
  created: 1758647798,
  choices: [{ index: 0, delta, finish_reason: null, native_finish_reason: null, logprobs: null }]
})

const google = (part) => ({
  candidates: [{ content: { parts: [part], role: 'model' }, index: 0 }],
  usageMetadata: {
    promptTokenCount: 210,
    candidatesTokenCount: 5,
    totalTokenCount: 215,
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: 210 }]
  },
  modelVersion: 'gemini-2.5-flash',
  responseId: 'mJHSaO3HD8u_kdUP0pWBgAs'
})

const ollama = (message) => ({
  model: 'qwen3:8b',
  created_at: '2026-01-05T11:28:13.419283Z',
  message: { role: 'assistant', ...message },
  done: false
})

const place = { sequence_number: 17, item_id: 'msg_68a1f0c2d5e4819f8a7b6c5d4e3f2a1b', output_index: 0 }

/** What of a word is a chunk of text, and what one of arguments. */
export const chunks = {
  chat: [
    (word) => chat({ role: 'assistant', content: word }),
    (word) =>
      chat({
        role: 'assistant',
        content: null,
        tool_calls: [{ index: 0, type: 'function', function: { arguments: word } }]
      })
  ],
  anthropic: [
    (text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    (partial_json) => ({ type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json } })
  ],
  responses: [
    (delta) => ({
      type: 'response.output_text.delta',
      ...place,
      content_index: 0,
      delta,
      logprobs: [],
      obfuscation: 'aB3dE5'
    }),
    (delta) => ({ type: 'response.function_call_arguments.delta', ...place, delta, obfuscation: 'aB3dE5' })
  ],
  google: [(text) => google({ text }), (text) => google({ functionCall: { name: 'search', args: { text } } })],
  ollama: [
    (content) => ollama({ content }),
    (text) => ollama({ content: '', tool_calls: [{ function: { name: 'search', arguments: { text } } }] })
  ],
  cohere: [
    (text) => ({ type: 'content-delta', index: 0, delta: { message: { content: { text } } } }),
    (text) => ({
      type: 'tool-call-delta',
      index: 0,
      delta: { message: { tool_calls: { function: { arguments: text } } } }
    })
  ],
  converse: [
    (text) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: { text }, p: 'abcdefghijkl' } }),
    (input) => ({ contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input } }, p: 'abcdefghijkl' } })
  ]
}
