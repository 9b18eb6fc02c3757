const keepAlives: ReadonlyArray<string> = ['ping', 'keepalive', 'keep-alive', 'heartbeat']

/**
 * Whether data that is not JSON only keeps the line open: a comment that a gateway made data, or words under an event type
 * that names them so.
 *
 * @internal
 */
export const isKeepAlive = (text: string, event: string): boolean =>
  text.startsWith(':') || keepAlives.includes(event.toLowerCase())
