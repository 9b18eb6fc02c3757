/**
 * How much deltafold costs over a loop written by hand that checks nothing: the same bytes, in the same run, in rotated
 * rounds; the medians as ratios to the loop. Needs `npm run build` before, and `node --no-flush-bytecode` to be fair.
 */
import { performance } from 'node:perf_hooks'

import { accumulateMessage, collectMessage, fold, foldBody, openRouter, readChunks, text, toolCalls } from 'deltafold'
import { from } from 'rxjs'

const EVENTS = 10_000
const ROUNDS = 30
const WARM_UP = 8

const words = ['The', ' results', ' are', ':\n', '-', ' Addition', ' of', ' numbers', '.', ' and']
const envelope = {
  id: 'gen-1758647798-0GcvJjLriIRfE2vwqWPO',
  provider: 'Fireworks',
  model: 'moonshotai/kimi-k2-0905',
  object: 'chat.completion.chunk',
  created: 1758647798
}
const event = (delta, finish, rest = {}) =>
  `data: ${JSON.stringify({
    ...envelope,
    choices: [{ index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null }],
    ...rest
  })}\n\n`

const CALLS = 8

const textDelta = (_, i) => event({ role: 'assistant', content: words[i % words.length] }, null)

const callDelta = (_, i) => {
  const index = Math.floor((i * CALLS) / EVENTS)
  const isFirst = i % (EVENTS / CALLS) === 0
  const begins = isFirst ? { id: `call_${index}` } : {}
  const name = isFirst ? { name: 'search' } : {}
  const call = { index, ...begins, type: 'function', function: { ...name, arguments: isFirst ? '"' : 'word ' } }
  return event({ role: 'assistant', content: null, tool_calls: [call] }, null)
}

const bodyOf = (delta, finish) =>
  new TextEncoder().encode(
    [
      ...Array.from({ length: EVENTS }, delta),
      event({ role: 'assistant', content: '' }, finish),
      event({ role: 'assistant', content: '' }, null, {
        usage: { prompt_tokens: 210, completion_tokens: EVENTS, total_tokens: EVENTS + 210, cost: 0.0002635 }
      }),
      'data: [DONE]\n\n'
    ].join('')
  )

const inPieces = (body, size) =>
  Array.from({ length: Math.ceil(body.length / size) }, (_, i) => body.subarray(i * size, (i + 1) * size))

/** What one would write by hand, on a good day: no codec, no positions, no limits, LF only. */
const byHand = (pieces) => {
  const decoder = new TextDecoder()
  let buffer = ''
  let said = ''
  const calls = []
  for (const piece of pieces) {
    buffer += decoder.decode(piece, { stream: true })
    let start = 0
    for (let end = buffer.indexOf('\n'); end !== -1; end = buffer.indexOf('\n', start)) {
      const line = buffer.slice(start, end)
      start = end + 1
      if (!line.startsWith('data: ') || line === 'data: [DONE]') continue
      const delta = JSON.parse(line.slice(6)).choices[0]?.delta
      if (delta?.content) said += delta.content
      for (const { index, function: part } of delta?.tool_calls ?? [])
        calls[index] = (calls[index] ?? '') + part.arguments
    }
    buffer = buffer.slice(start)
  }
  return [said, ...calls].join('\n')
}

const shown = (message) => [text(message), ...toolCalls(message).map((call) => call.arguments)].join('\n')

const byMachine = (pieces) => {
  const machine = fold(openRouter)
  let state = machine.initial
  let last
  const see = (message) => {
    last = message
  }
  for (const piece of pieces) state = machine.step(state, piece, see)
  machine.end(state, see)
  return shown(last.message)
}

const byOperators = (message) => (pieces) => {
  let last
  from(pieces)
    .pipe(readChunks(openRouter), message())
    .subscribe((one) => {
      last = one
    })
  return shown(last.message)
}

const ways = {
  'by hand': byHand,
  'fold(openRouter)': byMachine,
  'readChunks | collectMessage': byOperators(collectMessage),
  'readChunks | accumulateMessage': byOperators(accumulateMessage)
}

const median = (times) => times.slice(WARM_UP).sort((a, b) => a - b)[Math.floor((times.length - WARM_UP) / 2)]

const measure = (title, body, size) => {
  const pieces = inPieces(body, size)
  const names = Object.keys(ways)
  const expected = byHand(pieces)
  for (const name of names) if (ways[name](pieces) !== expected) throw new Error(`${name} gives another text`)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length]
      const start = performance.now()
      ways[name](pieces)
      times[name].push(performance.now() - start)
    }
  }
  const floor = median(times['by hand'])
  console.log(`\n${title}`)
  for (const name of names) {
    const time = median(times[name])
    const facts = [
      `${(time / floor).toFixed(2)}x`,
      `${time.toFixed(1)} ms`,
      `${Math.round(body.length / 1000 / time)} MB/s`
    ]
    console.log(`  ${name.padEnd(31)} ${facts.map((fact) => fact.padStart(9)).join('')}`)
  }
}

const said = bodyOf(textDelta, 'stop')
const called = bodyOf(callDelta, 'tool_calls')
for (const body of [said, called]) {
  if (foldBody(openRouter, body)._tag !== 'Complete') throw new Error('the body does not fold')
}
console.log(
  `${EVENTS} chunks, ${(said.length / 1e6).toFixed(2)} MB of text, ${(called.length / 1e6).toFixed(2)} MB of arguments, median of ${ROUNDS - WARM_UP} rounds, Node ${process.version}`
)
measure('text, pieces of 16 KB', said, 16 * 1024)
measure('text, pieces of 295 bytes', said, 295)
measure(`arguments of ${CALLS} calls, pieces of 16 KB`, called, 16 * 1024)
