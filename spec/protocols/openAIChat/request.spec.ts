import { either as E } from 'fp-ts'

import { openRouter } from '../../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../../lib/providers/openAIChatHosts.ts'
import { mistral } from '../../../lib/providers/openAIChatMakers.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toAssistantMessage } from '../../../lib/tools/toRequest.ts'
import { chunk, DONE, finish } from '../../fixtures/chat.ts'

const providers = { compatible: openAICompatible, router: openRouter, groq, mistral } as const

const roads = (provider: keyof typeof providers, deltas: ReadonlyArray<object>) => {
  const one = providers[provider]
  const streamed = deltas.map((said) => chunk({ choices: [{ index: 0, delta: said, finish_reason: null }] })).join('')
  const message = Object.assign({}, ...deltas) as object // its fields
  return [
    foldBody(one, streamed + finish('stop') + DONE),
    foldBody(one, JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }))
  ].map(({ _tag, message }) => {
    const said = toAssistantMessage(one)(message)
    return [_tag, E.isRight(said) ? said.right : said.left]
  })
}

const content = 'Hi'
const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }
const file = { type: 'file', file: { hash: 'h', name: 'a.pdf' } }
const called = [{ index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }]
const block = { type: 'thinking', thinking: 'Hm', signature: 'S' }
const redacted = { type: 'redacted_thinking', data: 'D' }
const details = [
  { type: 'reasoning.text', text: 'Hm', signature: 's', index: 0 },
  { type: 'reasoning.server_tool_call', tool_name: 't', arguments: '{}', index: 1 },
  { type: 'reasoning.encrypted', data: 'D', index: 2 }
]

describe('the next request has what the answer had', () => {
  it.each([
    [
      'compatible',
      [{ reasoning_text: 'Hm' }, { reasoning_opaque: 'O' }, { content }],
      { reasoning_text: 'Hm', reasoning_opaque: 'O', content }
    ],
    ['compatible', [{ reasoning_text: 'Hm' }, { content }], { reasoning_content: 'Hm', content }],
    [
      'compatible',
      [{ reasoning_content: 'Hm', thinking_blocks: [block, redacted] }, { content }],
      { reasoning_content: 'Hm', thinking_blocks: [block, redacted], content }
    ],
    [
      'compatible',
      [{ extra_content: { google: { thought_signature: 'S' } }, tool_calls: called }],
      { extra_content: { google: { thought_signature: 'S' } }, tool_calls: [{ id: 'a' }] }
    ],
    ['compatible', [{ thought_signature: 'S' }, { content }], { thought_signature: 'S', content }],
    ['router', [{ reasoning_details: details }, { content }], { reasoning_details: details, content }],
    ['router', [{ content }, { images: [image] }], { content, images: [image] }],
    ['router', [{ images: [image] }], { images: [image] }],
    ['router', [{ content }, { annotations: [file] }], { content, annotations: [file] }],
    ['groq', [{ reasoning: 'Hm' }, { content }], { reasoning: 'Hm', content }],
    ['mistral', [{ content }], { content }],
    [
      'mistral',
      [
        {
          content: [
            {
              type: 'thinking',
              thinking: [
                { type: 'text', text: 'Hm' },
                { type: 'reference', reference_ids: [1] }
              ],
              signature: 'S'
            },
            { type: 'text', text: 'Hi' },
            { type: 'reference', reference_ids: [2] },
            { type: 'text', text: ' more' },
            { type: 'document_url', document_url: 'https://d' },
            image
          ]
        }
      ],
      {
        content: [
          {
            type: 'thinking',
            thinking: [
              { type: 'text', text: 'Hm' },
              { type: 'reference', reference_ids: [1] }
            ],
            signature: 'S'
          },
          { type: 'text', text: 'Hi' },
          { type: 'reference', reference_ids: [2] },
          { type: 'text', text: ' more' },
          { type: 'document_url', document_url: 'https://d' },
          image
        ]
      }
    ]
  ] as const)('%s, %j', (provider, deltas, expected) => {
    for (const [outcome, back] of roads(provider, deltas)) {
      expect(outcome).toBe('Complete')
      expect(back).toMatchObject(expected)
    }
  })
})

describe('reasoning in other places', () => {
  it.each([
    [[{ reasoning_steps: [{ thought: 'T', type: 'web_search' }, { thought: '2' }] }, { content }], 'T2'],
    [
      [
        {
          content: [
            { type: 'reasoning', summary: [{ type: 'summary_text', text: 'T' }] },
            { type: 'text', text: 'Hi' }
          ]
        }
      ],
      'T'
    ],
    [[{ reasoning_content: 7 }, { content }], '7']
  ])('%j', (deltas, expected) => {
    for (const [, back] of roads('compatible', deltas))
      expect(back).toMatchObject({ reasoning_content: expected, content })
  })

  it('sound that is empty is no part', () => {
    const audio = { data: '', expires_at: 0, id: '', transcript: '' }
    for (const [, back] of roads('compatible', [{ content, audio }]))
      expect(back).toEqual({ role: 'assistant', content })
  })
})
