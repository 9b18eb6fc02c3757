/**
 * The place of a value inside a JSON value: names of fields and indexes of entries, from the root inwards; `[]` = the
 * root.
 *
 * @category model
 * @since 0.1.0
 */
export type JsonPath = ReadonlyArray<string | number>
