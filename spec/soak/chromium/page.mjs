/** What the page runs: each recorded answer folded, connections left in both ways, and all of it told to the server. */
import { collectMessage, fromResponse, groq, openRouter } from 'deltafold'
import { foldMachine, iterateReadableStream, headOf, readAsync, runMachine } from 'deltafold/core'
import { lastValueFrom } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'

const providers = { groq, openrouter: openRouter }

const outcomeOf = async ({ provider, path }) => {
  const by = providers[provider]
  const observed = await lastValueFrom(fromFetch(path, { selector: fromResponse(by) }).pipe(collectMessage()))
  const response = await fetch(path)
  let read
  for await (const state of readAsync(by, headOf(response, 0))(iterateReadableStream(response.body))) read = state
  const whole = await fetch(path)
  const folded = runMachine(foldMachine(by, headOf(whole, 0)))([new Uint8Array(await whole.arrayBuffer())]).at(-1)
  return { path, observed, read, folded }
}

const leave = async (path) => {
  let left = 0
  await new Promise((resolve) => {
    const subscription = fromFetch(path, { selector: fromResponse(openRouter) }).subscribe(() => {
      setTimeout(() => {
        left = Date.now()
        subscription.unsubscribe()
        resolve()
      }, Math.random() * 6)
    })
  })
  return { path, left }
}

/** The same without the library. */
const abort = async (path) => {
  const controller = new AbortController()
  const { body } = await fetch(path, { signal: controller.signal })
  await body.getReader().read()
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 6))
  const left = Date.now()
  controller.abort()
  return { path, left }
}

const told = async () => {
  const { answers, leaving } = await (await fetch('/plan')).json()
  const outcomes = []
  for (const answer of answers) outcomes.push(await outcomeOf(answer))
  const left = []
  const aborted = []
  for (const path of leaving) {
    left.push(await leave(path))
    aborted.push(await abort(`${path}/bare`))
  }
  return { outcomes, left, aborted }
}

told()
  .catch((error) => ({ error: String(error) }))
  .then((result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) }))
