import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { sourcesIn } from '../../src/compiler/source-shards.ts'

const shardsOf = (files: Record<string, string>) =>
  sourcesIn(compile({ notes: Object.entries(files).map(([file, raw]) => ({ file, raw })), images: [] }))

const saying = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => `${word} ${n} in ${1900 + n} ([a](https://a.example/)).`).join(
    '\n\n',
  )

describe('the sources in their shards', () => {
  it('give each language its own room for statements, and count what is left once', () => {
    const languages = ['en', 'fr', 'de', 'es', 'it']
    const { shards } = shardsOf(
      Object.fromEntries(languages.map((tag) => [`2025-01-01-n-${tag}.md`, saying(50, 'Rain')])),
    )
    const [source] = shards[0]?.sources ?? []
    const counts = new Map<string, number>()
    for (const { note } of source?.statements ?? []) {
      const tag = shards[0]?.notes[note]?.language ?? ''
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual([40, 40, 40, 40, 40])
    expect(source?.more).toEqual({ notes: 0, statements: 10 })
  })

  it('tell how many notes name a source, also those that find no room', () => {
    const { shards } = shardsOf(
      Object.fromEntries(Array.from({ length: 75 }, (_, n) => [`n${n}-en.md`, saying(1, `Rain ${n}`)])),
    )
    const [source] = shards[0]?.sources ?? []
    expect(source?.citedBy).toHaveLength(60)
    expect(source?.more).toEqual({ notes: 15, statements: 35 })
  })

  it('hold ten thousand sources in parts below 50 KB, compressed as hosts do, each source in one', () => {
    const notes = Array.from({ length: 100 }, (_, n) => {
      const cite = (k: number) =>
        `It rained at place ${k} in ${1900 + k} ([paper ${k}](https://s${(n * 100 + k) % 1500}.example/${n}/${k})).`
      return [`n${n}-en.md`, Array.from({ length: 100 }, (_, k) => cite(k)).join('\n\n')] as const
    })
    const { index, shards } = shardsOf(Object.fromEntries(notes))
    expect(index.count).toBe(10_000)
    expect(index.shards.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
    expect(new Set(shards.flatMap(({ sources }) => sources.map(({ key }) => key))).size).toBe(10_000)
    for (const shard of shards) expect(gzipSync(JSON.stringify(shard)).length).toBeLessThan(50_000)
    expect(gzipSync(JSON.stringify(index)).length).toBeLessThan(5000)
  })
})
