/** Readers of the wires of user interfaces, as strict as their clients: what they show, and what they would refuse. */
import { field, textOf } from '../../lib/codec/field.ts'
import type { EncodedEvent } from '../../lib/encoding/index.ts'

export interface Shown {
  readonly text: string
  readonly reasoning: string
  /** The ids of the calls that the client may run, with their arguments, which the first wire has parsed. */
  readonly ran: ReadonlyArray<string>
  readonly end: 'finish' | 'error' | 'none'
  readonly faults: ReadonlyArray<string>
}

const jsonOf = ({ data }: EncodedEvent): unknown => (data === '[DONE]' ? { type: 'DONE' } : JSON.parse(data))

/** The AI SDK's UI message stream: https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol */
export const readUI = (events: ReadonlyArray<EncodedEvent>): Shown => {
  const faults: string[] = []
  const open = new Set<string>()
  const ran: string[] = []
  let text = ''
  let reasoning = ''
  let end: Shown['end'] = 'none'
  const need = (isFine: boolean, fault: string): void => {
    if (!isFine) faults.push(fault)
  }
  events.map(jsonOf).forEach((json, i) => {
    const type = textOf(field(json, 'type'))
    const id = textOf(field(json, 'id')) || textOf(field(json, 'toolCallId'))
    const isError = type === 'error'
    need((type === 'start') === (i === 0) || isError, `${i}: ${type}`)
    need(end === 'none' || type === 'DONE', `${type} after the end`)
    const name = type.replace(/-(start|delta|end|available|error)$/, '')
    if (/^(text|reasoning|tool-input)-start$/.test(type)) {
      need(!open.has(id), `${id} starts twice`)
      open.add(`${name} ${id}`)
    }
    if (/^(text|reasoning|tool-input)-(delta|end|available|error)$/.test(type)) {
      need(open.has(`${name} ${id}`), `${type} of ${id}, which is not open`)
      if (!type.endsWith('delta')) open.delete(`${name} ${id}`)
    }
    if (type === 'text-delta') text += textOf(field(json, 'delta'))
    if (type === 'reasoning-delta') reasoning += textOf(field(json, 'delta'))
    if (type === 'tool-input-available') ran.push(`${id} ${JSON.stringify(field(json, 'input'))}`)
    if (type === 'finish') end = 'finish'
    if (isError) end = 'error'
  })
  const shown: Shown = { text, reasoning, ran, end, faults }
  return shown.end === 'finish' && open.size > 0 ? { ...shown, faults: [...faults, 'open at the end'] } : shown
}

/** AG-UI: https://docs.ag-ui.com/concepts/events */
export const readAGUI = (events: ReadonlyArray<EncodedEvent>): Shown => {
  const faults: string[] = []
  const open = new Set<string>()
  const ran: string[] = []
  const inputs = new Map<string, string>()
  let text = ''
  let reasoning = ''
  let end: Shown['end'] = 'none'
  const need = (isFine: boolean, fault: string): void => {
    if (!isFine) faults.push(fault)
  }
  events.map(jsonOf).forEach((json, i) => {
    const type = textOf(field(json, 'type'))
    const id = textOf(field(json, 'messageId')) || textOf(field(json, 'toolCallId'))
    const delta = textOf(field(json, 'delta'))
    need((type === 'RUN_STARTED') === (i === 0) || type === 'RUN_ERROR', `${i}: ${type}`)
    need(end === 'none', `${type} after the end`)
    const name = type.replace(/_(START|CONTENT|ARGS|END)$/, '')
    if (type.endsWith('_START')) {
      need(!open.has(`${name} ${id}`), `${type} of ${id}, which is open`)
      open.add(`${name} ${id}`)
    }
    if (/_(CONTENT|ARGS|END)$/.test(type)) need(open.has(`${name} ${id}`), `${type} of ${id}, which is not open`)
    if (type.endsWith('_END')) open.delete(`${name} ${id}`)
    if (type.endsWith('_CONTENT')) need(delta !== '', `${type} is empty`)
    if (type === 'TEXT_MESSAGE_CONTENT') text += delta
    if (type === 'REASONING_MESSAGE_CONTENT') reasoning += delta
    if (type === 'TOOL_CALL_ARGS') inputs.set(id, (inputs.get(id) ?? '') + delta)
    if (type === 'TOOL_CALL_END') ran.push(`${id} ${inputs.get(id) ?? ''}`)
    if (type === 'RUN_FINISHED') end = 'finish'
    if (type === 'RUN_ERROR') end = 'error'
  })
  const shown: Shown = { text, reasoning, ran, end, faults }
  return shown.end === 'finish' && open.size > 0 ? { ...shown, faults: [...faults, 'open at the end'] } : shown
}
