/** What a protocol demands of the items that append an answer and its results. What is wrong comes as words. */
import type { ProtocolName } from '../../lib/protocols/Protocol.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'

type Json = Readonly<Record<string, unknown>>

const isJson = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

const objects = (u: unknown): ReadonlyArray<Json> => (Array.isArray(u) ? u.filter(isJson) : [])

const isObjects = (u: unknown): boolean => Array.isArray(u) && u.length > 0 && u.every(isJson)

const texts = (all: ReadonlyArray<unknown>): ReadonlyArray<string> => all.map((one) => JSON.stringify(one ?? null))

const answered = (calls: ReadonlyArray<unknown>, results: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  texts(calls).join() === texts(results).join()
    ? []
    : [`calls ${texts(calls).join()}, results ${texts(results).join()}`]

const unless = (isRight: boolean, fault: string): ReadonlyArray<string> => (isRight ? [] : [fault])

const field = (u: unknown, name: string): unknown => (isJson(u) ? u[name] : undefined)

/** The roles that stand in a row: an answer, then its results. */
const roles = (items: ReadonlyArray<Json>, said: string, result: string, most: number): ReadonlyArray<string> => {
  const [first, ...others] = items.map(({ role }) => role)
  const isInOrder =
    items.length === 0 || (first === said && others.length <= most && others.every((one) => one === result))
  return unless(isInOrder, `roles ${texts(items.map(({ role }) => role)).join()}`)
}

const blocks = (items: ReadonlyArray<Json>, key: string): readonly [ReadonlyArray<Json>, ReadonlyArray<Json>] => [
  objects(items[0]?.[key]),
  objects(items[1]?.[key])
]

const isThinking = ({ type, reasoningContent }: Json): boolean =>
  type === 'thinking' || type === 'redacted_thinking' || reasoningContent !== undefined

const ofBlocks = (items: ReadonlyArray<Json>, key: string, said: string): ReadonlyArray<string> => [
  ...roles(items, said, 'user', 1),
  ...unless(
    items.every((item) => isObjects(item[key])),
    'an item without content'
  )
]

const rules: Readonly<Record<ProtocolName, (items: ReadonlyArray<Json>) => ReadonlyArray<string>>> = {
  'anthropic-messages': (items) => {
    const [content, results] = blocks(items, 'content')
    const calls = content.filter(({ type }) => type === 'tool_use')
    const own = content.filter(({ type }) => type === 'server_tool_use' || type === 'mcp_tool_use')
    return [
      ...ofBlocks(items, 'content', 'assistant'),
      ...unless(items.length === 0 || !isThinking(content.at(-1) ?? {}), 'thinking is last'),
      ...unless(
        content.slice(content.length - calls.length).every((one) => calls.includes(one)),
        'a call is not last'
      ),
      ...unless(
        [...calls, ...own].every(({ input }) => isJson(input)),
        'an input is no object'
      ),
      ...unless(
        content.every(({ type, text }) => type !== 'text' || String(text).trim() !== ''),
        'a blank text'
      ),
      ...unless(
        results.every(({ type }) => type === 'tool_result'),
        'a result is none'
      ),
      ...answered(
        calls.map(({ id }) => id),
        results.map((result) => result['tool_use_id'])
      )
    ]
  },
  'bedrock-converse': (items) => {
    const [content, results] = blocks(items, 'content')
    const calls = content.flatMap(({ toolUse }) => (isJson(toolUse) ? [toolUse] : []))
    return [
      ...ofBlocks(items, 'content', 'assistant'),
      ...unless(items.length === 0 || !isThinking(content.at(-1) ?? {}), 'reasoning is last'),
      ...unless(
        calls.every(({ input }) => isJson(input)),
        'an input is no object'
      ),
      ...answered(
        calls.filter(({ type }) => type !== 'server_tool_use').map(({ toolUseId }) => toolUseId),
        results.map(({ toolResult }) => field(toolResult, 'toolUseId'))
      )
    ]
  },
  'google-generate': (items) => {
    const [parts, results] = blocks(items, 'parts')
    const named = (one: unknown): unknown => [field(one, 'id'), field(one, 'name')]
    return [
      ...ofBlocks(items, 'parts', 'model'),
      ...unless(
        results.every(({ functionResponse }) => isJson(field(functionResponse, 'response'))),
        'no response'
      ),
      ...answered(
        parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [named(functionCall)])),
        results.map(({ functionResponse }) => named(functionResponse))
      )
    ]
  },
  'google-interactions': (items) => {
    const steps = items.filter(({ type }) => type !== 'function_result')
    const results = items.filter(({ type }) => type === 'function_result')
    const contents = steps.flatMap(({ type, content }) => (type === 'model_output' ? objects(content) : []))
    const named = (one: Json, id: string): unknown => [one[id], one['name']]
    return [
      ...unless(
        items.every(({ type }) => typeof type === 'string'),
        'a step without a type'
      ),
      ...unless(
        contents.every(({ type, text }) => type !== 'text' || text !== ''),
        'an empty text'
      ),
      ...unless(
        steps.every(({ type, signature }) => type !== 'thought' || (typeof signature === 'string' && signature !== '')),
        'a thought without a signature'
      ),
      ...unless(
        steps.every((step) => step['type'] !== 'function_call' || isJson(step['arguments'])),
        'arguments are no object'
      ),
      ...answered(
        steps.filter(({ type }) => type === 'function_call').map((call) => named(call, 'id')),
        results.map((result) => named(result, 'call_id'))
      )
    ]
  },
  'openai-responses': (items) => {
    const isCall = ({ type }: Json): boolean => type === 'function_call' || type === 'custom_tool_call'
    const isResult = ({ type }: Json): boolean => type === 'function_call_output' || type === 'custom_tool_call_output'
    const said = items.filter((item) => !isResult(item))
    return [
      ...unless(
        items.every(({ type }) => typeof type === 'string'),
        'an item without a type'
      ),
      ...unless(said.at(-1)?.['type'] !== 'reasoning', 'reasoning is last'),
      ...unless(items.slice(said.length).every(isResult), 'a result before the answer'),
      ...answered(
        said.filter(isCall).map((call) => [String(call['type']), call['call_id']]),
        items.filter(isResult).map((result) => [String(result['type']).replace('_output', ''), result['call_id']])
      )
    ]
  },
  'openai-chat': (items) =>
    inMessages(
      items,
      (call) => call['id'],
      (result) => result['tool_call_id']
    ),
  'cohere-chat': (items) =>
    inMessages(
      items,
      (call) => call['id'],
      (result) => result['tool_call_id']
    ),
  'ollama-chat': (items) =>
    inMessages(
      items,
      (call) => [call['id'], field(call['function'], 'name')],
      (result) => [result['tool_call_id'], result['tool_name']]
    )
}

const inMessages = (
  items: ReadonlyArray<Json>,
  idOf: (call: Json) => unknown,
  resultOf: (result: Json) => unknown
): ReadonlyArray<string> => {
  const calls = objects(items[0]?.['tool_calls'])
  return [
    ...roles(items, 'assistant', 'tool', calls.length),
    ...unless(
      calls.every((call) => typeof field(call['function'], 'name') === 'string' || isJson(call['custom'])),
      'a call without a name'
    ),
    ...answered(calls.map(idOf), items.slice(1).map(resultOf))
  ]
}

/** xAI runs custom tools itself. */
const served =
  (name: string) =>
  (item: Json): Json =>
    name === 'xai-responses' && item['type'] === 'custom_tool_call' ? { ...item, type: 'served_call' } : item

export const turnFaults = ({ name, protocol }: AnyProvider, items: ReadonlyArray<unknown>): ReadonlyArray<string> => [
  ...unless(items.every(isJson), 'an item is no object'),
  ...rules[protocol.name](items.filter(isJson).map(served(name)))
]
