/** A server on this machine, on a free port, and what it sees of its connections. */
import { createServer } from 'node:http'

/** Answers every request with `answer(response, path)`. */
export const serve = async (answer) => {
  const server = createServer((request, response) => {
    request.resume()
    answer(response, request.url ?? '/', request)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
  }
}

/** Begins a stream of server-sent events. */
export const begin = (response, status = 200) => {
  response.writeHead(status, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
}

/** Says something again and again for as long as somebody listens. */
export const flow = (response, text, milliseconds) => {
  const timer = setInterval(() => response.write(text), milliseconds)
  response.on('close', () => clearInterval(timer))
  response.write(text)
}

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
