/**
 * Sources of an answer. They come as `annotations` of a delta (OpenAI's web search, OpenRouter), as references among
 * the parts of the content (Mistral), or beside the choices, as `citations` and `search_results` (Perplexity, xAI),
 * which may be repeated with every chunk. Each is emitted once, and once more if its title arrives later than its URL.
 *
 * A source does not end the text before it. Sources beside the choices that arrive before any text are held, so that
 * they follow the text as in a JSON body.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search?api-mode=chat,
 * https://openrouter.ai/docs/features/web-search, https://docs.perplexity.ai/docs/sonar/pro-search/stream-mode,
 * https://docs.x.ai/docs/guides/live-search, https://docs.mistral.ai/capabilities/citations
 *
 * @since 0.1.0
 */
import { field, manyOf, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { CitationDelta, Delta } from '../../data/Delta.ts'
import { replaced } from '../../data/replaced.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withPart } from '../row.ts'
import { toIndex } from '../toIndex.ts'
import type { ChatState, ChoiceState, Cited } from './state.ts'
import { initialChoice } from './state.ts'
import { withUnknown } from './unknown.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface Source {
  readonly url: string
  readonly title: string
  readonly text: string
  /** -1 = not reported. */
  readonly start: number
  readonly end: number
  readonly raw: unknown
}

const isObject = (u: unknown): u is object => typeof u === 'object' && u !== null

// -------------------------------------------------------------------------------------
// one source
// -------------------------------------------------------------------------------------

const fromFields = (said: unknown, raw: unknown): Source => ({
  url: textOf(field(said, 'url')),
  title: textOf(field(said, 'title')),
  text: textOf(field(said, 'content') ?? field(said, 'snippet')),
  start: toIndex(field(said, 'start_index')),
  end: toIndex(field(said, 'end_index')),
  raw
})

const idOf = ({ url, raw }: Source): string => (url === '' ? JSON.stringify(raw) : url)

const citation = (choice: number, key: number, of: number, source: Source): CitationDelta => {
  const { url, title, text, start, end, raw } = source
  return {
    _tag: 'CitationDelta',
    choice,
    key,
    ...(of === -1 ? {} : { of }),
    ...(url === '' ? {} : { url }),
    ...(title === '' ? {} : { title }),
    ...(text === '' ? {} : { text }),
    ...(start === -1 ? {} : { start }),
    ...(end === -1 ? {} : { end }),
    raw
  }
}

const withSource = (choice: ChoiceState, source: Source, emit: Emit<Delta>): ChoiceState => {
  const { title, start, end } = source
  const { cited } = choice.beside
  const id = idOf(source)
  const known = cited.find((one) => one.id === id && one.start === start && one.end === end)
  if (known !== undefined && (known.titled || title === '')) return choice
  const key = known?.key ?? choice.parts
  emit(citation(choice.index, key, choice.text, source))
  const one: Cited = { key, id, start, end, titled: title !== '' }
  const beside = { ...choice.beside, cited: [...cited.filter((other) => other !== known), one] }
  return { ...choice, parts: known === undefined ? key + 1 : choice.parts, beside }
}

// -------------------------------------------------------------------------------------
// of a choice
// -------------------------------------------------------------------------------------

const withAnnotation = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  const inner = field(item, 'url_citation')
  if (field(item, 'type') === 'url_citation' || isObject(inner)) {
    return withSource(choice, fromFields(isObject(inner) ? inner : item, item), emit)
  }
  // Like a source, it does not end the text before it.
  const { open, openKey } = choice
  return isObject(item) ? { ...withUnknown(choice, item, emit), open, openKey } : choice
}

/**
 * The choice after a list of annotations.
 *
 * @internal
 */
export const withAnnotations = (choice: ChoiceState, annotations: unknown, emit: Emit<Delta>): ChoiceState =>
  manyOf(annotations).reduce<ChoiceState>((next, item) => withAnnotation(next, item, emit), choice)

/**
 * The choice after a reference among the parts of its content: it names documents that the request had.
 *
 * @internal
 */
export const withReference = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  emit(citation(choice.index, choice.parts, choice.text, fromFields(item, item)))
  return withPart(choice, 'other')
}

// -------------------------------------------------------------------------------------
// of the answer
// -------------------------------------------------------------------------------------

type Entries = ReadonlyArray<unknown>

const isEntry = (u: unknown): boolean => typeof u === 'string' || isObject(u)

const toSource = (entry: unknown): Source =>
  typeof entry === 'string' ? { ...fromFields(undefined, entry), url: entry } : fromFields(entry, entry)

const entriesOf = (u: unknown): Entries => (Array.isArray(u) ? u.filter(isEntry) : [])

// Others stay in the wire of the chunk.
const MOST_WAITING = 1024

/** A list with the additions of another: new sources, and titles of known ones. */
const merged = (known: Entries, said: Entries): Entries => {
  if (known.length === 0) return plain(said.slice(0, MOST_WAITING))
  const next = known.slice()
  const ids = known.map((entry) => idOf(toSource(entry)))
  let isNew = false
  for (const entry of said) {
    const source = toSource(entry)
    const id = idOf(source)
    const at = ids.indexOf(id)
    if (at !== -1 && (source.title === '' || toSource(next[at]).title !== '')) continue
    if (at === -1 && next.length >= MOST_WAITING) break
    isNew = true
    next[at === -1 ? next.length : at] = plain(entry)
    if (at === -1) ids.push(id)
  }
  return isNew ? next : known
}

type Whole = Pick<ChatState, 'choices' | 'sources'>

/** Emits sources for the first choice; none are held any more. */
const told = ({ choices, sources: waiting }: Whole, sources: Entries, emit: Emit<Delta>): Whole => {
  const at = Math.max(
    0,
    choices.findIndex(({ index }) => index === 0)
  )
  const before = choices[at] ?? initialChoice(0)
  const after = sources.reduce<ChoiceState>((next, entry) => withSource(next, toSource(entry), emit), before)
  const none = waiting.length === 0 ? waiting : []
  if (after === before) return { choices, sources: none }
  return { choices: replaced(choices, at, after), sources: none }
}

/**
 * The answer after the sources that a chunk names beside its choices.
 *
 * @internal
 */
export const withSources = (
  whole: Whole,
  { citations, search_results: results }: Readonly<Record<string, unknown>>,
  emit: Emit<Delta>
): Whole => {
  const sources = merged(merged(whole.sources, entriesOf(citations)), entriesOf(results))
  if (sources.length === 0) return whole
  const first = whole.choices.find(({ index }) => index === 0) ?? whole.choices[0]
  const isReady = first !== undefined && (first.text !== -1 || first.finish !== '')
  if (isReady) return told(whole, sources, emit)
  return sources === whole.sources ? whole : { choices: whole.choices, sources }
}

/**
 * Emits the sources that are still held.
 *
 * @internal
 */
export const flushSources = (whole: Whole, emit: Emit<Delta>): ReadonlyArray<ChoiceState> =>
  whole.sources.length === 0 ? whole.choices : told(whole, whole.sources, emit).choices
