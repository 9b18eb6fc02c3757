/** What stands in a process of its own, and what became of it. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The last line that a process wrote, if it was JSON; else why there is none. */
const outcomeOf = (said, complaint, how) => {
  const line = said.trim().split('\n').at(-1)
  if (how === 'ended' && line.startsWith('{')) return JSON.parse(line)
  if (how === 'late') return { why: 'did not end in time' }
  return {
    why:
      complaint
        .trim()
        .split('\n')
        .find((one) => one.includes('Error')) ?? 'ended without a word'
  }
}

/** Runs a file of this folder with a question as its argument, for so many milliseconds at most. */
export const ask = (file, question, { timeout, flags = [] }) =>
  new Promise((resolve) => {
    const path = fileURLToPath(new URL(file, import.meta.url))
    const child = spawn(process.execPath, ['--no-flush-bytecode', ...flags, path, JSON.stringify(question)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' }
    })
    let said = ''
    let complaint = ''
    let how = 'ended'
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text
    })
    const timer = setTimeout(() => {
      how = 'late'
      child.kill('SIGKILL')
    }, timeout)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(outcomeOf(said, complaint, how === 'ended' && code !== 0 ? 'failed' : how))
    })
  })
