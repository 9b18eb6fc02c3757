/** Standard output. A program ends without an error when its reader stops reading, as in `npm start | head`. */
export const printer = (): ((text: string) => void) => {
  process.stdout.on('error', (error: Error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit()
    throw error
  })
  return (text) => {
    process.stdout.write(text)
  }
}
