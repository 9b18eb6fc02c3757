import type { Outcome } from '../data/MessageState.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { andThen, ignoreOutput } from '../machine/Machine.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { collectedOf, collectMessageMachine } from './collectMessageMachine.ts'
import type { BodyOptions } from './readChunksMachine.ts'
import { readChunksMachine } from './readChunksMachine.ts'

/**
 * The outcome of a whole body: of a stream, of one JSON body, of an error body. It never throws for data: the errors of the body
 * are in `failures`.
 *
 * @example
 * import { foldBody, openRouter, messageText } from 'deltafold/core'
 *
 * const body = 'data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const outcome = foldBody(openRouter, body)
 * assert.deepStrictEqual(outcome._tag, 'Complete')
 * assert.deepStrictEqual(messageText(outcome.message), 'Hi')
 *
 * const refused = foldBody(openRouter, '{"error":{"message":"slow down","code":429}}', { status: 429 })
 * assert.deepStrictEqual(refused._tag, 'Failed')
 *
 * @category folds
 * @since 0.1.0
 */
export const foldBody = (provider: AnyProvider, body: Piece, options?: BodyOptions): Outcome => {
  const machine = andThen(collectMessageMachine)(readChunksMachine(provider, options))
  const { second } = machine.end(machine.step(machine.initial, body, ignoreOutput), ignoreOutput)
  return collectedOf(second)
}
