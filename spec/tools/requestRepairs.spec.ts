import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { requestRepairs } from '../../lib/tools/requestRepairs.ts'
import { call, calls, delta, stream } from '../fixtures/chat.ts'
import { withProvider } from '../fixtures/providers.ts'

const messageWith = (...args: ReadonlyArray<string>) =>
  foldBody(
    openAICompatible,
    stream(delta({ content: 'a' }), ...args.map((one, i) => calls(call(i, `c${i}`, 'f', one))))
  ).message

describe('requestRepairs', () => {
  const message = messageWith('{"a":[{"n":12345678901234567890}]}', '{"n":9007199254740991,"x":0.5}', '', '{bad')

  it.each(['anthropic', 'bedrock-converse', 'google', 'ollama'])(
    '%s: names the calls whose integers are rounded',
    (name) => {
      withProvider(name, (provider) => {
        expect(requestRepairs(provider)(message)).toEqual([{ _tag: 'DigitsLost', choice: 0, key: 1 }])
      })
    }
  )

  it.each(['openai', 'openai-responses', 'cohere'])('%s: takes arguments as text, which loses nothing', (name) => {
    withProvider(name, (provider) => {
      expect(requestRepairs(provider)(message)).toEqual([])
    })
  })

  it.each([
    ['a number that goes back as text', '12345678901234567890'],
    ['a text that is too deep', `{"n":12345678901234567890,"a":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['a text in which a number stands', '{"n":"12345678901234567890"}']
  ])('says nothing of %s', (_title, args) => {
    withProvider('anthropic', (provider) => {
      expect(requestRepairs(provider)(messageWith(args))).toEqual([])
    })
  })

  it('says nothing of a message without choices', () => {
    expect(requestRepairs(openAICompatible)({ choices: [] })).toEqual([])
  })
})
