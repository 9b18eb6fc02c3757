/** The items of the next turn, for an answer of every provider: whole, and stopped at any byte. */
import { either as E } from 'fp-ts'

import type { Message } from '../../lib/data/Message.ts'
import { firstChoice, messageToolCalls } from '../../lib/data/Message.ts'
import { settle } from '../../lib/data/MessageState.ts'
import { isEmptyPart } from '../../lib/data/Part.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { CallResult } from '../../lib/tools/toNextTurn.ts'
import { toNextTurn } from '../../lib/tools/toNextTurn.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { turnFaults } from '../laws/nextTurn.ts'

const resultsOf = (message: Message): ReadonlyArray<CallResult<never>> =>
  messageToolCalls(message).flatMap((call, i) => (call.state === 'Closed' ? [{ call, result: `${i}` }] : []))

describe.each(answers)('the next turn of an answer of $provider', ({ provider: name, stream, json }) => {
  it('law: what it demands holds, and the order of the results does not matter', () => {
    withProvider(name, (provider) => {
      for (const body of [stream, json]) {
        const { message } = foldBody(provider, body)
        const results = resultsOf(message)
        const turn = toNextTurn(provider)(message, results)
        expect(turn.items).not.toEqual([])
        expect(turnFaults(provider, turn.items)).toEqual([])
        expect(toNextTurn(provider)(message, [...results].reverse())).toEqual(turn)
      }
    })
  })

  it('law: each part is in the items or is reported', () => {
    withProvider(name, (provider) => {
      const { message } = foldBody(provider, stream)
      const choice = firstChoice(message) ?? { index: 0, parts: [] }
      const { leftOut } = toNextTurn(provider)(message, resultsOf(message))
      const { sent, assistantMessage } = provider.request
      const parts = sent(choice, () => true)
      const whole = JSON.stringify(assistantMessage(parts))
      expect(E.isRight(toAssistantMessage(provider)(message))).toBe(true)
      for (const part of parts) {
        if (isEmptyPart(part)) continue
        const without = assistantMessage(parts.filter((one) => one !== part))
        expect([part, JSON.stringify(without) === whole]).toEqual([part, false])
      }
      const reported = leftOut.flatMap((one) => (one._tag === 'LeftOutPart' ? [one.part] : []))
      for (const part of choice.parts) {
        if (!parts.includes(part) && !isEmptyPart(part)) expect(reported).toContain(part)
      }
    })
  })

  it('law: stopped at any byte, what it demands holds, and no call that was cut goes back', () => {
    withProvider(name, (provider) => {
      const machine = foldMachine(provider)
      for (let k = 0; k <= stream.length; k += 1 + Math.floor(stream.length / 90)) {
        const { state } = feedMachine(machine)(machine.initial, [stream.subarray(0, k)])
        const message = settle(state.second.message)
        const { items, leftOut } = toNextTurn(provider)(message, resultsOf(message))
        expect([k, turnFaults(provider, items)]).toEqual([k, []])
        const unfinished = leftOut.flatMap((one) =>
          one._tag === 'LeftOutPart' && one.reason === 'Unfinished' ? [one.part] : []
        )
        expect(unfinished).toEqual(messageToolCalls(message).filter((call) => call.state === 'Truncated'))
        expect(turnFaults(provider, toNextTurn(provider)(message, []).items)).toEqual([])
      }
    })
  })
})
