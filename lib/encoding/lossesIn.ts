import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Feature } from './Loss.ts'
import type { Target } from './Target.ts'
import { hasObject } from './written.ts'

const none: ReadonlyArray<Feature> = []

const optional = (feature: Feature, isThere: unknown): ReadonlyArray<Feature> =>
  isThere === undefined || isThere === false ? none : [feature]

/** The features of an event that some target cannot express. */
const featuresOf = (event: MessageEvent): ReadonlyArray<Feature> => {
  switch (event._tag) {
    case 'TextDelta':
      return optional('extras', event.delta.extra)
    case 'ReasoningDelta': {
      const { kind, signature, data } = event.delta
      return [
        ...optional('summaries', kind === 'summary'),
        ...optional('signatures', signature !== ''),
        ...optional('encrypted parts', data)
      ]
    }
    case 'RefusalDelta':
      return ['refusals']
    case 'ToolInputDelta':
      return optional('extras', event.delta.extra)
    case 'ToolInputEnd':
      return [
        ...optional('cut calls', event.call.state === 'Truncated'),
        ...optional('argument text', !hasObject(event.call))
      ]
    case 'ServerToolInputDelta':
    case 'ServerToolResult':
      return ['server tools']
    case 'Source':
      return ['citations']
    case 'FileDelta':
      return ['files']
    case 'Unrecognised':
      return ['unknown parts']
    case 'Extra':
      return ['extras']
    case 'Usage': {
      const { cacheReadInputTokens, cacheCreationInputTokens, reasoningOutputTokens, cost } = event.delta.usage
      return [
        ...optional('usage cache', cacheReadInputTokens ?? cacheCreationInputTokens),
        ...optional('usage thoughts', reasoningOutputTokens),
        ...optional('cost', cost)
      ]
    }
    case 'MessageStart':
    case 'MessageMetadata':
    case 'Finish':
    case 'Repair':
    case 'Failure':
    case 'MessageEnd':
    case 'TextStart':
    case 'TextEnd':
    case 'ReasoningStart':
    case 'ReasoningEnd':
    case 'RefusalStart':
    case 'RefusalEnd':
    case 'ServerToolInputStart':
    case 'ServerToolInputEnd':
    case 'ToolInputStart':
    case 'FileStart':
    case 'FileEnd':
      return []
  }
}

/**
 * The features of an event that the target cannot express.
 *
 * @internal
 */
export const lossesIn = <S>({ loses, finishes }: Target<S>, event: MessageEvent): ReadonlyArray<Feature> => {
  if (event._tag === 'Finish') return optional('finish reason', !finishes.includes(event.delta.finishReason))
  const features = featuresOf(event)
  return features.length === 0 ? none : features.filter((feature) => loses.includes(feature))
}
