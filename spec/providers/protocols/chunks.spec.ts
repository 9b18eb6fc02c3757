import { either as E } from 'fp-ts'

import { run } from '../../../lib/machine/Machine.ts'
import { sseEvents } from '../../../lib/machine/sseEvents.ts'
import { openRouter } from '../../../lib/providers/openRouter.ts'
import { chunks } from '../../../lib/providers/protocols/chunks.ts'
import { decode } from '../../../lib/providers/protocols/decode.ts'
import { delta, finish } from '../../fixtures/chat.ts'
import { events } from '../../fixtures/results.ts'

const whole = events.filter((event) => event.startsWith('data: {"'))
const framesOf = (texts: ReadonlyArray<string>) => run(sseEvents())([texts.join('')])
const jsonOf = (texts: ReadonlyArray<string>): ReadonlyArray<unknown> =>
  texts.map((text) => JSON.parse(text.slice('data: '.length)) as unknown)

const bare = E.bimap(
  ({ _tag }: { readonly _tag: string }) => _tag,
  ({ _tag, deltas }: { readonly _tag: string; readonly deltas: unknown }) => ({ _tag, deltas })
)

describe('chunks', () => {
  it('law: of parsed events = of their frames, with the terminal that the SDK hid', () => {
    const fromJson = run(chunks(openRouter))(jsonOf(whole)).map(bare)
    const fromFrames = run(decode(openRouter))([...framesOf(whole), ...framesOf(['data: [DONE]\n\n'])]).map(bare)
    expect(fromJson).toEqual(fromFrames)
    expect(fromJson.at(-1)).toMatchObject({ right: { _tag: 'Terminal' } })
  })

  it('has no terminal where the finish reason is missing', () => {
    const said = run(chunks(openRouter))(jsonOf([delta({ content: 'Hi' })]))
    expect(said.map(bare)).toMatchObject([{ right: { _tag: 'Chunk' } }])
  })

  it('gives failures for errors and for what is no chunk, and goes on', () => {
    const said = run(chunks(openRouter))([
      { choices: 7 },
      null,
      { error: { message: 'm' } },
      ...jsonOf([delta({ content: 'Hi' }), finish('stop')])
    ])
    expect(said.map(bare)).toMatchObject([
      { left: 'DecodeFailure' },
      { left: 'DecodeFailure' },
      { left: 'ProviderFailure' },
      { right: { _tag: 'Chunk' } },
      { right: { _tag: 'Chunk' } }
    ])
  })
})
