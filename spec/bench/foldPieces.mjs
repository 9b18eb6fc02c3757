/** The machine by hand, as one who uses no operators folds a body. */
import { foldMachine } from './library.mjs'

/** The outcome of a body that comes in these pieces. */
export const foldPieces = (provider, pieces) => {
  const machine = foldMachine(provider)
  let state = machine.initial
  let last
  const see = (message) => {
    last = message
  }
  for (const piece of pieces) state = machine.step(state, piece, see)
  machine.end(state, see)
  return last
}
