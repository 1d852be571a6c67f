import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { artifactFiles } from '../../src/compiler/artifact-files.ts'
import { compile } from '../../src/compiler/compile.ts'
import { writeInventory } from '../../src/compiler/inventory.ts'
import { SiteFiles } from '../../src/compiler/site-files.ts'
import { artifactPaths, type BuildIndex, type BuildPart } from '../../src/notes/index.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function site(notes: Record<string, string>, images: string[] = []) {
  const compiled = compile({ notes: Object.entries(notes).map(([file, raw]) => ({ file, raw })), images })
  const files = new SiteFiles(folder, folder, new Map())
  for (const [path, text] of artifactFiles(compiled)) files.put(path, text)
  for (const image of images) files.put(`files/${image}`, image)
  writeInventory(compiled, files, 'b1')
  return artifactFiles(compiled)
}

const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
const listed = (path: string) => read<BuildPart>(path).files.map(([file]) => file)

it('writes down every file of a site with its content, so that none can stand for another', () => {
  const files = new Map(site({ 'a.md': '---\ntopics: 书\n---\n# A\n\nIn 2020.' }))
  const index = read<BuildIndex>(artifactPaths.build('b1'))
  const part = read<BuildPart>(artifactPaths.buildPart('b1', 0))
  expect(part.files.map(([path]) => path).sort()).toEqual([...files.keys()].sort())
  for (const [path, hash, bytes] of part.files) {
    const text = files.get(path) as string
    expect(createHash('sha256').update(text).digest('hex').startsWith(hash)).toBe(true)
    expect(bytes).toBe(Buffer.byteLength(text))
  }
  expect(index.parts).toEqual([part.files[0]?.[0]])
  expect(index.first).toEqual(['data/library.json', 'data/search.json'])
})

it('names the newest notes among what no screen can do without, where they are not few', () => {
  const text = (n: number) => `---\nsummary: ${'Long. '.repeat(100)}\n---\n# ${n}\n\nIn 2020.`
  site(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`n${n}.md`, text(n)])))
  const { first } = read<BuildIndex>(artifactPaths.build('b1'))
  expect(first).toEqual(['data/library.json', 'data/newest.json', 'data/search.json'])
})

it('cuts a long list, and says where each part begins', () => {
  site(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`n${i}.md`, `# ${i}`])))
  const { parts, files } = read<BuildIndex>(artifactPaths.build('b1'))
  const all = parts.map((_, n) => listed(artifactPaths.buildPart('b1', n)))
  expect(all.map(([first]) => first)).toEqual(parts)
  expect(parts.length).toBeGreaterThan(1)
  expect(all.flat()).toEqual([...all.flat()].sort())
  expect(all.flat()).toHaveLength(files)
})

it('lists for a topic its notes, those below, their images and lists, and nothing of other topics', () => {
  site(
    {
      'a.md': '---\ntopics: [X]\n---\n# A\n\n![](<图/p 1.svg>)',
      'b.md': '---\ntopics: [X/Y]\n---\n# B',
      'c.md': '---\ntopics: [Z]\n---\n# C\n\n![](other.svg)',
    },
    ['图/p 1.svg', 'other.svg'],
  )
  expect(listed(artifactPaths.topicFiles('b1', 'x'))).toEqual([
    'data/notes/a.json',
    'data/notes/b.json',
    'data/topics/x.json',
    'data/topics/x/y.json',
    'files/图/p 1.svg',
  ])
})
