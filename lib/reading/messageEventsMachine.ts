import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Failure } from '../data/Failure.ts'
import type { Message } from '../data/Message.ts'
import { appendDelta, emptyMessage, placeOf } from '../data/Message.ts'
import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Fragment, Part } from '../data/Part.ts'
import { kindOf } from '../data/Part.ts'
import type { Result } from '../data/Result.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import { outcomeOf } from './accumulateMessageMachine.ts'
import { partEventsOf } from './partEvents.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/** A part that has not ended. */
interface OpenPart {
  readonly choice: number
  readonly tag: Part['_tag']
  readonly key: number
}

/**
 * The message so far, and its parts that have not ended.
 *
 * @category model
 * @since 0.1.0
 */
export interface MessageEventsState {
  readonly message: Message
  readonly failures: ReadonlyArray<Failure>
  /** Whether the first event was emitted. */
  readonly begun: boolean
  readonly open: ReadonlyArray<OpenPart>
  /** Whether the provider's terminal arrived. */
  readonly complete: boolean
  /** Offset of the event of the last chunk. */
  readonly atByte: number
  /** Number of that event. */
  readonly atEvent: number
}

type Say = Emit<MessageEvent>

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const placed = ({ choice, tag, key }: OpenPart) => ({ id: `${tag}:${choice}:${key}`, choice, key })

const partIn = ({ choices }: Message, { choice, tag, key }: OpenPart): Part | undefined => {
  const parts = choices[placeOf(choices, choice)]?.parts ?? []
  return parts.findLast((part) => part.key === key && part._tag === tag)
}

const sayEnd = (message: Message, open: OpenPart, say: Say): void => {
  const { end } = partEventsOf(open.tag)
  const part = partIn(message, open)
  if (end !== undefined && part !== undefined) say(end(placed(open), part))
}

/** Emits the events of a fragment that `message` already contains, and returns the parts that are open after it. */
const sayFragment = (
  open: MessageEventsState['open'],
  delta: Fragment,
  message: Message,
  say: Say
): MessageEventsState['open'] => {
  const { choice, key } = delta
  const { _tag: tag } = kindOf(delta).toPart(delta)
  const own = { choice, tag, key }
  const { start, end, fragment } = partEventsOf(tag)
  const isOwn = (one: OpenPart): boolean => one.key === key && one.choice === choice && one.tag === tag
  let after = open
  if (!open.some(isOwn)) {
    const isOver = (one: OpenPart): boolean => one.choice === choice && partEventsOf(one.tag).endsAtNext === true
    for (const one of open) if (isOver(one)) sayEnd(message, one, say)
    after = open.filter((one) => !isOver(one))
    const part = partIn(message, own)
    if (start !== undefined && part !== undefined) say(start(placed(own), part))
    if (end !== undefined) after = [...after, own]
  }
  if (delta._tag !== 'ToolCallEnd') {
    say(fragment(placed(own).id, delta))
    return after
  }
  sayEnd(message, own, say)
  return after.filter((one) => !isOwn(one))
}

const isNamed = (before: Message, after: Message): boolean => before.id !== after.id || before.model !== after.model

/** The state after one more delta, whose events it emits. */
const withDelta = (state: MessageEventsState, delta: Delta, say: Say): MessageEventsState => {
  const message = appendDelta(state.message, delta)
  const isFirst = !state.begun
  if (isFirst) {
    const delta: Extract<MessageEvent, { _tag: 'MessageStart' }>['delta'] = {
      _tag: 'ResponseMetadata',
      id: message.id ?? '',
      model: message.model ?? ''
    }
    say({ _tag: 'MessageStart', delta })
  }
  const next = { ...state, message, begun: true }
  switch (delta._tag) {
    case 'ResponseMetadata':
      if (!isFirst && isNamed(state.message, message)) say({ _tag: 'MessageMetadata', delta })
      return next
    case 'FinishDelta':
      say({ _tag: 'Finish', delta })
      return next
    case 'UsageDelta':
      say({ _tag: 'Usage', delta })
      return next
    case 'ExtraDelta':
      say({ _tag: 'Extra', delta })
      return next
    case 'RepairDelta':
      say({ _tag: 'Repair', delta })
      return next
  }
  return { ...next, open: sayFragment(state.open, delta, message, say) }
}

const sayFailure =
  (say: Say) =>
  (failure: Failure): void => {
    say({ _tag: 'Failure', failure })
  }

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * The events of an answer: the start of the message, the start, the fragments and the end of each part, sources, files, usage,
 * the finish of each choice, failures, and the end of the message.
 *
 * - Input → output: results of chunks → `MessageEvent`s. A Left is a `Failure` event in its place.
 * - Held in memory: the message.
 * - Fails: never.
 * - Done: at the provider's terminal. At the end, all open parts end: a tool call as `Truncated`. An answer that ended early
 *   has a `Failure` with the reason. The last event is `MessageEnd`.
 *
 * Laws: those of `Machine`; the events folded with `appendEvent` = the message of the outcome; the failures = those of the
 * outcome; each part starts before its first fragment, and ends after its last.
 *
 * @example
 * import { andThen, messageEventsMachine, openRouter, readChunksMachine, runMachine } from 'deltafold'
 *
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'
 * const events = runMachine(andThen(messageEventsMachine)(readChunksMachine(openRouter)))([hi, 'data: [DONE]\n\n'])
 * assert.deepStrictEqual(
 *   events.map(({ _tag }) => _tag),
 *   ['MessageStart', 'TextStart', 'TextDelta', 'Finish', 'TextEnd', 'MessageEnd']
 * )
 *
 * @category machines
 * @since 0.1.0
 */
export const messageEventsMachine: Machine<MessageEventsState, Result<Chunk>, MessageEvent> = {
  initial: { message: emptyMessage, failures: [], begun: false, open: [], complete: false, atByte: 0, atEvent: 0 },
  step: (state, result, emit) => {
    if (state.complete) return state
    if (isFailed(result)) {
      sayFailure(emit)(result.left)
      return { ...state, failures: [...state.failures, result.left] }
    }
    const { _tag, deltas, atByte, atEvent } = result.right
    let next = state
    for (const delta of deltas) next = withDelta(next, delta, emit)
    return { ...next, complete: _tag === 'TerminalChunk', atByte, atEvent }
  },
  end: (state, emit) => {
    const { message, failures, open } = state
    for (const one of open) sayEnd(message, one, emit)
    const outcome = outcomeOf({ ...state, repairs: [] })
    outcome.failures.slice(failures.length).forEach(sayFailure(emit))
    emit({ _tag: 'MessageEnd', outcome: outcome._tag })
    return { ...state, open: [] }
  },
  done: ({ complete }) => complete
}
