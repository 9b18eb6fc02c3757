/**
 * An asynchronous source that is opened by the first `next()` and can be closed at any time.
 *
 * @internal
 */
export interface OpenSource<A> {
  readonly next: () => Promise<IteratorResult<A, unknown>>
  /** Closes the source once. Never rejects: a failed close does not affect the values received. */
  readonly close: () => Promise<void>
}

/** @internal */
export const isAsyncIterable = (u: unknown): u is AsyncIterable<never> =>
  typeof (u as { readonly [Symbol.asyncIterator]?: unknown } | null | undefined)?.[Symbol.asyncIterator] === 'function' // any other value has properties

/**
 * Wraps an iterable. The iterator of a Node stream waits for a pending read before it closes, so the stream itself is
 * destroyed.
 *
 * @internal
 */
export const openSource = <A>(source: AsyncIterable<A> & { readonly destroy?: () => unknown }): OpenSource<A> => {
  let values: AsyncIterator<A, unknown> | undefined
  let isClosed = false
  const opened = (): AsyncIterator<A, unknown> => (values ??= source[Symbol.asyncIterator]())
  return {
    next: async () => opened().next(),
    close: async () => {
      if (isClosed) return
      isClosed = true
      try {
        source.destroy?.()
        await opened().return?.()
      } catch {
        // It counts as closed.
      }
    }
  }
}
