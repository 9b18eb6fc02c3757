/** The types that are measured: of an event and of a JSON body, by the name of the file with the documented fields. */
import type { AnyProvider, ResponseOf, WireOf } from '../../lib/protocols/Provider.ts'
import type {
  anthropic,
  bedrockConverse,
  cohere,
  google,
  googleInteractions,
  groq,
  mistral,
  ollama,
  ollamaGenerate,
  openAI,
  openAIResponses,
  openRouter
} from '../../lib/providers/index.ts'

interface Wire<P extends AnyProvider> {
  readonly event: WireOf<P>
  readonly body: ResponseOf<P>
}

export interface Wires {
  readonly anthropicBeta: Wire<typeof anthropic>
  readonly anthropicMessages: Wire<typeof anthropic>
  readonly bedrockConverse: Wire<typeof bedrockConverse>
  readonly cohereChat: Wire<typeof cohere>
  readonly googleGenerate: Wire<typeof google>
  readonly googleInteractions: Wire<typeof googleInteractions>
  readonly groq: Wire<typeof groq>
  readonly mistral: Wire<typeof mistral>
  readonly ollamaChat: Wire<typeof ollama>
  readonly ollamaGenerate: Wire<typeof ollamaGenerate>
  readonly openAIChat: Wire<typeof openAI>
  readonly openAIResponses: Wire<typeof openAIResponses>
  readonly openRouter: Wire<typeof openRouter>
}
