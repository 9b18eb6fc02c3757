/** Writes into the READMEs what they say of the providers: `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs'

import { withText, written } from './providers.ts'

written.forEach(([file, text]) => {
  const whole = withText(readFileSync(file, 'utf8'), text())
  if (whole === undefined) throw new Error(`${file} has no place for the providers`)
  writeFileSync(file, whole)
})
