/**
 * A line of the table: a figure that was measured, the bound that is promised, and whether it holds.
 */
const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1))

const row = (figure, value, sign, bound, unit) => ({
  figure,
  value: `${shown(value)} ${unit}`.trim(),
  bound: `${sign} ${shown(bound)} ${unit}`.trim()
})

export const atMost = (figure, value, bound, unit = '') => ({
  ...row(figure, value, '<=', bound, unit),
  ok: value <= bound
})

export const atLeast = (figure, value, bound, unit = '') => ({
  ...row(figure, value, '>=', bound, unit),
  ok: value >= bound
})

/** Anything that must be so, as text. */
export const exactly = (figure, value, expected) => ({
  figure,
  value: String(value),
  bound: `= ${expected}`,
  ok: String(value) === String(expected)
})

/** A figure without a bound. */
export const told = (figure, value, unit = '') => ({
  figure,
  value: `${shown(value)} ${unit}`.trim(),
  bound: '',
  ok: true
})
