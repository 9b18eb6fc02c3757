/** What is asked of an input: that it folds well under every cut, and that its events are those that another parser tells. */
import { limitsOf } from '../../lib/data/Limits.ts'
import type { Message } from '../../lib/data/Message.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { withProvider } from '../fixtures/providers.ts'
import type { Pieces, Sound } from '../laws/sound.ts'
import { sound } from '../laws/sound.ts'
import { framingFaults } from './framings.ts'
import type { Input } from './inputs.ts'
import { cutAtRandom, cutText } from './mutate.ts'
import type { Random } from './random.ts'

const tight = limitsOf({
  line: 200,
  event: 160,
  events: 5,
  failures: 3,
  arguments: 12,
  message: 60,
  parts: 3,
  calls: 2,
  choices: 2,
  depth: 6,
  errorBody: 60
})

const optionsOf: ReadonlyArray<BodyOptions> = [
  {},
  { limits: tight },
  { status: 429, retryAfter: 1000 },
  { status: 500, limits: tight },
  { status: 200, contentType: 'application/json' },
  { limits: limitsOf({ ...tight, message: 4096, event: 4096, line: 4096 }) }
]

const known = new Map<string, Sound>()

const soundOf = ({ provider, options }: Input): Sound => {
  const key = `${options} ${provider}`
  const made = known.get(key) ?? withProvider(provider, (one) => sound(one, optionsOf[options]))
  known.set(key, made)
  return made
}

/** One fold of an input, for which alone its time is taken. */
export const fold = (input: Input): void => {
  if (input.framing === -1) soundOf(input).run([input.body])
  else framingFaults(input.framing)(input.body, [input.body])
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const textCuts = (body: Uint8Array, random: Random): ReadonlyArray<Pieces> => {
  try {
    return [cutText(decoder.decode(body), random)]
  } catch {
    return []
  }
}

const said = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const closedIn = ({ choices }: Message): ReadonlyArray<string> =>
  choices.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part._tag === 'ToolCall' && part.state === 'Closed' ? [JSON.stringify([part.name, part.arguments])] : []
    )
  )

const textsIn = ({ choices }: Message): string =>
  JSON.stringify(
    choices.map(({ parts }) => parts.flatMap((part) => (part._tag === 'Text' ? [part.text] : [])).join(''))
  )

/** What is wrong with a body beside the one that it was made from. */
const ofRule = (input: Input): ReadonlyArray<string> => {
  const { rule, body, original } = input
  if (rule === 'any') return []
  const { run } = soundOf(input)
  const [before, after] = [run([original]).outcome.message, run([body]).outcome.message]
  const known = closedIn(before)
  const closed = closedIn(after)
  return [
    ...closed.filter((call) => !known.includes(call)).map((call) => `closes ${call}`),
    ...(rule === 'lost' || JSON.stringify(closed) === JSON.stringify(known) ? [] : ['other calls are closed']),
    ...(rule === 'lost' || textsIn(before) === textsIn(after) ? [] : ['another text'])
  ]
}

const ofFold = (input: Input, random: Random): ReadonlyArray<string> => {
  const { body } = input
  return [...ofRule(input), ...ofBody(input, body, random)]
}

const ofBody = (input: Input, body: Uint8Array, random: Random): ReadonlyArray<string> =>
  soundOf(input).faults(body, cutAtRandom(body, random), ...(random.once(32) ? textCuts(body, random) : []))

/** What is wrong with an input. */
export const faultsOf = (input: Input, random: Random): ReadonlyArray<string> => {
  const { framing, body } = input
  try {
    return framing === -1 ? ofFold(input, random) : framingFaults(framing)(body, cutAtRandom(body, random))
  } catch (error) {
    return [`throws ${said(error)}`]
  }
}
