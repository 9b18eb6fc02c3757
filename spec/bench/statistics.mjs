/** What is said of many rounds. */

export const quantile = (numbers, part) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export const median = (numbers) => quantile(numbers, 0.5)

/** The slope of the line of least squares through the logarithms: 1 where twice as much takes twice as long. */
export const exponentOf = (points) => {
  const logs = points.map(([size, time]) => [Math.log2(size), Math.log2(time)])
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const up = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  return up / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
}
