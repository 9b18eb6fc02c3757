/**
 * The output of a tool, for any provider.
 *
 * @since 0.1.0
 */

/**
 * A medium in the output of a tool, as base64 or under its URL. Providers take different media: `toNextTurn` reports those
 * that it left out.
 *
 * @category model
 * @since 0.1.0
 */
export type OutputMedia = {
  readonly _tag: 'Image' | 'File'
  readonly mediaType: string
  readonly name?: string
} & ({ readonly data: string } | { readonly url: string })

/**
 * A piece of the output of a tool. `Json` holds any JSON value; for a provider that only takes text, it is serialised.
 *
 * @category model
 * @since 0.1.0
 */
export type OutputPart =
  { readonly _tag: 'Text'; readonly text: string } | { readonly _tag: 'Json'; readonly value: unknown } | OutputMedia

/**
 * The output of a tool. `isError` marks it as a failure if the provider has a field for that; otherwise only its text shows
 * it.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolOutput {
  readonly content: string | ReadonlyArray<OutputPart>
  readonly isError?: boolean
}
