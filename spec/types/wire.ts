/** The types of the combinators of wires: each line under `@ts-expect-error` has an error. */
import type { Fields, OneOf, Open, Other } from 'deltafold/wire'
import { keyed, kind, list, maybe, open, tagged, word } from 'deltafold/wire'
import * as t from 'io-ts'

const textDelta = () => ({
  type: kind('text_delta'),
  /** More of the text. */
  text: t.string
})
export interface TextDelta extends Fields<typeof textDelta> {}
export const TextDelta = open<TextDelta>('TextDelta', textDelta)

const inputJsonDelta = () => ({ type: kind('input_json_delta'), partial_json: t.string })
export interface InputJsonDelta extends Fields<typeof inputJsonDelta> {}
export const InputJsonDelta = open<InputJsonDelta>('InputJsonDelta', inputJsonDelta)

export type BlockDelta = TextDelta | InputJsonDelta | Other
export const BlockDelta = tagged<BlockDelta>('BlockDelta', () => ({
  text_delta: TextDelta,
  input_json_delta: InputJsonDelta
}))

const usage = () => ({
  input_tokens: maybe(t.number),
  output_tokens: maybe(t.number),
  service_tier: maybe(word('standard', 'batch'))
})
export interface Usage extends Fields<typeof usage> {}
export const Usage = open<Usage>('Usage', usage)

const contentBlockDelta = () => ({ type: kind('content_block_delta'), index: maybe(t.number), delta: BlockDelta })
export interface ContentBlockDelta extends Fields<typeof contentBlockDelta> {}
export const ContentBlockDelta = open<ContentBlockDelta>('ContentBlockDelta', contentBlockDelta)

const messageDelta = () => ({
  type: kind('message_delta'),
  stop_reason: maybe(word('end_turn', 'tool_use')),
  usage: maybe(Usage),
  citations: maybe(list(BlockDelta))
})
export interface MessageDelta extends Fields<typeof messageDelta> {}
export const MessageDelta = open<MessageDelta>('MessageDelta', messageDelta)

export type Chunk = ContentBlockDelta | MessageDelta | Other
export const Chunk = tagged<Chunk>('Chunk', () => ({
  content_block_delta: ContentBlockDelta,
  message_delta: MessageDelta
}))

const gatewayUsage = () => ({
  ...usage(),
  /** In dollars. */
  cost: maybe(t.number)
})
export interface GatewayUsage extends Fields<typeof gatewayUsage> {}
export const GatewayUsage = open<GatewayUsage>('GatewayUsage', gatewayUsage)

const part = () => ({ text: t.string, functionCall: Usage })
const beside = () => ({ thoughtSignature: maybe(t.string) })
export type Part = OneOf<typeof part, typeof beside>
export const Part = keyed<Part>('Part', part, beside)

const schema = () => ({ title: maybe(t.string), items: maybe(list(Schema)) })
export interface Schema extends Fields<typeof schema> {}
export const Schema: Open<Schema> = open<Schema>('Schema', schema)

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  aSwitchNarrows: (chunk: Chunk): string => {
    switch (chunk.type) {
      case 'content_block_delta':
        switch (chunk.delta.type) {
          case 'text_delta':
            return chunk.delta.text
          case 'input_json_delta':
            return chunk.delta.partial_json
          default:
            return String(chunk.delta['anything'])
        }
      case 'message_delta': {
        const tokens: number | null | undefined = chunk.usage?.output_tokens
        return `${chunk.stop_reason ?? ''}${String(tokens)}`
      }
      // @ts-expect-error: a misspelt kind
      case 'mesage_delta':
        return ''
      default: {
        const rest: Other = chunk
        return String(rest['anything'])
      }
    }
  },

  aKindIsNotForgotten: (chunk: Chunk): Other | undefined => {
    if (chunk.type === 'content_block_delta') return undefined
    // @ts-expect-error: `message_delta` is still there
    const rest: Other = chunk
    return rest
  },

  fieldsAreThoseOfTheirKind: (chunk: Chunk, plain: Usage, mine: GatewayUsage): unknown => {
    // @ts-expect-error: not before the kind is known
    const early: unknown = chunk.delta
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = plain.output_token
    // @ts-expect-error: the dialect's alone
    const foreign: unknown = plain.cost
    const cost: number | null | undefined = mine.cost ?? mine.input_tokens
    const isKnown = plain.service_tier === 'batch' || plain.service_tier === 'of tomorrow'
    return [early, misspelt, foreign, cost, isKnown]
  },

  oneFieldDeterminesTheKind: (one: Part): unknown => {
    if (one.functionCall) return one.functionCall.input_tokens
    if (one.text === null || one.text === undefined) return undefined
    const text: string = one.text
    return one.thoughtSignature ?? text
  },

  aCodecMayContainItself: (one: Schema): string | null | undefined => one.items?.[0]?.items?.[0]?.title,

  anEventIsMade: (): Chunk => ({ type: 'content_block_delta', delta: { type: 'text_delta', text: 'x' } }),

  aFieldOfAnotherTypeIsRefused: (): Chunk =>
    // @ts-expect-error: the text is a number
    ({ type: 'content_block_delta', delta: { type: 'text_delta', text: 1 } }),

  anUnknownKindIsMadeByDecodingOnly: (): Chunk =>
    // @ts-expect-error: no codec knows it
    ({ type: 'of tomorrow' }),

  twoKindsAtOnceAreRefused: (): Part =>
    // @ts-expect-error: one of them
    ({ text: 'x', functionCall: {} }),

  aMemberIsNotForgotten: () =>
    // @ts-expect-error: `message_delta` is missing
    tagged<Chunk>('Chunk', () => ({ content_block_delta: ContentBlockDelta })),

  aMemberHasItsOwnName: () =>
    tagged<Chunk>('Chunk', () => ({
      content_block_delta: ContentBlockDelta,
      // @ts-expect-error: the codec of another member
      message_delta: ContentBlockDelta
    })),

  aTableIsThatOfItsType: () =>
    // @ts-expect-error: the table of another
    open<TextDelta>('TextDelta', messageDelta)
}
