/**
 * The providers by name: here and nowhere else, so that a program that imports one provider carries one.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import type { Head } from '../data/Head.ts'
import { ignoreOutput } from '../machine/Machine.ts'
import { AnthropicStateCodec } from '../protocols/anthropicMessages/stateCodec.ts'
import { ConverseStateCodec } from '../protocols/bedrockConverse/stateCodec.ts'
import { CohereStateCodec } from '../protocols/cohereChat/stateCodec.ts'
import { GoogleStateCodec } from '../protocols/googleGenerate/stateCodec.ts'
import { OllamaStateCodec } from '../protocols/ollamaChat/stateCodec.ts'
import { ChatStateCodec } from '../protocols/openAIChat/stateCodec.ts'
import { ResponsesStateCodec } from '../protocols/openAIResponses/stateCodec.ts'
import type { Provider } from '../protocols/Provider.ts'
import { anthropic } from '../providers/anthropic.ts'
import { azure } from '../providers/azure.ts'
import { azureResponses } from '../providers/azureResponses.ts'
import { bedrockAnthropic } from '../providers/bedrockAnthropic.ts'
import { bedrockConverse } from '../providers/bedrockConverse.ts'
import { cerebras } from '../providers/cerebras.ts'
import {
  alibaba,
  avian,
  fireworks,
  lmStudio,
  moonshot,
  nvidia,
  ollamaOpenAI,
  together
} from '../providers/chatDialects.ts'
import { cohere } from '../providers/cohere.ts'
import { deepSeek } from '../providers/deepSeek.ts'
import { google } from '../providers/google.ts'
import { groq } from '../providers/groq.ts'
import { huggingface } from '../providers/huggingface.ts'
import { llamaCpp } from '../providers/llamaCpp.ts'
import { lmStudioResponses } from '../providers/lmStudioResponses.ts'
import { mistral } from '../providers/mistral.ts'
import { ollama } from '../providers/ollama.ts'
import { openAI } from '../providers/openAI.ts'
import { openAICompatible } from '../providers/openAICompatible.ts'
import { openAIResponses } from '../providers/openAIResponses.ts'
import { openRouter } from '../providers/openRouter.ts'
import { perplexity } from '../providers/perplexity.ts'
import { sglang } from '../providers/sglang.ts'
import { vercel } from '../providers/vercel.ts'
import { vertex } from '../providers/vertex.ts'
import { vertexAnthropic } from '../providers/vertexAnthropic.ts'
import { vllm } from '../providers/vllm.ts'
import { xai } from '../providers/xai.ts'
import { xaiResponses } from '../providers/xaiResponses.ts'
import { zai } from '../providers/zai.ts'
import { outcomeOf } from '../reading/accumulateMessageMachine.ts'
import { restoreFold, saveFold } from '../reading/checkpoint.ts'
import { foldMachine } from '../reading/foldMachine.ts'
import type { BodyState } from '../reading/readChunksMachine.ts'
import { failedFold, foldResult } from './result.ts'
import type { Running } from './Running.ts'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** How many frames a body had; one JSON body is one. */
const framesOf = ({ json, decode }: BodyState<unknown>): number => (json.atByte === -1 ? decode.atEvent + 1 : 1)

const folding =
  <W, R, S>(provider: Provider<W, R, S>, codec: t.Type<S, unknown>) =>
  (head: Head): Running => {
    const machine = foldMachine(provider, head)
    let state = machine.initial
    return {
      push: (piece) => {
        state = machine.step(state, piece, ignoreOutput)
      },
      resume: () => {
        const restored = restoreFold(provider, codec)(JSON.parse(JSON.stringify(saveFold(provider)(state))))
        if (E.isLeft(restored)) return (id) => failedFold(id, restored.left)
        state = restored.right
        return undefined
      },
      end: (id) => {
        const { first, second } = machine.end(state, ignoreOutput)
        return foldResult(id, outcomeOf(second), framesOf(first))
      }
    }
  }

type Row = readonly [string, (head: Head) => Running]

const row = <W, R, S>(provider: Provider<W, R, S>, codec: t.Type<S, unknown>): Row => [
  provider.name,
  folding(provider, codec)
]

const table: ReadonlyArray<Row> = [
  row(openAI, ChatStateCodec),
  row(azure, ChatStateCodec),
  row(openRouter, ChatStateCodec),
  row(groq, ChatStateCodec),
  row(xai, ChatStateCodec),
  row(deepSeek, ChatStateCodec),
  row(mistral, ChatStateCodec),
  row(together, ChatStateCodec),
  row(fireworks, ChatStateCodec),
  row(cerebras, ChatStateCodec),
  row(huggingface, ChatStateCodec),
  row(perplexity, ChatStateCodec),
  row(zai, ChatStateCodec),
  row(moonshot, ChatStateCodec),
  row(alibaba, ChatStateCodec),
  row(vercel, ChatStateCodec),
  row(avian, ChatStateCodec),
  row(llamaCpp, ChatStateCodec),
  row(vllm, ChatStateCodec),
  row(sglang, ChatStateCodec),
  row(nvidia, ChatStateCodec),
  row(lmStudio, ChatStateCodec),
  row(ollamaOpenAI, ChatStateCodec),
  row(openAICompatible, ChatStateCodec),
  row(openAIResponses, ResponsesStateCodec),
  row(azureResponses, ResponsesStateCodec),
  row(xaiResponses, ResponsesStateCodec),
  row(lmStudioResponses, ResponsesStateCodec),
  row(anthropic, AnthropicStateCodec),
  row(vertexAnthropic, AnthropicStateCodec),
  row(bedrockAnthropic, AnthropicStateCodec),
  row(google, GoogleStateCodec),
  row(vertex, GoogleStateCodec),
  row(bedrockConverse, ConverseStateCodec),
  row(ollama, OllamaStateCodec),
  row(cohere, CohereStateCodec)
]

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/** @internal */
export const providerNames: ReadonlyArray<string> = table.map(([name]) => name)

/**
 * How bodies of a provider are folded.
 *
 * @internal
 */
export const foldingOf = (provider: string): ((head: Head) => Running) | undefined =>
  table.find(([name]) => name === provider)?.[1]
