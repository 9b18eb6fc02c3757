/** `npm run example -- NAME`: runs an example against the recorded conversations, and prints what it gives. */
import type { AddressInfo } from 'node:net'

import type { Outcome, ToolRunEvent } from 'deltafold'
import { groq, isOutcome, messageText, openRouter } from 'deltafold'
import type { Observable } from 'rxjs'
import { filter, lastValueFrom, of as just, tap } from 'rxjs'

import { approval } from './approval.ts'
import { ask } from './ask.ts'
import { chat } from './chat.ts'
import { form } from './form.ts'
import { proxy } from './proxy.ts'
import { readCassettes } from './replay/cassettes.ts'
import { startReplay } from './replay/server.ts'
import { outcomeWithRetry } from './retry.ts'
import { client } from './sdk.ts'
import type { ChatRequest } from './toolLoop.ts'
import { toolLoop } from './toolLoop.ts'
import { twoProviders } from './twoProviders.ts'
import { answer, recipe } from './typedObject.ts'
import { usageMeter } from './usageMeter.ts'

/** Where a recorded conversation is answered, and how it begins. */
export interface Recorded {
  readonly url: string
  readonly body: string
}

type Print = (text: string) => void

const shown = async <A>(values: Observable<A>, show: (value: A) => string, print: Print): Promise<void> => {
  await lastValueFrom(values.pipe(tap((value) => print(`${show(value)}\n`))))
}

const brief = ({ _tag, message, failures }: Outcome): string =>
  [_tag, ...failures.map((failure) => failure.message), messageText(message)].join(' · ')

const isNews = (event: ToolRunEvent): boolean => event._tag !== 'Message' || isOutcome(event.state)

const line = (event: ToolRunEvent): string => {
  switch (event._tag) {
    case 'Message':
      return isOutcome(event.state) ? brief(event.state) : ''
    case 'Retry':
      return `again, because: ${event.failure?.message ?? ''}`
    case 'ToolStart':
      return `${event.call.name} ${event.call.arguments}`
    case 'ToolEnd':
      return `${event.call.name} = ${typeof event.result === 'string' ? event.result : 'an error'}`
    case 'End': {
      const { run, _tag } = event.end
      return `${_tag} after ${run.turns} answers and ${run.usage.totalTokens ?? '?'} tokens`
    }
  }
}

const throughProxy = async ({ url, body }: Recorded, print: Print): Promise<void> => {
  const server = proxy(url, (outcome) => print(`the proxy saw: ${brief(outcome)}\n`))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo // it listens on a port
  const received = await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).arrayBuffer()
  print(`the client got ${received.byteLength} bytes\n`)
  await new Promise((closed) => server.close(closed))
}

/** The examples by name. `of` finds a recorded conversation by a part of its name. */
export const examples: Readonly<Record<string, (of: (name: string) => Recorded, print: Print) => Promise<void>>> = {
  chat: async (of, print) => {
    const { url, body } = of('baseten')
    const outcome = await lastValueFrom(chat(url, body, print))
    print(`\n${outcome._tag}\n`)
  },
  'tool-loop': (of, print) => {
    const { url, body } = of('deepinfra')
    const request = JSON.parse(body) as ChatRequest // recorded
    const events = toolLoop(openRouter, (asked) => ask(openRouter, url, asked), request, { base: 200, spread: 200 })
    return shown(events.pipe(filter(isNews)), line, print)
  },
  approval: (of, print) => {
    const { url, body } = of('groq')
    const request = JSON.parse(body) as ChatRequest // recorded
    const agree = (calls: ReadonlyArray<{ readonly key: number }>) =>
      just(calls.map(({ key }) => ({ key, approved: true })))
    const events = approval(groq, (asked) => ask(groq, url, asked), agree, request)
    return shown(events.pipe(filter(isNews)), line, print)
  },
  'usage-meter': (of, print) => {
    const answers = ['chutes', 'baseten', 'fireworks'].map(of).map(({ url, body }) => ask(openRouter, url, body))
    return shown(usageMeter(answers), ({ totalTokens, cost }) => `${totalTokens} tokens, $${cost?.toFixed(6)}`, print)
  },
  'two-providers': (of, print) => {
    const [one, other] = [of('fireworks'), of('groq')]
    const both = twoProviders(ask(openRouter, one.url, one.body), ask(groq, other.url, other.body))
    return shown(both, ([left, right]) => `${left} | ${right}`, print)
  },
  retry: (of, print) => {
    const { url, body } = of('deepinfra')
    return shown(outcomeWithRetry(ask(openRouter, url, body), 3, { spread: 500, base: 500 }), brief, print)
  },
  sdk: async (of, print) => {
    const { url, body } = of('chutes')
    const message = await client(url).complete(JSON.parse(body) as object) // recorded
    print(`${messageText(message)}\n`)
  },
  proxy: (of, print) => throughProxy(of('fireworks'), print),
  form: (of, print) => {
    const { url, body } = of('baseten')
    return shown(form(ask(openRouter, url, body)), (line) => line, print)
  },
  'typed-object': (_of, print) => shown(recipe(answer()), (line) => line, print)
}

export const runExample = async (name: string, print: Print): Promise<boolean> => {
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined
  if (example === undefined) return false
  const cassettes = readCassettes()
  const server = await startReplay(cassettes, { eventDelay: 0 })
  const of = (part: string): Recorded => {
    const found = cassettes.find((cassette) => cassette.name.includes(part))
    return { url: server.urlOf(found?.name ?? ''), body: found?.interactions[0]?.request ?? '' }
  }
  try {
    await example(of, print)
  } finally {
    await server.close()
  }
  return true
}
