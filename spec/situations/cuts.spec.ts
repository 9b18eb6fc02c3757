import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockAnthropic } from '../../lib/providers/bedrockAnthropic.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { googleInteractions } from '../../lib/providers/googleInteractions.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { messageStop } from '../fixtures/anthropic.ts'
import { messageEnd } from '../fixtures/cohere.ts'
import { completed } from '../fixtures/interactions.ts'
import { done } from '../fixtures/ollama.ts'
import { providerLaws } from '../laws/provider.ts'

// The other providers share a machine with one of these; what is theirs alone is held by their own specs. OpenAI Responses
// has laws of its own, for the order of its events.
describe('openrouter', () => providerLaws(openRouter, 'data: [DONE]\n\n'))
describe('groq', () => providerLaws(groq, 'data: [DONE]\n\n'))
describe('openai-compatible', () => providerLaws(openAICompatible, 'data: [DONE]\n\n'))
describe('anthropic', () => providerLaws(anthropic, messageStop()))
describe('bedrock-anthropic', () => providerLaws(bedrockAnthropic, messageStop()))
describe('google', () => providerLaws(google, ''))
describe('google-interactions', () => providerLaws(googleInteractions, completed()))
describe('bedrock-converse', () =>
  providerLaws(bedrockConverse, 'data: {"messageStop":{}}\n\ndata: {"metadata":{}}\n\n'))
describe('ollama', () => providerLaws(ollama, done()))
describe('cohere', () => providerLaws(cohere, messageEnd('COMPLETE')))
