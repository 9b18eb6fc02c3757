/**
 * ```ts
 * interface Provider<W, R, S> { name, source, framing, terminal, chunk: t.Type<W>, response: t.Type<R>, machine: Machine<S, W, Delta>, … }
 * ```
 *
 * Who sends a stream, as a value: how its bytes are framed, what its events look like (`W`), what the same answer looks
 * like as one JSON body (`R`), and the pure machine that turns events into deltas, with its state `S` in the open.
 *
 * Laws: those of `Machine` for `machine`; a response and its stream give equal Messages.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import type { Delta } from '../data/Delta.ts'
import type { ProviderFailure } from '../data/Failure.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import type { Held } from './protocols/sizes.ts'

/**
 * What tells that a stream is whole:
 *
 * - `sentinel`: an event whose data is `[DONE]`; a body that ends without it was cut.
 * - `finish`: a finish reason for each choice and a clean end of the body (or `[DONE]`).
 *
 * @category model
 * @since 0.1.0
 */
export type TerminalKind = 'sentinel' | 'finish'

/**
 * What a provider says of an error: a `ProviderFailure` but for its place.
 *
 * @category model
 * @since 0.1.0
 */
export type ProviderError = Omit<ProviderFailure, '_tag' | 'atByte' | 'atEvent'>

/**
 * @category model
 * @since 0.1.0
 */
export interface Provider<W, R, S> {
  /** The name under which the command line and saved states know it. */
  readonly name: string
  /** The page that describes its wire format. */
  readonly source: string
  readonly framing: 'sse'
  readonly terminal: TerminalKind
  /** One event of a stream. */
  readonly chunk: t.Type<W, unknown>
  /** The whole answer as one JSON body. */
  readonly response: t.Type<R, unknown>
  /** What the events mean; its end is the provider's terminal. */
  readonly machine: Machine<S, W, Delta>
  /** What the machine keeps back until it knows what it is; it counts for the limits. */
  readonly held: (state: S) => Held
  /** Whether every choice has a finish reason. */
  readonly finished: (state: S) => boolean
  /** What a JSON body means; gives the state from which the machine's end closes it. */
  readonly answer: (response: R, emit: Emit<Delta>) => S
  /** The error that a JSON value reports, if it reports one. It is asked before the codec. */
  readonly error: (json: unknown) => ProviderError | undefined
}
