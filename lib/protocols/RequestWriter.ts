/**
 * The way back: how a protocol writes an answer and the results of its calls into the next request.
 *
 * @since 0.1.0
 */
import type { Choice } from '../data/Message.ts'
import type { Part, UnrecognisedPart } from '../data/Part.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { OutputMedia, OutputPart } from '../data/ToolOutput.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * The output of a tool in one form: a text is a list of one.
 *
 * @internal
 */
export interface Output {
  readonly content: ReadonlyArray<OutputPart>
  readonly isError: boolean
}

/**
 * The answer to a call: its output, or an item of the wire that the protocol has for a call of no function.
 *
 * @internal
 */
export type Answer =
  { readonly call: ClosedToolCall; readonly output: Output } | { readonly call: UnrecognisedPart; readonly item: Json }

/**
 * Writes the next request of a protocol: an answer is `A` there, the result of a call `T`, and an item of the conversation `I`.
 *
 * Law: a part that `sent` returns changes `assistantMessage`, and no other part does.
 *
 * @internal
 */
export interface RequestWriter<A, T, I> {
  /** The parts that the next request has a place for, of those that are kept; in their order. */
  readonly sent: (choice: Choice, isKept: (part: Part) => boolean) => ReadonlyArray<Part>
  /** Parts that `sent` returned; no call among them is open or truncated. */
  readonly assistantMessage: (parts: ReadonlyArray<Part>) => A
  readonly toolResult: (call: ClosedToolCall, output: Output) => T
  /** A medium in the result of a call; `undefined` = there is no place for it. */
  readonly toMedia: (media: OutputMedia) => Json | undefined
  /** The items to append: parts that `sent` returned, and the answers to the calls among them in their order. */
  readonly nextTurn: (parts: ReadonlyArray<Part>, answers: ReadonlyArray<Answer>) => ReadonlyArray<I>
  /** Whether an answer may end with reasoning. */
  readonly endsInReasoning: boolean
  /** Whether a part waits for an answer of the client though it is not a tool call. Default: none does. */
  readonly awaits?: (part: Part) => boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

type Writing<A, T> = Pick<RequestWriter<A, T, unknown>, 'assistantMessage' | 'toolResult'>

const written = <A, T>(
  { assistantMessage, toolResult }: Writing<A, T>,
  parts: ReadonlyArray<Part>,
  answers: ReadonlyArray<Answer>
): { readonly said: ReadonlyArray<A>; readonly results: ReadonlyArray<T> } => ({
  said: parts.length === 0 ? [] : [assistantMessage(parts)],
  results: answers.flatMap((answer) => ('output' in answer ? [toolResult(answer.call, answer.output)] : []))
})

/**
 * The items of a protocol where each result is a message of its own.
 *
 * @internal
 */
export const inMessages =
  <A, T>(writing: Writing<A, T>): RequestWriter<A, T, A | T>['nextTurn'] =>
  (parts, answers) => {
    const { said, results } = written(writing, parts, answers)
    return [...said, ...results]
  }

/**
 * The items of a protocol where all results are in one message.
 *
 * @internal
 */
export const inOneMessage =
  <A, T, M>(
    writing: Writing<A, T>,
    toMessage: (results: ReadonlyArray<T>) => M
  ): RequestWriter<A, T, A | M>['nextTurn'] =>
  (parts, answers) => {
    const { said, results } = written(writing, parts, answers)
    return [...said, ...(results.length === 0 ? [] : [toMessage(results)])]
  }
