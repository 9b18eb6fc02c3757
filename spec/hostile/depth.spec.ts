/** JSON that is nested deep, wherever a provider may put JSON: refused at one level too many, and never a RangeError. */
import { inspect } from 'node:util'

import { cutInto } from '../../lib/cli/cutInto.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { OpenProvider } from '../../lib/protocols/Provider.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import { otherNames } from '../fixtures/chatProviders.ts'
import { withProvider } from '../fixtures/providers.ts'
import { sound } from '../laws/sound.ts'

const encoder = new TextEncoder()

/** JSON of so many levels; `mixed` begins with an object. */
const kinds: Readonly<Record<string, (depth: number) => string>> = {
  lists: (depth) => '['.repeat(depth) + ']'.repeat(depth),
  objects: (depth) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
  mixed: (depth) => {
    const pairs = Math.floor(depth / 2)
    const [open, close] = depth % 2 === 1 ? ['[', ']'] : ['', '']
    return open + '{"a":['.repeat(pairs) + ']}'.repeat(pairs) + close
  },
  'lists that never end': (depth) => '['.repeat(depth)
}

const depths = [126, 127, 128, 2000, 5000, 100_000]

const names = ['openrouter', ...otherNames]

type Sender = Pick<OpenProvider<unknown, unknown, unknown>, 'name' | 'framing'>

/** An event of a provider with some JSON in it. */
const eventOf = ({ name, framing }: Sender, json: string): Uint8Array => {
  if (framing.name === 'ndjson') return encoder.encode(`${json}\n`)
  if (framing.name === 'sse') return encoder.encode(`data: ${json}\n\n`)
  return name === 'bedrock-converse'
    ? awsEvent('metadata', json)
    : awsEvent('chunk', JSON.stringify({ bytes: Buffer.from(json).toString('base64') }))
}

const beside = (deep: string): string => `{"type":"ping","metadata":${deep}}`
const inError = (deep: string): string => `{"error":{"message":"no","metadata":${deep}}}`

const isShown = (outcome: Outcome): boolean =>
  typeof JSON.stringify(outcome) === 'string' && typeof inspect(outcome, { depth: Infinity }) === 'string'

describe.each(names)('%s', (name) => {
  const tagsOf = (bytes: (sender: Sender) => Uint8Array, options: BodyOptions = {}): ReadonlyArray<string> =>
    withProvider(name, (provider) => {
      const body = bytes(provider)
      const outcome = foldBody(provider, body, options)
      expect(isShown(outcome)).toBe(true)
      if (body.length < 8000) expect(sound(provider, options).faults(body, cutInto(body, { seed: 1 }))).toEqual([])
      return outcome.failures.map(({ _tag }) => _tag)
    })

  // One level is the event's own; Converse says in a header what stands around it, once it is JSON.
  const most = name === 'bedrock-converse' ? 126 : 127

  it.each(Object.entries(kinds))('refuses events of %s from 129 levels on', (kind, deep) => {
    const isBroken = kind.includes('never')
    for (const depth of depths) {
      const tags = tagsOf((sender) => eventOf(sender, beside(deep(depth))))
      const isTooDeep = depth > (isBroken ? 127 : most)
      expect(tags.includes('DepthExceeded')).toBe(isTooDeep)
      if (isBroken && !isTooDeep) expect(tags).toContain('MalformedJson')
    }
  })

  it.each(Object.entries(kinds))('refuses a JSON body of %s from 129 levels on', (_, deep) => {
    for (const depth of depths) {
      const tags = tagsOf(() => encoder.encode(` ${beside(deep(depth))}`), { contentType: 'application/json' })
      expect(tags.includes('DepthExceeded')).toBe(depth > 127)
    }
  })

  it.each(Object.entries(kinds))('takes an error body of %s for one failure', (_, deep) => {
    for (const depth of depths) {
      const tags = tagsOf(() => encoder.encode(inError(deep(depth))), { status: 429 })
      expect(tags).toHaveLength(1)
      expect(['ProviderFailure', 'HttpFailure']).toContain(tags[0])
    }
  })
})
