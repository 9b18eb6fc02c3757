/**
 * The way back: how a protocol writes an answer and the results of its calls into the next request.
 *
 * @since 0.1.0
 */
import { isCutShort } from '../data/FinishReason.ts'
import type { Choice } from '../data/Message.ts'
import type { Part, ServerToolCall, UnrecognisedPart } from '../data/Part.ts'
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

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// A value that JSON does not have must not throw.
const jsonText = (value: unknown): string => {
  try {
    return JSON.stringify(value ?? null)
  } catch {
    return 'null'
  }
}

/**
 * A piece of an output as text; media have none.
 *
 * @internal
 */
export const textOfOutput = (part: OutputPart): string | undefined => {
  switch (part._tag) {
    case 'Text':
      return part.text
    case 'Json':
      return jsonText(part.value)
    case 'Image':
    case 'File':
      return undefined
  }
}

/**
 * The text of an output: its texts and the text of its JSON, a line each. Media are left out.
 *
 * @internal
 */
export const outputText = ({ content }: Output): string =>
  content.flatMap((part) => textOfOutput(part) ?? []).join('\n')

/** @internal */
export const isMedia = (part: OutputPart): part is OutputMedia => part._tag === 'Image' || part._tag === 'File'

/**
 * The pieces of an output as blocks, without the media that are not taken.
 *
 * @internal
 */
export const outputBlocks = (
  { content }: Output,
  toText: (text: string) => Json,
  toMedia: (media: OutputMedia) => Json | undefined
): ReadonlyArray<Json> =>
  content.flatMap((part) => {
    const block = isMedia(part) ? toMedia(part) : toText(textOfOutput(part) ?? '')
    return block === undefined ? [] : [block]
  })

/**
 * The media of a protocol whose results are text.
 *
 * @internal
 */
export const noMedia = (): undefined => undefined

/**
 * The parts of a protocol where citations go back inside their texts: a citation is sent where its text is.
 *
 * @internal
 */
export const sentWithCitations = (
  parts: ReadonlyArray<Part>,
  isSent: (part: Part, at: number) => boolean
): ReadonlyArray<Part> => {
  const sent = parts.map(isSent)
  const texts = new Set(parts.flatMap(({ _tag, key }, i) => (_tag === 'Text' && sent[i] === true ? [key] : [])))
  return parts.filter((part, i) =>
    part._tag === 'Citation' ? part.of !== undefined && texts.has(part.of) : sent[i] === true
  )
}

/**
 * The citations of texts, unchanged, by the keys of these.
 *
 * @internal
 */
export const citationsOf = (parts: ReadonlyArray<Part>): ReadonlyMap<number, ReadonlyArray<unknown>> => {
  const all = new Map<number, unknown[]>()
  for (const part of parts) {
    if (part._tag !== 'Citation' || part.of === undefined) continue
    const known = all.get(part.of)
    if (known === undefined) all.set(part.of, [part.raw])
    else known.push(part.raw)
  }
  return all
}

/**
 * Tells of a call that the provider runs whether it has its result, or may still get one: that of an answer that was cut gets
 * none, and a provider refuses a call without its result.
 *
 * @internal
 */
export const hasResult = ({ parts, finishReason }: Choice): ((call: ServerToolCall) => boolean) => {
  if (finishReason !== undefined && !isCutShort(finishReason)) return () => true
  const ids = new Set(parts.flatMap((part) => (part._tag === 'ServerToolResult' ? [part.id] : [])))
  return ({ id }) => ids.has(id)
}
