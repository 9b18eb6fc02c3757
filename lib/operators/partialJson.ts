import type { either as E } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'

import type { PartialJson } from '../machine/json/PartialJson.ts'
import type { JsonOptions, NotJson } from '../machine/json/partialJsonMachine.ts'
import { partialJsonMachine } from '../machine/json/partialJsonMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the value of a JSON text that arrives in pieces, after each piece that changes it. `partialJsonMachine` has its laws.
 *
 * - Input → output: pieces of a JSON text → the value so far; a Left if the text is not JSON.
 * - Held in memory: the text and the value.
 * - Fails: as the source does.
 * - Completes: with the source, or after a Left.
 *
 * @example
 * import { from } from 'rxjs'
 * import { partialJson } from 'deltafold'
 *
 * const seen: Array<unknown> = []
 * from(['{"a":"x', 'y","b":[1', ',2]}'])
 *   .pipe(partialJson())
 *   .subscribe((result) => seen.push(result._tag === 'Right' ? result.right.value : result.left.message))
 * assert.deepStrictEqual(seen, [{ a: 'x' }, { a: 'xy', b: [] }, { a: 'xy', b: [1, 2] }])
 *
 * @category operators
 * @since 0.1.0
 */
export const partialJson = (options?: JsonOptions): OperatorFunction<string, E.Either<NotJson, PartialJson>> =>
  fromMachine(() => partialJsonMachine(options))
