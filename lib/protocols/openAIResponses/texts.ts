/**
 * The events that carry a text: a fragment of it, or the whole.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @since 0.1.0
 */
import type { PieceKind } from './state.ts'

/** @internal */
export interface TextEvent {
  readonly type: string
  readonly kind: PieceKind
  /** The field of the whole text in the event that ends it. */
  readonly whole: 'text' | 'refusal' | 'arguments' | 'input' | 'code'
  readonly isDelta: boolean
}

const texts: ReadonlyArray<readonly [string, PieceKind, TextEvent['whole']]> = [
  ['output_text', 'text', 'text'],
  ['function_call_arguments', 'arguments', 'arguments'],
  ['reasoning_summary_text', 'summary', 'text'],
  ['reasoning_text', 'reasoning', 'text'],
  // The older names of OpenAI's events.
  ['reasoning_summary', 'summary', 'text'],
  ['reasoning', 'reasoning', 'text'],
  ['refusal', 'refusal', 'refusal'],
  ['custom_tool_call_input', 'arguments', 'input'],
  ['mcp_call_arguments', 'arguments', 'arguments'],
  ['code_interpreter_call_code', 'arguments', 'code']
]

// A list with the most frequent first: a map would hash the name of each event.
const events: ReadonlyArray<TextEvent> = [
  ...texts.map(([name, kind, whole]) => ({ type: `response.${name}.delta`, kind, whole, isDelta: true })),
  ...texts.map(([name, kind, whole]) => ({ type: `response.${name}.done`, kind, whole, isDelta: false }))
]

/**
 * The text event of this type; undefined for other events.
 *
 * @internal
 */
export const textIn = (type: unknown): TextEvent | undefined => events.find((event) => event.type === type)
