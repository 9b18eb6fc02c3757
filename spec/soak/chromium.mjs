/**
 * The library in a browser: the recorded answers give the messages that they give in Node, and who leaves closes the
 * connection. A Chromium that leaves a response may read on for a moment before it closes the connection, a bare fetch that
 * is aborted as well; so beside our figures stand those of bare fetches. Needs a Chromium: `CHROMIUM`, or `chromium` on the path.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { foldBody, groq, openRouter } from 'deltafold/core'
import { build } from 'esbuild'
import { parse } from 'yaml'

import { said } from './events.mjs'
import { atLeast, atMost, exactly, told } from './rows.mjs'
import { begin, flow, serve, sleep } from './server.mjs'

const TIMES = 200
const PATIENCE = 120_000
const cassettes = new URL('../fixtures/cassettes/', import.meta.url)
const providers = { groq, openrouter: openRouter }

/** What was answered, by path. */
const answers = new Map(
  readdirSync(cassettes)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) =>
      parse(readFileSync(new URL(file, cassettes), 'utf8')).interactions.map(({ response }, i) => [
        `/answer/${file}/${i}`,
        {
          provider: file.split('-')[0],
          status: response.code,
          contentType: response.headers['Content-Type'][0],
          body: response.body
        }
      ])
    )
)

const leaving = Array.from({ length: TIMES }, (_, i) => `/${i % 2 === 0 ? 'stall' : 'flow'}/${i}`)

const plan = JSON.stringify({
  answers: Array.from(answers, ([path, { provider }]) => ({ path, provider })),
  leaving
})

const bundle = async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('./chromium/page.mjs', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false
  })
  return outputFiles[0].text
}

const html = '<!doctype html><script type="module" src="/page.js"></script>'

/** Serves the page and what it asks for; gives what it told, and when each connection was closed. */
const served = async (page) => {
  const closed = new Map()
  let tell
  const result = new Promise((resolve) => {
    tell = resolve
  })
  const send = (response, type, text, status = 200) => {
    response.writeHead(status, { 'content-type': type })
    response.end(text)
  }
  const stream = (response, path) => {
    response.on('close', () => closed.set(path, Date.now()))
    begin(response)
    if (path.startsWith('/flow')) flow(response, said('a'), 2)
    else response.write(said('a'))
  }
  const server = await serve((response, path, request) => {
    const answer = answers.get(decodeURIComponent(path))
    if (answer !== undefined) send(response, answer.contentType, answer.body, answer.status)
    else if (path === '/') send(response, 'text/html', html)
    else if (path === '/page.js') send(response, 'text/javascript', page)
    else if (path === '/plan') send(response, 'application/json', plan)
    else if (path === '/result') {
      let text = ''
      request.on('data', (piece) => (text += piece))
      request.on('end', () => {
        tell(JSON.parse(text))
        send(response, 'text/plain', '')
      })
    } else if (path.startsWith('/flow') || path.startsWith('/stall')) stream(response, path)
    else send(response, 'text/plain', '', 404)
  })
  return { ...server, closed, result }
}

const browser = process.env.CHROMIUM ?? 'chromium'

const inBrowser = async (url, result) => {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}`]
  const child = spawn(browser, [...flags, url], { stdio: 'ignore', detached: true })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  let timer
  const patience = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ error: `the page said nothing for ${PATIENCE} ms` }), PATIENCE)
  })
  const said = await Promise.race([result, patience, ended.then(() => ({ error: 'the browser ended' }))])
  clearTimeout(timer)
  // All of its processes are of the group that it began.
  if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await ended
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return said
}

const page = async () => {
  const version = spawnSync(browser, ['--version', '--no-sandbox'], { encoding: 'utf8' })
  if (version.status !== 0) return { missing: 'there is no Chromium: set CHROMIUM, or install one as `chromium`' }
  const server = await served(await bundle())
  const { error, outcomes, left, aborted } = await inBrowser(server.url, server.result)
  if (error !== undefined) return [exactly('the page', error, 'ran')]
  await sleep(6000)
  await server.close()

  const plain = (outcome) => JSON.stringify(outcome)
  const differing = outcomes.flatMap(({ path, observed, read, folded }) => {
    const { provider, status, contentType, body } = answers.get(path)
    const expected = plain(foldBody(providers[provider], body, { status, contentType }))
    return [observed, read, folded].filter((outcome) => plain(outcome) !== expected)
  })
  const lateOf = (some) => some.map(({ path, left: at }) => Math.max((server.closed.get(path) ?? Infinity) - at, 0))
  const soonOf = (some) => lateOf(some).filter((ms) => ms <= 50).length
  return [
    { figure: 'browser', value: version.stdout.trim().split(' ').slice(0, 2).join(' '), bound: '', ok: true },
    exactly('recorded answers, read in three ways', outcomes.length, answers.size),
    exactly('outcomes that differ from those in Node', differing.length, 0),
    atLeast(`closed within 50 ms, of ${TIMES}`, soonOf(left), soonOf(aborted) - 0.1 * TIMES),
    atMost('the last of them', Math.max(...lateOf(left)), 6000, 'ms'),
    told(`bare fetches closed within 50 ms, of ${TIMES}`, soonOf(aborted)),
    told('the last of them', Math.max(...lateOf(aborted)), 'ms')
  ]
}

export const parts = { 'a page': page }
