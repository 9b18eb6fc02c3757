/** What lies in the recordings: rows of responses, and beside some of them what a client had understood. */
import { readFileSync } from 'node:fs'

import type { Outcome } from '../../lib/data/MessageState.ts'
import { pathOf, readShared } from './shared.ts'

export interface Row {
  readonly id: string
  readonly interaction: number
  readonly provider: string
  readonly protocol: string
  readonly status: number
  readonly contentType: string
  readonly response: string
  readonly bytes: number
}

/** The provider of a recording, by the name that it has here. */
export const providerOf = ({ provider, protocol }: Row): string => {
  if (protocol.startsWith('openai-responses')) return provider === 'azure' ? 'azure-responses' : 'openai-responses'
  const names: Readonly<Record<string, string>> = {
    bedrock: 'bedrock-anthropic',
    'vertex-google': 'vertex',
    'ollama-cloud': 'ollama'
  }
  return names[provider] ?? provider
}

interface Key {
  readonly id: string
  readonly interaction: number
}

export const keyOf = ({ id, interaction }: Key): string => `${id}#${interaction}`

export const rowsOf = (...protocols: ReadonlyArray<string>): ReadonlyArray<Row> =>
  (readShared('index.json') as ReadonlyArray<Row>).filter(({ protocol }) =>
    protocols.some((prefix) => protocol.startsWith(prefix))
  )

/** The file says what an oracle of this protocol is; the caller, which protocol it asks for. */
export const oracles = (): ReadonlyMap<string, unknown> =>
  new Map((readShared('oracle.json') as ReadonlyArray<Key>).map((oracle) => [keyOf(oracle), oracle]))

export const bodyOf = ({ response }: Row): Uint8Array => readFileSync(pathOf(response))

/** Usage in the words of the oracle. */
export const normalised = ({ message: { usage } }: Outcome) => ({
  input: usage?.inputTokens ?? null,
  output: usage?.outputTokens ?? null,
  total: usage?.totalTokens ?? null,
  reasoning: usage?.reasoningOutputTokens ?? null,
  cachedInput: usage?.cacheReadInputTokens ?? null,
  cacheWrite: usage?.cacheCreationInputTokens ?? null,
  cost: usage?.cost ?? null
})
