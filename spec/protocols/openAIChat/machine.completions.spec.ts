/** The older completions (`/v1/completions`): the text of a choice stands in the choice. */
import { messageText } from '../../../lib/data/Message.ts'
import { openAI } from '../../../lib/providers/openAIChatMakers.ts'
import { llamaCpp, openAICompatible, vllm } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { DONE } from '../../fixtures/chat.ts'
import { counted, counts } from '../../fixtures/dialects/wire.ts'
import { cutLaws } from '../../laws/machine.ts'

const envelope = { id: 'cmpl-1', object: 'text_completion', created: 1763000000, model: 'm' }

const chunk = (choices: ReadonlyArray<object>, rest: object = {}): string =>
  `data: ${JSON.stringify({ ...envelope, choices, ...rest })}\n\n`

const choice = (text: string, finish: string | null = null, index = 0): object => ({
  text,
  index,
  logprobs: null,
  finish_reason: finish
})

const stream = [
  chunk([choice('Hé ')]),
  chunk([choice('😀')]),
  chunk([choice('', 'stop')]),
  chunk([], { usage: counts }),
  DONE
].join('')

const body = JSON.stringify({ ...envelope, choices: [choice('Hé 😀', 'stop')], usage: counts })

describe.each([openAI, vllm, llamaCpp, openAICompatible])('older completions of $name', (provider) => {
  const outcome = foldBody(provider, stream)

  it('have their text in the choice', () => {
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(messageText(outcome.message)).toBe('Hé 😀')
    expect(outcome.message).toMatchObject({
      id: 'cmpl-1',
      model: 'm',
      choices: [{ finishReason: 'stop', rawFinishReason: 'stop' }],
      usage: counted
    })
  })

  it('give an equal message as one JSON body', () => {
    expect(foldBody(provider, body)).toEqual(outcome)
  })

  it('have a choice for each completion', () => {
    const two = [
      chunk([choice('A', null, 1)]),
      chunk([choice('B')]),
      chunk([choice('', 'length', 1), choice('', 'stop')])
    ]
    const whole = { ...envelope, choices: [choice('A', 'length', 1), choice('B', 'stop')] }
    const { message } = foldBody(provider, two.join('') + DONE)
    expect(message.choices.map(({ index, finishReason }) => [index, finishReason])).toEqual([
      [1, 'length'],
      [0, 'stop']
    ])
    expect(foldBody(provider, JSON.stringify(whole)).message).toEqual(message)
  })

  it('are truncated without their terminal', () => {
    expect(foldBody(provider, chunk([choice('Hé ')]))._tag).toBe('Truncated')
  })
})

describe('older completions, cut anywhere', () => {
  cutLaws(foldMachine(openAI), new TextEncoder().encode(stream), (states) => '.'.repeat(states.length))
})
