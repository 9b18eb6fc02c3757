/** This library, as it is used. */
import { from, lastValueFrom } from 'rxjs'

import { foldPieces } from '../foldPieces.mjs'
import {
  accumulateMessage,
  anthropic,
  collectMessage,
  decodeChunk,
  foldBody,
  fromReadableStream,
  openAIResponses,
  openRouter,
  parseSSE,
  readAsync,
  readChunks,
  messageText,
  messageToolCalls
} from '../library.mjs'

const providers = { anthropic, chat: openRouter, responses: openAIResponses }

const answer = ({ message }) => ({
  text: messageText(message),
  calls: messageToolCalls(message).map(({ id, name, arguments: args }) => ({ id, name, arguments: args })),
  usage: { input: message.usage?.inputTokens, output: message.usage?.outputTokens }
})

const byMachine = (provider) => (pieces) => answer(foldPieces(provider, pieces))

const byChunks = (provider) => (pieces) => {
  let last
  from(pieces)
    .pipe(readChunks(provider), collectMessage())
    .subscribe((outcome) => {
      last = outcome
    })
  return answer(last)
}

const collected = (provider) => async (stream) =>
  answer(await lastValueFrom(fromReadableStream(stream).pipe(parseSSE(), decodeChunk(provider), collectMessage())))

/** A state for every chunk, each of them seen. */
const accumulated = (provider) => async (stream) => {
  const states = fromReadableStream(stream).pipe(parseSSE(), decodeChunk(provider), accumulateMessage())
  let last
  await states.forEach((state) => {
    last = state
  })
  return answer(last)
}

const awaited = (provider) => async (stream) => {
  let last
  for await (const state of readAsync(provider)(stream)) last = state
  return answer(last)
}

const entry = (takes, way) => ({ takes, prepare: (protocol) => way(providers[protocol]) })

export default {
  'deltafold collectMessage': entry('stream', collected),
  'deltafold accumulateMessage': entry('stream', accumulated),
  'deltafold readAsync': entry('stream', awaited),
  'deltafold readChunks': entry('pieces', byChunks),
  'deltafold foldMachine': entry('pieces', byMachine),
  'deltafold foldBody': entry('body', (provider) => (body) => answer(foldBody(provider, body)))
}
