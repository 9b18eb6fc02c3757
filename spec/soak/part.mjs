/** Runs one part of one promise, alone in its process, and tells its rows to the process that started it. */
const [promise, part] = process.argv.slice(2)

let unhandled = 0
process.on('unhandledRejection', () => {
  unhandled += 1
})

const { parts } = await import(`./${promise}.mjs`)
const said = await parts[part]()
await new Promise((resolve) => setImmediate(resolve))
process.send(Array.isArray(said) ? { rows: said, unhandled } : said)
process.disconnect()
