import type { ProtocolName } from '../protocols/Protocol.ts'
import type { Feature } from './Loss.ts'
import type { Target } from './Target.ts'

/** The features that no answer of a protocol has. */
const missing: Readonly<Record<ProtocolName, ReadonlyArray<Feature>>> = {
  'openai-chat': ['order'],
  'openai-responses': ['choices', 'cost'],
  'anthropic-messages': ['choices', 'summaries', 'refusals', 'cost'],
  'google-generate': ['summaries', 'encrypted parts', 'refusals', 'cost'],
  'google-interactions': ['choices', 'encrypted parts', 'refusals', 'cost'],
  'bedrock-converse': ['choices', 'summaries', 'refusals', 'usage thoughts', 'cost', 'response id'],
  'ollama-chat': [
    'choices',
    'order',
    'text parts',
    'summaries',
    'signatures',
    'encrypted parts',
    'refusals',
    'server tools',
    'citations',
    'usage cache',
    'usage thoughts',
    'cost',
    'response id'
  ],
  'cohere-chat': ['choices', 'summaries', 'signatures', 'encrypted parts', 'refusals', 'cost']
}

/**
 * The features that answers of a source may have and the target cannot express. `encodeChunksMachine` reports those that it meets.
 *
 * @example
 * import { anthropicTarget, lossOf } from 'deltafold/encoding'
 *
 * assert.deepStrictEqual(lossOf('ollama-chat', anthropicTarget), [
 *   'argument text',
 *   'cut calls',
 *   'files',
 *   'unknown parts',
 *   'extras',
 *   'finish reason'
 * ])
 *
 * @category losses
 * @since 0.1.0
 */
export const lossOf = <S>(source: ProtocolName, target: Target<S>): ReadonlyArray<Feature> => {
  const all: ReadonlyArray<Feature> = [
    ...(target.choices === 'first' ? (['choices'] as const) : []),
    ...target.loses,
    ...((['stop', 'length', 'content_filter', 'tool_call', 'error', 'other'] as const).every((reason) =>
      target.finishes.includes(reason)
    )
      ? []
      : (['finish reason'] as const))
  ]
  return all.filter((feature) => !missing[source].includes(feature))
}
