import type { option as O } from 'fp-ts'

import { isBinary } from '../machine/framing/awsEventStream.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { ProtocolName } from '../protocols/Protocol.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { opened, withFraming } from '../protocols/Provider.ts'
import { detectProtocol, framingOf } from './detectProtocol.ts'
import {
  anthropic,
  bedrockAnthropic,
  bedrockConverse,
  cohere,
  google,
  googleInteractions,
  ollama,
  openAICompatible,
  openAIResponses
} from './index.ts'

const speakers: Readonly<Record<ProtocolName, AnyProvider>> = {
  'openai-chat': openAICompatible,
  'openai-responses': openAIResponses,
  'anthropic-messages': anthropic,
  'google-generate': google,
  'google-interactions': googleInteractions,
  'bedrock-converse': bedrockConverse,
  'ollama-chat': ollama,
  'cohere-chat': cohere
}

/**
 * Returns a provider that can read a body, given the body or its beginning: of all providers with its protocol and framing,
 * the least strict. The provider's own value, if you know which one it is, reads more of its fields.
 *
 * @example
 * import { option as O } from 'fp-ts'
 * import { foldBody, messageText } from 'deltafold/core'
 * import { detectProvider } from 'deltafold/providers'
 *
 * const body = '{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}'
 * const provider = detectProvider(body)
 * assert.deepStrictEqual(O.isSome(provider) && provider.value.name, 'google')
 * if (O.isSome(provider)) assert.deepStrictEqual(messageText(foldBody(provider.value, body).message), 'Hi')
 *
 * @category destructors
 * @since 0.1.0
 */
export const detectProvider = (body: Piece): O.Option<AnyProvider> => {
  const found = detectProtocol(body)
  if (found._tag === 'None') return found
  const { value: name } = found
  const value = name === 'anthropic-messages' && isBinary(body) ? bedrockAnthropic : speakers[name]
  const framing = framingOf(body)
  // A gateway may send the events of one protocol in the framing of another.
  const isOwn = framing === undefined || framing.name === opened(value).framing.name
  return { _tag: 'Some', value: isOwn ? value : withFraming(framing)(value) }
}
