/**
 * What the main job shows in a terminal. It only ever appends, so that it reads the same in a pipe; colour is left out
 * there and where `NO_COLOR` is set.
 */
import type { Failure, Outcome, ToolCall, Usage } from 'deltafold'

export interface View {
  readonly title: (text: string) => void
  readonly text: (fragment: string) => void
  readonly calls: (calls: ReadonlyArray<ToolCall>) => void
  readonly outcome: (outcome: Outcome) => void
  readonly note: (text: string) => void
  readonly total: (name: string, turns: number, usage: Usage) => void
}

type Paint = (text: string) => string

const painter =
  (colour: boolean) =>
  (code: number): Paint =>
  (text) =>
    colour ? `\u001b[${code}m${text}\u001b[0m` : text

const money = (cost: number | undefined): string => (cost === undefined ? 'cost not reported' : `$${cost.toFixed(6)}`)

const tokens = ({ inputTokens, outputTokens }: Usage): string => `${inputTokens ?? '?'} + ${outputTokens ?? '?'} tokens`

const reasonOf = (failure: Failure): string => {
  if (failure._tag !== 'ProviderFailure') return failure.message
  const from = failure.upstream === undefined ? '' : ` (${failure.upstream})`
  return `${failure.status ?? failure.code ?? ''} ${failure.message}${from}`
}

export const terminalView = (write: (text: string) => void, colour: boolean): View => {
  const paint = painter(colour)
  const bold = paint(1)
  const dim = paint(2)
  const green = paint(32)
  const red = paint(31)
  const cyan = paint(36)

  // How much of each call is on the screen, and what the line under the cursor belongs to.
  let shown: ReadonlyArray<string> = []
  let at: 'start' | 'text' | number = 'start'

  const begin = (what: typeof at): void => {
    if (at !== 'start') write('\n')
    if (what !== 'start') write('  ')
    at = what
  }

  return {
    title: (text) => {
      begin('start')
      write(`\n${bold(text)}\n`)
    },
    text: (fragment) => {
      if (at !== 'text') begin('text')
      write(fragment.replaceAll('\n', '\n  '))
    },
    calls: (calls) => {
      calls.forEach(({ name, arguments: text }, i) => {
        const now = `${name} ${text}`
        const before = shown[i]
        if (now === before) return
        if (at !== i) {
          begin(i)
          write(`${cyan('call')} ${now}`)
        } else write(now.slice((before ?? '').length))
      })
      shown = calls.map(({ name, arguments: text }) => `${name} ${text}`)
    },
    outcome: ({ _tag, message, failures }) => {
      begin('start')
      shown = []
      const [choice] = message.choices
      const facts = [
        _tag === 'Complete' ? green('complete') : red(_tag.toLowerCase()),
        ...failures.map(reasonOf),
        ...(choice?.finishReason === undefined ? [] : [choice.finishReason]),
        ...(message.usage === undefined ? [] : [tokens(message.usage), money(message.usage.cost)])
      ]
      write(`  ${facts.join(dim(' · '))}\n`)
    },
    note: (text) => {
      begin('start')
      write(`  ${dim(text)}\n`)
    },
    total: (name, turns, usage) => {
      const facts = [`${turns} answers`.padEnd(12), tokens(usage).padEnd(18), money(usage.cost)]
      write(`  ${name.padEnd(44)} ${facts.join('  ')}\n`)
    }
  }
}
