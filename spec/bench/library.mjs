/** The library as it was built, by its place: its name is that of another package here. */
export * from '../../dist/esm/index.js'
