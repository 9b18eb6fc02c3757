import fc from 'fast-check'

import { messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { Said, Speaker } from '../fixtures/responsesSpeakers.ts'
import { spoken } from '../fixtures/responsesSpeakers.ts'
import { cutLaws } from '../laws/machine.ts'

const thought: Said = { type: 'reasoning', texts: ['I see'] }
const text = (...texts: ReadonlyArray<string>): Said => ({ type: 'message', texts })
const call = (args: string): Said => ({ type: 'function_call', texts: [args] })

const answers: Readonly<Record<string, ReadonlyArray<Said>>> = {
  'a text': [text('Hello')],
  'reasoning and a text': [thought, text('Hello')],
  'reasoning, a text and a call': [thought, text('Hello'), call('{"a":1}')],
  'two calls of one function': [call('{"a":1}'), call('{"a":2}')],
  'a text of two parts': [text('Hello', ' you')],
  'a call between two texts': [text('One'), call('{"a":1}'), text('Two')]
}

const speakers: fc.Arbitrary<Speaker> = fc.record({
  index: fc.constantFrom('own', 'none', 'zero', 'fromOne', 'endsLate'),
  ids: fc.constantFrom('own', 'none', 'rotating', 'constant'),
  contents: fc.constantFrom('own', 'none', 'through', 'counting'),
  isAnnounced: fc.boolean(),
  texts: fc.constantFrom('fragments', 'both', 'wholes'),
  hasEnds: fc.boolean(),
  final: fc.constantFrom('same', 'nothing', 'otherIds'),
  changesCallId: fc.boolean()
})

/** Where nothing in the stream tells which item, or which part of it, an event is about. */
const isRiddle = ({ index, contents, texts, hasEnds, final, changesCallId }: Speaker): boolean =>
  (index === 'endsLate' && (changesCallId || contents === 'counting')) ||
  (texts === 'wholes' && !hasEnds && final === 'nothing')

const joined = (answer: ReadonlyArray<Said>, type: Said['type']): string =>
  answer.flatMap((said) => (said.type === type ? said.texts : [])).join('')

describe.each(Object.entries(answers))('%s', (_what, answer) => {
  it('law: is the same, however a server addresses its events', () => {
    fc.assert(
      fc.property(
        speakers.filter((speaker) => !isRiddle(speaker)),
        (speaker) => {
          const { _tag, message } = foldBody(openAIResponses, spoken(speaker, answer))
          expect({
            _tag,
            text: messageText(message),
            reasoning: messageReasoning(message),
            calls: messageToolCalls(message).map(({ state, name, arguments: raw }) => [state, name, raw])
          }).toEqual({
            _tag: 'Complete',
            text: joined(answer, 'message'),
            reasoning: joined(answer, 'reasoning'),
            calls: answer.flatMap(({ type, texts }) =>
              type === 'function_call' ? [['Closed', 'f', texts.join('')]] : []
            )
          })
        }
      ),
      { numRuns: 500 }
    )
  })
})

const plain: Speaker = {
  index: 'own',
  ids: 'own',
  contents: 'own',
  isAnnounced: true,
  texts: 'both',
  hasEnds: true,
  final: 'same',
  changesCallId: false
}

const odd: ReadonlyArray<readonly [string, Partial<Speaker>]> = [
  ['no indexes', { index: 'none', final: 'otherIds' }],
  ['ends under the next index, one id for all', { index: 'endsLate', ids: 'constant', final: 'otherIds' }],
  ['one index for all, nothing announced', { index: 'zero', ids: 'rotating', isAnnounced: false }],
  ['contents counted by events, another id for the call', { contents: 'counting', changesCallId: true }]
]

describe.each(odd)('at every cut: %s', (_what, speaker) => {
  const bare = (one: string): string => one.replaceAll(/^event: .*\n/gm, '')
  const body = bare(spoken({ ...plain, ...speaker }, [text('Hi'), call('{}')]))
  cutLaws(foldMachine(openAIResponses), new TextEncoder().encode(body), (said) => '.'.repeat(said.length))
})
