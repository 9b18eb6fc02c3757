import { CohereChunk, CohereResponse } from '../../../../lib/wire.ts'
import { wireLaws } from '../../../laws/wire.ts'

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

describe('CohereChunk', () => {
  wireLaws(CohereChunk, (u) => !isObject(u))
})

describe('CohereResponse', () => {
  wireLaws(CohereResponse, (u) => !isObject(u) || !isObject(u['message']))
})
