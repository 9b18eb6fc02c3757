/**
 * Chunks to chunks, in which the reasoning between tags in a text is reasoning.
 *
 * Laws, where `fold` is the message of the chunks:
 *
 * - those of `Machine`; `fold(extract(xs)) = fold(extract(cut(xs)))` for every way to cut the texts of the deltas
 * - text, reasoning and tags, in their order, are the characters of the input
 * - `fold(extract(xs)) = fold(xs)` where no tag is in a text
 * - parts keep their order, and each has its own key
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { LimitOptions } from '../data/Limits.ts'
import { limitsIn } from '../data/Limits.ts'
import { isReason } from '../data/MessageState.ts'
import { replaced } from '../data/replaced.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import { collectOutputs } from '../machine/Machine.ts'
import type { ReasoningTagOptions } from './reasoningTags.ts'
import { reasoningTags } from './reasoningTags.ts'
import type { Draft } from './taggedChoice.ts'
import { begin, flush, movedDelta, movedKey, readText, TaggedChoice, untagged } from './taggedChoice.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const extractReasoningState = () => ({
  choices: t.readonlyArray(TaggedChoice),
  /** Offset of the event of the last chunk. */
  atByte: f.natural,
  /** Number of that event. */
  atEvent: f.natural
})

/**
 * For each choice, the position among the tags, and the offsets of the keys of its parts.
 *
 * @category model
 * @since 0.1.0
 */
export interface ExtractReasoningState extends f.RecordOf<typeof extractReasoningState> {}

/**
 * The codec of the state of `extractReasoningMachine`, which is plain JSON.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { extractReasoningMachine, ExtractReasoningStateCodec } from 'deltafold/core'
 *
 * const { initial } = extractReasoningMachine()
 * assert.deepStrictEqual(ExtractReasoningStateCodec.decode(JSON.parse(JSON.stringify(initial))), E.right(initial))
 *
 * @category codecs
 * @since 0.1.0
 */
export const ExtractReasoningStateCodec: t.Type<ExtractReasoningState, unknown> = /* @__PURE__ */ f.record(
  'ExtractReasoningState',
  extractReasoningState
)

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

const initial: ExtractReasoningState = { choices: [], atByte: 0, atEvent: 0 }

/**
 * Moves reasoning between tags in a text into reasoning parts. White space is kept; a tag that is never closed encloses the rest
 * of the text; characters that only begin like a tag remain text, and are emitted with the next chunk, or at the end.
 *
 * - Input → output: results of chunks → the same results, with changed deltas where a text has tags. Characters that were held
 *   back until the end are emitted in a chunk whose `wire` is `undefined`.
 * - Held in memory: for each choice the beginning of a tag, and two numbers for each tag that was opened.
 * - Fails: never; Lefts pass on in their place. At most `limits.parts / 2` tags of a choice are recognised.
 * - Done: never.
 *
 * @example
 * import { accumulateMessageMachine, andThen, extractReasoningMachine, groq, messageReasoning, messageText, readChunksMachine, runMachine } from 'deltafold/core'
 *
 * const body = ['<thi', 'nk>Hm.</think', '>Hi'].map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
 * const chunks = andThen(extractReasoningMachine())(readChunksMachine(groq))
 * const message = runMachine(andThen(accumulateMessageMachine)(chunks))(body).at(-1)?.message
 * assert.deepStrictEqual(message && [messageReasoning(message), messageText(message)], ['Hm.', 'Hi'])
 *
 * @category machines
 * @since 0.1.0
 */
export const extractReasoningMachine = <W = unknown, R = unknown>(
  options: ReasoningTagOptions & LimitOptions = {}
): Machine<ExtractReasoningState, Result<Chunk<W, R>>, Result<Chunk<W | undefined, R>>> => {
  const tags = reasoningTags(options, limitsIn(options).parts / 2)

  const within = (
    choices: ReadonlyArray<TaggedChoice>,
    choice: number,
    change: (state: Draft) => void
  ): ReadonlyArray<TaggedChoice> => {
    const at = choices.findIndex((one) => one.choice === choice)
    const state: Draft = { ...(choices[at] ?? untagged(choice, tags.initial)) }
    change(state)
    return replaced(choices, at, state)
  }

  /** The choices after the pending text of each was given its part, before another choice continues. */
  const begun = (choices: ReadonlyArray<TaggedChoice>, emit: Emit<Delta>): ReadonlyArray<TaggedChoice> =>
    choices.reduce(
      (all, { choice, isOwed }) => (isOwed ? within(all, choice, (state) => begin(state, emit)) : all),
      choices
    )

  const withDelta = (
    choices: ReadonlyArray<TaggedChoice>,
    delta: Delta,
    emit: Emit<Delta>
  ): ReadonlyArray<TaggedChoice> => {
    if (delta._tag === 'RepairDelta' && 'key' in delta.repair) {
      const { repair } = delta
      const state = choices.find(({ choice }) => choice === repair.choice)
      const key = state ? movedKey(state, repair.key) : repair.key
      emit(key === repair.key ? delta : { ...delta, repair: { ...repair, key } })
      return choices
    }
    if (!('choice' in delta)) {
      emit(delta)
      return choices
    }
    const isKnown = choices.some(({ choice }) => choice === delta.choice)
    return within(isKnown ? choices : begun(choices, emit), delta.choice, (state) => {
      if (delta._tag === 'TextDelta') {
        readText(tags, state, delta, emit)
        return
      }
      begin(state, emit)
      emit('key' in delta ? movedDelta(state, delta) : delta)
    })
  }

  const flushed = (choices: ReadonlyArray<TaggedChoice>, emit: Emit<Delta>): ReadonlyArray<TaggedChoice> =>
    choices.reduce(
      (all, { choice, scan, isOwed }) =>
        scan.held === '' && !isOwed ? all : within(all, choice, (state) => flush(tags, state, emit)),
      choices
    )

  const ended = (state: ExtractReasoningState, emit: Emit<Result<Chunk<W | undefined, R>>>): ExtractReasoningState => {
    const { value: choices, outputs: deltas } = collectOutputs<Delta, ReadonlyArray<TaggedChoice>>((say) =>
      flushed(state.choices, say)
    )
    const { atByte, atEvent } = state
    if (deltas.length > 0) emit(right({ _tag: 'StreamChunk', wire: undefined, deltas, atByte, atEvent }))
    return { ...state, choices }
  }

  return {
    initial,
    step: (state, result, emit) => {
      if (isFailed(result)) {
        const next = isReason(result.left) ? ended(state, emit) : state
        emit(result)
        return next
      }
      const chunk = result.right
      const { atByte, atEvent } = chunk
      const { value: choices, outputs: deltas } = collectOutputs<Delta, ReadonlyArray<TaggedChoice>>((say) => {
        let next = chunk._tag === 'TerminalChunk' ? flushed(state.choices, say) : state.choices
        for (const delta of chunk.deltas) next = withDelta(next, delta, say)
        return chunk._tag === 'ResponseChunk' ? flushed(next, say) : next
      })
      const isSame = deltas.length === chunk.deltas.length && deltas.every((delta, i) => delta === chunk.deltas[i])
      emit(isSame ? result : right({ ...chunk, deltas }))
      return { choices, atByte, atEvent }
    },
    end: ended,
    done: () => false
  }
}
