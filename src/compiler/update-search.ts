import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  artifactPaths,
  type Note,
  type SearchIndex,
  type SearchPage,
  type SearchText,
  type SearchWords,
  type Topic,
} from '../notes/index.ts'
import { type Change, type Indexed, type UpdatedIndex, updateIndex } from '../search/index.ts'
import { keyOfText, MOST_WORDS, SMALL, textOfTopic, textsOfNote, wordsFile } from './search-files.ts'
import type { SiteFiles } from './site-files.ts'
import { readVariants } from './variants.ts'

/** A topic or a note, and what it is known by. */
export type Searchable = { key: string } & (
  | { topic: Pick<Topic, 'path' | 'name' | 'count'>; note?: undefined }
  | { note: Note; topic?: undefined }
)

/** Of all documents: where more have changed, the index is built faster than it is mended. */
const MOST_CHANGED = 0.02
const FEW = 20
/** Bytes of UTF-8 in a UTF-16 unit, at most. */
const WIDEST = 3

/** A file of the search before is not as it was left. */
class Missing extends Error {}

/**
 * Mends the search of the site before where few documents have changed and none has another number; otherwise nothing
 * is written, and false is returned. What is written is what the `search-process` would write.
 */
export function updateSearch(searchable: readonly Searchable[], files: SiteFiles, key: string): boolean {
  try {
    return update(searchable, files, key)
  } catch (error) {
    if (error instanceof Missing) return false
    throw error
  }
}

interface Document {
  key: string
  make: () => Indexed
}

function update(searchable: readonly Searchable[], files: SiteFiles, key: string): boolean {
  const before = keysBefore(files)
  if (before.length === 0) return false
  const documents = documentsOf(searchable, before)
  const { length } = documents
  const changed = Array.from({ length: Math.max(length, before.length) }, (_, n) => n).filter(
    (n) => documents[n]?.key !== before[n],
  )
  if (changed.length > Math.max(FEW, length * MOST_CHANGED)) return false
  // What stays is too much for one file.
  const bytes = before.reduce((sum, key, n) => {
    const { bytes = 0 } = files.before.get(artifactPaths.searchText(n)) ?? {}
    return key === documents[n]?.key ? sum + bytes : sum
  }, 0)
  if (bytes < SMALL * WIDEST) return false
  const read = <T>(path: string): T => {
    if (!files.before.has(path)) throw new Missing(path)
    return JSON.parse(readFileSync(join(files.target, path), 'utf8')) as T
  }
  const pages = new Map<number, SearchPage>()
  const page = (n: number) => {
    const known = pages.get(n) ?? read<SearchPage>(artifactPaths.searchPage(n))
    pages.set(n, known)
    return known
  }
  const changes = changed.map((document): Change => {
    const was = before[document]
    return {
      document,
      before:
        was === undefined
          ? undefined
          : {
              text: read<SearchText>(artifactPaths.searchText(document)),
              continued: !/ 0 \d+$/.test(was),
            },
      after: documents[document]?.make(),
    }
  })
  const index = read<SearchIndex>(artifactPaths.search)
  // One whose text is lost would enter it a second time.
  if (index.documents !== before.length) return false
  const words = (initial: string) => {
    if (!index.initials.includes(initial)) return []
    return read<SearchWords>(artifactPaths.searchWords(initial)).words.split(' ')
  }
  const languages = [...new Set(searchable.flatMap(({ note }) => note?.language ?? []))].sort()
  const updated = updateIndex(
    { index, page, words, most: MOST_WORDS },
    changes,
    { documents: length, languages },
    readVariants(),
  )
  if (!updated) return false
  // All of it has to be there before any of it is taken over.
  for (const path of unchangedPaths(updated)) if (!files.before.has(path)) throw new Missing(path)
  for (const [n, one] of documents.entries()) {
    const path = artifactPaths.searchText(n)
    if (!files.keep(path, one.key)) files.put(path, JSON.stringify(one.make().text), one.key)
  }
  write(updated, files)
  files.put(artifactPaths.search, JSON.stringify(updated.index), key)
  return true
}

/** What the documents of the search before were made of, by their numbers; none where not all are there. */
function keysBefore({ before }: SiteFiles): string[] {
  const keys: string[] = []
  for (let n = 0; ; n += 1) {
    const file = before.get(artifactPaths.searchText(n))
    if (!file?.key) return keys
    keys.push(file.key)
  }
}

function documentsOf(searchable: readonly Searchable[], before: readonly string[]): Document[] {
  const parts = new Map(before.map((key) => [key.split(' ')[0] as string, Number(key.split(' ')[2])]))
  return searchable.flatMap((one) => {
    const { topic, note, key } = one
    let made: SearchText[] | undefined
    const texts = () => {
      made ??= topic ? [textOfTopic(topic)] : textsOfNote(note)
      return made
    }
    const make = (part: number) => ({ text: texts()[part] as SearchText, continued: part > 0 })
    const count = parts.get(key) ?? texts().length
    return Array.from({ length: count }, (_, part) => ({
      key: keyOfText(key, { part, parts: count }),
      make: () => make(part),
    }))
  })
}

function unchangedPaths({ index: { initials }, pages, words }: UpdatedIndex): string[] {
  return [
    ...pages.flatMap((page) => (typeof page === 'number' ? artifactPaths.searchPage(page) : [])),
    ...[...initials]
      .filter((initial) => !words.has(initial))
      .map((initial) => artifactPaths.searchWords(initial)),
  ]
}

function write({ index, pages, words }: UpdatedIndex, files: SiteFiles): void {
  for (const [n, page] of pages.entries()) {
    const path = artifactPaths.searchPage(n)
    if (typeof page === 'number') files.keepAny(path, artifactPaths.searchPage(page))
    else files.put(path, JSON.stringify(page))
  }
  for (const initial of index.initials) {
    const path = artifactPaths.searchWords(initial)
    const list = words.get(initial)
    if (list) files.put(path, wordsFile(list))
    else files.keepAny(path)
  }
}
