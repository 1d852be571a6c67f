import {
  ARTIFACT_VERSION,
  artifactPaths,
  type SearchIndex,
  type SearchPassage,
  type SearchText,
  type Topic,
} from '../notes/index.ts'
import { IndexBuilder } from '../search/index.ts'
import type { Compiled } from './compile.ts'
import { passagesOf } from './passages.ts'
import { readVariants } from './variants.ts'

/** UTF-16 units of JSON, some 80 KB compressed: up to it everything is in one file. */
const SMALL = 250_000
/** UTF-16 units of one document: a note that has more is several. */
const LONGEST_DOCUMENT = 20_000
/** In one list; the rest are found by their right spelling only. */
const MOST_WORDS = 20_000

/** The index of all notes and topics, and their texts, as files. */
export function searchFiles({ notes, topics }: Pick<Compiled, 'notes' | 'topics'>): Map<string, string> {
  const files = new Map<string, string>()
  const builder = new IndexBuilder(readVariants())
  const texts: SearchText[] = []
  for (const pages of topics) {
    const [topic] = pages
    if (topic) add(textOfTopic(topic))
  }
  // The oldest first: what is new changes the numbers of few.
  for (const note of [...notes].reverse()) {
    const { slug, group, language, date, title, topics: paths } = note
    const head = { slug, group, language, topics: paths, ...(date === undefined ? {} : { date }) }
    for (const [i, passages] of cut(passagesOf(note)).entries()) {
      add({ version: ARTIFACT_VERSION, title: title.normalize('NFC'), note: head, passages }, i > 0)
    }
  }
  const { index, pages, words } = builder.finish()
  const whole: SearchIndex = { ...index, whole: { pages, texts } }
  const small = JSON.stringify(whole)
  if (small.length <= SMALL) return new Map([[artifactPaths.search, small]])
  files.set(artifactPaths.search, JSON.stringify(index))
  for (const [i, page] of pages.entries()) files.set(artifactPaths.searchPage(i), JSON.stringify(page))
  for (const [i, text] of texts.entries()) files.set(artifactPaths.searchText(i), JSON.stringify(text))
  for (const [initial, list] of words) {
    const artifact = { version: ARTIFACT_VERSION, words: list.slice(0, MOST_WORDS).join(' ') }
    files.set(artifactPaths.searchWords(initial), JSON.stringify(artifact))
  }
  return files

  function add(text: SearchText, continued = false): void {
    builder.add(text, continued)
    texts.push(text)
  }
}

function textOfTopic({ path, name, count }: Omit<Topic, 'topics'>): SearchText {
  return { version: ARTIFACT_VERSION, title: name.normalize('NFC'), topic: { path, count }, passages: [] }
}

function cut(passages: readonly SearchPassage[]): SearchPassage[][] {
  const documents: SearchPassage[][] = [[]]
  let size = 0
  let section: SearchPassage | undefined
  for (const passage of passages) {
    if (size + passage.text.length > LONGEST_DOCUMENT && size > 0) {
      // The section goes on.
      documents.push(section && passage.kind !== 'heading' ? [section] : [])
      size = 0
    }
    if (passage.kind === 'heading') section = passage
    documents.at(-1)?.push(passage)
    size += passage.text.length
  }
  return documents
}
