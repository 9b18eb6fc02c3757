/** Reasoning, and what the next request must say again: what made the second turn fail. */
import { either as E } from 'fp-ts'

import { anthropic as claude } from '../../lib/providers/anthropicMessages.ts'
import { google as gemini } from '../../lib/providers/googleGenerate.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import * as anthropic from '../fixtures/anthropic.ts'
import { call, calls, chunk, delta, DONE, finish } from '../fixtures/chat.ts'
import * as google from '../fixtures/google.ts'
import { closed, situations } from '../laws/situations.ts'

const stop = finish('stop') + DONE

const detail = (type: string, fields: object): object => ({
  type: `reasoning.${type}`,
  index: 0,
  format: 'f',
  ...fields
})

const details = (...some: ReadonlyArray<object>): string =>
  delta({ content: '', reasoning_details: some as Array<Record<string, never>> }) // whatever a server may send

const thought = (text: string, fields: object = {}): object => ({
  _tag: 'Reasoning',
  kind: 'text',
  text,
  signature: '',
  ...fields
})
const said = (text: string): object => ({ _tag: 'Text', text })

const signed = [detail('text', { text: 'h' }), detail('text', { text: 'm' }), detail('text', { signature: 'S1' })]

const thinking = (...signatures: ReadonlyArray<string>): string =>
  anthropic.stream(
    'end_turn',
    anthropic.start(0, { type: 'thinking', thinking: '', signature: '' }),
    anthropic.thinkingDelta(0, 'hm'),
    ...signatures.map((signature) => anthropic.signatureDelta(0, signature)),
    anthropic.stop(0),
    anthropic.said(1, 'hi')
  )

const proved = (signature: string): object => ({
  reasoning: 'hm',
  text: 'hi',
  parts: [thought('hm', { signature }), said('hi')]
})

const gemini3 = { google: { thought_signature: 'T1' } }

describe('reasoning', () => {
  situations([
    {
      symptom: 'in fragments was sent back as fragments, and its signature refused',
      threads: 'OpenRouterTeam/ai-sdk-provider#519, OpenRouterTeam/ai-sdk-provider#423',
      provider: 'openrouter',
      body: [...signed.map((one) => details(one)), delta({ content: 'hi' }), stop].join(''),
      expected: {
        reasoning: 'hm',
        text: 'hi',
        parts: [thought('hm', { signature: 'S1', format: 'f', index: 0 }), said('hi')]
      }
    },
    {
      symptom: 'of two thoughts under one index was one thought with the wrong signature',
      threads: 'OpenRouterTeam/ai-sdk-provider#520, agno-agi/agno#8794',
      provider: 'openrouter',
      body: [
        details(detail('text', { text: 'a' })),
        details(detail('text', { signature: 'S1' })),
        details(detail('text', { text: 'b' })),
        details(detail('text', { signature: 'S2' })),
        stop
      ].join(''),
      expected: {
        reasoning: 'ab',
        parts: [
          thought('a', { signature: 'S1', format: 'f', index: 0 }),
          thought('b', { signature: 'S2', format: 'f', index: 0 })
        ]
      }
    },
    {
      symptom: 'of a summary and encrypted data under one index was one',
      threads: 'OpenRouterTeam/ai-sdk-provider#520',
      provider: 'openrouter',
      body: [
        details(detail('summary', { summary: 'a' })),
        details(detail('encrypted', { data: 'E1', id: 'rs_1' })),
        details(detail('encrypted', { data: 'E2', id: 'rs_2' })),
        stop
      ].join(''),
      expected: {
        reasoning: 'a',
        parts: [
          thought('a', { kind: 'summary', format: 'f', index: 0 }),
          thought('', { kind: 'encrypted', data: 'E1', id: 'rs_1', format: 'f', index: 0 }),
          thought('', { kind: 'encrypted', data: 'E2', id: 'rs_2', format: 'f', index: 0 })
        ]
      }
    },
    {
      symptom: 'in two fields of one chunk was said twice',
      provider: 'avian',
      body: [
        delta({
          reasoning_content: 'hm',
          reasoning: 'hm',
          reasoning_details: [{ type: 'reasoning.text', text: 'hm' }]
        }),
        stop
      ].join(''),
      expected: { reasoning: 'hm' }
    },
    {
      symptom: 'and text in one chunk, either of them null or empty, lost the other',
      provider: 'deepseek',
      body: [
        delta({ content: null, reasoning_content: 'h' }),
        delta({ content: '', reasoning_content: 'm' }),
        delta({ content: 'h', reasoning_content: '' }),
        delta({ content: 'i', reasoning_content: null }),
        stop
      ].join(''),
      expected: { reasoning: 'hm', text: 'hi' }
    },
    {
      symptom: 'beside a role and calls of null was refused',
      provider: 'azure',
      body: [
        delta({ role: 'assistant', content: null, reasoning_content: 'h', tool_calls: null }),
        delta({ role: null, content: null, reasoning_content: 'm', tool_calls: null }),
        delta({ role: null, content: 'hi', reasoning_content: null, tool_calls: null }),
        finish('stop', { matched_stop: 1 }),
        chunk({
          choices: [],
          usage: {
            prompt_tokens: 10,
            completion_tokens: 5,
            total_tokens: 15,
            reasoning_tokens: 2,
            prompt_tokens_details: null
          }
        }),
        DONE
      ].join(''),
      expected: {
        reasoning: 'hm',
        text: 'hi',
        usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15, reasoningOutputTokens: 2 }
      }
    }
  ])

  it('law: streamed, it is what the same answer has as one JSON body (OpenRouterTeam/ai-sdk-provider#519)', () => {
    const whole = { content: 'hi', reasoning_details: [detail('text', { text: 'hm', signature: 'S1' })] }
    const streamed = foldBody(
      openRouter,
      [...signed.map((one) => details(one)), delta({ content: 'hi' }), stop].join('')
    )
    const body = JSON.stringify({
      id: 'c1',
      model: 'm',
      choices: [{ index: 0, message: whole, finish_reason: 'stop' }]
    })
    expect(foldBody(openRouter, body)).toEqual(streamed)
    expect(toAssistantMessage(openRouter)(streamed.message)).toEqual(E.right({ role: 'assistant', ...whole }))
  })
})

describe('a signature', () => {
  situations([
    {
      symptom: 'in two pieces lost the first',
      threads: 'pydantic/pydantic-ai#7777',
      provider: 'anthropic',
      body: thinking('Sig', '+/='),
      expected: proved('Sig+/=')
    },
    {
      symptom: 'that came twice was twice as long',
      threads: 'pensarai/apex#534',
      provider: 'anthropic',
      body: thinking('Sig+/=', 'Sig+/='),
      expected: proved('Sig+/=')
    },
    {
      symptom: 'on empty text was dropped with it',
      provider: 'google',
      body: [
        google.parts({ text: 'hi' }),
        google.parts({ text: '', thoughtSignature: 'T1' }),
        google.finish('STOP')
      ].join(''),
      expected: { text: 'hi', parts: [said('hi'), { ...said(''), extra: { thoughtSignature: 'T1' } }] }
    },
    {
      symptom: 'on the first of two calls was lost by the time of the second',
      threads: 'allenhutchison/obsidian-gemini#230, prism-php/prism#830',
      provider: 'google',
      body: [
        google.parts(google.call('w', {}, { thoughtSignature: 'T1' }, 'a')),
        google.parts(google.call('w', {}, {}, 'b')),
        google.finish('STOP')
      ].join(''),
      expected: { calls: [closed('a', 'w', '{}', { extra: { thoughtSignature: 'T1' } }), closed('b', 'w', '{}')] }
    },
    {
      symptom: 'beside a call, in a field that nobody knows, was lost by its next fragment',
      threads: 'NousResearch/hermes-agent#2997, ServiceNow/eva#206',
      body: [
        calls(call(0, 'a', 'w', '{', { extra_content: gemini3 })),
        calls(call(0, undefined, undefined, '}')),
        finish('tool_calls'),
        DONE
      ].join(''),
      expected: { calls: [closed('a', 'w', '{}', { extra: { extra_content: gemini3 } })], finish: 'tool_call' }
    }
  ])

  it('goes back with what it signs (allenhutchison/obsidian-gemini#230, OpenRouterTeam/ai-sdk-provider#519)', () => {
    const compatible = calls(call(0, 'a', 'w', '{}', { type: 'function', extra_content: gemini3 })) + stop
    expect(toAssistantMessage(openAICompatible)(foldBody(openAICompatible, compatible).message)).toMatchObject({
      right: { tool_calls: [{ id: 'a', extra_content: gemini3 }] }
    })
    const native = google.parts(google.call('w', {}, { thoughtSignature: 'T1' }, 'a')) + google.finish('STOP')
    expect(toAssistantMessage(gemini)(foldBody(gemini, native).message)).toMatchObject({
      right: { parts: [{ functionCall: { name: 'w' }, thoughtSignature: 'T1' }] }
    })
    expect(toAssistantMessage(claude)(foldBody(claude, thinking('Sig', '+/=')).message)).toMatchObject({
      right: { content: [{ type: 'thinking', thinking: 'hm', signature: 'Sig+/=' }, { text: 'hi' }] }
    })
  })
})
