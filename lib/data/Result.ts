/**
 * ```ts
 * type Result<A> = Either<Failure, A>
 * ```
 *
 * The values of every pipeline: operators transform Rights and forward Lefts unchanged, in order.
 *
 * @since 0.1.0
 */
import type { either } from 'fp-ts'

import type { Failure } from './Failure.ts'

/**
 * A value or a failure. Operators transform Rights and forward Lefts unchanged, in order.
 *
 * @category model
 * @since 0.1.0
 */
export type Result<A> = either.Either<Failure, A>

// The same as those of fp-ts, written again: to use one of them, a bundler keeps the whole module, which is nearly as large
// as the parser of server-sent events. The values are the same, so all of fp-ts works on them.

/** @internal */
export const left = <E>(left: E): either.Either<E, never> => ({ _tag: 'Left', left })

/** @internal */
export const right = <A>(right: A): either.Either<never, A> => ({ _tag: 'Right', right })

/** @internal */
export const isLeft = <E>(ma: either.Either<E, unknown>): ma is either.Left<E> => ma._tag === 'Left'

/** @internal */
export const isRight = <A>(ma: either.Either<unknown, A>): ma is either.Right<A> => ma._tag === 'Right'
