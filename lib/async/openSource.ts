/**
 * An asynchronous source that is opened when it is first asked, and can be left at any time.
 *
 * @internal
 */
export interface OpenSource<A> {
  readonly next: () => Promise<IteratorResult<A, unknown>>
  /** Ends the source, once, and never fails: what was received is not less for it. */
  readonly leave: () => Promise<void>
}

/** @internal */
export const isAsyncIterable = (u: unknown): u is AsyncIterable<never> =>
  typeof (u as { readonly [Symbol.asyncIterator]?: unknown } | null | undefined)?.[Symbol.asyncIterator] === 'function' // everything else has properties

/**
 * Makes it. The iterator of a Node stream waits for a pending read before it lets go, so the stream itself is destroyed.
 *
 * @internal
 */
export const openSource = <A>(source: AsyncIterable<A> & { readonly destroy?: () => unknown }): OpenSource<A> => {
  let values: AsyncIterator<A, unknown> | undefined
  let isLeft = false
  const opened = (): AsyncIterator<A, unknown> => (values ??= source[Symbol.asyncIterator]())
  return {
    next: async () => opened().next(),
    leave: async () => {
      if (isLeft) return
      isLeft = true
      try {
        source.destroy?.()
        await opened().return?.()
      } catch {
        // It is left all the same.
      }
    }
  }
}
