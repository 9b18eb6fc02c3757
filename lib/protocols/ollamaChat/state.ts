/**
 * What the Ollama machine remembers between chunks: which parts and calls are there. It holds no text of the answer.
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'

/**
 * The state of the Ollama machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaState {
  /** Whether the model is known. */
  readonly model: boolean
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** What the last fragment belonged to. */
  readonly open: 'nothing' | 'text' | 'reasoning' | 'call' | 'other'
  /** Its key; -1 = nothing yet. */
  readonly openKey: number
  /** Keys of the calls. */
  readonly calls: ReadonlyArray<number>
  readonly finish: FinishReason | ''
  readonly done: boolean
}

/** @internal */
export const initialOllama: OllamaState = {
  model: false,
  parts: 0,
  open: 'nothing',
  openKey: -1,
  calls: [],
  finish: '',
  done: false
}

/**
 * The state after one more part, which the next fragment may continue if it is of the same kind.
 *
 * @internal
 */
export const withPart = (state: OllamaState, open: OllamaState['open']): OllamaState => ({
  ...state,
  parts: state.parts + 1,
  open,
  openKey: state.parts
})
