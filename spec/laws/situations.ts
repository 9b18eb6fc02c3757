/**
 * Tables of bodies that surprised users of streams, with their intended messages. Each body is folded whole, at every
 * cut, and resumed at every byte.
 */
import type { FinishReason } from '../../lib/data/FinishReason.ts'
import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { withProvider } from '../fixtures/providers.ts'
import { cutLaws } from './machine.ts'

/** The compared fields of an outcome. */
export interface Meaning {
  readonly outcome: Outcome['_tag']
  readonly text: string
  readonly reasoning: string
  /** Each call without its key. */
  readonly calls: ReadonlyArray<object>
  /** Kinds of failures and of repairs. */
  readonly failures: ReadonlyArray<string>
  readonly repairs: ReadonlyArray<string>
  readonly finish: FinishReason | undefined
  readonly usage: object
  /** Each part without its key. */
  readonly parts: ReadonlyArray<object>
  /** The number of choices. */
  readonly choices: number
}

export interface Situation {
  /** The symptom that users saw. */
  readonly symptom: string
  /** The issues that report it: `owner/repository#number`. Default: none, it is from recorded streams. */
  readonly threads?: string
  /** The name of the provider. Default: `openai-compatible`. */
  readonly provider?: string
  readonly body: string | Uint8Array
  /**
   * The intended message. Omitted fields of the first six default to `usual`; others are not compared. A truncated one
   * has an `EndedEarly`.
   */
  readonly expected: Partial<Meaning>
}

const usual = { outcome: 'Complete', text: '', reasoning: '', calls: [], repairs: [] }

const meaningOf = ({ _tag, message, failures, repairs }: Outcome): Meaning => {
  const { raw, ...usage } = message.usage ?? {}
  return {
    outcome: _tag,
    text: messageText(message),
    reasoning: messageReasoning(message),
    calls: messageToolCalls(message).map(({ key, ...call }) => call),
    failures: failures.map((failure) => failure._tag),
    repairs: repairs.map((repair) => repair._tag),
    finish: firstChoice(message)?.finishReason,
    usage,
    parts: (firstChoice(message)?.parts ?? []).map(({ key, ...part }) => part),
    choices: message.choices.length
  }
}

export const closed = (id: string, name: string, args: string, rest: object = {}): object => ({
  _tag: 'ToolCall',
  state: 'Closed',
  id,
  name,
  arguments: args,
  ...rest
})

/** A call for which the provider sent no id. */
export const closedWithoutId = (id: string, name: string, args: string): object =>
  closed(id, name, args, { syntheticId: true })

export const truncated = (id: string, name: string, args: string): object => ({
  ...closed(id, name, args),
  state: 'Truncated'
})

const titled = (situation: Situation): readonly [title: string, situation: Situation] => {
  const { symptom, threads } = situation
  return [threads === undefined ? symptom : `${symptom} (${threads})`, situation]
}

export const situations = (table: ReadonlyArray<Situation>): void => {
  describe.each(table.map(titled))('%s', (_title, { provider = 'openai-compatible', body, expected }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const failures = expected.outcome === 'Truncated' ? ['EndedEarly'] : []
    const meant = { ...usual, failures, ...expected }

    withProvider(provider, (one) => {
      it('folds to the intended message', () => {
        const seen = Object.entries(meaningOf(foldBody(one, bytes))).filter(([name]) => Object.hasOwn(meant, name))
        expect(Object.fromEntries(seen)).toEqual(meant)
      })

      cutLaws(foldMachine(one), bytes, (states) => '.'.repeat(states.length))
    })
  })
}
