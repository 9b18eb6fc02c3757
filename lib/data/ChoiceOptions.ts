/**
 * Selects one of a response's choices.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChoiceOptions {
  /** Index of the choice. Default 0. */
  readonly choice?: number
}
