/** What a package made with this one exports, all of it without a type of its own: `npm run package` compiles it. */
import type { Chunk, Outcome, Result } from 'deltafold'
import {
  accumulateToolCalls,
  AnthropicChunk,
  ChatChunk,
  ChatResponse,
  collectMessage,
  collectUsage,
  fanOut,
  fromResponse,
  fuse,
  messageText,
  openAIChatProvider,
  openRouter,
  readChunks,
  rights,
  textFragments,
  toolSet
} from 'deltafold'
import { foldBody, foldMachine, groq, readAsync, saveFold } from 'deltafold/core'
import { providerNames } from 'deltafold/providers'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { map, of } from 'rxjs'

export const MineChunk = fuse(t.intersection([ChatChunk, t.partial({ latency: t.number })]))

export const Renamed = AnthropicChunk

export const mine = openAIChatProvider({
  name: 'mine',
  source: 'https://example.com/docs/streaming',
  terminal: 'sentinel',
  chunk: MineChunk,
  response: ChatResponse
})

export const latencies = (response: Response) =>
  fromResponse(mine)(response).pipe(
    rights(),
    map((chunk) => (chunk._tag === 'StreamChunk' ? chunk.wire.latency : undefined))
  )

export const everything = (chunks: Observable<Result<Chunk>>) =>
  chunks.pipe(
    fanOut({
      text: (results) => results.pipe(textFragments(), rights()),
      calls: accumulateToolCalls(),
      usage: collectUsage(),
      outcome: collectMessage()
    })
  )

export const messages = of('').pipe(
  readChunks(openRouter),
  collectMessage(),
  map(({ message }) => messageText(message))
)

export const machine = foldMachine(mine)

export const start = saveFold(mine)(machine.initial)

export const states = readAsync(mine)

export const tools = toolSet({ add: t.type({ a: t.number, b: t.number }) })

export const outcome: Outcome = foldBody(groq, '')

export const names = providerNames
