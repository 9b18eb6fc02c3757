/** Every provider there is, over one whole answer of its own. */
import { either as E } from 'fp-ts'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { foldingOf } from '../../lib/cli/folding.ts'
import { messageToolCalls } from '../../lib/data/Message.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { providerNames } from '../../lib/providers/providerNamed.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { answers, promised } from '../fixtures/answers.ts'
import { exported, withProvider } from '../fixtures/providers.ts'

describe('the providers', () => {
  it('are those of the command line, each with an answer of its own', () => {
    const names = exported.map(([, { name }]) => name).toSorted()
    expect(providerNames.toSorted()).toEqual(names)
    expect(answers.map(({ provider }) => provider).toSorted()).toEqual(names)
  })

  it('are all that were promised, in any version', () => {
    expect(promised.filter((name) => !providerNames.includes(name))).toEqual([])
  })
})

describe.each(answers)('$provider', ({ provider: name, stream, json }) => {
  const [outcome, twin, next] = withProvider(name, (provider) => {
    const whole = foldBody(provider, stream)
    return [whole, foldBody(provider, json), toAssistantMessage(provider)(whole.message)]
  })

  it('is complete', () => {
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(messageToolCalls(outcome.message).every(({ state }) => state === 'Closed')).toBe(true)
    expect(outcome.message.usage?.totalTokens).toBeGreaterThan(0)
    expect(E.isRight(next)).toBe(true)
  })

  it('law: the JSON body of the answer gives the same message', () => {
    expect({ ...twin, repairs: [] }).toEqual({ ...outcome, repairs: [] })
  })

  it.each([{ bytes: 1 }, { bytes: 7 }, { seed: 1 }, { seed: 2 }])('law: cut by %j, it is the same', (cut) => {
    const folded = withProvider(name, (provider) => runMachine(foldMachine(provider))(cutInto(stream, cut)).at(-1))
    expect(folded).toEqual(outcome)
  })

  it('law: written down and read back by its codec at any byte, it goes on as before', () => {
    const whole = foldingOf(name)?.({})
    whole?.push(stream)
    const result = whole?.end('')
    expect(result).toMatchObject({ outcome: 'complete' })
    for (let k = 0; k <= stream.length; k += 1 + Math.floor(stream.length / 40)) {
      const running = foldingOf(name)?.({})
      running?.push(stream.subarray(0, k))
      expect(running?.resume()).toBeUndefined()
      running?.push(stream.subarray(k))
      expect(running?.end('')).toEqual(result)
    }
  })
})
