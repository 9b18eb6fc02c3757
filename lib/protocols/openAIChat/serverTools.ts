/**
 * Tools that Groq runs itself. An entry is sent with its arguments and again with its output, or once with both; it is
 * identified by its index.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools, https://console.groq.com/docs/compound
 *
 * @since 0.1.0
 */
import { field, manyOf, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { withPart } from '../row.ts'
import { toIndex } from '../toIndex.ts'
import type { ChoiceState, Executed } from './state.ts'

const results: ReadonlyArray<string> = ['output', 'search_results', 'code_results', 'browser_results']

const isAnswer = (entry: unknown): boolean =>
  results.some((name) => {
    const value = field(entry, name)
    return value !== undefined && value !== null && value !== ''
  })

const withExecuted = (choice: ChoiceState, one: Executed): ChoiceState => {
  const executed = [...choice.beside.executed.filter(({ index }) => index !== one.index), one]
  return { ...choice, beside: { ...choice.beside, executed } }
}

const withEntry = (choice: ChoiceState, entry: unknown, position: number, emit: Emit<Delta>): ChoiceState => {
  if (typeof entry !== 'object' || entry === null) return choice
  const said = toIndex(field(entry, 'index'))
  const index = said === -1 ? position : said
  const known = choice.beside.executed.find((one) => one.index === index)
  const kind = textOf(field(entry, 'type'))
  let next = choice
  if (known === undefined) {
    emit({
      _tag: 'ServerToolCallDelta',
      choice: choice.index,
      key: next.parts,
      kind,
      id: '',
      name: textOf(field(entry, 'name')),
      arguments: argumentsOf(field(entry, 'arguments'))
    })
    next = withExecuted(withPart(next, 'other'), { index, answered: false })
  }
  if (known?.answered === true || !isAnswer(entry)) return next
  emit({ _tag: 'ServerToolResultDelta', choice: choice.index, key: next.parts, kind, id: '', raw: entry })
  return withExecuted(withPart(next, 'other'), { index, answered: true })
}

/**
 * The choice after a list of tools that were run.
 *
 * @internal
 */
export const withExecutedTools = (choice: ChoiceState, tools: unknown, emit: Emit<Delta>): ChoiceState =>
  manyOf(tools).reduce<ChoiceState>((next, entry, i) => withEntry(next, entry, i, emit), choice)

/**
 * The choice after a delta of the role `tool`: the result of a tool that the provider ran, which is not text of the
 * answer.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @internal
 */
export const withToolMessage = (choice: ChoiceState, message: object, emit: Emit<Delta>): ChoiceState => {
  const id = textOf(field(message, 'tool_call_id'))
  emit({ _tag: 'ServerToolResultDelta', choice: choice.index, key: choice.parts, kind: 'tool', id, raw: message })
  return withPart(choice, 'other')
}
