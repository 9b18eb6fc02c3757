/** A typed object that streams in: an answer whose text is JSON, shown as it grows, and checked at its end. */
import type { Chunk, Result } from 'deltafold'
import { openRouter, partialObject, readChunks, rights } from 'deltafold'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { from, map } from 'rxjs'

const Recipe = t.type({ title: t.string, minutes: t.number, steps: t.array(t.string) })

/** One line for each state of the recipe. */
export const recipe = (chunks: Observable<Result<Chunk>>): Observable<string> =>
  chunks.pipe(
    partialObject(Recipe),
    rights(),
    map((one) => {
      if (one.complete) {
        return E.isRight(one.value)
          ? `${one.value.right.title}: ${one.value.right.steps.length} steps, ${one.value.right.minutes} minutes`
          : `no recipe: ${one.value.left.message}`
      }
      const { title = '', steps = [] } = one.value ?? {}
      return `${title}${steps.map((step) => ` · ${step}`).join('')} …`
    })
  )

const written = '```json\n{"title":"Tea","minutes":4,"steps":["Boil water","Pour it","Wait"]}\n```'

/** An answer as a provider streams it, some characters an event. */
export const answer = (text: string = written, size = 12): Observable<Result<Chunk>> => {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size))
  const events = pieces.map((content) => ({ choices: [{ delta: { content } }] }))
  const all = [...events, { choices: [{ delta: {}, finish_reason: 'stop' }] }]
  return from([...all.map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n']).pipe(
    readChunks(openRouter)
  )
}
