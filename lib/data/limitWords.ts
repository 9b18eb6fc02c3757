/**
 * What is said of a limit that was passed.
 *
 * @since 0.1.0
 */

/** @internal */
export const limitWords = {
  events: (limit: number) => `more than ${limit} events`,
  failures: (limit: number) => `more than ${limit} failures of single events`,
  arguments: (limit: number) => `a tool call has more than ${limit} characters of arguments`,
  message: (limit: number) => `the message has more than ${limit} characters`,
  parts: (limit: number) => `a choice has more than ${limit} parts`,
  calls: (limit: number) => `a choice has more than ${limit} tool calls`,
  choices: (limit: number) => `the message has more than ${limit} choices`
}
