import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseIso, toEdtf } from '../../src/calendar/index.ts'
import { findDates } from '../../src/date-finder/index.ts'

/**
 * Phrases of each language, a line each, in test/corpus/LANGUAGE.txt: the mentions in brackets, then `=>` and their
 * values as EDTF with the modifier behind it, parted by `;`. A line without a value holds no date at all.
 * Every phrase is read as if written on 2025-11-09, a Sunday.
 */
const CORPUS = join(import.meta.dirname, '../corpus')
const WRITTEN = parseIso('2025-11-09') as number

interface Line {
  text: string
  mentions: string[]
}

function readCorpus(file: string): Line[] {
  const lines = readFileSync(join(CORPUS, file), 'utf8').split('\n')
  return lines
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [marked = '', values = ''] = line.split('=>')
      const words = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1])
      const said = values.split(';').map((value) => value.trim())
      return {
        text: marked.replace(/[[\]]/g, '').trim(),
        mentions: words.map((word, i) => `${word} = ${said[i]}`),
      }
    })
}

for (const file of readdirSync(CORPUS)) {
  const language = file.replace('.txt', '')
  describe(`the dates of ${language}`, () => {
    for (const { text, mentions } of readCorpus(file)) {
      it(`${mentions.length > 0 ? 'reads' : 'reads no date in'} “${text}”`, () => {
        const found = findDates(text, language, { date: WRITTEN }).map(
          ({ text: words, value }) =>
            `${words} = ${value ? [toEdtf(value), value.mod].filter(Boolean).join(' ') : '?'}`,
        )
        expect(found).toEqual(mentions)
      })
    }
  })
}
