import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { describe, expect, it } from 'vitest'

const ROOM = join(import.meta.dirname, '../../src/date-finder')

/** The expressions written in the room, and those that it puts together when it is loaded. */
async function expressions(): Promise<RegExp[]> {
  const written = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => literals(readFileSync(join(ROOM, path), 'utf8')))
  const { SHAPES } = await import('../../src/date-finder/numeric.ts')
  const { buildLexicon } = await import('../../src/date-finder/lexicon.ts')
  // Two words of each kind stand for the many: the analyser takes long over them.
  const lexicon = buildLexicon({ tag: 'en', units: { day: 'day' }, relative: { 'day-1': '昨天' } }, [])
  return [...written, ...SHAPES.map(({ pattern }) => pattern), lexicon.scan]
}

function literals(source: string): RegExp[] {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$|`[^`]*`/gm, '')
  return [
    ...code.matchAll(/(?<=[(,=:!&|?]\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([gimsuvy]*)/g),
  ].map(([, pattern = '', flags = '']) => new RegExp(pattern, flags))
}

// In this process: the analyser's workers fail where the machine is busy.
process.env.RECHECK_SYNC_BACKEND = 'pure'

describe('the expressions of the date finder', () => {
  it('take no more than linear time, by the word of an analyser', async () => {
    const found = await expressions()
    const vulnerable = found.filter(({ source, flags }) => checkSync(source, flags).status === 'vulnerable')
    expect(found.length).toBeGreaterThan(20)
    expect(vulnerable.map(String)).toEqual([])
  }, 120_000)
})
