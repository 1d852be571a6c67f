import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/date-finder/index.ts'

const ROOM = join(import.meta.dirname, '../../src/date-finder')

/** The expressions written in the room, and those that it puts together when it is loaded. */
async function expressions(): Promise<RegExp[]> {
  const written = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => literals(readFileSync(join(ROOM, path), 'utf8')))
  const { SHAPES } = await import('../../src/date-finder/numeric.ts')
  return [...written, ...SHAPES.map(({ pattern }) => pattern)]
}

function literals(source: string): RegExp[] {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$|`[^`]*`/gm, '')
  return [
    ...code.matchAll(/(?<=[(,=:!&|?]\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([gimsuvy]*)/g),
  ].map(([, pattern = '', flags = '']) => new RegExp(pattern, flags))
}

/** Repeated without end, these make readers of dates take the square of their time, or worse. */
const HOSTILE: readonly (readonly [language: string, unit: string])[] = [
  ['zh', '一'],
  ['zh', '2025年'],
  ['zh', '9月'],
  ['zh', '第'],
  ['zh', '上个月'],
  ['en', '1-'],
  ['en', '1/'],
  ['en', '1.'],
  ['en', 'May '],
  ['en', 'last '],
  ['en', 'the '],
  ['en', 'of,'],
  ['en', '3 March '],
  ['en', "'8"],
  ['en', '𑄸'],
  ['de', 'vor '],
  ['ar', 'و'],
  ['ko', '년'],
]

/** Less than this cannot be told from the machine's own doings. */
const SHORTEST = 2

/** The least of a few runs, in milliseconds: other work on the machine only ever adds. */
function fastest(work: () => void): number {
  let least = Infinity
  for (let run = 0; run < 7; run += 1) {
    const began = performance.now()
    work()
    least = Math.min(least, performance.now() - began)
  }
  return least
}

describe('the time that finding dates takes', () => {
  it('is bounded in every expression, by the word of an analyser', async () => {
    const found = await expressions()
    const vulnerable = found.filter(({ source, flags }) => checkSync(source, flags).status === 'vulnerable')
    expect(found.length).toBeGreaterThan(20)
    expect(vulnerable.map(String)).toEqual([])
  }, 120_000)

  it.each(HOSTILE)(
    'grows with the length of a hostile text and no faster: in %s, “%s” without end',
    (language, unit) => {
      const read = (length: number) => {
        const text = unit.repeat(length / unit.length)
        return fastest(() => findDates(text, language, { date: 20_000 }))
      }
      read(2_000)
      // Eight times the text: the square would take 64 times as long.
      expect(read(128_000) / Math.max(read(16_000), SHORTEST)).toBeLessThan(28)
    },
    60_000,
  )
})
