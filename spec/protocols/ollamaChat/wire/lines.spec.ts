import { OllamaChunk, OllamaError } from '../../../../lib/wire.ts'
import { wireLaws } from '../../../laws/wire.ts'

type Json = Readonly<Record<string, unknown>>

const isNothing = (u: unknown): boolean => u === undefined || u === null

const isObject = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

const isText = (u: unknown): boolean => isNothing(u) || (typeof u !== 'object' && typeof u !== 'function')

const areCalls = (u: unknown): boolean => {
  const entries: ReadonlyArray<unknown> = isObject(u) ? [u] : Array.isArray(u) ? u : []
  return entries.every((call) => isNothing(call) || (isObject(call) && isWhole(call['function'])))
}

const isWhole = (u: unknown): boolean => isNothing(u) || isObject(u)

const isMessage = (u: unknown): boolean =>
  isNothing(u) || (isObject(u) && isText(u['content']) && isText(u['thinking']) && areCalls(u['tool_calls']))

describe('OllamaChunk', () => {
  wireLaws(
    OllamaChunk,
    (u) =>
      !isObject(u) ||
      !isMessage(u['message']) ||
      !isText(u['response']) ||
      !isText(u['thinking']) ||
      !areCalls(u['tool_calls'])
  )
})

describe('OllamaError', () => {
  wireLaws(OllamaError, (u) => !isObject(u))
})
