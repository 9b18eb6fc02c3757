/** Usage: what was counted twice, and what was never read. */
import type { Usage } from '../../lib/data/Usage.ts'
import { UsageMonoidLatest } from '../../lib/data/Usage.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { collectUsageMachine } from '../../lib/reading/collectUsageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import * as anthropic from '../fixtures/anthropic.ts'
import { chunk, DONE, finish } from '../fixtures/chat.ts'
import { count, counts, hi, last, said, stop, usage } from '../fixtures/counted.ts'
import * as google from '../fixtures/google.ts'
import { situations } from '../laws/situations.ts'

describe('usage', () => {
  situations([
    {
      symptom: 'after the finish reason was never read',
      threads: 'web-infra-dev/midscene#3117',
      provider: 'openai',
      body: [hi, stop, last, DONE].join(''),
      expected: said
    },
    {
      symptom: 'that is a running total on every chunk was added up',
      threads: 'langchain-ai/langchainjs#10159, langchain-ai/langchainjs#8694, langchain-ai/langchain#35615',
      provider: 'perplexity',
      body: [
        hi,
        ...[1, 2, 3, 4, 5].map((n) => chunk({ choices: [{ index: 0, delta: {} }], ...count(10, n) })),
        stop
      ].join(''),
      expected: said
    },
    {
      symptom: 'on every chunk was taken for the end',
      threads: 'ARahim3/mlx-dspark#37, rashidrazak/opencode-cmd-provider#213',
      body: [
        chunk({ choices: [{ index: 0, delta: { content: 'h' } }], ...count(10, 1) }),
        chunk({ choices: [{ index: 0, delta: { content: 'i' } }], ...counts }),
        stop,
        DONE
      ].join(''),
      expected: said
    },
    {
      symptom: 'beside a choice was not read',
      threads: 'diegosouzapw/OmniRoute#9750',
      body: [hi, stop, chunk({ choices: [{ index: 0, delta: {} }], ...counts }), DONE].join(''),
      expected: said
    },
    {
      symptom: 'in x_groq was not read',
      body: [
        hi,
        chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: { id: 'r', ...counts } }),
        DONE
      ].join(''),
      expected: said
    },
    {
      symptom: 'in the last choice was not read',
      threads: 'earendil-works/pi#2017',
      provider: 'moonshot',
      body: [hi, finish('stop', counts), DONE].join(''),
      expected: said
    },
    {
      symptom: 'of a chunk whose id is "" was not read',
      body: [hi, stop, chunk({ id: '', model: '', choices: [], ...counts }), DONE].join(''),
      expected: said
    },
    {
      symptom: 'of null after it erased it',
      body: [hi, stop, last, chunk({ choices: [], usage: null }), DONE].join(''),
      expected: said
    },
    {
      symptom: 'that came three times was three times as much',
      provider: 'groq',
      body: [
        hi,
        chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], ...counts, x_groq: { id: 'r', ...counts } }),
        last,
        DONE
      ].join(''),
      expected: said
    },
    {
      symptom: 'that grows in message_delta was added to that of message_start',
      threads: 'langchain-ai/langchainjs#10159',
      provider: 'anthropic',
      body: [
        anthropic.messageStart({ usage: { input_tokens: 2049, output_tokens: 3 } }),
        anthropic.said(0, 'hi'),
        anthropic.messageDelta('end_turn', { input_tokens: 13520, output_tokens: 5 }),
        anthropic.messageStop()
      ].join(''),
      expected: { text: 'hi', finish: 'stop', usage: { inputTokens: 13520, outputTokens: 5, totalTokens: 13525 } }
    },
    {
      symptom: 'on every chunk, thoughts apart, was added up',
      threads: 'langchain-ai/langchain#35615',
      provider: 'google',
      body: [
        google.chunk({
          ...google.content([{ text: 'h' }]),
          usageMetadata: { promptTokenCount: 10, totalTokenCount: 10 }
        }),
        google.chunk({
          ...google.content([{ text: 'i' }], { finishReason: 'STOP' }),
          usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 2, thoughtsTokenCount: 3, totalTokenCount: 15 }
        })
      ].join(''),
      expected: { text: 'hi', finish: 'stop', usage: { ...usage, reasoningOutputTokens: 3 } }
    }
  ])

  it('law: a stream of which a part comes again is not dearer (langchain-ai/langchainjs#10159)', () => {
    const of = (...events: ReadonlyArray<string>): unknown => {
      const all = runMachine(andThen(collectUsageMachine)(readChunksMachine(openAICompatible)))(
        [...events, stop].join('')
      )
      return all.at(-1)
    }
    const [a, b, c] = [count(10, 1), count(10, 3), counts].map((one) => chunk({ choices: [], ...one }))
    const once = of(a ?? '', b ?? '', c ?? '')
    expect(once).toMatchObject({ right: usage })
    expect(of(a ?? '', b ?? '', a ?? '', b ?? '', c ?? '')).toEqual(once)
    const totals = [1, 3, 5].map((outputTokens): Usage => ({
      ...UsageMonoidLatest.empty,
      inputTokens: 10,
      outputTokens
    }))
    expect([...totals, ...totals].reduce(UsageMonoidLatest.concat)).toEqual(totals.reduce(UsageMonoidLatest.concat))
  })
})
