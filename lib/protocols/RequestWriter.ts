/**
 * The writer of a protocol's next request, with an answer and the results of its calls.
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
 * The output of a tool in one form: a text is a list with one part.
 *
 * @internal
 */
export interface Output {
  readonly content: ReadonlyArray<OutputPart>
  readonly isError: boolean
}

/**
 * The answer to a call: its output, or the wire's item that answers a call other than of a function.
 *
 * @internal
 */
export type Answer =
  { readonly call: ClosedToolCall; readonly output: Output } | { readonly call: UnrecognisedPart; readonly item: Json }

/**
 * Writes the next request of a protocol, with the types of an answer (`A`), the result of a call (`T`) and an item of the
 * conversation (`I`).
 *
 * Law: a part that `sent` returns changes `assistantMessage`, and no other part does.
 *
 * @internal
 */
export interface RequestWriter<A, T, I> {
  /** The parts that the next request takes, of those that are kept; in their order. */
  readonly sent: (choice: Choice, isKept: (part: Part) => boolean) => ReadonlyArray<Part>
  /** Takes parts that `sent` returned, without calls that are open or truncated. */
  readonly assistantMessage: (parts: ReadonlyArray<Part>) => A
  readonly toolResult: (call: ClosedToolCall, output: Output) => T
  /** A medium in the result of a call; `undefined` = the protocol does not take it. */
  readonly toMedia: (media: OutputMedia) => Json | undefined
  /** The items to append: parts that `sent` returned, and the answers to the calls among them in their order. */
  readonly nextTurn: (parts: ReadonlyArray<Part>, answers: ReadonlyArray<Answer>) => ReadonlyArray<I>
  /** Whether an answer may end with reasoning. */
  readonly endsInReasoning: boolean
  /** Whether a part that is not a tool call waits for an answer of the client. Default: none does. */
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
 * The items of a protocol in which each result is a separate message.
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
 * The items of a protocol in which all results are in one message.
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
