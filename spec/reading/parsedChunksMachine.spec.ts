import { either as E } from 'fp-ts'

import { sseEventsMachine } from '../../lib/machine/framing/sseEvents.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { parsedChunksMachine } from '../../lib/reading/parsedChunksMachine.ts'
import { delta, finish } from '../fixtures/chat.ts'
import { events } from '../fixtures/results.ts'

const whole = events.filter((event) => event.startsWith('data: {"'))
const framesOf = (texts: ReadonlyArray<string>) => runMachine(sseEventsMachine())([texts.join('')])
const jsonOf = (texts: ReadonlyArray<string>): ReadonlyArray<unknown> =>
  texts.map((text) => JSON.parse(text.slice('data: '.length)) as unknown)

const bare = E.bimap(
  ({ _tag }: { readonly _tag: string }) => _tag,
  ({ _tag, deltas }: { readonly _tag: string; readonly deltas: unknown }) => ({ _tag, deltas })
)

describe('chunks', () => {
  it('law: of parsed events = of their frames, with the terminal that the SDK hid', () => {
    const fromJson = runMachine(parsedChunksMachine(openRouter))(jsonOf(whole)).map(bare)
    const fromFrames = runMachine(decodeChunkMachine(openRouter))([
      ...framesOf(whole),
      ...framesOf(['data: [DONE]\n\n'])
    ]).map(bare)
    expect(fromJson).toEqual(fromFrames)
    expect(fromJson.at(-1)).toMatchObject({ right: { _tag: 'TerminalChunk' } })
  })

  it('has no terminal where the finish reason is missing', () => {
    const said = runMachine(parsedChunksMachine(openRouter))(jsonOf([delta({ content: 'Hi' })]))
    expect(said.map(bare)).toMatchObject([{ right: { _tag: 'StreamChunk' } }, { left: 'EndedEarly' }])
  })

  it('gives failures for errors and for what is no chunk, and goes on', () => {
    const said = runMachine(parsedChunksMachine(openRouter))([
      { choices: 7 },
      null,
      { error: { message: 'm' } },
      ...jsonOf([delta({ content: 'Hi' }), finish('stop')])
    ])
    expect(said.map(bare)).toMatchObject([
      { left: 'DecodeFailure' },
      { left: 'DecodeFailure' },
      { left: 'ProviderFailure' },
      { right: { _tag: 'StreamChunk' } },
      { right: { _tag: 'StreamChunk' } }
    ])
  })
})
