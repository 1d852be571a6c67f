import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { artifactFiles } from '../../src/compiler/artifact-files.ts'
import { compile } from '../../src/compiler/compile.ts'
import { writeInventory, writeTopicFiles } from '../../src/compiler/inventory.ts'
import { SiteFiles } from '../../src/compiler/site-files.ts'
import { artifactPaths, type BuildIndex, type FileList } from '../../src/notes/index.ts'

let folder: string
let index: BuildIndex

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function site(notes: Record<string, string>, images: string[] = [], base = '/'): string {
  const compiled = compile({ notes: Object.entries(notes).map(([file, raw]) => ({ file, raw })), images })
  const files = new SiteFiles(folder, folder, new Map())
  for (const [path, text] of artifactFiles(compiled)) files.put(path, text)
  for (const image of images) files.put(`files/${image}`, image)
  writeTopicFiles(compiled, files)
  const name = writeInventory(files, base)
  index = read<BuildIndex>(artifactPaths.build(name))
  return name
}

const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
const partOf = (hash: string) => read<FileList>(artifactPaths.buildPart(hash)).files
const filesIn = ({ parts }: BuildIndex) => parts.flatMap(([, hash]) => partOf(hash))
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${String(i).padStart(4, '0')}.md`, `# ${i}`]))
const listed = (path: string) => read<FileList>(path).files.map(([file]) => file)

it('writes down every file of a site with its content, so that none can stand for another', () => {
  site({ 'a.md': '---\ntopics: 书\n---\n# A\n\nIn 2020.' })
  const files = filesIn(index)
  expect(files.map(([path]) => path)).toEqual(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json') && !path.startsWith('data/builds/'))
      .sort(),
  )
  for (const [path, hash, bytes] of files) {
    const content = readFileSync(join(folder, path))
    expect(hashOf(content).startsWith(hash)).toBe(true)
    expect(bytes).toBe(content.length)
  }
  expect(index).toMatchObject({ files: files.length, first: ['data/library.json', 'data/search.json'] })
})

it('names the newest notes among what no screen can do without, where they are not few', () => {
  const text = (n: number) => `---\nsummary: ${'Long. '.repeat(100)}\n---\n# ${n}\n\nIn 2020.`
  site(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`n${n}.md`, text(n)])))
  expect(index.first).toEqual(['data/library.json', 'data/newest.json', 'data/search.json'])
})

it('cuts a long list, and says where each part begins', () => {
  site(many(600))
  expect(index.parts.length).toBeGreaterThan(1)
  for (const [first, hash] of index.parts) expect(partOf(hash)[0]?.[0]).toBe(first)
  const paths = filesIn(index).map(([path]) => path)
  expect(paths).toEqual([...paths].sort())
  expect(paths).toHaveLength(index.files)
})

it('is named by what it consists of, and its parts do not change where no file in them has', () => {
  site(many(600))
  const { parts } = index
  site(many(600))
  expect(index.parts).toEqual(parts)
  site({ ...many(600), 'n0000.md': '# Another' })
  const known = new Set(parts.map(([, hash]) => hash))
  expect(index.parts.map(([first]) => first)).toEqual(parts.map(([first]) => first))
  expect(index.parts.filter(([, hash]) => !known.has(hash)).length).toBeLessThan(parts.length)
})

it('has another name for another base', () => {
  const name = site({ 'a.md': '# A' })
  expect(site({ 'a.md': '# A' })).toBe(name)
  expect(site({ 'a.md': '# A' }, [], '/notes/')).not.toBe(name)
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
  expect(listed(artifactPaths.topicFiles('x'))).toEqual([
    'data/notes/a.json',
    'data/notes/b.json',
    'data/topics/x.json',
    'data/topics/x/y.json',
    'files/图/p 1.svg',
  ])
})
