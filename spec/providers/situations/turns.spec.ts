/** The next turn: what was lost of an answer that was stopped, and what a translation between two protocols loses. */
import { either as E } from 'fp-ts'

import { fold } from '../../../lib/async/fold.ts'
import { foldBody } from '../../../lib/async/foldBody.ts'
import { firstChoice, toolCalls } from '../../../lib/data/Message.ts'
import { settle } from '../../../lib/data/MessageState.ts'
import { feed } from '../../../lib/machine/Machine.ts'
import { toAssistantMessage } from '../../../lib/providers/toRequest.ts'
import { answers } from '../../fixtures/answers.ts'
import { withProvider } from '../../fixtures/providers.ts'

const message = (said: unknown): object => Object.assign({ type: 'message', stop_reason: 'end_turn' }, said)

/** An assistant message as the JSON body of an answer, by how the name of a provider ends; the others speak OpenAI Chat. */
const bodies: ReadonlyArray<readonly [string, (said: unknown) => object]> = [
  ['responses', (output) => ({ id: 'r', status: 'completed', output })],
  ['anthropic', message],
  ['google', (content) => ({ candidates: [{ content, finishReason: 'STOP' }] })],
  ['vertex', (content) => ({ candidates: [{ content, finishReason: 'STOP' }] })],
  ['bedrock-converse', (message) => ({ output: { message }, stopReason: 'end_turn' })],
  ['ollama', (message) => ({ message, done: true })],
  ['cohere', (message) => ({ id: 'c', message, finish_reason: 'COMPLETE' })]
]

const ofChat = (message: unknown): object => ({ choices: [{ index: 0, message, finish_reason: 'stop' }] })

describe.each(answers)('an answer of $provider', ({ provider: name, stream }) => {
  it('law: stopped at any byte, is what came, and can be sent where no call is cut (vercel/ai#10638, openai/openai-agents-js#1592)', () => {
    withProvider(name, (provider) => {
      const machine = fold(provider)
      const whole = firstChoice(foldBody(provider, stream).message)?.parts ?? []
      for (let k = 0; k <= stream.length; k += 1 + Math.floor(stream.length / 60)) {
        const { state } = feed(machine)(machine.initial, [stream.subarray(0, k)])
        const kept = JSON.parse(JSON.stringify(state.second.message)) as typeof state.second.message // plain JSON
        const stopped = settle(kept)
        expect(E.isRight(toAssistantMessage(provider)(stopped))).toBe(
          toolCalls(stopped).every(({ _tag }) => _tag === 'Closed')
        )
        expect(firstChoice(stopped)?.parts.map(({ _tag }) => _tag === 'Closed' || _tag === 'Truncated') ?? []).toEqual(
          whole.slice(0, firstChoice(stopped)?.parts.length ?? 0).map(({ _tag }) => _tag === 'Closed')
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
