import { firstChoice } from '../../../lib/data/Message.ts'
import { anthropic } from '../../../lib/providers/anthropicMessages.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { messageDelta, messageStart, messageStop } from '../../fixtures/anthropic.ts'

const finished = (...words: ReadonlyArray<string | null>): ReadonlyArray<string | undefined> => {
  const body = [messageStart(), ...words.map((word) => messageDelta(word)), messageStop()].join('')
  const choice = firstChoice(foldBody(anthropic, body).message)
  return [choice?.finishReason, choice?.rawFinishReason]
}

describe('stop reasons', () => {
  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['tool_use', 'tool_call'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['refusal', 'content_filter'],
    ['pause_turn', 'other'],
    ['compaction', 'other'],
    ['banana', 'other'],
    ['constructor', 'other']
  ])('%s is %s', (word, reason) => {
    expect(finished(word)).toEqual([reason, word])
    const body = JSON.stringify({ content: [], stop_reason: word })
    expect(firstChoice(foldBody(anthropic, body).message)).toMatchObject({
      finishReason: reason,
      rawFinishReason: word
    })
  })

  it('last non-empty one wins, and null or nothing erases none', () => {
    expect(finished('tool_use', 'end_turn', null, '')).toEqual(['stop', 'end_turn'])
    expect(finished(null)).toEqual([undefined, undefined])
  })
})
