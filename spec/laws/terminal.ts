/** Whether a body can be complete, decided without code of the library, for bodies of any bytes. */
import type { Framing } from '../../lib/machine/framing/frames.ts'
import type { TerminalKind } from '../../lib/protocols/Provider.ts'
import { eventsOf } from '../fuzz/events.ts'

export interface Ending {
  readonly framing: Framing
  readonly terminal: TerminalKind
}

const isDone = /"done"\s*:\s*true/

const words: Readonly<Record<TerminalKind, RegExp>> = {
  sentinel: /\[DONE\]/,
  finish: /finish_?reason|\[DONE\]/i,
  event:
    /message_stop|message-end|messageStop|response\.(completed|incomplete)|interaction\.(completed|incomplete|requires_|budget_)/,
  done: /\[DONE\]/
}

const decoder = new TextDecoder()

const isBinary = ({ framing }: Ending, body: Uint8Array): boolean =>
  framing.name === 'awsEventStream' && (body[0] ?? 9) < 9

const textOf = (ending: Ending, body: Uint8Array): string =>
  isBinary(ending, body)
    ? eventsOf(ending.framing.name, body)
        .map(({ bytes, json }) => `${decoder.decode(bytes)}\n${json}`)
        .join('\n')
    : decoder.decode(body)

/** A JSON body is complete at its own end, except for providers that stream lines. */
const isJson = (ending: Ending, text: string): boolean => ending.framing.name !== 'ndjson' && /^\s*[[{]/.test(text)

export const mayBeWhole = (ending: Ending, body: Uint8Array): boolean => {
  const text = textOf(ending, body)
  if (!isBinary(ending, body) && isJson(ending, text)) return true
  return (ending.framing.name === 'ndjson' ? isDone : words[ending.terminal]).test(text)
}
