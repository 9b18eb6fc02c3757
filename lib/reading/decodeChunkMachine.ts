/**
 * Frames to chunks: `JSON.parse`, the provider's codec, its machine.
 *
 * Everything that LLM servers send beyond the standard of their framing is read here: `[DONE]` with or without spaces, empty
 * keep-alive events, a BOM before the JSON, one event that holds a JSON text per line, a last event without its blank
 * line (read only if it is complete). Errors are looked for before the codec decodes. The machine is done at the provider's
 * terminal and when a limit is exceeded; anything after that is not read.
 *
 * Held in memory: the provider's state, and the size of the message; outside of the state, until the end, a template of the
 * last events (`parseAlike`).
 *
 * Laws: those of `Machine`.
 *
 * @since 0.1.0
 */
import { asItCame } from '../codec/asItCame.ts'
import { decodeFailureOf } from '../codec/decodeFailure.ts'
import { isFailed } from '../codec/isFailed.ts'
import { misuse } from '../codec/misuse.ts'
import { plainDelta } from '../codec/plain.ts'
import { isOf } from '../codec/safely.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta, RepairDelta } from '../data/Delta.ts'
import type { Failure, Position } from '../data/Failure.ts'
import { depthExceeded, endedEarly, malformedJson, noEvents, truncatedFrame } from '../data/Failure.ts'
import type { Frame } from '../data/Frame.ts'
import { saidBy } from '../data/headers.ts'
import { limitExceeded } from '../data/limitExceeded.ts'
import type { LimitOptions } from '../data/Limits.ts'
import { limitsIn } from '../data/Limits.ts'
import { isFatal, isReason } from '../data/MessageState.ts'
import { providerFailure } from '../data/providerFailure.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import { wrongProtocol } from '../data/wrongProtocol.ts'
import { beginsJson } from '../machine/json/jsonProgress.ts'
import type { JsonTemplate } from '../machine/json/jsonTemplate.ts'
import { TOO_DEEP } from '../machine/json/parseAlike.ts'
import { isMalformed } from '../machine/json/parseJson.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import { headDeltas } from '../protocols/beside.ts'
import type { AnyProvider, OpenProvider, StateOf, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { measure, passedBy } from '../protocols/sizes.ts'
import { alikeEvents } from './alikeEvents.ts'
import { bareData } from './bareData.ts'
import type { DecodeState } from './DecodeState.ts'
import { initialDecode } from './DecodeState.ts'
import { decodedWithDigits, hasDigits } from './hasDigits.ts'
import { isIdle, isKeepAlive } from './isKeepAlive.ts'
import { linesOf } from './linesOf.ts'
import { withLostDigits } from './withLostDigits.ts'

// -------------------------------------------------------------------------------------
// data
// -------------------------------------------------------------------------------------

const DONE = Symbol('[DONE]')

const repairOf = (_tag: 'FlushedAtEnd' | 'EventSplit', { atByte, atEvent }: Position): RepairDelta => ({
  _tag: 'RepairDelta',
  repair: { _tag, atByte, atEvent }
})

const none: ReadonlyArray<Delta> = []

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

/**
 * The chunks of frames.
 *
 * - Input → output: frames → results of chunks, then the terminal; Lefts pass on in their place.
 * - Held in memory: the provider's state, and sizes.
 * - Fails: a Left for the failure of a single event, after which it continues; `NoEvents` if there was no event, `NotAStream`
 *   if there were events and none is of the provider's protocol; `EndedEarly` if the end comes before the terminal, or the
 *   terminal without a finish reason, and no other failure is the reason.
 * - Done: at the provider's terminal, and when a limit is exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { decodeChunkMachine, frameOf, openRouter, runMachine } from 'deltafold'
 *
 * const hi = '{"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}'
 * const frames = [hi, '{bad', '[DONE]'].map((data, i) => E.right(frameOf(data, i)))
 * const said = runMachine(decodeChunkMachine(openRouter))(frames).map(E.bimap(({ _tag }) => _tag, ({ _tag }) => _tag))
 * assert.deepStrictEqual(said, [E.right('StreamChunk'), E.left('MalformedJson'), E.right('TerminalChunk')])
 *
 * @category machines
 * @since 0.1.0
 */
export const decodeChunkMachine = <P extends AnyProvider>(
  provider: P,
  options?: LimitOptions
): Machine<DecodeState<StateOf<P>>, Result<Frame>, Result<Chunk<WireOf<P>, never>>> =>
  decodeWith(opened(provider), options)

/**
 * `decodeChunkMachine` of a provider whose fields are known.
 *
 * @internal
 */
export const decodeWith = <W, R, S>(
  provider: OpenProvider<W, R, S>,
  options: LimitOptions = {}
): Machine<DecodeState<S>, Result<Frame>, Result<Chunk<W, never>>> => {
  type State = DecodeState<S>
  type Say = Emit<Result<Chunk<W, never>>>

  const limits = limitsIn(options)

  const alike = alikeEvents(limits.depth, provider.free)

  /** The JSON value of some data, or the mark of `[DONE]` or of malformed JSON. */
  const valueOf = (text: string): unknown => (text === '[DONE]' ? DONE : alike.parse(text))

  const at = (state: State, { atByte, atEvent }: Position): State => ({ ...state, atByte, atEvent })

  const fail = (state: State, failure: Failure, emit: Say): State => {
    const isOneTooMany = state.faults >= limits.failures
    const known = failure._tag === 'ProviderFailure' ? { ...saidBy(state.beside.message), ...failure } : failure
    const told = isOneTooMany ? limitExceeded('failures', limits.failures, failure) : known
    emit(left(told))
    const isEnd = isFatal(told) && told._tag !== 'ProviderFailure'
    return {
      ...at(state, told),
      faults: state.faults + 1,
      provider: provider.lost(state.provider),
      clean: state.clean && told._tag !== 'TruncatedFrame',
      failed: state.failed || isFatal(told),
      over: isEnd
    }
  }

  /** The state after the end of a body without an event of the protocol. */
  const unknown = (state: State, position: Position, emit: Say): State => {
    const { foreign } = state
    const failure = foreign === 0 ? noEvents(position) : wrongProtocol(provider.protocol.name, foreign, position)
    return fail(state, failure, emit)
  }

  const close = (state: State, position: Position, repairs: ReadonlyArray<Delta>, emit: Say): State => {
    if (state.failed) return { ...at(state, position), over: true }
    if (!state.known) return unknown(state, position, emit)
    if (provider.terminal !== 'done' && !provider.finished(state.provider)) {
      emit(left(endedEarly(position, 'the stream ended without a finish reason')))
      return { ...at(state, position), clean: false, over: true }
    }
    const deltas: Delta[] = repairs.slice()
    const provided = provider.machine.end(state.provider, (delta) => {
      deltas.push(plainDelta(delta))
    })
    emit(right({ _tag: 'TerminalChunk', deltas, atByte: position.atByte, atEvent: position.atEvent }))
    return { ...at(state, position), provider: provided, over: true }
  }

  const isEnded = (state: State): boolean => provider.terminal === 'event' && provider.ended(state.provider)

  const closeAtEnd = (state: State, frame: Position, emit: Say): State =>
    isEnded(state) && !state.over ? close(state, frame, none, emit) : state

  const fold = (
    state: State,
    wire: W,
    text: string,
    frame: Position,
    repairs: ReadonlyArray<Delta>,
    emit: Say,
    how: 'any' | 'alike' | 'error'
  ): State => {
    let said: Delta[] | undefined
    const push = (delta: Delta): void => {
      const heard = plainDelta(delta)
      // Most events have one delta: making a list of one takes a tenth of the time of growing an empty list.
      if (said === undefined) said = repairs.length === 0 ? [heard] : [...repairs, heard]
      else said.push(heard)
    }
    let provided = provider.machine.step(state.provider, wire, push)
    let held = provider.held(provided)
    const isHeld = held.size > 0 && held.size !== provider.held(state.provider).size
    if (hasDigits(said ?? none, isHeld, wire, text)) {
      said = undefined
      provided = provider.machine.step(state.provider, wire, push)
      held = provider.held(provided)
    }
    const beside =
      how === 'alike' ? state.beside : (provider.beside?.(state.beside, asItCame(wire), push) ?? state.beside)
    const heard = withLostDigits(said ?? repairs)
    // An error without a delta of the answer is not a chunk.
    if (how === 'error' && heard.length === 0) return state
    const deltas = state.begun ? heard : [...headDeltas(state.beside), ...heard]
    const sizes = measure(state.sizes, deltas, held, beside.size, limits)
    if (typeof sizes === 'string') return fail(state, limitExceeded(sizes, limits[sizes], frame), emit)
    const { atByte, atEvent } = frame
    emit(right({ _tag: 'StreamChunk', wire, deltas, atByte, atEvent }))
    const { known, foreign, faults, split, clean, failed } = state
    return {
      provider: provided,
      begun: true,
      known,
      foreign,
      faults,
      sizes,
      beside,
      split,
      clean,
      failed,
      over: false,
      atByte,
      atEvent
    }
  }

  const withForeign = (state: State): State => ({ ...state, foreign: state.foreign + 1 })

  const withEvent = (state: State, json: unknown, event: string): State => {
    if (state.known) return state
    return provider.knows(json) ? { ...state, known: true } : isIdle(json, event) ? state : withForeign(state)
  }

  const takeJson = (
    state: State,
    json: unknown,
    text: string,
    frame: Frame,
    repairs: ReadonlyArray<Delta>,
    emit: Say,
    template?: JsonTemplate
  ): State => {
    if (state.known && alike.isAccepted(template, frame.event, state.beside)) {
      const wire = json as W // as the codec accepted its like
      return closeAtEnd(fold(state, wire, text, frame, repairs, emit, 'alike'), frame, emit)
    }
    const of = passedBy(provider.counts(json), limits)
    if (of !== undefined) return fail(state, limitExceeded(of, limits[of], frame), emit)
    const error = provider.error(json, frame.event)
    // For a value that `is` accepts, decoding would return the same value, unless the codec transforms.
    const decoded = isOf(provider.chunk, json) ? undefined : decodedWithDigits(provider.chunk, json, text)
    if (error === undefined) {
      if (decoded !== undefined && isLeft(decoded)) {
        return fail(withEvent(state, json, frame.event), decodeFailureOf(provider.chunk, decoded.left, frame), emit)
      }
      const read = decoded === undefined ? (json as W) : decoded.right // it is one
      const next = fold(withEvent(state, read, frame.event), read, text, frame, repairs, emit, 'any')
      const isPlain = decoded === undefined && next.known && next.beside === state.beside
      if (isPlain) alike.accept(template, frame.event, next.beside)
      return closeAtEnd(next, frame, emit)
    }
    const wire = decoded === undefined ? (json as W) : isLeft(decoded) ? undefined : decoded.right // it is one
    const next = wire === undefined ? state : fold(state, wire, text, frame, repairs, emit, 'error')
    if (next.over) return next
    const failed = fail(next, providerFailure(error, frame), emit)
    return isEnded(failed) ? { ...failed, over: true } : failed
  }

  const take = (
    state: State,
    value: unknown,
    text: string,
    frame: Frame,
    repairs: ReadonlyArray<Delta>,
    emit: Say,
    template?: JsonTemplate
  ): State => {
    const isOver = value === DONE && !(provider.terminal === 'event' && state.known)
    if (value === DONE) return isOver ? close(state, frame, repairs, emit) : at(state, frame)
    if (value === TOO_DEEP) return fail(state, depthExceeded(limits.depth, frame), emit)
    if (!isMalformed(value)) return takeJson(state, value, text, frame, repairs, emit, template)
    // Two events may be cut off at once, a bare JSON text behind one of fields; one reason is enough.
    if (frame.unfinished && (state.known || beginsJson(text)))
      return state.clean ? fail(state, truncatedFrame(text.length, frame), emit) : at(state, frame)
    if (frame.event === 'error') return fail(state, providerFailure({ message: text }, frame), emit)
    // Words are no JSON that went wrong, and none that was cut.
    return fail(beginsJson(text) ? state : withForeign(state), malformedJson(text.length, frame), emit)
  }

  // Some servers end their events with one line end: the data of many events is then one frame, a JSON text per line.
  const takeLines = (state: State, text: string, frame: Frame, emit: Say): State | undefined => {
    const texts = linesOf(text)
      .map(bareData)
      .filter((line) => line !== '')
    const values = texts.map(valueOf)
    const last = frame.unfinished ? values.length - 1 : values.length
    if (values.length < 2) return undefined
    const isCut = values.slice(0, last).some(isMalformed)
    // A gateway that stops in the middle of an event writes its error into that event.
    const isHeard = (value: unknown): boolean => !isMalformed(value) && provider.error(value, frame.event) !== undefined
    if (isCut && !values.some(isHeard)) return undefined
    let next = isCut ? fail(state, malformedJson(text.length, frame), emit) : state
    values.forEach((value, i) => {
      if (isCut && !isHeard(value)) return
      const repairs = next.split ? none : [repairOf('EventSplit', frame)]
      if (!next.over) next = { ...take(next, value, texts[i] ?? '', frame, repairs, emit), split: true }
    })
    return next
  }

  return {
    initial: initialDecode(provider.machine.initial),

    step: (state, input, emit) => {
      if (state.over) return state
      if (isFailed(input)) {
        emit(input)
        const { left: said } = input
        return {
          ...at(state, said),
          provider: provider.lost(state.provider),
          clean: state.clean && !isReason(said),
          failed: state.failed || isFatal(said)
        }
      }
      if (input.right.json !== undefined) return take(state, input.right.json, '', input.right, none, emit)
      const frame = provider.unwrap?.(input.right) ?? input.right
      if (typeof frame.data !== 'string') misuse('the data of an event must be a string', frame.data)
      const text = bareData(frame.data)
      if (text === '') return frame.event === 'error' ? takeJson(state, null, '', frame, none, emit) : at(state, frame)
      const value = valueOf(text)
      const template = alike.template()
      if (isMalformed(value) && isKeepAlive(text, frame.event)) return at(state, frame)
      const inLines = isMalformed(value) ? takeLines(state, text, frame, emit) : undefined
      // The last line of JSON lines needs no end.
      const isFlushed = frame.unfinished && provider.framing.name !== 'ndjson'
      const repairs = isFlushed ? [repairOf('FlushedAtEnd', frame)] : none
      return inLines ?? take(state, value, text, frame, repairs, emit, template)
    },

    end: (state, emit) => {
      alike.forget()
      if (state.over || state.failed || !state.clean) return state
      const { atByte, atEvent } = state
      if (atEvent === -1) return fail(state, noEvents({ atByte, atEvent: 0 }), emit)
      if (!state.known && state.foreign > 0) return unknown(state, { atByte, atEvent }, emit)
      const { terminal } = provider
      const mayEnd = terminal === 'finish' ? provider.ended : terminal === 'event' ? provider.mayEnd : undefined
      if (mayEnd?.(state.provider) === true) return close(state, { atByte, atEvent }, none, emit)
      emit(left(endedEarly({ atByte, atEvent })))
      return { ...state, clean: false }
    },

    done: ({ over }) => over
  }
}
