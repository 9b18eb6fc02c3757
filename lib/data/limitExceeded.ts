/**
 * What is said of a limit that was passed.
 *
 * @since 0.1.0
 */
import type { LimitExceeded, Position } from './Failure.ts'
import { fault } from './Failure.ts'

const exceeded = (of: LimitExceeded['of'], message: string, limit: number, at: Position): LimitExceeded => ({
  ...fault('LimitExceeded', message, at),
  of,
  limit
})

const moreEvents = (limit: number): string => `more than ${limit} events`

/**
 * The limit that every framing has. A program that only parses carries no word of the others.
 *
 * @internal
 */
export const tooManyEvents = (limit: number, at: Position): LimitExceeded =>
  exceeded('events', moreEvents(limit), limit, at)

const words: Readonly<Record<LimitExceeded['of'], (limit: number) => string>> = {
  events: moreEvents,
  failures: (limit) => `more than ${limit} failures of single events`,
  arguments: (limit) => `a tool call has more than ${limit} characters of arguments`,
  message: (limit) => `the message has more than ${limit} characters`,
  parts: (limit) => `a choice has more than ${limit} parts`,
  calls: (limit) => `a choice has more than ${limit} tool calls`,
  choices: (limit) => `the message has more than ${limit} choices`
}

/** @internal */
export const limitExceeded = (of: LimitExceeded['of'], limit: number, at: Position): LimitExceeded =>
  exceeded(of, words[of](limit), limit, at)
