import { field, fieldsOf, listOf, textOf } from '../codec/field.ts'
import type { Alternative, TokenLogprob } from '../data/TokenLogprob.ts'
import { toIndex } from '../protocols/toIndex.ts'

type Token = Omit<TokenLogprob, 'choice' | 'refusal'>

const isFinite = (u: unknown): u is number => typeof u === 'number' && Number.isFinite(u)

const alternative = (token: unknown, logprob: unknown, id?: unknown, bytes?: unknown): ReadonlyArray<Alternative> =>
  isFinite(logprob)
    ? [
        {
          token: textOf(token),
          // Adding 0 turns -0 into 0.
          logprob: logprob + 0,
          ...(isFinite(id) ? { id } : {}),
          ...(Array.isArray(bytes) && bytes.every(isFinite) ? { bytes } : {})
        }
      ]
    : []

const fromEntry = (entry: unknown): ReadonlyArray<Alternative> => {
  const { token, logprob, bytes } = fieldsOf(entry)
  return alternative(token, logprob, undefined, bytes)
}

const fromCandidate = (candidate: unknown): ReadonlyArray<Alternative> => {
  const { token, logProbability, tokenId } = fieldsOf(candidate)
  return alternative(token, logProbability, tokenId)
}

const withTop = (tokens: ReadonlyArray<Alternative>, top: ReadonlyArray<Alternative>): ReadonlyArray<Token> =>
  tokens.map((token) => ({ ...token, top }))

const entries = (list: unknown): ReadonlyArray<Token> =>
  listOf(list).flatMap((entry) => withTop(fromEntry(entry), listOf(field(entry, 'top_logprobs')).flatMap(fromEntry)))

const ofCandidate = (said: unknown): ReadonlyArray<Token> => {
  const { chosenCandidates: chosen, topCandidates: top } = fieldsOf(said)
  return listOf(chosen).flatMap((candidate, i) =>
    withTop(fromCandidate(candidate), listOf(field(listOf(top)[i], 'candidates')).flatMap(fromCandidate))
  )
}

const parallel = (tokens: unknown, logprobs: unknown, top: unknown, ids: unknown): ReadonlyArray<Token> =>
  listOf(tokens).flatMap((token, i) =>
    withTop(
      alternative(token, listOf(logprobs)[i], listOf(ids)[i]),
      Object.entries(fieldsOf(listOf(top)[i])).flatMap(([name, logprob]) => alternative(name, logprob))
    )
  )

const byId = (ids: ReadonlyArray<unknown>, text: unknown, logprobs: unknown): ReadonlyArray<Token> =>
  ids.flatMap((id, i) => withTop(alternative(ids.length === 1 ? text : '', listOf(logprobs)[i], id), []))

/** The tokens of a field that holds log probabilities, except for those of a refusal. */
const tokensOf = (said: unknown): ReadonlyArray<Token> => {
  if (Array.isArray(said))
    return [...entries(said), ...said.flatMap((one) => (field(one, 'token_ids') ? tokensOf(one) : []))]
  const {
    content,
    tokens,
    token_logprobs: logprobs,
    top_logprobs: top,
    token_ids: ids,
    text,
    logprobs: ofIds
  } = fieldsOf(said)
  // Some lists of tokens have their ids beside them.
  if (Array.isArray(ids) && tokens === undefined) return byId(ids, text, ofIds)
  return content === undefined ? parallel(tokens, logprobs, top, ids) : entries(content)
}

const inChoice =
  (choice: number, refusal = false) =>
  (token: Token): TokenLogprob => ({ ...token, choice, refusal })

const indexOf = (choice: unknown, place: number): number => {
  const index = toIndex(field(choice, 'index'))
  return index === -1 ? place : index
}

/**
 * The log probabilities in an event or in a whole answer, recognised by their shape, so that the provider is not needed:
 *
 * - `{"content": [{"token", "logprob", "bytes", "top_logprobs"}], "refusal": […]}` in a choice (OpenAI Chat), the bare list in an event
 *   or in a content of an answer (Responses) or in a line (Ollama);
 * - `{"tokens": […], "token_logprobs": […], "top_logprobs": [{token: logprob}]}` (the older completions, Together);
 * - `{"chosenCandidates": […], "topCandidates": […]}` in a candidate (Gemini);
 * - `{"token_ids": […], "text", "logprobs": […]}`, or a list of these (Cohere).
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object, https://ai.google.dev/api/generate-content#LogprobsResult,
 * https://docs.cohere.com/reference/chat, https://docs.ollama.com/api/chat
 *
 * @internal
 */
export const logprobsIn = (wire: unknown): ReadonlyArray<TokenLogprob> => {
  const { type, logprobs, choices, candidates, output } = fieldsOf(wire)
  // An event that ends a text repeats the log probabilities of its fragments.
  if (textOf(type).endsWith('.done')) return []
  return [
    ...tokensOf(logprobs).map(inChoice(0)),
    ...listOf(choices).flatMap((choice, place) => {
      const said = field(choice, 'logprobs')
      const index = indexOf(choice, place)
      return [...tokensOf(said).map(inChoice(index)), ...entries(field(said, 'refusal')).map(inChoice(index, true))]
    }),
    ...listOf(candidates).flatMap((candidate, place) =>
      ofCandidate(field(candidate, 'logprobsResult')).map(inChoice(indexOf(candidate, place)))
    ),
    ...listOf(output)
      .flatMap((item) => listOf(field(item, 'content')))
      .flatMap((content) => tokensOf(field(content, 'logprobs')).map(inChoice(0)))
  ]
}
