/** A form that fills in while the model writes a call: its fields, typed, at each change, then the whole call. */
import type { Chunk, Result } from 'deltafold'
import { rights, typedArguments } from 'deltafold'
import * as t from 'io-ts'
import type { Observable } from 'rxjs'
import { distinctUntilChanged, map } from 'rxjs'

const tools = { weather: t.type({ location: t.string }), add: t.type({ a: t.number, b: t.number }) }

const field = (name: string, value: string | number | undefined): string => `${name} [${value ?? ''}]`

/** One line for each state of the form; those of a call that is still written end with `…`. */
export const form = (chunks: Observable<Result<Chunk>>): Observable<string> =>
  chunks.pipe(
    typedArguments(tools),
    rights(),
    map((one) => {
      if (one._tag === 'UnknownTool') return one.message
      if (one._tag === 'WholeArguments') {
        return one.value._tag === 'Right' ? `${one.name} ${JSON.stringify(one.value.right)}` : one.value.left.message
      }
      // No field is certain to be there yet, and the compiler knows.
      return one.name === 'weather'
        ? `weather ${field('location', one.value?.location)} …`
        : `add ${field('a', one.value?.a)} ${field('b', one.value?.b)} …`
    }),
    distinctUntilChanged()
  )
