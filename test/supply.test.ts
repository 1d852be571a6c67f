import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', object>
const direct = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]

interface Locked {
  license?: string
  hasInstallScript?: true
}
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
)

/** Rows of the README's table of packages. */
const rows = [...read('README.md').matchAll(/^\| (`[^|]+`) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].flatMap(
  ([, names = '', licence, reason]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => ({ name, licence, reason })),
)

describe('the chain of supply', () => {
  it.each(direct)('names %s in the README, with its licence and a reason', (name) => {
    const row = rows.find((one) => one.name === name)
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Locked
    expect(row?.licence).toBe(license)
    expect(row?.reason).toBeTruthy()
  })

  it('holds no licence that asks more than to be named', () => {
    const fine =
      /^(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|MIT|MIT-0|MPL-2\.0|W3C-20150513|MIT OR Apache-2\.0|\(MPL-2\.0 OR Apache-2\.0\)|\(Apache-2\.0 OR MIT\))$/
    expect(
      locked.filter(([path, { license }]) => path && !fine.test(license ?? '')).map(([path]) => path),
    ).toEqual([])
  })

  it('runs no script at installation that anything needs', () => {
    // Its script only looks for the binary that came as a package of its own.
    const known = ['node_modules/esbuild', 'node_modules/fsevents']
    const scripts = locked.filter(([path, { hasInstallScript }]) => hasInstallScript && !known.includes(path))
    expect(scripts.map(([path]) => path)).toEqual([])
  })
})
