/** Work is linear in what came, whatever it is cut into and whatever it adds up to. */
import { measureScaling } from '../bench/scaling.mjs'
import { atMost } from './rows.mjs'

// With each event the list of the calls is copied, and its limit is 128: no more than that can be lost on it.
const bounds = { 'tool calls': 1.5 }

const exponents = () =>
  measureScaling({ isQuick: true, progress: () => undefined }).map(({ title, exponent }) =>
    atMost(`exponent of ${title}`, exponent, bounds[title] ?? 1.15)
  )

export const parts = { time: exponents }
