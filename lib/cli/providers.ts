/**
 * The providers by name: here and nowhere else, so that a program that imports one provider carries one.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { restore, save } from '../async/checkpoint.ts'
import { fold } from '../async/fold.ts'
import type { Head } from '../data/Head.ts'
import { outcomeOf } from '../machine/accumulate.ts'
import { google } from '../providers/google.ts'
import { groq } from '../providers/groq.ts'
import { ollama } from '../providers/ollama.ts'
import { openAICompatible } from '../providers/openAICompatible.ts'
import { openRouter } from '../providers/openRouter.ts'
import { GoogleStateCodec } from '../providers/protocols/googleGenerate/stateCodec.ts'
import { OllamaStateCodec } from '../providers/protocols/ollamaChat/stateCodec.ts'
import { ChatStateCodec } from '../providers/protocols/openAIChat/stateCodec.ts'
import type { BodyState } from '../providers/protocols/readBody.ts'
import type { Provider } from '../providers/Provider.ts'
import { vertex } from '../providers/vertex.ts'
import { failedFold, foldResult } from './result.ts'
import type { Running } from './Running.ts'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const framesOf = ({ road, json, decode }: BodyState<unknown>): number =>
  road === 'stream' ? decode.atEvent + 1 : json.atByte === -1 ? 0 : 1

const unheard = (): void => undefined

const folding =
  <W, R, S>(provider: Provider<W, R, S>, codec: t.Type<S, unknown>) =>
  (head: Head): Running => {
    const machine = fold(provider, head)
    let state = machine.initial
    return {
      push: (piece) => {
        state = machine.step(state, piece, unheard)
      },
      resume: () => {
        const restored = restore(provider, codec)(JSON.parse(JSON.stringify(save(provider)(state))))
        if (E.isLeft(restored)) return (id) => failedFold(id, restored.left)
        state = restored.right
        return undefined
      },
      end: (id) => {
        const { first, second } = machine.end(state, unheard)
        return foldResult(id, outcomeOf(second), framesOf(first))
      }
    }
  }

const table: ReadonlyArray<readonly [string, (head: Head) => Running]> = [
  [openRouter.name, folding(openRouter, ChatStateCodec)],
  [groq.name, folding(groq, ChatStateCodec)],
  [openAICompatible.name, folding(openAICompatible, ChatStateCodec)],
  [google.name, folding(google, GoogleStateCodec)],
  [vertex.name, folding(vertex, GoogleStateCodec)],
  [ollama.name, folding(ollama, OllamaStateCodec)]
]

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/** @internal */
export const providerNames: ReadonlyArray<string> = table.map(([name]) => name)

/**
 * How bodies of a provider are folded.
 *
 * @internal
 */
export const foldingOf = (provider: string): ((head: Head) => Running) | undefined =>
  table.find(([name]) => name === provider)?.[1]
