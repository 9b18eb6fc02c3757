/** The laws of targets: an answer, written and read back, is the same except for the losses. */
import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Choice, Message } from '../../lib/data/Message.ts'
import { firstChoice } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { Part } from '../../lib/data/Part.ts'
import type { Result } from '../../lib/data/Result.ts'
import type { Usage } from '../../lib/data/Usage.ts'
import type { EncodedEvent, Feature, Target } from '../../lib/encoding/index.ts'
import { encodeBody, encodeChunksMachine } from '../../lib/encoding/index.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { joined } from '../arbitraries/pieces.ts'
import { withProvider } from '../fixtures/providers.ts'

export interface Written {
  readonly events: ReadonlyArray<EncodedEvent>
  readonly losses: ReadonlyArray<Feature>
  readonly bytes: Uint8Array
}

export const write = (target: Target<unknown>, results: ReadonlyArray<Result<Chunk>>): Written => {
  const all = runMachine(encodeChunksMachine(target))(results)
  const events = all.flatMap((one) => (one._tag === 'EncodedEvent' ? [one] : []))
  const pieces = events.map(target.format)
  return {
    events,
    losses: all.flatMap((one) => (one._tag === 'Loss' ? [one.feature] : [])),
    bytes: joined(pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)))
  }
}

type Item = readonly [kind: string, text: string]

const objects = new Set(['google', 'ollama'])

const value = (text: string): string => JSON.stringify(JSON.parse(text === '' ? '{}' : text))

/** Where arguments are an object, their spacing is not kept. */
const argumentsOf = (name: string, text: string, isBody: boolean): string =>
  objects.has(name) || isBody ? value(text) : text === '{}' ? '' : text

const isCut = ({ finishReason }: Choice): boolean => finishReason === 'length' || finishReason === 'content_filter'

type State = 'Closed' | 'Truncated'

const idsOf = ({ choices }: Message, state: State): ReadonlyArray<string> =>
  choices.flatMap(({ parts }) =>
    parts.flatMap((part) => (part._tag === 'ToolCall' && part.state === state ? [part.id] : []))
  )

/** The items of a choice that a target can express; a call that was cut may be left out, and is not compared. */
const itemsOf = (
  target: Target<unknown>,
  choice: Choice,
  cut: ReadonlyArray<string>,
  isBody: boolean
): ReadonlyArray<Item> => {
  const asText = target.loses.includes('refusals')
  return choice.parts.flatMap((part: Part): ReadonlyArray<Item> => {
    if (part._tag === 'Text' && part.text !== '') return [['text', part.text]]
    if (part._tag === 'Refusal' && part.text !== '') return [[asText ? 'text' : 'refusal', part.text]]
    if (part._tag === 'Reasoning' && part.text !== '') return [['reasoning', part.text]]
    // After a call that was cut and left out, the call before it is the last one, which such a finish cuts for the reader.
    const isThere = part._tag === 'ToolCall' && !cut.includes(part.id) && (part.state === 'Closed' || isCut(choice))
    return isThere ? [['call', `${part.id} ${part.name} ${argumentsOf(target.name, part.arguments, isBody)}`]] : []
  })
}

const columns = (items: ReadonlyArray<Item>): ReadonlyArray<Item> =>
  ['text', 'reasoning', 'refusal'].map((kind): Item => [
    kind,
    items.map(([own, text]) => (own === kind ? text : '')).join('')
  ])

const merged = (items: ReadonlyArray<Item>): ReadonlyArray<Item> =>
  items.reduce<ReadonlyArray<Item>>((all, [kind, text]) => {
    const last = all.at(-1)
    return last?.[0] === kind && kind !== 'call'
      ? [...all.slice(0, -1), [kind, last[1] + text]]
      : [...all, [kind, text]]
  }, [])

const arranged = ({ loses }: Target<unknown>, items: ReadonlyArray<Item>): ReadonlyArray<Item> => {
  if (loses.includes('order')) return [...columns(items), ...items.filter(([kind]) => kind === 'call')]
  return loses.includes('text parts') ? merged(items) : items
}

const finishOf = ({ finishes }: Target<unknown>, choice: Choice): string => {
  const { finishReason = 'stop', parts } = choice
  if (!finishes.includes(finishReason)) return 'any'
  const hasCall = parts.some((part) => part._tag === 'ToolCall' && part.state === 'Closed')
  const isEnd = finishReason === 'stop' || finishReason === 'tool_call'
  return isEnd ? (hasCall ? 'tool_call' : 'stop') : finishReason
}

// Some gateways count more of them than there is output.
const thoughtsOf = ({ reasoningOutputTokens = 0, outputTokens = 0 }: Usage): number =>
  Math.min(reasoningOutputTokens, outputTokens)

const usageOf = ({ loses }: Target<unknown>, { usage = {} }: Message) => ({
  input: usage.inputTokens ?? 0,
  output: usage.outputTokens ?? 0,
  ...(loses.includes('usage cache') ? {} : { cached: usage.cacheReadInputTokens ?? 0 }),
  ...(loses.includes('usage thoughts') ? {} : { thoughts: thoughtsOf(usage) })
})

const signaturesOf = ({ loses }: Target<unknown>, { parts }: Choice): ReadonlyArray<string> =>
  loses.includes('signatures')
    ? []
    : parts.flatMap((part) => (part._tag === 'Reasoning' && part.signature !== '' ? [part.signature] : []))

const none: Choice = { index: 0, parts: [] }

/** The part of a message that a target can express; `cut` are the calls of the source that were cut, which nothing may end. */
const expressible = (
  target: Target<unknown>,
  message: Message,
  cut: ReadonlyArray<string>,
  isBody: boolean,
  hasId: boolean
) => {
  const choice = firstChoice(message) ?? none
  return {
    items: arranged(target, itemsOf(target, choice, cut, isBody)),
    signatures: signaturesOf(target, choice),
    usage: usageOf(target, message),
    wronglyClosed: idsOf(message, 'Closed').filter((id) => cut.includes(id)),
    // A wire that demands an id has one that is made up.
    ...(target.loses.includes('response id') || !hasId ? {} : { id: message.id })
  }
}

/** The source and the outcome that is read back: equal, if the source is complete; otherwise that one is not complete, either. */
const compared = (target: Target<unknown>, source: Outcome, back: Outcome, isBody: boolean) => {
  const cut = idsOf(source.message, 'Truncated')
  const hasId = source.message.id !== undefined
  if (source._tag !== 'Complete') {
    const wronglyClosed = idsOf(back.message, 'Closed').filter((id) => cut.includes(id))
    return {
      is: { isComplete: back._tag === 'Complete', wronglyClosed },
      should: { isComplete: false, wronglyClosed: [] }
    }
  }
  const finish = finishOf(target, firstChoice(source.message) ?? none)
  const seen = finish === 'any' ? finish : finishOf(target, firstChoice(back.message) ?? none)
  const { _tag, failures, repairs } = back
  return {
    is: { ...expressible(target, back.message, cut, isBody, hasId), _tag, failures, repairs, finish: seen },
    should: {
      ...expressible(target, source.message, cut, isBody, hasId),
      _tag: 'Complete',
      failures: [],
      repairs: [],
      finish
    }
  }
}

/** An answer written as a stream and read back by a provider. */
export const roundTrip = (
  provider: string,
  target: Target<unknown>,
  results: ReadonlyArray<Result<Chunk>>,
  outcome: Outcome
) => {
  const { bytes } = write(target, results)
  const back = withProvider(provider, (one) => foldBody(one, bytes, { contentType: target.contentType }))
  return compared(target, outcome, back, false)
}

/** An answer written as one JSON body and read back by a provider. */
export const bodyTrip = (provider: string, target: Target<unknown>, outcome: Outcome) => {
  const encoded = encodeBody(target)(outcome)
  const head = { contentType: 'application/json', status: encoded?.status ?? 0 }
  const back = withProvider(provider, (one) => foldBody(one, JSON.stringify(encoded?.body), head))
  return compared(target, outcome, { ...back, repairs: [] }, true)
}
