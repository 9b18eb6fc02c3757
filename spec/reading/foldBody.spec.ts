import { messageText } from '../../lib/data/Message.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'

const body = delta({ content: 'Hé' }) + finish('stop') + DONE

describe('foldBody', () => {
  it.each([
    ['a whole stream', body],
    ['a cut stream', delta({ content: 'Hé' })],
    ['nothing', ''],
    ['a page', '<html>']
  ])('law: is the last state of foldMachine, of %s', (_, one) => {
    expect(foldBody(openRouter, one)).toEqual(runMachine(foldMachine(openRouter))([one]).at(-1))
  })

  it('takes bytes and strings, and a Buffer', () => {
    for (const one of [body, new TextEncoder().encode(body), Buffer.from(body)]) {
      expect(messageText(foldBody(openRouter, one).message)).toBe('Hé')
    }
  })

  it.each([
    ['null', null, 'Null'],
    ['nothing', undefined, 'Undefined'],
    ['a Response', new Response(body), 'Response'],
    ['a promise', Promise.resolve(body), 'Promise'],
    ['an ArrayBuffer', new ArrayBuffer(8), 'ArrayBuffer'],
    ['a DataView', new DataView(new ArrayBuffer(8)), 'DataView'],
    ['a Uint16Array', new Uint16Array(8), 'Uint16Array'],
    ['a list of bytes', [100, 97], 'Array'],
    ['parsed JSON', { choices: [] }, 'Object']
  ])('is a TypeError that names the type for %s, in every framing', (_, given, name) => {
    const mistake = new TypeError(`a piece of a body must be a string or a Uint8Array, not ${name}`)
    for (const fold of [
      () => foldBody(openRouter, given as never),
      () => foldBody(ollama, given as never),
      () => foldBody(bedrockConverse, given as never),
      () => foldBody(openRouter, given as never, { status: 500 })
    ]) {
      expect(fold).toThrow(mistake)
    }
  })
})
