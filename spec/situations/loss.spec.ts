import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { lossFaults } from '../laws/loss.ts'

describe('a stream that lost an event', () => {
  it.each(answers)(
    'law: $provider: has no closed call that lost a part, and does not punish later ones',
    ({ provider, stream }) => {
      withProvider(provider, (one) => {
        const { streams, faults } = lossFaults(one, one.framing.name, stream, {
          isNumbered: one.protocol.name === 'openai-responses'
        })
        expect(faults).toEqual([])
        expect(streams).toBeGreaterThan(5)
      })
    }
  )
})
