import { runMachine } from '../lib/machine/Machine.ts'
import { openRouter } from '../lib/providers/openRouter.ts'
import { anthropic } from '../lib/providers/anthropic.ts'
import { readChunksMachine } from '../lib/reading/readChunksMachine.ts'
import { foldMachine } from '../lib/reading/foldMachine.ts'
import { answers } from './fixtures/answers.ts'
import { withProvider } from './fixtures/providers.ts'

const ev = (o: object) => `data: ${JSON.stringify(o)}\n\n`
it('x', () => {
  const body = ev({ id: 'a', model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] })
    + ev({ id: 'a', model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] })
    + ev({ id: 'a', model: 'm', choices: [{ index: 0, delta: { content: 'Hi' } }] })
    + ev({ id: 'a', model: 'm', choices: [{ index: 0, delta: { }, finish_reason: 'stop' }] })
    + ev({ id: 'a', model: 'm', choices: [], usage: {prompt_tokens: 1} }) + 'data: [DONE]\n\n'
  console.log(JSON.stringify(runMachine(readChunksMachine(openRouter))([body]).map((r: any) => r.right?.deltas ?? r.left), null, 0))
  console.log(JSON.stringify(runMachine(foldMachine(openRouter))([body]), null, 0))
  for (const { provider, stream } of answers) withProvider(provider, (p) => {
    const states = runMachine(foldMachine(p))([stream])
    const dup = states.filter((s, i) => i > 0 && JSON.stringify({ ...s, _tag: 0 }) === JSON.stringify({ ...states[i - 1], _tag: 0 }))
    console.log(provider, states.length, 'dups', dup.map((d) => d._tag).join())
  })
  void anthropic
})
