/** Programs with providers, which compile; each line under `@ts-expect-error` has an error. */
import type {
  AnthropicChunk,
  AnyProvider,
  AssistantMessageOf,
  ChatAssistantMessage,
  ChatResponse,
  ChatState,
  ChatToolMessage,
  Chunk,
  FoldState,
  HttpResponse,
  NextTurnItemOf,
  OpenAIChatProvider,
  Outcome,
  Provider,
  ProviderOptions,
  ResponseOf,
  Result,
  StateOf,
  ToolResultOf,
  WireOf
} from 'deltafold'
import {
  anthropic,
  anthropicMessagesProvider,
  bedrockConverseProvider,
  ChatChunk,
  cohereChatProvider,
  collectMessage,
  decodeChunk,
  foldBody,
  foldMachine,
  fromResponse,
  googleGenerateProvider,
  googleInteractionsProvider,
  groq,
  ndjsonFraming,
  ollamaChatProvider,
  openAIChatProvider,
  openAIResponsesProvider,
  openRouter,
  parseSSE,
  readChunks,
  restoreFold,
  rights,
  textFragments,
  toAssistantMessage,
  withFraming,
  withName,
  withTerminal
} from 'deltafold'
import { providerNamed } from 'deltafold/providers'
import type { OpenRouterChunk, OpenRouterResponse } from 'deltafold/wire'
import { option as O } from 'fp-ts'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { map } from 'rxjs'

type Same<A, B> = [A, B] extends [B, A] ? true : false

const table = { anthropic, openRouter }
const list: ReadonlyArray<AnyProvider> = [anthropic, openRouter, groq]
const byName: Readonly<Record<string, AnyProvider>> = table
const MineChunk = t.intersection([ChatChunk, t.type({ latency: t.number })])
const page = { name: 'mine', source: 'https://example.com' }

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  aProviderIsChosenFromATable: (name: keyof typeof table, response: HttpResponse): Observable<Outcome> =>
    fromResponse(table[name])(response).pipe(collectMessage()),

  theWireOfAChosenProviderIsThatOfOneOfThem: (name: keyof typeof table) => {
    const machine = foldMachine(table[name])
    const wire: Same<WireOf<(typeof table)[keyof typeof table]>, AnthropicChunk | ChatChunk> = true
    return [machine, wire]
  },

  providersAreKeptInAList: (body: string): ReadonlyArray<Outcome> => list.map((provider) => foldBody(provider, body)),

  aParameterTakesEachOfThem: (response: HttpResponse): ReadonlyArray<Observable<Result<Chunk>>> => {
    const read = (provider: AnyProvider): Observable<Result<Chunk>> => fromResponse(provider)(response)
    const readUnknown = (provider: Provider<unknown, unknown, unknown>): Observable<Result<Chunk>> =>
      fromResponse(provider)(response)
    return [read(openRouter), read(anthropic), readUnknown(openRouter), readUnknown(anthropic)]
  },

  providersAreKeptByNameWithoutAny: (name: string, response: HttpResponse): Observable<unknown> => {
    const provider = byName[name] ?? openRouter
    return fromResponse(provider)(response).pipe(
      rights(),
      // @ts-expect-error: the wire of some provider is unknown, and never `any`
      map((chunk) => (chunk._tag === 'StreamChunk' ? (chunk.wire.choices as unknown) : undefined))
    )
  },

  aProviderIsFoundByName: (name: string): Outcome | undefined =>
    O.toUndefined(O.map((provider: AnyProvider) => foldBody(provider, ''))(providerNamed(name))),

  aGenericFunctionKeepsTheTypes: (response: HttpResponse): Observable<Result<Chunk<ChatChunk, ChatResponse>>> => {
    const read = <W, R, S>(provider: Provider<W, R, S>): Observable<Result<Chunk<W, R>>> =>
      fromResponse(provider)(response)
    return read(openRouter)
  },

  aProviderCarriesItsTypes: (): ReadonlyArray<true> => {
    type P = typeof openRouter
    const wire: Same<WireOf<P>, OpenRouterChunk> = true
    const response: Same<ResponseOf<P>, OpenRouterResponse> = true
    const state: Same<StateOf<P>, ChatState> = true
    const message: Same<AssistantMessageOf<P>, ChatAssistantMessage> = true
    const result: Same<ToolResultOf<P>, ChatToolMessage> = true
    const item: Same<NextTurnItemOf<P>, ChatAssistantMessage | ChatToolMessage> = true
    return [wire, response, state, message, result, item]
  },

  readChunksKnowsItsWireAsDecodeChunkDoes: (source: Observable<string>) => [
    source.pipe(
      readChunks(openRouter),
      rights(),
      map((chunk) => (chunk._tag === 'TerminalChunk' ? undefined : chunk.wire.choices))
    ),
    source.pipe(
      parseSSE(),
      decodeChunk(openRouter),
      rights(),
      map((chunk) => (chunk._tag === 'TerminalChunk' ? undefined : chunk.wire.choices))
    )
  ],

  rightsAreNoResults: (source: Observable<string>) =>
    source.pipe(
      readChunks(openRouter),
      // @ts-expect-error: `textFragments` takes results, and `rights` leaves none
      rights(),
      textFragments()
    ),

  eventsAreNoPieces: (source: Observable<string>) =>
    // @ts-expect-error: `decodeChunk` takes events, and a parser makes them of pieces
    source.pipe(decodeChunk(anthropic)),

  aProviderIsNoneOfAnotherProtocol: (): OpenAIChatProvider =>
    // @ts-expect-error: its wire is another
    anthropic,

  aChangedProviderIsOneOfItsProtocol: (): OpenAIChatProvider =>
    withName('mine')(withTerminal('finish')(withFraming(ndjsonFraming)(openRouter))),

  allConstructorsHaveOneShape: (): ReadonlyArray<(options: ProviderOptions) => AnyProvider> => [
    openAIChatProvider,
    openAIResponsesProvider,
    anthropicMessagesProvider,
    googleGenerateProvider,
    googleInteractionsProvider,
    bedrockConverseProvider,
    ollamaChatProvider,
    cohereChatProvider
  ],

  aCodecOfYourOwnGivesTheWire: () => {
    const mine = openAIChatProvider({ ...page, chunk: MineChunk })
    const wire: Same<WireOf<typeof mine>, t.TypeOf<typeof MineChunk>> = true
    return [mine, wire]
  },

  withoutACodecTheWireIsThatOfTheProtocol: (): OpenAIChatProvider<t.TypeOf<typeof MineChunk>> =>
    // @ts-expect-error: there is no codec that checks `latency`
    openAIChatProvider(page),

  aCodecOfAnotherWireIsRefused: () =>
    // @ts-expect-error: the machine of the protocol reads `ChatChunk`
    openAIChatProvider({ ...page, chunk: t.type({ choices: t.number }) }),

  aProviderIsMadeByAConstructorOnly: (): Outcome =>
    // @ts-expect-error: it has no machine
    foldBody({ ...page, terminal: 'finish', protocol: openRouter.protocol }, ''),

  aNameIsNoProvider: (): Outcome =>
    // @ts-expect-error: `providerNamed` finds it
    foldBody('openrouter', ''),

  aRestoredStateIsThatOfItsProtocol: (json: unknown): Result<FoldState<ChatState>> => restoreFold(openRouter)(json),

  aRestoredStateIsThatOfNoOtherProtocol: (json: unknown): Result<FoldState<ChatState>> =>
    // @ts-expect-error: the state is that of Anthropic Messages
    restoreFold(anthropic)(json),

  theInsideOfAProviderIsItsOwn: () =>
    // @ts-expect-error: it is opaque
    openRouter.machine as unknown,

  theNextRequestHasTheShapeOfTheProvider: (outcome: Outcome) => {
    const sent = toAssistantMessage(openRouter)(outcome.message)
    // @ts-expect-error: a message of OpenAI Chat has no `blocks`
    return sent._tag === 'Right' ? (sent.right.blocks as unknown) : undefined
  }
}
