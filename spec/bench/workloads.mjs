/**
 * What is folded. Each workload is the same bytes in every run, cut in one way, and the message that is in them.
 *
 * Two hundred and ninety-five bytes an event are what recorded streams have; fragments of arguments come in turn where
 * calls are parallel.
 */
import * as anthropic from './bodies/anthropic.mjs'
import * as chat from './bodies/chat.mjs'
import * as responses from './bodies/responses.mjs'
import { inPieces } from './sources.mjs'

const protocols = { anthropic, chat, responses }

const WORDS = ['The', ' results', ' are', ':\n', '-', ' Addition', ' of', ' numbers', '.', ' and']

const times = (n, one) => Array.from({ length: n }, (_, i) => one(i))

const texts = (n) => times(n, (i) => WORDS[i % WORDS.length])

/** JSON of so many characters, in fragments of so many. */
const fragments = (length, size) => {
  const json = `{"text":"${'word '.repeat(length / 5).slice(0, length - 11)}"}`
  return times(Math.ceil(json.length / size), (i) => json.slice(i * size, (i + 1) * size))
}

const calls = (n, length, size) =>
  times(n, (i) => ({ id: `call_${i}`, name: 'search', fragments: fragments(length, size) }))

const KB = 1024
const tokens = { input: 210, output: 10_000 }

const text = { texts: texts(10_000), calls: [], usage: tokens }
const variedText = { ...text, varying: 'obfuscation' }
const unlikeText = { ...text, varying: 'others' }
const fewTexts = { ...text, texts: texts(1_000) }
const eightCalls = { texts: [], calls: calls(8, 32 * KB, 26), usage: tokens }
const longCall = { texts: [], calls: calls(1, KB * KB, 16), usage: tokens }
const both = { texts: texts(5_000), calls: calls(4, 32 * KB, 26), usage: tokens }
const short = { texts: texts(40), calls: [], usage: tokens }

/** The answer that a body says, as contestants give it. */
const answerOf = ({ texts, calls, usage }) => ({
  text: texts.join(''),
  calls: calls.map(({ id, name, fragments }) => ({ id, name, arguments: fragments.join('') })),
  usage
})

const encoder = new TextEncoder()

const workload = (title, protocol, answer, piece, isQuick = false) => ({
  title,
  protocol,
  isQuick,
  make: () => {
    const events = protocols[protocol].eventsOf(answer)
    const body = encoder.encode(events.join(''))
    const pieces = piece === 'event' ? events.map((event) => encoder.encode(event)) : inPieces(body, piece)
    return { body, pieces, events: events.length, expected: answerOf(answer) }
  }
})

export const workloads = {
  'text-event': workload('text, an event a piece', 'chat', text, 'event'),
  'text-16k': workload('text, pieces of 16 KB', 'chat', text, 16 * KB, true),
  'text-64k': workload('text, pieces of 64 KB', 'chat', text, 64 * KB),
  'varied-16k': workload('text and padding, pieces of 16 KB', 'chat', variedText, 16 * KB),
  'unlike-16k': workload('text, other fields in each event, 16 KB', 'chat', unlikeText, 16 * KB),
  'text-1b': workload('1,000 deltas of text, a byte a piece', 'chat', fewTexts, 1),
  'calls-event': workload('8 parallel calls of 32 KB, an event a piece', 'chat', eightCalls, 'event', true),
  'calls-16k': workload('8 parallel calls of 32 KB, pieces of 16 KB', 'chat', eightCalls, 16 * KB),
  'call-1m': workload('one call of 1 MB in 65,536 deltas, pieces of 16 KB', 'chat', longCall, 16 * KB),
  'anthropic-event': workload('Anthropic text and 4 calls of 32 KB, an event a piece', 'anthropic', both, 'event'),
  'anthropic-16k': workload('Anthropic text and 4 calls of 32 KB, pieces of 16 KB', 'anthropic', both, 16 * KB),
  'responses-event': workload('Responses text and 4 calls of 32 KB, an event a piece', 'responses', both, 'event'),
  'responses-16k': workload('Responses text and 4 calls of 32 KB, pieces of 16 KB', 'responses', both, 16 * KB)
}

/** What each of the interleaved streams says. */
export const shortStream = workload('40 deltas of text, an event a piece', 'chat', short, 'event')
