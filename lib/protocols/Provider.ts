import { field, isNothing } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import type { ProviderFailure } from '../data/Failure.ts'
import type { Frame } from '../data/Frame.ts'
import { nothingSaid } from '../data/nothingSaid.ts'
import type { Framing, OpenFraming } from '../machine/framing/frames.ts'
import type { Protocol, ProtocolInfo } from './Protocol.ts'
import type { RequestWriter } from './RequestWriter.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The mark by which a provider shows that a stream is complete:
 *
 * - `sentinel`: a finish reason, and an event whose data is `[DONE]`. One of them is not enough: gateways also write `[DONE]`
 *   after a stream that was cut.
 * - `event`: the protocol's own event for the end of a response, and a finish reason; a `[DONE]` is ignored.
 * - `finish`: a finish reason, and a clean end of the body or `[DONE]`.
 * - `done`: `[DONE]` alone, for servers that never send a finish reason.
 *
 * If there are several choices, each that has parts needs a finish reason. A JSON body is complete with or without one.
 *
 * @category model
 * @since 0.1.0
 */
export type TerminalKind = 'sentinel' | 'event' | 'finish' | 'done'

/**
 * The error that a provider reports: a `ProviderFailure` without its position.
 *
 * @category model
 * @since 0.1.0
 */
export type ProviderError = Omit<ProviderFailure, '_tag' | 'atByte' | 'atEvent'>

/**
 * The sender of a stream, as an immutable value: it is passed to the functions that read responses (`fromResponse`, `foldBody`,
 * `decodeChunk`, …) and write requests (`toAssistantMessage`). Its type carries the types of one event (`W`), of the same
 * answer as one JSON body (`R`), of its machine's state (`S`), and of an answer (`A`), a tool result (`T`) and an item of the
 * conversation (`I`) in the next request; it is covariant in all of them, so that every provider is an `AnyProvider`.
 *
 * It is opaque: `openRouter` and the other providers are such values, constructors such as `openAIChatProvider` make more,
 * and `withName`, `withTerminal` and `withFraming` return changed ones.
 *
 * @category model
 * @since 0.1.0
 */
export interface Provider<out W, out R, out S, out A = unknown, out T = unknown, out I = unknown> {
  /** The name that the command line and saved states use. */
  readonly name: string
  /** The page that describes its wire format. */
  readonly source: string
  readonly terminal: TerminalKind
  readonly protocol: ProtocolInfo
  /** The types that it carries, for the compiler only: an empty object at run time. */
  readonly '~types': {
    readonly wire?: W
    readonly response?: R
    readonly state?: S
    readonly assistantMessage?: A
    readonly toolResult?: T
    readonly item?: I
  }
}

/**
 * Any provider: the type for a table of providers, or for a parameter that takes any of them.
 *
 * @category model
 * @since 0.1.0
 */
export type AnyProvider = Provider<unknown, unknown, unknown>

/**
 * The type of one event of a provider, which is the type of `chunk.wire`: `WireOf<typeof openRouter>` is `OpenRouterChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type WireOf<P extends AnyProvider> = P extends Provider<infer W, unknown, unknown> ? W : never

/**
 * The type of a provider's whole answer as one JSON body.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponseOf<P extends AnyProvider> = P extends Provider<unknown, infer R, unknown> ? R : never

/**
 * The type of the state of a provider's machine, as in `FoldState<StateOf<typeof openRouter>>`.
 *
 * @category model
 * @since 0.1.0
 */
export type StateOf<P extends AnyProvider> = P extends Provider<unknown, unknown, infer S> ? S : never

/**
 * The type of an answer in the next request, as `toAssistantMessage` returns it.
 *
 * @category model
 * @since 0.1.0
 */
export type AssistantMessageOf<P extends AnyProvider> =
  P extends Provider<unknown, unknown, unknown, infer A> ? A : never

/**
 * The type of the result of a tool in the next request, as `toToolResult` returns it.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolResultOf<P extends AnyProvider> =
  P extends Provider<unknown, unknown, unknown, unknown, infer T> ? T : never

/**
 * The type of an item of the conversation in the next request, as `toNextTurn` returns them.
 *
 * @category model
 * @since 0.1.0
 */
export type NextTurnItemOf<P extends AnyProvider> =
  P extends Provider<unknown, unknown, unknown, unknown, unknown, infer I> ? I : never

/**
 * The options of each protocol's constructor. An option that is left out has the protocol's default.
 *
 * @category model
 * @since 0.1.0
 */
export interface ProviderOptions {
  /** The name that the command line and saved states use. */
  readonly name: string
  /** The page that describes its wire format. */
  readonly source: string
  readonly framing?: Framing
  readonly terminal?: TerminalKind
  /**
   * The error that the JSON of an event or of a body reports, or `undefined`. It is called before the codec; `event` is the
   * name of the frame, `''` for a body.
   */
  readonly error?: (json: unknown, event: string) => ProviderError | undefined
  /** The event inside a frame, if the provider wraps its events. It is called before the data is parsed. */
  readonly unwrap?: (frame: Frame) => Frame
}

/**
 * A provider with all its fields: those of its protocol, and its own.
 *
 * @internal
 */
export interface OpenProvider<W, R, S, A = unknown, T = unknown, I = unknown>
  extends Provider<W, R, S, A, T, I>, Omit<Protocol<W, R, S>, keyof ProtocolInfo> {
  readonly framing: OpenFraming
  readonly error: Required<ProviderOptions>['error']
  readonly unwrap: ProviderOptions['unwrap']
  readonly request: RequestWriter<A, T, I>
}

// -------------------------------------------------------------------------------------
// checks
// -------------------------------------------------------------------------------------

// The compiler finds these mistakes; a program in plain JavaScript has none.
const checked = <P extends AnyProvider>(provider: P): P =>
  field(provider, '~types') === undefined
    ? misuse('the provider must be a value such as `openRouter`', provider)
    : provider

const checkedName = (name: string): string =>
  typeof name === 'string' && name !== '' ? name : misuse('the name of a provider must be a string', name)

const terminals: Readonly<Record<TerminalKind, true>> = { sentinel: true, event: true, finish: true, done: true }

const checkedTerminal = (terminal: TerminalKind): TerminalKind =>
  Object.hasOwn(terminals, terminal)
    ? terminal
    : misuse(`a terminal must be one of ${Object.keys(terminals).join(', ')}`, terminal)

const checkedFraming = (framing: Framing): Framing =>
  typeof (field(framing, '~text') ?? field(framing, '~bytes')) === 'function'
    ? framing
    : misuse('a framing must be sseFraming, ndjsonFraming or awsEventStreamFraming', framing)

// A function of the user's reads unknown JSON: what it takes for a message may be missing.
const tolerant =
  (error: Required<ProviderOptions>['error']): typeof error =>
  (json, event) => {
    const reported: unknown = error(json, event)
    if (isNothing(reported)) return undefined
    const message = field(reported, 'message')
    return { ...reported, message: typeof message === 'string' ? message : nothingSaid }
  }

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The fields that a protocol sets for its providers, and the defaults of the options.
 *
 * @internal
 */
export interface ProviderDefaults<W, R, S, A, T, I>
  extends
    Pick<OpenProvider<W, R, S, A, T, I>, 'terminal' | 'error' | 'request'>,
    Pick<Required<ProviderOptions>, 'framing'>,
    Pick<ProviderOptions, 'unwrap'> {
  readonly protocol: Protocol<W, R, S>
}

/**
 * Makes every provider. The fields of its protocol are copied into it, so that readers access them at no cost.
 *
 * @internal
 */
export const makeProvider = <W, R, S, A, T, I>(
  defaults: ProviderDefaults<W, R, S, A, T, I>,
  { name, source, framing, terminal, error, unwrap }: ProviderOptions
): Provider<W, R, S, A, T, I> => {
  const provider = {
    ...defaults.protocol,
    ...defaults,
    name: checkedName(name),
    source,
    // An option may be there and undefined.
    framing: framing === undefined ? defaults.framing : checkedFraming(framing),
    terminal: terminal === undefined ? defaults.terminal : checkedTerminal(terminal),
    error: error === undefined ? defaults.error : tolerant(error),
    unwrap: unwrap ?? defaults.unwrap,
    // A function of the user's may ask any field.
    free: error === undefined ? defaults.protocol.free : [],
    '~types': {}
  }
  return provider
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The same provider under another name, for your own gateway or server with the same wire. A saved state can only be restored
 * under the name under which it was saved.
 *
 * @example
 * import { foldMachine, openRouter, saveFold, withName } from 'deltafold'
 *
 * const mine = withName('mine')(openRouter)
 * assert.deepStrictEqual([mine.name, mine.protocol.name, openRouter.name], ['mine', 'openai-chat', 'openrouter'])
 * assert.deepStrictEqual(saveFold(mine)(foldMachine(mine).initial).provider, 'mine')
 *
 * @category combinators
 * @since 0.1.0
 */
export const withName =
  (name: string) =>
  <P extends AnyProvider>(provider: P): P => ({ ...checked(provider), name: checkedName(name) })

/**
 * The same provider with another terminal, for a server that ends its streams differently.
 *
 * @example
 * import { foldBody, openRouter, withTerminal } from 'deltafold'
 *
 * const body = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'
 * const withoutSentinel = withTerminal('finish')(openRouter)
 * assert.deepStrictEqual(foldBody(openRouter, body)._tag, 'Truncated')
 * assert.deepStrictEqual(foldBody(withoutSentinel, body)._tag, 'Complete')
 *
 * @example
 * import { foldBody, openAICompatible, withTerminal } from 'deltafold'
 *
 * const body = 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n'
 * assert.deepStrictEqual(foldBody(openAICompatible, body)._tag, 'Truncated')
 * assert.deepStrictEqual(foldBody(withTerminal('done')(openAICompatible), body)._tag, 'Complete')
 *
 * @category combinators
 * @since 0.1.0
 */
export const withTerminal =
  (terminal: TerminalKind) =>
  <P extends AnyProvider>(provider: P): P => ({ ...checked(provider), terminal: checkedTerminal(terminal) })

/**
 * The same provider with another framing, for a gateway that frames its events differently.
 *
 * @example
 * import { foldBody, messageText, ndjsonFraming, openAICompatible, withFraming } from 'deltafold'
 *
 * const inLines = withFraming(ndjsonFraming)(openAICompatible)
 * const { message } = foldBody(inLines, '{"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n')
 * assert.deepStrictEqual(messageText(message), 'Hi')
 *
 * @category combinators
 * @since 0.1.0
 */
export const withFraming =
  (framing: Framing) =>
  <P extends AnyProvider>(provider: P): P => ({ ...checked(provider), framing: checkedFraming(framing) })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The fields of a provider, for readers. Throws a `TypeError` for any other value.
 *
 * @internal
 */
export const opened = <P extends AnyProvider>(
  provider: P
): OpenProvider<WireOf<P>, ResponseOf<P>, StateOf<P>, AssistantMessageOf<P>, ToolResultOf<P>, NextTurnItemOf<P>> =>
  // `makeProvider` makes every provider with all these fields, the combinators above keep them, and the types in `P` are those
  // it was made with or wider ones: a state or wire of a wider type is only passed back to the machine that emitted it. The
  // framings of `frames.ts` are the only ones, and each is an `OpenFraming`.
  checked(provider) as unknown as OpenProvider<
    WireOf<P>,
    ResponseOf<P>,
    StateOf<P>,
    AssistantMessageOf<P>,
    ToolResultOf<P>,
    NextTurnItemOf<P>
  >
