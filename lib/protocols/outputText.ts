/**
 * The output of a tool in the shape of a protocol.
 *
 * @since 0.1.0
 */
import type { OutputMedia, OutputPart } from '../data/ToolOutput.ts'
import type { Output } from './RequestWriter.ts'

type Json = Readonly<Record<string, unknown>>

// A value that JSON cannot represent must not throw.
const jsonText = (value: unknown): string => {
  try {
    return JSON.stringify(value ?? null)
  } catch {
    return 'null'
  }
}

/**
 * A piece of an output as text; `undefined` for media.
 *
 * @internal
 */
export const textOfOutput = (part: OutputPart): string | undefined => {
  switch (part._tag) {
    case 'Text':
      return part.text
    case 'Json':
      return jsonText(part.value)
    case 'Image':
    case 'File':
      return undefined
  }
}

/**
 * The text of an output: its texts and its serialised JSON, one line for each. Media are left out.
 *
 * @internal
 */
export const outputText = ({ content }: Output): string =>
  content.flatMap((part) => textOfOutput(part) ?? []).join('\n')

/** @internal */
export const isMedia = (part: OutputPart): part is OutputMedia => part._tag === 'Image' || part._tag === 'File'

/**
 * The pieces of an output as blocks, without media that the protocol does not take.
 *
 * @internal
 */
export const outputBlocks = (
  { content }: Output,
  toText: (text: string) => Json,
  toMedia: (media: OutputMedia) => Json | undefined
): ReadonlyArray<Json> =>
  content.flatMap((part) => {
    const text = textOfOutput(part)
    const block = isMedia(part) ? toMedia(part) : text?.trim() === '' ? undefined : toText(text ?? '')
    return block === undefined ? [] : [block]
  })

/**
 * `toMedia` of a protocol whose results are text.
 *
 * @internal
 */
export const noMedia = (): undefined => undefined
