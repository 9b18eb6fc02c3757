import { either as E } from 'fp-ts'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import { restore, save } from '../../lib/async/checkpoint.ts'
import type { FoldState } from '../../lib/async/fold.ts'
import { fold } from '../../lib/async/fold.ts'
import { foldBody } from '../../lib/async/foldBody.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { feed } from '../../lib/machine/Machine.ts'
import { groq } from '../../lib/providers/groq.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
import type { ChatState } from '../../lib/providers/protocols/openAIChat/state.ts'
import { ChatStateCodec } from '../../lib/providers/protocols/openAIChat/stateCodec.ts'
import { call, calls, delta, finish } from '../fixtures/chat.ts'

const machine = fold(openRouter)

const through = (state: FoldState<ChatState>): FoldState<ChatState> => {
  const restored = restore(openRouter, ChatStateCodec)(JSON.parse(JSON.stringify(save(openRouter)(state))))
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
    for (let k = 0; k < body.length; k++) state = through(feed(machine)(state, [body.subarray(k, k + 1)]).state)
    expect(state.second.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson', 'DecodeFailure', 'ProviderFailure'])
    expect(state.first.decode.provider.choices[0]?.held).toHaveLength(1)
  })

  it('law: the rest of a body, folded from what was restored, gives the same outcome', () => {
    for (const { name, interactions } of readCassettes()) {
      if (name.startsWith('groq')) continue
      for (const { answer } of interactions) {
        const { status, body } = answer
        const inTwo = fold(openRouter, { status })
        const half = feed(inTwo)(inTwo.initial, [body.subarray(0, body.length / 2)]).state
        const rest = feed(inTwo)(through(half), [body.subarray(body.length / 2)]).state
        let outcome: MessageState | undefined
        inTwo.end(rest, (said) => {
          outcome = said
        })
        expect(outcome).toEqual(foldBody(openRouter, body, { status }))
      }
    }
  })

  it('refuses what is no checkpoint of this version and provider, and says where', () => {
    const saved = save(openRouter)(machine.initial)
    const refused = (json: unknown): ReadonlyArray<string> => {
      const restored = restore(openRouter, ChatStateCodec)(json)
      return E.isLeft(restored) && restored.left._tag === 'DecodeFailure'
        ? restored.left.errors.map(({ path }) => path)
        : []
    }
    expect(refused({ ...saved, version: 2 })).toEqual(['version'])
    expect(refused(save(groq)(machine.initial))).toEqual(['provider'])
    const broken = JSON.parse(JSON.stringify(saved)) as { state: { first: { frames: unknown } } }
    broken.state.first.frames = { sse: {} }
    expect(refused(broken)).toContain('state.first.frames.sse.data')
    expect(refused(null)).toEqual([''])
  })
})
