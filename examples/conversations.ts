/**
 * The main job: five recorded conversations, asked over HTTP and folded as they arrive.
 *
 * It prints a block for each conversation (text as it comes, the arguments of each call growing, the second turn, a 429
 * and the retry, what it cost), then the totals. The final messages do not depend on the pace or on the cuts.
 */
import type { Chunk, Outcome, Result } from 'deltafold'
import {
  accumulateToolCalls,
  collectMessage,
  fanOut,
  groq,
  openRouter,
  rights,
  textFragments,
  UsageMonoidSum
} from 'deltafold'
import type { Observable } from 'rxjs'
import { concat, concatMap, defer, EMPTY, from, map, mergeMap, of, tap, timer, toArray } from 'rxjs'

import { ask } from './ask.ts'
import type { Cassette } from './replay/cassettes.ts'
import type { View } from './view.ts'

export interface Conversation {
  readonly name: string
  readonly outcomes: ReadonlyArray<Outcome>
}

const MAX_TRIES = 3

const send = (url: string, body: string): Observable<Result<Chunk>> =>
  url.includes('/groq-') ? ask(groq, url, body) : ask(openRouter, url, body)

const isRateLimit = ({ failures }: Outcome): boolean =>
  failures.some((failure) => failure._tag === 'ProviderFailure' && failure.status === 429)

/** One turn: the outcome of each try, of which the last is the answer. */
const turn = (url: string, request: string, wait: number, view: View, tries = 1): Observable<Outcome> =>
  send(url, request).pipe(
    fanOut({
      text: (chunks) => chunks.pipe(textFragments(), rights()),
      calls: (chunks) => chunks.pipe(accumulateToolCalls(), rights()),
      outcome: collectMessage()
    }),
    mergeMap((seen) => {
      if (seen._tag === 'text') view.text(seen.value)
      if (seen._tag === 'calls') view.calls(seen.value)
      if (seen._tag !== 'outcome') return EMPTY
      view.outcome(seen.value)
      if (!isRateLimit(seen.value) || tries === MAX_TRIES) return of(seen.value)
      view.note(`the same question again, in ${wait} ms`)
      const again = timer(wait).pipe(mergeMap(() => turn(url, request, wait, view, tries + 1)))
      return concat(of(seen.value), again)
    })
  )

/** The contents of the messages of one role in a request. */
const said = (request: string, by: string): ReadonlyArray<string> => {
  const { messages } = JSON.parse(request) as { messages: ReadonlyArray<{ role: string; content: string }> } // recorded
  return messages.filter(({ role }) => role === by).map(({ content }) => content)
}

/** The questions of a conversation; one that was asked twice because of an error stands once. */
const questions = ({ interactions }: Cassette): ReadonlyArray<string> =>
  interactions.map(({ request }) => request).filter((request, i, all) => request !== all[i - 1])

const converse = (cassette: Cassette, url: string, wait: number, view: View): Observable<Conversation> =>
  defer(() => {
    view.title(cassette.title)
    return from(questions(cassette)).pipe(
      concatMap((request, i) => {
        if (i === 0) view.note(`asked: ${said(request, 'user').join(' ')}`)
        else view.note(`tool results: ${said(request, 'tool').join(', ')}`)
        return turn(url, request, wait, view)
      }),
      toArray(),
      map((outcomes) => ({ name: cassette.title, outcomes }))
    )
  })

const total = ({ outcomes }: Conversation) =>
  outcomes.map(({ message }) => message.usage ?? {}).reduce(UsageMonoidSum.concat, UsageMonoidSum.empty)

/** All conversations, one after the other, then what they cost. */
export const conversations = (
  cassettes: ReadonlyArray<Cassette>,
  urlOf: (cassette: string) => string,
  wait: number,
  view: View
): Observable<ReadonlyArray<Conversation>> =>
  from(cassettes).pipe(
    concatMap((cassette) => converse(cassette, urlOf(cassette.name), wait, view)),
    toArray(),
    tap((all) => {
      view.title('Totals')
      all.forEach((one) => {
        view.total(one.name, one.outcomes.length, total(one))
      })
      view.total(
        'all',
        all.flatMap(({ outcomes }) => outcomes).length,
        all.map(total).reduce(UsageMonoidSum.concat, {})
      )
    })
  )
