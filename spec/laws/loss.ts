/**
 * A lost event never leaves a call that looks complete and is not: each event of a stream in turn is replaced by one that cannot
 * be read, and the calls are compared with those of the whole stream. The same holds for a stream that ends because of its
 * length: that end is put after each event in turn.
 */
import { either as E } from 'fp-ts'

import type { Head } from '../../lib/data/Head.ts'
import type { Message } from '../../lib/data/Message.ts'
import { firstChoice } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { isToolCall } from '../../lib/data/Part.ts'
import type { ToolCall } from '../../lib/data/parts/ToolCall.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import type { ProtocolName } from '../../lib/protocols/Protocol.ts'
import type { Provider } from '../../lib/protocols/Provider.ts'
import { closedToolCallsMachine } from '../../lib/reading/closedToolCallsMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { joined } from '../arbitraries/pieces.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import type { Event } from '../fuzz/events.ts'
import { eventsOf } from '../fuzz/events.ts'

/** The replacement of an event; nothing = it is dropped. */
type Loss = readonly [what: string, replacement: (event: Event) => ReadonlyArray<Uint8Array>]

const losses: ReadonlyArray<Loss> = [
  ['bad JSON', (event) => [event.write('{"bad')]],
  ['a chunk that does not decode', (event) => [event.write('[0]')]],
  ['an error', (event) => [event.write('{"type":"error","error":{"type":"overloaded_error","message":"m"}}')]]
]

/** Only a protocol that numbers its events can tell that one is missing. */
const withDrop: ReadonlyArray<Loss> = [...losses, ['nothing', () => []]]

const choices = '"choices":[{"index":0,"delta":{},"finish_reason":"length"}]'

/** How each protocol ends an answer that is too long. */
const lengthEnds: { readonly [Name in ProtocolName]: ReadonlyArray<string> } = {
  'openai-chat': [`{${choices}}`, '[DONE]'],
  'openai-responses': [
    '{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}}'
  ],
  'anthropic-messages': ['{"type":"message_delta","delta":{"stop_reason":"max_tokens"}}', '{"type":"message_stop"}'],
  'google-generate': ['{"candidates":[{"index":0,"content":{"parts":[]},"finishReason":"MAX_TOKENS"}]}'],
  'google-interactions': ['{"event_type":"interaction.completed","interaction":{"status":"incomplete"}}'],
  'bedrock-converse': ['{"stopReason":"max_tokens"}'],
  'ollama-chat': ['{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"length"}'],
  'cohere-chat': ['{"type":"message-end","delta":{"finish_reason":"MAX_TOKENS"}}']
}

const encoder = new TextEncoder()

/** An event in a framing, without anything of another event. */
const framed = (protocol: ProtocolName, framing: string, json: string): Uint8Array => {
  if (framing === 'ndjson') return encoder.encode(`${json}\n`)
  if (framing !== 'awsEventStream') return encoder.encode(`data: ${json}\n\n`)
  return protocol === 'bedrock-converse'
    ? awsEvent('messageStop', json)
    : awsEvent('chunk', JSON.stringify({ bytes: Buffer.from(json).toString('base64') }))
}

const closedIn = ({ choices }: Message): ReadonlyArray<ToolCall> =>
  choices.flatMap(({ parts }) => parts.filter(isToolCall).filter(({ state }) => state === 'Closed'))

const wordsOf = ({ name, arguments: raw }: ToolCall): string => JSON.stringify([name, raw])

const meaningOf = ({ id, name, arguments: raw }: ToolCall): string => JSON.stringify([id, name, raw])

interface Course {
  /** The event at which each call of the first choice began, with what it became. */
  readonly begun: ReadonlyArray<readonly [at: number, call: ToolCall]>
  /** The first event that ends a choice. */
  readonly finishedAt: number
}

const courseOf = <W, R, S>(provider: Provider<W, R, S>, events: ReadonlyArray<Event>, whole: Message): Course => {
  const machine = readChunksMachine(provider)
  const seen = new Map<number, number>()
  let finishedAt = events.length
  let state = machine.initial
  events.forEach(({ bytes }, at) => {
    state = machine.step(state, bytes, (result) => {
      if (E.isLeft(result)) return
      for (const delta of result.right.deltas) {
        if (delta._tag === 'ToolCallDelta' && delta.choice === 0 && !seen.has(delta.key)) seen.set(delta.key, at)
        if (delta._tag === 'FinishDelta') finishedAt = Math.min(finishedAt, at)
      }
    })
  })
  const begun = (firstChoice(whole)?.parts ?? [])
    .filter(isToolCall)
    .map((call) => [seen.get(call.key) ?? events.length, call] as const)
  return { begun, finishedAt }
}

export interface Losses {
  /** The number of streams read. */
  readonly streams: number
  readonly faults: ReadonlyArray<string>
}

/** `places` names the events that are lost in turn; without it, each of them is. */
export const lossFaults = <W, R, S>(
  provider: Provider<W, R, S>,
  framing: string,
  body: Uint8Array,
  { head = {}, places, isNumbered = false }: { head?: Head; places?: ReadonlyArray<number>; isNumbered?: boolean } = {}
): Losses => {
  const events = eventsOf(framing, body)
  const whole = foldBody(provider, body, head)
  const recorded = new Set(closedIn(whole.message).map(wordsOf))
  const { begun, finishedAt } = courseOf(provider, events, whole.message)
  const faults: string[] = []
  let streams = 0

  const finishOf = ({ message }: Outcome): string => firstChoice(message)?.finishReason ?? 'nothing'
  const ends = lengthEnds[provider.protocol.name].map((json) => framed(provider.protocol.name, framing, json))

  const faultsOf = (at: number, bytes: Uint8Array, outcome: Outcome): ReadonlyArray<string> => {
    const closed = closedIn(outcome.message)
    const first = (firstChoice(outcome.message)?.parts ?? [])
      .filter(isToolCall)
      .filter(({ state }) => state === 'Closed')
    const emitted = runMachine(andThen(closedToolCallsMachine())(readChunksMachine(provider, head)))([bytes])
    const later = begun.filter(([from, call]) => from > at && call.state === 'Closed')
    return [
      ...closed.filter((call) => !recorded.has(wordsOf(call))).map((call) => `closed ${wordsOf(call)}`),
      ...(JSON.stringify(
        emitted.flatMap((result) => (E.isRight(result) ? [meaningOf(result.right)] : [])).toSorted()
      ) === JSON.stringify(first.map(meaningOf).toSorted())
        ? []
        : ['closedToolCalls emits others']),
      ...(outcome._tag === 'Complete'
        ? later
            .filter(([, call]) => !closed.some((one) => wordsOf(one) === wordsOf(call)))
            .map(([, call]) => `punished ${wordsOf(call)}`)
        : [])
    ]
  }

  for (const at of places ?? events.keys()) {
    const event = events[at]
    if (event === undefined || event.json === '') continue
    const cut = joined([...events.slice(0, at + 1).map(({ bytes }) => bytes), ...ends])
    const short = foldBody(provider, cut, head)
    streams += 1
    faultsOf(events.length, cut, short).forEach((fault) => faults.push(`event ${at}, then length: ${fault}`))
    if (at < finishedAt && finishOf(short) !== 'length')
      faults.push(`event ${at}, then length: ends as ${finishOf(short)}`)
    for (const [what, replacement] of isNumbered ? withDrop : losses) {
      const pieces = events.flatMap((one, i) => (i === at ? replacement(one) : [one.bytes]))
      const bytes = joined(pieces)
      streams += 1
      faultsOf(at, bytes, foldBody(provider, bytes, head)).forEach((fault) =>
        faults.push(`event ${at}, ${what}: ${fault}`)
      )
    }
  }
  return { streams, faults: faults.slice(0, 10) }
}
