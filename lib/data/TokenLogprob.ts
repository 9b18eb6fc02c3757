/**
 * A token that a model considered.
 *
 * @category model
 * @since 0.1.0
 */
export interface Alternative {
  /** Its text; `""` where the provider names only its id, or gives one text for several tokens. */
  readonly token: string
  /** The natural logarithm of its probability. */
  readonly logprob: number
  /** The provider's number of the token. */
  readonly id?: number
  /** Its UTF-8 bytes, where the provider sends them: a character may be of several tokens. */
  readonly bytes?: ReadonlyArray<number>
}

/**
 * The log probability of a token of the answer. It is of no Message: there are as many as there are tokens.
 *
 * @category model
 * @since 0.1.0
 */
export interface TokenLogprob extends Alternative {
  /** Index of the choice. */
  readonly choice: number
  /** Whether the token is of a refusal instead of the text. */
  readonly refusal: boolean
  /** The most likely tokens at this place, where the request asked for them. */
  readonly top: ReadonlyArray<Alternative>
}
