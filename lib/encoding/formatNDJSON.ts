import type { EncodedEvent } from './EncodedEvent.ts'

/**
 * An event as a line of NDJSON. White space between the tokens of its JSON that would end the line becomes a space.
 *
 * Law: `parseNDJSON(xs.map(formatNDJSON))` has the data of `xs`, if each is a JSON text on one line.
 *
 * Source: https://github.com/ndjson/ndjson-spec
 *
 * @example
 * import { formatNDJSON } from 'deltafold/encoding'
 *
 * assert.deepStrictEqual(formatNDJSON({ data: '{"done":true}' }), '{"done":true}\n')
 *
 * @category framing
 * @since 0.1.0
 */
export const formatNDJSON = ({ data }: Pick<EncodedEvent, 'data'>): string =>
  `${data.replaceAll('\r', ' ').replaceAll('\n', ' ')}\n`
