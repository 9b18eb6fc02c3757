import { either as E } from 'fp-ts'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import type { ChatState } from '../../lib/protocols/openAIChat/state.ts'
import { ChatStateCodec } from '../../lib/protocols/openAIChat/stateCodec.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { restoreFold, saveFold } from '../../lib/reading/checkpoint.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import type { FoldState } from '../../lib/reading/foldMachine.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { call, calls, delta, finish } from '../fixtures/chat.ts'

const machine = foldMachine(openRouter)

const through = (state: FoldState<ChatState>): FoldState<ChatState> => {
  const restored = restoreFold(openRouter, ChatStateCodec)(JSON.parse(JSON.stringify(saveFold(openRouter)(state))))
  expect(restored).toEqual(E.right(state))
  return E.isRight(restored) ? restored.right : state
}

/** A stream in which every field of the state is used at some byte. */
const everything = [
  ': comment\nid: 7\nevent: x\n',
  delta({
    reasoning_details: [{ type: 'reasoning.text', text: 'é€😀', signature: 'S', id: 'r', format: 'f', index: 0 }]
  }),
  delta({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'D' }] }),
  delta({ content: 'a', refusal: 'b' }),
  delta({ content: [{ odd: 1 }] }),
  calls(call(0, 'a', 'w', { a: 1 }, { extra: 1 }), call(0, undefined, 'w', '')),
  calls(call(1, 'b', '', '', { held: true })),
  calls(call('x', undefined, 'v', '')),
  'data: {bad\n\n',
  'data: {"choices":7}\n\n',
  'data: {"error":{"message":"m","code":1,"type":"t","status":500,"metadata":{"provider_name":"p","raw":"r"}}}\n\n',
  finish('length', { native_finish_reason: 'MAX' })
].join('')

describe('checkpoint', () => {
  it('law: what is restored is what was saved, at every byte', () => {
    const body = new TextEncoder().encode(everything)
    let { initial: state } = machine
    for (let k = 0; k < body.length; k++) state = through(feedMachine(machine)(state, [body.subarray(k, k + 1)]).state)
    expect(state.second.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson', 'DecodeFailure', 'ProviderFailure'])
    expect(state.first.decode.provider.choices[0]?.held).toHaveLength(1)
  })

  it('law: the rest of a body, folded from what was restored, gives the same outcome', () => {
    for (const { name, interactions } of readCassettes()) {
      if (name.startsWith('groq')) continue
      for (const { answer } of interactions) {
        const { status, body } = answer
        const inTwo = foldMachine(openRouter, { status })
        const half = feedMachine(inTwo)(inTwo.initial, [body.subarray(0, body.length / 2)]).state
        const rest = feedMachine(inTwo)(through(half), [body.subarray(body.length / 2)]).state
        let outcome: MessageState | undefined
        inTwo.end(rest, (said) => {
          outcome = said
        })
        expect(outcome).toEqual(foldBody(openRouter, body, { status }))
      }
    }
  })

  it('refuses what is no checkpoint of this version and provider, and says where', () => {
    const saved = saveFold(openRouter)(machine.initial)
    const refused = (json: unknown): ReadonlyArray<string> => {
      const restored = restoreFold(openRouter, ChatStateCodec)(json)
      return E.isLeft(restored) && restored.left._tag === 'DecodeFailure'
        ? restored.left.errors.map(({ path }) => path)
        : []
    }
    expect(refused({ ...saved, version: 2 })).toEqual(['version'])
    expect(refused(saveFold(groq)(machine.initial))).toEqual(['provider'])
    const broken = JSON.parse(JSON.stringify(saved)) as { state: { first: { frames: unknown } } }
    broken.state.first.frames = { sse: {} }
    expect(refused(broken)).toContain('state.first.frames.sse.data')
    expect(refused(null)).toEqual([''])
  })
})
