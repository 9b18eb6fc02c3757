import { isObject } from '../codec/field.ts'
import { defaultLimits } from '../data/Limits.ts'
import type { Message } from '../data/Message.ts'
import { firstChoice } from '../data/Message.ts'
import type { Repair } from '../data/Repair.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { hasLostDigits } from '../machine/json/jsonDigits.ts'
import { parseJson } from '../machine/json/parseJson.ts'
import type { ProtocolName } from '../protocols/Protocol.ts'
import type { AnyProvider } from '../protocols/Provider.ts'

/** Whether the requests of a protocol hold arguments as a JSON value; the others hold their text. */
const takesValues: { readonly [Name in ProtocolName]: boolean } = {
  'openai-chat': false,
  'openai-responses': false,
  'anthropic-messages': true,
  'google-generate': true,
  'google-interactions': true,
  'bedrock-converse': true,
  'ollama-chat': true,
  'cohere-chat': false
}

/**
 * The repairs that `toAssistantMessage` makes: a `DigitsLost` for each call whose arguments hold an integer beyond 2^53, if
 * the request takes arguments as a JSON value. The message itself keeps the digits.
 *
 * @example
 * import { anthropic, foldBody, openRouter, requestRepairs } from 'deltafold'
 *
 * const call = '{"type":"tool_use","id":"a","name":"f","input":{"id":12345678901234567890}}'
 * const { message } = foldBody(anthropic, `{"type":"message","content":[${call}],"stop_reason":"tool_use"}`)
 * assert.deepStrictEqual(requestRepairs(anthropic)(message), [{ _tag: 'DigitsLost', choice: 0, key: 0 }])
 * assert.deepStrictEqual(requestRepairs(openRouter)(message), [])
 *
 * @category destructors
 * @since 0.1.0
 */
export const requestRepairs =
  (provider: AnyProvider) =>
  (message: Message): ReadonlyArray<Repair> => {
    const { index: choice, parts } = firstChoice(message) ?? { index: 0, parts: [] }
    return parts.flatMap((part): ReadonlyArray<Repair> => {
      if (part._tag !== 'ToolCall' && part._tag !== 'ServerToolCall') return []
      const json = isTooDeep(part.arguments, defaultLimits.depth) ? undefined : parseJson(part.arguments)
      return takesValues[provider.protocol.name] && isObject(json) && hasLostDigits(json)
        ? [{ _tag: 'DigitsLost', choice, key: part.key }]
        : []
    })
  }
