/** Bodies that never come to an end of what they began: a typed failure at the limit, and no more memory than it allows. */
import {
  collectMessage,
  defaultLimits,
  foldMachine,
  fromResponse,
  openRouter,
  readChunksMachine,
  parseSSEMachine
} from 'deltafold'
import { lastValueFrom } from 'rxjs'

import { argued, bytes, repeated, said } from './events.mjs'
import { growthOf, heldNow, MiB } from './memory.mjs'
import { atMost, exactly } from './rows.mjs'

/** An engine that may take more memory before it collects garbage takes it, and then nothing is seen. */
export const flags = ['--max-old-space-size=96', '--max-semi-space-size=4']

const MB = 1e6
const LINE = defaultLimits.line
// The ends of its lines do not count for an event.
const EVENT = (defaultLimits.event * 'data: a\n'.length) / 'data: a'.length

/** Steps a machine through pieces until it is done, looking at the memory now and then. */
const through = (machine, pieces, look) => {
  let state = machine.initial
  const outputs = []
  let read = 0
  let steps = 0
  for (const piece of pieces) {
    if (machine.done(state)) break
    state = machine.step(state, piece, (output) => {
      if (outputs.length < 8) outputs.push(output)
    })
    read += piece.length
    steps += 1
    if (steps % 256 === 0) look(state)
  }
  return { state, outputs, read }
}

function* after(begin, pieces) {
  yield bytes(begin)
  yield* pieces
}

/** A run that is thrown away, so that what code and buffers cost is paid before anything is measured. */
const warm = (body, piece) => through(readChunksMachine(openRouter), body(piece, 2 * MB), () => undefined)

const failing = (body, piece, total, tag, passed) => async () => {
  warm(body, piece)
  const { result, growth } = await growthOf((look) => through(readChunksMachine(openRouter), body(piece, total), look))
  const [failure] = result.outputs.map(({ left }) => left)
  return [
    exactly('failure', failure?._tag, tag),
    atMost('bytes read beyond the limit', result.read - passed, piece + 16),
    atMost('growth of resident memory', growth, 96, 'MiB')
  ]
}

const skipping = (body, piece) => async () => {
  warm(body, piece)
  const { result, growth } = await growthOf((look) =>
    through(readChunksMachine(openRouter), body(piece, 100 * MB), look)
  )
  return [
    exactly('failure', result.outputs[0]?.left?._tag, 'LineTooLong'),
    atMost('growth of resident memory', growth, 96, 'MiB')
  ]
}

const line = (piece, total) => after('data: ', repeated('a', piece, total))
const comment = (piece, total) => after(': ', repeated('a', piece, total))
const field = (piece, total) => after('unknown: ', repeated('a', piece, total))
const event = (piece, total) => repeated('data: a\n', piece, total)
const comments = (piece, total) => repeated(': alive\n\n', piece, total)
const fields = (piece, total) => repeated('unknown: field\n', piece, total)

/** What is no data leaves nothing behind. */
const nothing =
  (body, total = 100 * MB) =>
  async () => {
    const machine = parseSSEMachine()
    const { state } = through(machine, body(1460, 1 * MB), () => undefined)
    const before = heldNow()
    const { state: last } = through({ ...machine, initial: state }, body(1460, total), () => undefined)
    return [
      exactly('failures', last.second.over, false),
      atMost(`growth of the heap over ${total / MB} MB`, heldNow() - before, 1, 'MiB')
    ]
  }

/** Ten million fragments of one byte: what the message holds at the end of them, or at its limit. */
const fragments = (begin, fragment, expected) => async () => {
  const machine = foldMachine(openRouter)
  through(machine, after(begin, repeated(fragment, 65536, 2 * MB)), () => undefined)
  const before = heldNow()
  let most = 0
  const { state } = through(machine, after(begin, repeated(fragment, 65536, fragment.length * 10e6)), () => {
    most = Math.max(most, process.memoryUsage().heapUsed / MiB - before)
  })
  const held = heldNow() - before
  const failures = []
  machine.end(state, ({ failures: told }) => failures.push(...told))
  return [
    exactly(
      'failures',
      failures.map(({ _tag, of }) => `${_tag} of ${of}`),
      expected
    ),
    atMost('growth of the live heap', held, 64, 'MiB')
  ]
}

/** An error body of 100 MB: so much of it is read as is kept, and then its stream is canceled. */
const errorBody = async () => {
  let given = 0
  let canceled = 0
  const piece = new Uint8Array(1460).fill(97)
  const stream = new ReadableStream({
    pull: (controller) => {
      given += piece.length
      if (given > 100 * MB) controller.close()
      else controller.enqueue(piece)
    },
    cancel: () => {
      canceled += 1
    }
  })
  const response = new Response(stream, { status: 500 })
  const { failures } = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
  return [
    exactly(
      'failures',
      failures.map(({ _tag }) => _tag),
      'HttpFailure'
    ),
    exactly('canceled', canceled, 1),
    atMost('bytes read', given, defaultLimits.errorBody + 3 * piece.length)
  ]
}

export const parts = {
  'an error body of 100 MB': errorBody,
  'a line, in pieces of 64 KiB': failing(line, 65536, 100 * MB, 'LineTooLong', LINE),
  'a line, in pieces of 1460 bytes': failing(line, 1460, 100 * MB, 'LineTooLong', LINE),
  'a line, in pieces of 1 byte': failing(line, 1, 20 * MB, 'LineTooLong', LINE),
  'a comment': skipping(comment, 65536),
  'an unknown field': skipping(field, 1460),
  'an event of data lines, in pieces of 64 KiB': failing(event, 65536, 100 * MB, 'EventTooLarge', EVENT),
  'an event of data lines, in pieces of 1460 bytes': failing(event, 1460, 100 * MB, 'EventTooLarge', EVENT),
  'a comment, but for its end': nothing(comment, 10 * MB),
  'an unknown field, but for its end': nothing(field, 10 * MB),
  comments: nothing(comments),
  'unknown fields': nothing(fields),
  'ten million characters of text': fragments('', said('a'), ''),
  'ten million characters of arguments': fragments(argued('"', 'a', 'add'), argued('a'), 'LimitExceeded of arguments'),
  'ten million characters of arguments that wait for a name': fragments('', argued('a', 'a'), '')
}
