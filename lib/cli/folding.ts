import { either as E, option as O } from 'fp-ts'

import { ignoreOutput } from '../machine/Machine.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { openAICompatible } from '../providers/openAIChatServers.ts'
import { detectProvider, providerNamed } from '../providers/providerNamed.ts'
import { outcomeOf } from '../reading/accumulateMessageMachine.ts'
import { restoreFold, saveFold } from '../reading/checkpoint.ts'
import { foldMachine } from '../reading/foldMachine.ts'
import type { HeadOptions } from '../reading/headOf.ts'
import type { BodyState } from '../reading/readChunksMachine.ts'
import { looking } from './looking.ts'
import { failedFold, foldResult } from './result.ts'
import type { Running } from './Running.ts'

/** The number of frames of a body; a JSON body is one frame. */
const framesOf = ({ json, decode }: BodyState<unknown>): number => (json.atByte === -1 ? decode.atEvent + 1 : 1)

const LONGEST_LOOK = 1 << 20

const folding =
  (provider: AnyProvider) =>
  (head: HeadOptions): Running => {
    const machine = foldMachine(provider, head)
    const look = looking(LONGEST_LOOK)
    let state = machine.initial
    return {
      push: (piece) => {
        look.push(piece)
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
        const outcome = outcomeOf(second)
        const isOther = outcome.failures.some(({ _tag }) => _tag === 'NotAStream')
        const other = isOther ? O.toUndefined(detectProvider(look.seen())) : undefined
        return foldResult(id, outcome, framesOf(first), other === provider ? undefined : other)
      }
    }
  }

/** Folds a body with the provider that is detected from it, after all of it has arrived. */
const detecting = (head: HeadOptions): Running => {
  const look = looking(Infinity)
  return {
    push: look.push,
    resume: () => undefined,
    end: (id) => {
      const body = look.seen()
      const running = folding(O.getOrElse((): AnyProvider => openAICompatible)(detectProvider(body)))(head)
      running.push(body)
      return running.end(id)
    }
  }
}

/**
 * The fold of a provider's bodies; `auto` detects the provider from the body, or else uses `openai-compatible`.
 *
 * @internal
 */
export const foldingOf = (name: string): ((head: HeadOptions) => Running) | undefined =>
  name === 'auto' ? detecting : O.toUndefined(O.map(folding)(providerNamed(name)))
