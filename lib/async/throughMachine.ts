import { misuse } from '../codec/misuse.ts'
import type { Machine } from '../machine/Machine.ts'
import { isAsyncIterable } from './openSource.ts'

/**
 * The outputs of any machine over an asynchronous source, for `for await`: `fromMachine` without RxJS.
 *
 * - Input → output: the inputs of the machine → its outputs.
 * - Held in memory: the machine's state, and the outputs of one input that were not yet requested.
 * - Fails: as the source does; `end` is not called then. A value that is not an asynchronous iterable throws a `TypeError` at
 *   the first `next()`.
 * - Completes: with the source, or as soon as the machine is done. Then, and when the consumer stops, the source's `return()`
 *   is called.
 *
 * Law: the values = `runMachine(machine)(inputs)`.
 *
 * @example
 * import { messageEventsMachine, openRouter, readChunksAsync, throughMachine } from 'deltafold/core'
 *
 * async function* body() {
 *   yield await Promise.resolve('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 * }
 * const seen: Array<string> = []
 * const events = throughMachine(messageEventsMachine)(readChunksAsync(openRouter)(body()))
 * for await (const { _tag } of events) seen.push(_tag)
 * assert.deepStrictEqual(seen, ['MessageStart', 'TextStart', 'TextDelta', 'Finish', 'TextEnd', 'MessageEnd'])
 *
 * @category folds
 * @since 0.1.0
 */
export const throughMachine = <S, I, O>(machine: Machine<S, I, O>) =>
  async function* (source: AsyncIterable<I>): AsyncGenerator<O, void> {
    if (!isAsyncIterable(source)) misuse('a source of values must be an asynchronous iterable', source)
    let state = machine.initial
    let ready: O[] = []
    const emit = (output: O): void => {
      ready.push(output)
    }
    for await (const input of source) {
      state = machine.step(state, input, emit)
      const outputs = ready
      ready = []
      yield* outputs
      if (machine.done(state)) break
    }
    machine.end(state, emit)
    yield* ready
  }
