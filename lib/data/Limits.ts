/**
 * ```ts
 * interface Limits { line, event, events, failures, depth, arguments, message, parts, calls, choices, errorBody: number }
 * ```
 *
 * Bounds on the memory that a hostile or broken body can take. A machine takes its limits when it is made. If a limit is
 * exceeded, it emits a typed failure (`LineTooLong`, `EventTooLarge`, `DepthExceeded`, `LimitExceeded`), at the same byte
 * under every cut, and is done.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The limits of a body. `Infinity` switches one off.
 *
 * @category model
 * @since 0.1.0
 */
export interface Limits {
  /** Bytes of one line, its end not counted. Default 16 MiB: image deltas reach several MB. */
  readonly line: number
  /** Bytes of one event: of all `data` lines of SSE, of a JSON line, an element, a binary message. Default 16 MiB. */
  readonly event: number
  /** Events of one body. Default 10 million. */
  readonly events: number
  /** Failures of single events before reading stops. Default 1024. */
  readonly failures: number
  /** Nesting of one JSON text, checked before it is parsed. Default 128. */
  readonly depth: number
  /** UTF-16 code units of the arguments of one tool call. Default 4 Mi. */
  readonly arguments: number
  /** UTF-16 code units that one message holds or has pending; also of a body that is one JSON text. Default 64 Mi. */
  readonly message: number
  /** Parts of one choice. Default 4096. */
  readonly parts: number
  /** Tool calls of one choice. Default 128. */
  readonly calls: number
  /** Choices of one message. Default 128. */
  readonly choices: number
  /** UTF-16 code units of a body under an error status; the rest of the body is not read. Default 64 Ki. */
  readonly errorBody: number
}

/**
 * The option that every function with limits takes.
 *
 * @category model
 * @since 0.1.0
 */
export interface LimitOptions {
  /** Default: `defaultLimits`. */
  readonly limits?: Limits
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The limits that apply by default.
 *
 * @category constructors
 * @since 0.1.0
 */
export const defaultLimits: Limits = {
  line: 16 * 1024 * 1024,
  event: 16 * 1024 * 1024,
  events: 10_000_000,
  failures: 1024,
  depth: 128,
  arguments: 4 * 1024 * 1024,
  message: 64 * 1024 * 1024,
  parts: 4096,
  calls: 128,
  choices: 128,
  errorBody: 64 * 1024
}

/**
 * The default limits, except for those given. A limit that is `undefined` or `NaN` is the default; `Infinity` switches a limit
 * off.
 *
 * @example
 * import { limitsOf } from 'deltafold'
 *
 * assert.deepStrictEqual(limitsOf({ calls: 8 }).calls, 8)
 * assert.deepStrictEqual(limitsOf({ calls: 8 }).depth, 128)
 * assert.deepStrictEqual(limitsOf({ calls: undefined, depth: NaN }), limitsOf({}))
 *
 * @category constructors
 * @since 0.1.0
 */
export const limitsOf = (some: { readonly [Of in keyof Limits]?: number | undefined }): Limits => ({
  ...defaultLimits,
  ...Object.fromEntries(Object.entries(some).filter(([, limit]) => isLimit(limit)))
})

const isLimit = (u: unknown): boolean => typeof u === 'number' && !Number.isNaN(u)

/**
 * The limits of options. A program without types may leave some out, and a setting that is not there may be `NaN`: then the
 * default holds, too.
 *
 * @internal
 */
export const limitsIn = ({ limits = defaultLimits }: LimitOptions): Limits =>
  limits === defaultLimits || Object.keys(defaultLimits).every((name) => isLimit(limits[name as keyof Limits])) // its keys
    ? limits
    : limitsOf(limits)
