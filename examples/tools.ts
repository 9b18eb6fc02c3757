/** Tools that the recorded conversations call. */
import { tool } from 'deltafold'
import * as t from 'io-ts'

const Two = t.type({ a: t.number, b: t.number })

export const tools = {
  add: tool({ schema: Two, run: ({ a, b }) => String(a + b) }),
  multiply: tool({ schema: Two, run: ({ a, b }) => String(a * b) }),
  weather: tool({ schema: t.type({ location: t.string }), run: () => '40 C' })
}
