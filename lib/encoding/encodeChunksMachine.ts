import type { Chunk } from '../data/Chunk.ts'
import type { Failure } from '../data/Failure.ts'
import type { Message } from '../data/Message.ts'
import type { MessageEvent, MessageStart } from '../data/MessageEvent.ts'
import { outcomeReason, settle } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import { collectOutputs } from '../machine/Machine.ts'
import type { MessageEventsState } from '../reading/messageEventsMachine.ts'
import { messageEventsMachine } from '../reading/messageEventsMachine.ts'
import type { EncodedEvent } from './EncodedEvent.ts'
import type { WaitingEnd } from './joinedParts.ts'
import { joinedParts } from './joinedParts.ts'
import type { Feature, Loss } from './Loss.ts'
import { lossesIn } from './lossesIn.ts'
import { namedCalls } from './namedCalls.ts'
import type { Waiting } from './serialParts.ts'
import { serialParts } from './serialParts.ts'
import type { Ending, Target, Writer } from './Target.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The message so far, the events that wait, the losses that were reported, and the state of the target.
 *
 * @category model
 * @since 0.1.0
 */
export interface EncodeState<S> {
  readonly source: MessageEventsState
  /** The end of a text that may continue. */
  readonly ended: WaitingEnd
  readonly waiting: Waiting
  readonly lost: ReadonlyArray<Feature>
  /** Whether the target has its first event, which waits for the response's id or the first part. */
  readonly begun: boolean
  readonly target: S
}

/**
 * An event of the target, or a feature that it cannot express.
 *
 * @category model
 * @since 0.1.0
 */
export type Encoded = EncodedEvent | Loss

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

/** Whether an event is about another choice than the one with index 0; the id of a part is `tag:choice:key`. */
const isOfOtherChoice = (event: MessageEvent): boolean => {
  if ('id' in event) return !event.id.includes(':0:')
  return event._tag === 'Finish' && event.delta.choice !== 0
}

/**
 * Chunks to the events of a target.
 *
 * - Input → output: results of chunks → events of the target, and the features that it cannot express, each once.
 * - Held in memory: the message. For targets whose calls are `whole`: the parts after a call that has not ended.
 * - Fails: never. A source that failed or was cut ends in the target's error event.
 * - Done: at the provider's terminal; `end` emits the last events.
 *
 * Laws: those of `Machine`; the fold of the events by the target's own decoder = the fold of the chunks, except for the losses.
 *
 * @example
 * import { andThen, openRouter, readChunksMachine, runMachine } from 'deltafold/core'
 * import { anthropicTarget, encodeChunksMachine } from 'deltafold/encoding'
 *
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const events = runMachine(andThen(encodeChunksMachine(anthropicTarget))(readChunksMachine(openRouter)))([hi])
 * assert.deepStrictEqual(
 *   events.map((one) => (one._tag === 'Loss' ? one.feature : one.event)),
 *   [
 *     'message_start',
 *     'content_block_start',
 *     'content_block_delta',
 *     'content_block_stop',
 *     'message_delta',
 *     'message_stop'
 *   ]
 * )
 *
 * @category machines
 * @since 0.1.0
 */
export const encodeChunksMachine = <S>(target: Target<S>): Machine<EncodeState<S>, Result<Chunk>, Encoded> => {
  type State = EncodeState<S>

  const lose = (state: State, features: ReadonlyArray<Feature>, emit: Emit<Encoded>): State => {
    if (features.length === 0) return state
    const news = features.filter((feature, i) => !state.lost.includes(feature) && features.indexOf(feature) === i)
    for (const feature of news) emit({ _tag: 'Loss', feature })
    return news.length === 0 ? state : { ...state, lost: [...state.lost, ...news] }
  }

  const isWritten = (tag: MessageEvent['_tag']): boolean =>
    target.writers[tag] !== undefined || tag.startsWith('ToolInput')

  const tell = (state: S, event: MessageEvent, message: Message, emit: Emit<Encoded>): S => {
    // A writer is under the tag of its event.
    const writer = target.writers[event._tag] as Writer<S, MessageEvent> | undefined
    return writer === undefined ? state : writer(state, event, message, emit)
  }

  const begin = (state: State, message: Message, emit: Emit<Encoded>): State => {
    if (state.begun) return state
    const { id = '', model = '' } = message
    const delta: MessageStart['delta'] = { _tag: 'ResponseMetadata', id, model }
    return { ...state, begun: true, target: tell(state.target, { _tag: 'MessageStart', delta }, message, emit) }
  }

  const write = (before: State, event: MessageEvent, message: Message, emit: Emit<Encoded>): State => {
    if (target.choices === 'first' && isOfOtherChoice(event)) return lose(before, ['choices'], emit)
    const state = lose(before, lossesIn(target, event), emit)
    const next = 'id' in event || message.id ? begin(state, message, emit) : state
    if (event._tag === 'MessageStart') return next
    let after = next.target
    const see = (one: MessageEvent): void => {
      after = tell(after, one, message, emit)
    }
    let { waiting } = next
    const ended = joinedParts(next.ended, event, isWritten, (one) => {
      waiting = target.calls === 'streamed' ? namedCalls(waiting, one, message, see) : serialParts(waiting, one, see)
    })
    const isSame = ended === next.ended && waiting === next.waiting && after === next.target
    return isSame ? next : { ...next, ended, waiting, target: after }
  }

  const writeAll = (
    state: State,
    events: ReadonlyArray<MessageEvent>,
    source: MessageEventsState,
    emit: Emit<Encoded>
  ): State => {
    let next: State = { ...state, source }
    for (const event of events) next = write(next, event, source.message, emit)
    return next
  }

  return {
    initial: {
      source: messageEventsMachine.initial,
      ended: null,
      waiting: [],
      lost: [],
      begun: false,
      target: target.initial
    },
    step: (state, result, emit) => {
      const { value, outputs } = collectOutputs<MessageEvent, MessageEventsState>((say) =>
        messageEventsMachine.step(state.source, result, say)
      )
      return writeAll(state, outputs, value, emit)
    },
    end: (state, emit) => {
      const { value, outputs } = collectOutputs<MessageEvent, MessageEventsState>((say) =>
        messageEventsMachine.end(state.source, say)
      )
      const last = writeAll(state, outputs, value, emit)
      const ending = endingOf(value, outputs)
      const begun = ending.reason === undefined ? begin(last, ending.message, emit) : last
      target.end(begun.target, ending, emit)
      return begun
    },
    done: ({ source }) => messageEventsMachine.done(source)
  }
}

const endingOf = ({ message, failures }: MessageEventsState, last: ReadonlyArray<MessageEvent>): Ending => {
  const late = last.flatMap((event): ReadonlyArray<Failure> => (event._tag === 'Failure' ? [event.failure] : []))
  const _tag = last.flatMap((event) => (event._tag === 'MessageEnd' ? [event.outcome] : []))[0] ?? 'Complete'
  const settled = settle(message)
  return {
    message: settled,
    reason: outcomeReason({ _tag, message: settled, failures: [...failures, ...late], repairs: [] })
  }
}
