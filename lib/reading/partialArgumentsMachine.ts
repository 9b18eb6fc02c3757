import { isFailed } from '../codec/isFailed.ts'
import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Message } from '../data/Message.ts'
import { appendDelta, emptyMessage, firstChoice, messageToolCalls } from '../data/Message.ts'
import { settle } from '../data/MessageState.ts'
import type { ToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import { derived } from '../machine/json/derived.ts'
import type { JsonReader } from '../machine/json/jsonReader.ts'
import { isWhole, newReader } from '../machine/json/jsonReader.ts'
import type { PartialJson } from '../machine/json/PartialJson.ts'
import { partialJson } from '../machine/json/PartialJson.ts'
import type { JsonOptions } from '../machine/json/partialJsonMachine.ts'
import { endText, readText } from '../machine/json/readJsonText.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import type { ToolCallsState } from './accumulateToolCallsMachine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The arguments of a tool call as far as they have arrived.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartialArguments extends PartialJson {
  readonly call: ToolCall
  /** Whether the provider closed the call and its arguments are JSON. Only then may the value be used as a whole. */
  readonly complete: boolean
}

/**
 * How arguments are read.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartialArgumentsOptions extends ChoiceOptions, JsonOptions {}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const callOf = (message: Message, key: number): ToolCall | undefined =>
  firstChoice(message)?.parts.findLast((part): part is ToolCall => part._tag === 'ToolCall' && part.key === key)

const isBlank = ({ arguments: text }: ToolCall): boolean => text.length < 64 && text.trim() === ''

const noArguments: Omit<PartialArguments, 'call'> = { value: {}, path: [], complete: true }

/** The output for a call; its arguments are `{}` if it was closed without any. */
const outputOf = (call: ToolCall, reader: JsonReader): PartialArguments => {
  const isClosed = call.state === 'Closed'
  if (isClosed && isBlank(call)) return { ...noArguments, call }
  if (isClosed) endText(reader)
  // Assigned, not copied: copying would build the value.
  return Object.assign(partialJson(reader), { call, complete: isClosed && isWhole(reader) })
}

/** A call that a chunk changed, as it was before. */
interface Change {
  readonly key: number
  readonly before: ToolCall | undefined
  /** The changes of the value before. */
  readonly changes: number
}

const isNews = ({ before, changes }: Change, call: ToolCall, reader: JsonReader): boolean =>
  before === undefined ||
  reader.changes !== changes ||
  call.state !== before.state ||
  call.name !== before.name ||
  call.id !== before.id

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * The arguments of each tool call of a choice as they arrive: a value at each change, for every protocol.
 *
 * - Input → output: results of chunks → the call, and the value of its arguments so far; Lefts pass on in their place.
 * - Held in memory: the calls, and the values of the open ones.
 * - Fails: never. Arguments that are not JSON keep the value that they had, and are never `complete`.
 * - Done: never. At the end, calls that are still open are emitted again, as `Truncated`.
 *
 * Laws: those of `Machine`; the values of a call are those of `partialJsonMachine` for its arguments, and its last value is
 * `complete` if and only if `decodeArguments` accepts the call for some schema.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, groq, partialArgumentsMachine, readChunksMachine, runMachine } from 'deltafold'
 *
 * const delta = (call: object) => `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] })}\n\n`
 * const begin = delta({ index: 0, id: 'a', function: { name: 'write', arguments: '{"path":"a' } })
 * const more = delta({ index: 0, function: { arguments: '.ts"}' } })
 * const end = 'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * const seen = runMachine(andThen(partialArgumentsMachine())(readChunksMachine(groq)))([begin, more, end])
 * assert.deepStrictEqual(seen.map(E.map(({ value, path, complete }) => ({ value, path, complete }))), [
 *   E.right({ value: { path: 'a' }, path: ['path'], complete: false }),
 *   E.right({ value: { path: 'a.ts' }, path: [], complete: false }),
 *   E.right({ value: { path: 'a.ts' }, path: [], complete: true })
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const partialArgumentsMachine = ({ choice = 0, numbers }: PartialArgumentsOptions = {}): Machine<
  ToolCallsState,
  Result<Chunk>,
  Result<PartialArguments>
> => {
  const readers = derived<ToolCall, JsonReader>((call) => {
    const reader = newReader(numbers)
    readText(reader, call.arguments)
    return reader
  })

  const say = (message: Message, change: Change, emit: Emit<Result<PartialArguments>>): void => {
    const call = callOf(message, change.key)
    if (call === undefined) return
    const reader = readers.take(call)
    const isOpen = call.state === 'Open'
    if (isNews(change, call, reader)) emit(right(outputOf(call, reader)))
    if (isOpen) readers.keep(call, reader)
  }

  return {
    initial: emptyMessage,
    step: (state, result, emit) => {
      if (isFailed(result)) {
        emit(result)
        return state
      }
      let message = state
      const changed: Change[] = []
      for (const delta of result.right.deltas) {
        if (delta._tag !== 'ToolCallDelta' && delta._tag !== 'ToolCallEnd') continue
        const { key } = delta
        if (delta.choice !== choice) continue
        const before = callOf(message, key)
        message = appendDelta(message, delta)
        const call = callOf(message, key)
        if (call === undefined) continue
        const reader = before === undefined ? newReader(numbers) : readers.take(before)
        if (!changed.some((one) => one.key === key)) changed.push({ key, before, changes: reader.changes })
        if (delta._tag === 'ToolCallDelta') readText(reader, delta.arguments)
        readers.keep(call, reader)
      }
      for (const change of changed) say(message, change, emit)
      return message
    },
    end: (state, emit) => {
      const settled = settle(state)
      messageToolCalls(state).forEach((call) => {
        const after = callOf(settled, call.key)
        if (after === undefined || after === call) return
        const reader = readers.take(call)
        emit(right(outputOf(after, reader)))
      })
      return settled
    },
    done: () => false
  }
}
