import { field, isObject, listOf } from '../../codec/field.ts'
import type { ConverseChunk, ConverseDelta, ConverseResponse } from './codec.ts'

type Events = ReadonlyArray<ConverseChunk>

const begun = (contentBlockIndex: number, start: unknown): ConverseChunk => ({
  contentBlockStart: { contentBlockIndex, start }
})

const said = (contentBlockIndex: number, delta: ConverseDelta): ConverseChunk => ({
  contentBlockDelta: { contentBlockIndex, delta }
})

const reasoningOf = (reasoning: object): ConverseDelta => {
  const whole = field(reasoning, 'reasoningText')
  return { reasoningContent: isObject(whole) ? { ...reasoning, ...whole } : reasoning }
}

const contentOf = (block: Readonly<Record<string, unknown>>, index: number): Events => {
  const { text, toolUse, toolResult, reasoningContent, citationsContent, image } = block
  if (typeof text === 'string' && !(text === '' && isObject(toolUse))) return [said(index, { text })]
  if (isObject(reasoningContent)) return [said(index, reasoningOf(reasoningContent))]
  if (isObject(toolUse)) return [begun(index, { toolUse })]
  if (isObject(citationsContent)) {
    return [
      ...listOf(citationsContent['content']).map((content) => said(index, isObject(content) ? content : {})),
      ...listOf(citationsContent['citations']).map((citation) => said(index, { citation }))
    ]
  }
  if (isObject(toolResult)) {
    const { content, ...rest } = toolResult
    return [
      begun(index, { toolResult: rest }),
      ...(content === undefined ? [] : [said(index, { toolResult: content })])
    ]
  }
  if (isObject(image)) {
    const bytes = field(image['source'], 'bytes')
    return [begun(index, { image }), ...(typeof bytes === 'string' ? [said(index, { image })] : [])]
  }
  return [begun(index, block)]
}

/**
 * A complete answer, as the events of a stream.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 *
 * @internal
 */
export const eventsOf = ({ output, stopReason, usage }: ConverseResponse): Events => [
  ...output.message.content.flatMap((block, index) => [
    ...contentOf(block, index),
    { contentBlockStop: { contentBlockIndex: index } }
  ]),
  { messageStop: { stopReason: stopReason ?? null } },
  { metadata: { usage: usage ?? null } }
]
