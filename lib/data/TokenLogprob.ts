/**
 * A token that a model considered.
 *
 * @category model
 * @since 0.1.0
 */
export interface Alternative {
  /** Its text; `""` if the provider sends only its id, or one text for several tokens. */
  readonly token: string
  /** The natural logarithm of its probability. */
  readonly logprob: number
  /** The provider's number of the token. */
  readonly id?: number
  /** Its UTF-8 bytes, if the provider sends them: a character may consist of several tokens. */
  readonly bytes?: ReadonlyArray<number>
}

/**
 * The log probability of a token of the answer. No Message holds it, because there are as many as there are tokens.
 *
 * @category model
 * @since 0.1.0
 */
export interface TokenLogprob extends Alternative {
  /** Index of the choice. */
  readonly choice: number
  /** Whether the token belongs to a refusal instead of the text. */
  readonly refusal: boolean
  /** The most likely tokens at this place, if the request asked for them. */
  readonly top: ReadonlyArray<Alternative>
}
