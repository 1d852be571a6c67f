import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KnownNote } from '../../src/compiler/card.ts'
import { assemble, type Compiled } from '../../src/compiler/compile.ts'
import { compileNote } from '../../src/compiler/compile-note.ts'
import { wholeNote } from '../../src/compiler/packed-note.ts'
import { keyOfText, searchedIn, searchFiles } from '../../src/compiler/search-files.ts'
import { SiteFiles } from '../../src/compiler/site-files.ts'
import { type Searchable, updateSearch } from '../../src/compiler/update-search.ts'
import { writeSearch } from '../../src/compiler/write-search.ts'
import { artifactPaths } from '../../src/notes/index.ts'
import { generateTexts } from '../bench/library.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Too much for one file, and no dates that would take time to find. */
const raws: Record<string, string> = Object.fromEntries(
  generateTexts(110).map(({ title, passages }, i) => [
    `2025-01-01-n${String(i).padStart(3, '0')}-en.md`,
    `---\ntitle: ${title}\ntopics: T\n---\n${passages.map(({ text }) => text).join('\n\n')}`,
  ]),
)
const [first = '', second = ''] = Object.keys(raws).slice(40)

function compiled(changed: Record<string, string | undefined> = {}): Compiled {
  const all = Object.entries({ ...raws, ...changed }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  return assemble(
    all.map(([file, raw]) => known(file, raw)),
    [],
  )
}

const notes = new Map<string, KnownNote>()
function known(file: string, raw: string): KnownNote {
  const note = notes.get(file + raw) ?? wholeNote(compileNote(file, raw), raw)
  notes.set(file + raw, note)
  return note
}

const searchableIn = (site: Compiled): Searchable[] => [
  ...[...searchedIn(site).topics].map((topic) => ({ topic, key: JSON.stringify(topic).replaceAll(' ', '') })),
  ...searchedIn(site).notes.map((note) => ({ note, key: site.keyOf(note) })),
]

/** Writes the search of a site from nothing. */
function whole(site: Compiled): SiteFiles {
  const files = new SiteFiles(folder, folder, new Map())
  const known = searchableIn(site)
  for (const [path, text, part] of searchFiles(searchedIn(site))) {
    files.put(path, text, part && keyOfText(known[part.of]?.key ?? '', part))
  }
  return files
}

/** The files of a site's search, as they are mended from those of another; undefined where they cannot be. */
function mended(before: SiteFiles, site: Compiled) {
  const files = new SiteFiles(join(folder, 'new'), folder, before.made)
  if (!updateSearch(searchableIn(site), files, 'all')) return undefined
  const texts = [...files.made.keys()].map(
    (path) => [path, readFileSync(files.locate(path), 'utf8')] as const,
  )
  return { texts: new Map(texts), fresh: files.fresh }
}

const wanted = (site: Compiled) =>
  new Map([...searchFiles(searchedIn(site))].map(([path, text]) => [path, text]))

it('is mended where few notes have changed, to what is made of all of them anew, and mostly stays', () => {
  const before = whole(compiled())
  for (const change of [
    { [first]: `${raws[first]}\n\nOne more quagga 颱.` },
    { [first]: '# Another\n\n短', [second]: raws[first] },
    { '2025-01-02-new-en.md': `${raws[first]}\n\n${'It grows. '.repeat(5000)}` },
  ]) {
    const site = compiled(change)
    const found = mended(before, site)
    expect(found?.texts).toEqual(wanted(site))
    expect(found?.fresh.size).toBeLessThan(before.made.size)
  }
  const added = mended(before, compiled({ [first]: `${raws[first]}\n\nOne more quagga 颱.` }))
  expect(added?.fresh.size).toBeLessThan(before.made.size / 5)
}, 60_000)

it('is not mended where notes get other numbers, or where a file of it has gone', () => {
  const before = whole(compiled())
  expect(mended(before, compiled({ [first]: undefined }))).toBeUndefined()
  const texts = [...before.made.keys()].filter((path) => path.startsWith('data/search/texts/'))
  for (const path of ['data/search/pages/3.json', `data/search/texts/${texts.length - 1}.json`]) {
    const less = whole(compiled())
    less.made.delete(path)
    expect(mended(less, compiled({ [first]: 'x' })), path).toBeUndefined()
  }
}, 60_000)

it('is made again where a file of it has gone though all else is as it was', async () => {
  const site = compiled()
  const write = async (before: SiteFiles['made'], lost?: string) => {
    const sound = new Map([...before].filter(([path]) => path !== lost))
    const files = new SiteFiles(folder, folder, sound)
    for (const note of site.notes) files.put(artifactPaths.note(note.slug), JSON.stringify(note))
    await writeSearch(site, files, before.keys())
    return files.made
  }
  const before = await write(new Map())
  for (const lost of ['data/search/pages/3.json', 'data/search/texts/5.json', undefined]) {
    expect([...(await write(before, lost)).keys()].sort(), lost).toEqual([...before.keys()].sort())
  }
}, 60_000)
