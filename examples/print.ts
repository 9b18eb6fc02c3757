/** Standard output, for programs whose reader may stop reading (`npm start | head`): that ends them, and is no error. */
export const printer = (): ((text: string) => void) => {
  process.stdout.on('error', (error: Error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit()
    throw error
  })
  return (text) => {
    process.stdout.write(text)
  }
}
