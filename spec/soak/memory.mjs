/** What the process holds. Needs `node --expose-gc`. */
export const MiB = 1024 * 1024

/** MiB of live heap and of buffers beside it. */
export const heldNow = () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / MiB
}

/** The most MiB of resident memory while something runs, over what there was before. `look` is to be called now and then. */
export const growthOf = async (run) => {
  globalThis.gc()
  const before = process.memoryUsage.rss()
  let peak = before
  const result = await run(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  })
  peak = Math.max(peak, process.memoryUsage.rss())
  return { result, growth: (peak - before) / MiB }
}

/** Timers that nobody cleared. */
export const timersLeft = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

/** Seconds of processor time of this process, its collector of garbage included. */
export const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
