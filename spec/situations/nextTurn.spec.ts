/** The next turn: what was lost of an answer that was stopped, and what a translation between two protocols loses. */
import { either as E } from 'fp-ts'

import { firstChoice, messageToolCalls } from '../../lib/data/Message.ts'
import { settle } from '../../lib/data/MessageState.ts'
import { isToolCall } from '../../lib/data/Part.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'

const message = (said: unknown): object => Object.assign({ type: 'message', stop_reason: 'end_turn' }, said)

/** An assistant message as the JSON body of an answer, by how the name of a provider ends; the others speak OpenAI Chat. */
const bodies: ReadonlyArray<readonly [string, (said: unknown) => object]> = [
  ['mantle', (output) => ({ id: 'r', status: 'completed', output })],
  ['responses', (output) => ({ id: 'r', status: 'completed', output })],
  ['anthropic', message],
  ['google', (content) => ({ candidates: [{ content, finishReason: 'STOP' }] })],
  ['vertex', (content) => ({ candidates: [{ content, finishReason: 'STOP' }] })],
  ['google-interactions', (steps) => ({ status: 'completed', steps })],
  ['bedrock-converse', (message) => ({ output: { message }, stopReason: 'end_turn' })],
  ['bedrock-nova', (message) => ({ output: { message }, stopReason: 'end_turn' })],
  ['ollama', (message) => ({ message, done: true })],
  ['ollama-generate', (message) => ({ message, done: true })],
  ['cohere', (message) => ({ id: 'c', message, finish_reason: 'COMPLETE' })]
]

const ofChat = (message: unknown): object => ({ choices: [{ index: 0, message, finish_reason: 'stop' }] })

describe.each(answers)('an answer of $provider', ({ provider: name, stream }) => {
  it('law: stopped at any byte, is what came, and can be sent where no call is cut (vercel/ai#10638, openai/openai-agents-js#1592)', () => {
    withProvider(name, (provider) => {
      const machine = foldMachine(provider)
      const whole = firstChoice(foldBody(provider, stream).message)?.parts ?? []
      for (let k = 0; k <= stream.length; k += 1 + Math.floor(stream.length / 60)) {
        const { state } = feedMachine(machine)(machine.initial, [stream.subarray(0, k)])
        const kept = JSON.parse(JSON.stringify(state.second.message)) as typeof state.second.message // plain JSON
        const stopped = settle(kept)
        expect(E.isRight(toAssistantMessage(provider)(stopped))).toBe(
          messageToolCalls(stopped).every(({ state }) => state === 'Closed')
        )
        expect(firstChoice(stopped)?.parts.map(isToolCall) ?? []).toEqual(
          whole.slice(0, firstChoice(stopped)?.parts.length ?? 0).map(isToolCall)
        )
      }
    })
  })

  it('law: what goes back, read as an answer, goes back the same (router-for-me/CLIProxyAPI#561, BerriAI/litellm#29286)', () => {
    withProvider(name, (provider) => {
      const sent = toAssistantMessage(provider)(foldBody(provider, stream).message)
      const [, bodyOf = ofChat] = bodies.find(([end]) => name.endsWith(end)) ?? []
      const body = bodyOf(E.isRight(sent) ? sent.right : undefined)
      const again = foldBody(provider, JSON.stringify(body))
      expect(again).toMatchObject({ _tag: 'Complete', failures: [] })
      expect(toAssistantMessage(provider)(again.message)).toEqual(sent)
    })
  })
})
