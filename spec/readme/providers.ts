/** What the READMEs say of the providers, made from the providers and their answers. */
import type { Message } from '../../lib/data/Message.ts'
import type { Framing } from '../../lib/machine/framing/frames.ts'
import type { ProtocolName } from '../../lib/protocols/Protocol.ts'
import type { TerminalKind } from '../../lib/protocols/Provider.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { answers } from '../fixtures/answers.ts'
import { exported } from '../fixtures/providers.ts'

/** The protocols in the order of the READMEs. */
const protocols: Readonly<Record<ProtocolName, string>> = {
  'openai-chat': 'OpenAI Chat',
  'openai-responses': 'OpenAI Responses',
  'anthropic-messages': 'Anthropic Messages',
  'google-generate': 'Google generateContent',
  'google-interactions': 'Google Interactions',
  'bedrock-converse': 'Bedrock Converse',
  'ollama-chat': 'Ollama chat',
  'cohere-chat': 'Cohere chat v2'
}

const framings: Readonly<Record<Framing['name'], string>> = {
  sse: 'SSE',
  ndjson: 'NDJSON',
  awsEventStream: 'AWS event stream'
}

const terminals: Readonly<Record<TerminalKind, string>> = {
  sentinel: '`[DONE]`',
  event: 'an event',
  finish: 'a finish reason and the end of the body',
  done: '`[DONE]` alone'
}

type Named = (typeof exported)[number]

const ofProtocol = (protocol: string): ReadonlyArray<Named> =>
  exported.filter(([, provider]) => provider.protocol.name === protocol)

/** The kinds of data that were read of the provider's answer, beside text and calls. */
const reportsOf = ({ choices, usage = {} }: Message): string => {
  const parts = choices.flatMap((choice) => choice.parts)
  const { totalTokens, cost, cacheReadInputTokens, cacheCreationInputTokens } = usage
  const reports: ReadonlyArray<readonly [what: string, is: boolean]> = [
    ['reasoning', parts.some(({ _tag }) => _tag === 'Reasoning')],
    ['usage', totalTokens !== undefined],
    ['cost', cost !== undefined],
    ['cache', (cacheReadInputTokens ?? cacheCreationInputTokens) !== undefined],
    ['citations', parts.some(({ _tag }) => _tag === 'Citation')]
  ]
  return reports.flatMap(([what, is]) => (is ? [what] : [])).join(', ')
}

const rowOf = ([value, provider]: Named): string => {
  const { name, terminal, source, protocol } = provider
  const answer = answers.find((one) => one.provider === name)
  if (answer === undefined) throw new Error(`there is no answer of ${name}`)
  const cells = [
    `\`${name}\``,
    `\`${value}\``,
    protocols[protocol.name],
    framings[opened(provider).framing.name],
    terminals[terminal],
    reportsOf(foldBody(provider, answer.stream).message),
    `[docs](${source})${answer.read === undefined ? '' : `, ${answer.read}`}`
  ]
  return `| ${cells.join(' | ')} |`
}

const table = (): string =>
  [
    '| name | value | protocol | framing | ends with | reports | page |',
    '|---|---|---|---|---|---|---|',
    ...Object.keys(protocols).flatMap((protocol) => ofProtocol(protocol).map(rowOf))
  ].join('\n')

const list = (): string =>
  Object.entries(protocols)
    .map(([protocol, title]) => {
      const values = ofProtocol(protocol).map(([value]) => `\`${value}\``)
      return `- **${title}**: ${values.join(', ')}`
    })
    .join('\n')

/** What is written into which file. */
export const written: ReadonlyArray<readonly [file: string, text: () => string]> = [
  ['README.md', list],
  ['lib/providers/README.md', table]
]

const begin = '<!-- providers: npm run readme -->\n'
const end = '\n<!-- end of providers -->'

/** A file with the text between its marks; `undefined` where it has no marks. */
export const withText = (file: string, text: string): string | undefined => {
  const [before, rest] = file.split(begin)
  const after = rest?.split(end)[1]
  return before === undefined || after === undefined ? undefined : before + begin + text + end + after
}
