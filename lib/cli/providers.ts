/**
 * The providers by name: here and nowhere else, so that a program that imports one provider carries one.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { restore, save } from '../async/checkpoint.ts'
import { fold } from '../async/fold.ts'
import type { Failure } from '../data/Failure.ts'
import type { Head } from '../data/Head.ts'
import type { MessageState, Outcome } from '../data/MessageState.ts'
import { isOutcome } from '../data/MessageState.ts'
import type { Piece } from '../machine/utf8.ts'
import { groq } from '../providers/groq.ts'
import { openAICompatible } from '../providers/openAICompatible.ts'
import { openRouter } from '../providers/openRouter.ts'
import type { BodyState } from '../providers/protocols/body.ts'
import { ChatStateCodec } from '../providers/protocols/openAIChat/stateCodec.ts'
import type { Provider } from '../providers/Provider.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * What a fold came to.
 *
 * @internal
 */
export interface Folded {
  readonly outcome: Outcome
  /** How many frames there were. */
  readonly events: number
}

/**
 * A fold under way, whatever its provider's types are.
 *
 * @internal
 */
export interface Folding {
  readonly push: (piece: Piece) => void
  /** Writes the state as JSON, reads it back, and goes on from there. */
  readonly resume: () => Failure | undefined
  /** Nothing where the machine says no outcome, which it always does. */
  readonly end: () => Folded | undefined
}

/** @internal */
export type Start = (head: Head) => Folding

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const framesOf = ({ road, json, decode }: BodyState<unknown>): number =>
  road === 'json' ? 1 : road === 'stream' ? decode.atEvent + 1 : json.text === '' ? 0 : 1

const start =
  <W, R, S>(provider: Provider<W, R, S>, codec: t.Type<S, unknown>): Start =>
  (head) => {
    const machine = fold(provider, head)
    let state = machine.initial
    let last: MessageState | undefined
    const see = (message: MessageState): void => {
      last = message
    }
    return {
      push: (piece) => {
        state = machine.step(state, piece, see)
      },
      resume: () => {
        const restored = restore(provider, codec)(JSON.parse(JSON.stringify(save(provider)(state))))
        if (E.isLeft(restored)) return restored.left
        state = restored.right
        return undefined
      },
      end: () => {
        state = machine.end(state, see)
        return last !== undefined && isOutcome(last) ? { outcome: last, events: framesOf(state.first) } : undefined
      }
    }
  }

const table: ReadonlyArray<readonly [string, Start]> = [
  [openRouter.name, start(openRouter, ChatStateCodec)],
  [groq.name, start(groq, ChatStateCodec)],
  [openAICompatible.name, start(openAICompatible, ChatStateCodec)]
]

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/** @internal */
export const providerNames: ReadonlyArray<string> = table.map(([name]) => name)

/** @internal */
export const startOf = (provider: string): Start | undefined => table.find(([name]) => name === provider)?.[1]
