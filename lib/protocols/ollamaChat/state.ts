/**
 * The state of the Ollama machine between chunks: the keys of parts and calls. It holds no text of the answer.
 *
 * @since 0.1.0
 */
import type { NamedCall, Row } from '../row.ts'
import { emptyRow } from '../row.ts'

/**
 * The state of the Ollama machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaState extends Row<NamedCall> {
  /** The model that was emitted last; `""` = none yet. */
  readonly model: string
  readonly done: boolean
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
}

/** @internal */
export const initialOllama: OllamaState = { ...emptyRow, model: '', done: false, ignored: [] }
