import fc from 'fast-check'

import { InteractionsChunk } from '../../../../lib/protocols/googleInteractions/wire/events.ts'
import { InteractionsResponse } from '../../../../lib/protocols/googleInteractions/wire/response.ts'
import { fromCodec } from '../../../arbitraries/fromCodec.ts'
import { wireLaws } from '../../../laws/wire.ts'

const noObject = (u: unknown): boolean => typeof u !== 'object' || u === null || Array.isArray(u)

describe('InteractionsChunk', () => {
  wireLaws(InteractionsChunk, noObject, 300)

  it('makes every kind of event', () => {
    const kinds = new Set(fc.sample(fromCodec(InteractionsChunk), 500).map((chunk) => chunk.event_type))
    expect(Object.keys(InteractionsChunk.members()).filter((kind) => !kinds.has(kind as never))).toEqual([])
  })
})

describe('InteractionsResponse', () => wireLaws(InteractionsResponse, noObject, 100))
