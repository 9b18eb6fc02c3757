/**
 * ```ts
 * type Result<A> = Either<Failure, A>
 * ```
 *
 * What flows through the operators. A Right is worked on; a Left passes on in its place.
 *
 * @since 0.1.0
 */
import type { either } from 'fp-ts'

import type { Failure } from './Failure.ts'

/**
 * @category model
 * @since 0.1.0
 */
export type Result<A> = either.Either<Failure, A>
