/**
 * A feature of an answer that a wire may be unable to express.
 *
 * - `choices`: all choices except for the one with index 0.
 * - `order`: the order of text, reasoning and calls; `text parts`: the borders between texts.
 * - `signatures`: proofs of reasoning; `encrypted parts`: opaque reasoning; `summaries`: their difference from reasoning.
 * - `refusals`: the difference between a refusal and text.
 * - `call ids`: ids of tool calls; `argument text`: arguments that are not a JSON object; `cut calls`: calls without an end.
 * - `server tools`: calls that the provider ran, and their results; `citations`; `files`; `unknown parts`; `extras`.
 * - `finish reason`: a reason that has no word.
 * - `usage cache`, `usage thoughts`: counts of the cache and of reasoning; `cost`; `response id`.
 *
 * @category model
 * @since 0.1.0
 */
export type Feature =
  | 'choices'
  | 'order'
  | 'text parts'
  | 'summaries'
  | 'signatures'
  | 'encrypted parts'
  | 'refusals'
  | 'call ids'
  | 'argument text'
  | 'cut calls'
  | 'server tools'
  | 'citations'
  | 'files'
  | 'unknown parts'
  | 'extras'
  | 'finish reason'
  | 'usage cache'
  | 'usage thoughts'
  | 'cost'
  | 'response id'

/**
 * A feature of the answer that the target did not receive. Each feature is reported once for an answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface Loss {
  readonly _tag: 'Loss'
  readonly feature: Feature
}

/**
 * The features beside text, reasoning and calls, which most wires do not express.
 *
 * @internal
 */
export const besideText = ['server tools', 'citations', 'files', 'unknown parts', 'extras'] as const
