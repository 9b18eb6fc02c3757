import { readCassettes } from '../../examples/replay/cassettes.ts'
import { answers } from '../fixtures/answers.ts'
import { withProvider } from '../fixtures/providers.ts'
import { terminalOf, truncations, wholeLengths } from '../laws/truncation.ts'

/** Where the line ends that holds the whole JSON of a body. */
const endOfJson = (body: Uint8Array): number => body.lastIndexOf('}'.charCodeAt(0)) + 1

describe('a stream that is cut at any byte', () => {
  it.each(answers)(
    'law: $provider: is not whole, and says nothing that the whole one does not',
    ({ provider, stream: body }) => {
      withProvider(provider, (one) => {
        const wholeAt = terminalOf(one, body)
        const { prefixes, complete, faults } = truncations(one, body, wholeAt)
        expect(faults).toEqual([])
        expect(prefixes).toBe(body.length + 1)
        expect(complete).toEqual(wholeLengths(one, body, wholeAt))
      })
    }
  )
})

describe('an answer of a cassette that is cut at any byte', () => {
  const answers = readCassettes().flatMap(({ name, interactions }) =>
    interactions
      .filter(({ answer: { status } }) => status === 200)
      .map(({ answer }, i) => [`${name}, ${i}`, name.startsWith('groq') ? 'groq' : 'openrouter', answer] as const)
  )

  it.each(answers)('law: %s', (_, provider, { body, status, contentType }) => {
    const isStream = contentType.includes('event-stream')
    withProvider(provider, (one) => {
      const wholeAt = isStream ? terminalOf(one, body) : endOfJson(body)
      const { prefixes, complete, faults } = truncations(one, body, wholeAt, { status, contentType })
      expect(faults).toEqual([])
      expect(prefixes).toBe(body.length + 1)
      expect(complete).toEqual(wholeLengths(one, body, wholeAt))
    })
  })
})
