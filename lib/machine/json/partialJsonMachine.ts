import type { either as E } from 'fp-ts'

import { left, right } from '../../data/Result.ts'
import { appendRarely } from '../../data/rope.ts'
import type { Machine } from '../Machine.ts'
import { derived } from './derived.ts'
import type { JsonNumbers, JsonReader } from './jsonReader.ts'
import { isRefused, isTooDeep, isWhole, newReader } from './jsonReader.ts'
import type { PartialJson } from './PartialJson.ts'
import { partialJson } from './PartialJson.ts'
import { endText, readText } from './readJsonText.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * How JSON is read.
 *
 * @category model
 * @since 0.1.0
 */
export interface JsonOptions {
  /** `raw` keeps the digits of numbers, as strings. Defaults to `number`. */
  readonly numbers?: JsonNumbers | undefined
}

/**
 * The text is not JSON: it was cut, no continuation can make it JSON, or it is nested deeper than `defaultLimits.depth`.
 *
 * @category model
 * @since 0.1.0
 */
export interface NotJson {
  readonly _tag: 'Malformed'
  readonly message: string
}

/**
 * The text so far.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartialJsonState {
  readonly text: string
  /** Whether the text is not JSON, whatever follows. */
  readonly isRefused: boolean
}

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/** @internal */
export const notJson = (why: string): NotJson => ({ _tag: 'Malformed', message: `the text ${why}` })

/** @internal */
export const refusal = (reader: JsonReader): NotJson =>
  notJson(isTooDeep(reader) ? 'is nested too deep' : isRefused(reader) ? 'is not JSON' : 'ends inside JSON')

/**
 * The value of a JSON text that arrives in pieces, after each piece that changes it.
 *
 * - Input → output: pieces of a JSON text → the value so far; a Left if the text is not JSON.
 * - Held in memory: the text and the value.
 * - Fails: with a Left, at once where no continuation is JSON, else at the end.
 * - Done: after a Left.
 *
 * Laws, beside those of `Machine`:
 *
 * - Cuts: the value and the path after a text do not depend on how the text was cut.
 * - Whole: at the end, the last value is complete and equals `JSON.parse(text)`, or there is a Left and `JSON.parse` throws
 *   (except for a text nested deeper than `defaultLimits.depth`, which has a Left only).
 * - Monotone: from each value to the next, strings are continued, lists get longer, no key is removed and no type changes;
 *   numbers and words appear whole. A name that occurs twice in one object is the exception: its last value counts.
 * - Sharing: what is equal in two values of a text is the same object (`===`) if it is a list or an object.
 * - Own: every name is an own property, `__proto__` too.
 * - Cost: linear in the text, whatever the cuts; reading a value that has many unfinished entries is linear in them.
 *
 * A state that is continued twice or restored from JSON costs one more pass over its text.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { partialJsonMachine, runMachine } from 'deltafold'
 *
 * const values = runMachine(partialJsonMachine())(['{"path":"a', '.ts","lines":[1,2', '0]}'])
 * assert.deepStrictEqual(values.map(E.map(({ value }) => value)), [
 *   E.right({ path: 'a' }),
 *   E.right({ path: 'a.ts', lines: [1] }),
 *   E.right({ path: 'a.ts', lines: [1, 20] })
 * ])
 * const [raw] = runMachine(partialJsonMachine({ numbers: 'raw' }))(['[12345678901234567890]'])
 * assert.deepStrictEqual(raw, E.right({ value: ['12345678901234567890'], path: [], complete: true }))
 *
 * @category machines
 * @since 0.1.0
 */
export const partialJsonMachine = ({ numbers }: JsonOptions = {}): Machine<
  PartialJsonState,
  string,
  E.Either<NotJson, PartialJson>
> => {
  const readers = derived<PartialJsonState, JsonReader>(({ text }) => {
    const reader = newReader(numbers)
    readText(reader, text)
    return reader
  })
  return {
    initial: { text: '', isRefused: false },
    step: (state, piece, emit) => {
      if (state.isRefused || piece === '') return state
      const reader = readers.take(state)
      const { changes } = reader
      readText(reader, piece)
      if (isRefused(reader)) {
        emit(left(refusal(reader)))
        return { text: '', isRefused: true }
      }
      if (reader.changes !== changes) emit(right(partialJson(reader)))
      const next = { text: appendRarely(state.text, piece), isRefused: false }
      readers.keep(next, reader)
      return next
    },
    end: (state, emit) => {
      if (state.isRefused) return state
      const reader = readers.take(state)
      const { changes } = reader
      endText(reader)
      if (!isWhole(reader)) emit(left(refusal(reader)))
      else if (reader.changes !== changes) emit(right(partialJson(reader)))
      return state
    },
    done: ({ isRefused: isOver }) => isOver
  }
}
