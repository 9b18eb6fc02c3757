/**
 * The recorded conversations that come with the project: what was asked, and the exact bytes of each answer.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { parse } from 'yaml'

export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array
}

export interface Interaction {
  /** The body of the request. */
  readonly request: string
  readonly answer: Answer
}

export interface Cassette {
  /** The name of its file. */
  readonly name: string
  /** Who answers. */
  readonly title: string
  readonly interactions: ReadonlyArray<Interaction>
}

const CassetteFile = t.type({
  interactions: t.array(
    t.type({
      request: t.type({ body: t.string }),
      response: t.type({ code: t.number, body: t.string, headers: t.type({ 'Content-Type': t.array(t.string) }) })
    })
  )
})

const titles = {
  'openrouter-chutes-multi_tool_streaming_kimi-k2': 'OpenRouter through Chutes',
  'openrouter-baseten-tool_streaming_kimi-k2': 'OpenRouter through BaseTen',
  'openrouter-fireworks-multi_tool_streaming_kimi-k2': 'OpenRouter through Fireworks',
  'openrouter-deepinfra-multi_tool_429_then_retry_kimi-k2': 'OpenRouter through DeepInfra, not streamed',
  'groq-multi_tool_streaming_kimi-k2': 'Groq'
}

const read = ([name, title]: readonly [string, string]): Cassette => {
  const file = resolve('spec', 'fixtures', 'cassettes', `${name}.yaml`)
  const decoded = CassetteFile.decode(parse(readFileSync(file, 'utf8')))
  return {
    name,
    title,
    interactions: E.isLeft(decoded)
      ? []
      : decoded.right.interactions.map(({ request, response }) => ({
          request: request.body,
          answer: {
            status: response.code,
            contentType: response.headers['Content-Type'][0] ?? '',
            body: new TextEncoder().encode(response.body)
          }
        }))
  }
}

/** All of them; read from the root of the project. */
export const readCassettes = (): ReadonlyArray<Cassette> => Object.entries(titles).map(read)
