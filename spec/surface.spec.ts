import * as core from '../lib/core.ts'
import * as encoding from '../lib/encoding/index.ts'
import * as index from '../lib/index.ts'
import * as providers from '../lib/providers/providerNamed.ts'
import * as wire from '../lib/wire.ts'

describe('the public surface', () => {
  it('of deltafold/core', () => {
    expect(Object.keys(core).toSorted()).toMatchSnapshot()
  })

  it('of deltafold is that and the operators', () => {
    expect(
      Object.keys(index)
        .filter((name) => !Object.hasOwn(core, name))
        .toSorted()
    ).toMatchSnapshot()
    expect(Object.keys(core).filter((name) => !Object.hasOwn(index, name))).toEqual([])
  })

  it('of deltafold/providers', () => {
    expect(Object.keys(providers).toSorted()).toMatchSnapshot()
    expect(Object.keys(providers).filter((name) => Object.hasOwn(index, name))).toEqual([])
  })

  it('of deltafold/wire', () => {
    expect(Object.keys(wire).toSorted()).toMatchSnapshot()
  })

  it('of deltafold/encoding', () => {
    expect(Object.keys(encoding).toSorted()).toMatchSnapshot()
    expect(Object.keys(encoding).filter((name) => Object.hasOwn(index, name))).toEqual([])
  })

  it('has no name for two things', () => {
    const ofIndex: Readonly<Record<string, unknown>> = index
    const other = Object.entries({ ...core, ...wire }).filter(
      ([name, value]) => Object.hasOwn(ofIndex, name) && ofIndex[name] !== value
    )
    expect(other.map(([name]) => name)).toEqual([])
  })
})
