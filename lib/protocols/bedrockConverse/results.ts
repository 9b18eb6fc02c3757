/**
 * Results of tools that Bedrock ran, which arrive in fragments. A `ServerToolResultDelta` holds the whole result, so
 * one is emitted only when the result has doubled and when its block ends: the work is linear in the result, however it
 * is cut.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockDelta.html
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import { append } from '../../data/rope.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { replaceBlock } from '../blocks.ts'
import type { BlockState, ConverseState, ResultState } from './state.ts'

/**
 * Emits a result as received so far.
 *
 * @internal
 */
export const emitResult = (key: number, raw: Extra, emit: Emit<Delta>): void => {
  const kind = textOf(raw['type'])
  emit({ _tag: 'ServerToolResultDelta', choice: 0, key, kind, id: textOf(raw['toolUseId']), raw })
}

const emitted = (key: number, { start, content }: ResultState, emit: Emit<Delta>): ResultState => {
  emitResult(key, { ...start, content: parseJson(`[${content}]`) }, emit)
  return { start, content, emitted: content.length }
}

/**
 * The state after more of a result.
 *
 * @internal
 */
export const withResultContent = (
  state: ConverseState,
  block: BlockState,
  more: ReadonlyArray<unknown>,
  emit: Emit<Delta>
): ConverseState => {
  const { result, key } = block
  if (result === null || more.length === 0) return state
  const text = more.map((one) => JSON.stringify(plain(one))).join(',')
  const content = append(result.content, result.content === '' ? text : `,${text}`)
  const grown = { ...result, content }
  const isDoubled = content.length >= 2 * result.emitted
  return replaceBlock(state, { ...block, result: isDoubled ? emitted(key, grown, emit) : grown })
}

/**
 * The state after the results at an index were emitted as received so far; without an index, all results.
 *
 * @internal
 */
export const flushResults = (state: ConverseState, index: number, emit: Emit<Delta>): ConverseState =>
  state.blocks.reduce<ConverseState>((next, block) => {
    const { result } = block
    if (result === null || result.emitted === result.content.length || (index !== -1 && block.index !== index))
      return next
    const known = { ...block, result: emitted(block.key, result, emit) }
    return { ...next, blocks: next.blocks.map((other) => (other.key === block.key ? known : other)) }
  }, state)
