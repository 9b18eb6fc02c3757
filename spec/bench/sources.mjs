/** Where the bytes come from: never a network. */

/** A body in pieces of so many bytes. */
export const inPieces = (body, size) =>
  Array.from({ length: Math.ceil(body.length / size) }, (_, i) => body.subarray(i * size, (i + 1) * size))

/** A web stream of these pieces, each given when it is asked for. */
export const streamOf = (pieces) => {
  let i = 0
  return new ReadableStream({
    pull: (controller) => {
      if (i < pieces.length) controller.enqueue(pieces[i++])
      else controller.close()
    }
  })
}

/** What a client has in the network's place: its requests are answered with the streams that are there, one after another. */
export const network = () => {
  const streams = []
  return {
    answerWith: (stream) => {
      streams.push(stream)
    },
    fetch: async () => new Response(streams.shift(), { status: 200, headers: { 'content-type': 'text/event-stream' } })
  }
}

/** The options of a client that would reach nothing if it did not use this `fetch`. */
export const KEY = 'none'
export const URL = 'http://127.0.0.1:9/v1'
