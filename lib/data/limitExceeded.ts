/**
 * The failure for each limit that was exceeded, with its message.
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

/**
 * The failure for the limit that every framing has. A program that only parses does not bundle the other messages.
 *
 * @internal
 */
export const tooManyEvents = (limit: number, at: Position): LimitExceeded =>
  exceeded('events', `more than ${limit} events`, limit, at)

const messages: { readonly [Of in LimitExceeded['of']]: string } = {
  events: '# events',
  failures: '# failures of single events',
  arguments: 'a tool call has # characters of arguments',
  message: 'the message has # characters',
  parts: 'a choice has # parts',
  calls: 'a choice has # tool calls',
  choices: 'the message has # choices'
}

/** @internal */
export const limitExceeded = (of: LimitExceeded['of'], limit: number, at: Position): LimitExceeded =>
  exceeded(of, messages[of].replace('#', `more than ${limit}`), limit, at)
