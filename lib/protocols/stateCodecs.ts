import type * as t from 'io-ts'

import { AnthropicStateCodec } from './anthropicMessages/stateCodec.ts'
import { ConverseStateCodec } from './bedrockConverse/stateCodec.ts'
import { CohereStateCodec } from './cohereChat/stateCodec.ts'
import { GoogleStateCodec } from './googleGenerate/stateCodec.ts'
import { InteractionsStateCodec } from './googleInteractions/stateCodec.ts'
import { OllamaStateCodec } from './ollamaChat/stateCodec.ts'
import { ChatStateCodec } from './openAIChat/stateCodec.ts'
import { ResponsesStateCodec } from './openAIResponses/stateCodec.ts'
import type { ProtocolName } from './Protocol.ts'
import type { AnyProvider, StateOf } from './Provider.ts'

const stateCodecs: Readonly<Record<ProtocolName, t.Mixed>> = {
  'openai-chat': ChatStateCodec,
  'openai-responses': ResponsesStateCodec,
  'anthropic-messages': AnthropicStateCodec,
  'google-generate': GoogleStateCodec,
  'google-interactions': InteractionsStateCodec,
  'bedrock-converse': ConverseStateCodec,
  'ollama-chat': OllamaStateCodec,
  'cohere-chat': CohereStateCodec
}

/**
 * The codec of the state of a provider's machine, by its protocol. The codecs are separate from the protocols, so that programs
 * that never restore a state do not bundle them.
 *
 * @internal
 */
export const stateCodecOf = <P extends AnyProvider>({ protocol }: P): t.Type<StateOf<P>, unknown> =>
  // All providers of a protocol have the state that its codec describes: `P` names that type or a wider one.
  stateCodecs[protocol.name]
