/**
 * How bodies of the providers are folded, by name.
 *
 * @since 0.1.0
 */
import { either as E, option as O } from 'fp-ts'

import { ignoreOutput } from '../machine/Machine.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { providerNamed } from '../providers/providerNamed.ts'
import { outcomeOf } from '../reading/accumulateMessageMachine.ts'
import { restoreFold, saveFold } from '../reading/checkpoint.ts'
import { foldMachine } from '../reading/foldMachine.ts'
import type { HeadOptions } from '../reading/headOf.ts'
import type { BodyState } from '../reading/readChunksMachine.ts'
import { failedFold, foldResult } from './result.ts'
import type { Running } from './Running.ts'

/** How many frames a body had; one JSON body is one. */
const framesOf = ({ json, decode }: BodyState<unknown>): number => (json.atByte === -1 ? decode.atEvent + 1 : 1)

const folding =
  (provider: AnyProvider) =>
  (head: HeadOptions): Running => {
    const machine = foldMachine(provider, head)
    let state = machine.initial
    return {
      push: (piece) => {
        state = machine.step(state, piece, ignoreOutput)
      },
      resume: () => {
        const saved: unknown = JSON.parse(JSON.stringify(saveFold(provider)(state)))
        const restored = restoreFold(provider)(saved)
        if (E.isLeft(restored)) return (id) => failedFold(id, restored.left)
        state = restored.right
        return undefined
      },
      end: (id) => {
        const { first, second } = machine.end(state, ignoreOutput)
        return foldResult(id, outcomeOf(second), framesOf(first))
      }
    }
  }

/**
 * How bodies of a provider are folded.
 *
 * @internal
 */
export const foldingOf = (name: string): ((head: HeadOptions) => Running) | undefined =>
  O.toUndefined(O.map(folding)(providerNamed(name)))
