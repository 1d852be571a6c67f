import {
  ARTIFACT_VERSION,
  artifactPaths,
  type Note,
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
export const SMALL = 250_000
/** UTF-16 units of one document: a note that has more is several. */
const LONGEST_DOCUMENT = 20_000
/** In one list; the rest are found by their right spelling only. */
export const MOST_WORDS = 20_000

/** What the search is made of: the first page of each topic, and the notes, the oldest first. */
export interface Searched {
  topics: Iterable<Pick<Topic, 'path' | 'name' | 'count'>>
  notes: Iterable<Note>
}

export function searchedIn({
  topics,
  notes,
}: Pick<Compiled, 'notes' | 'topics'>): Searched & { notes: Note[] } {
  return { topics: topics.flatMap(([first]) => first ?? []), notes: [...notes].reverse() }
}

/** Which part of which topic or note a text is: topics count first. */
export interface Part {
  of: number
  part: number
  parts: number
}

/** By this the file of a text tells which it is. @param of what the topic or note is known by */
export function keyOfText(of: string, { part, parts }: Pick<Part, 'part' | 'parts'>): string {
  return `${of} ${part} ${parts}`
}

/** The index of all notes and topics, and their texts, as files; a text is given away before the next note is read. */
export function* searchFiles({
  topics,
  notes,
}: Searched): Generator<[path: string, text: string, part?: Part]> {
  const builder = new IndexBuilder(readVariants())
  // As long as all may have room in one file.
  let held: [text: SearchText, part: Part][] | undefined = []
  let [count, size] = [0, 0]
  for (const { text, part } of documentsOf(topics, notes)) {
    builder.add(text, part.part > 0)
    const json = JSON.stringify(text)
    size += json.length
    held?.push([text, part])
    if (held && size > SMALL) {
      for (const [i, [one, part]] of held.entries()) {
        yield [artifactPaths.searchText(i), JSON.stringify(one), part]
      }
      held = undefined
    } else if (!held) yield [artifactPaths.searchText(count), json, part]
    count += 1
  }
  const { index, pages, words } = builder.finish()
  const whole: SearchIndex = {
    ...index,
    ...(held ? { whole: { pages, texts: held.map(([text]) => text) } } : {}),
  }
  const small = held && JSON.stringify(whole)
  if (small && small.length <= SMALL) {
    yield [artifactPaths.search, small]
    return
  }
  for (const [i, [text, part]] of (held ?? []).entries()) {
    yield [artifactPaths.searchText(i), JSON.stringify(text), part]
  }
  yield [artifactPaths.search, JSON.stringify(index)]
  for (const [i, page] of pages.entries()) yield [artifactPaths.searchPage(i), JSON.stringify(page)]
  for (const [initial, list] of words) yield [artifactPaths.searchWords(initial), wordsFile(list)]
}

/** The words that begin with a letter, as a file. */
export function wordsFile(list: readonly string[]): string {
  return JSON.stringify({ version: ARTIFACT_VERSION, words: list.slice(0, MOST_WORDS).join(' ') })
}

function* documentsOf(topics: Searched['topics'], notes: Searched['notes']) {
  let of = 0
  for (const topic of topics) yield { text: textOfTopic(topic), part: { of: of++, part: 0, parts: 1 } }
  // The oldest first: what is new changes the numbers of few.
  for (const note of notes) {
    const texts = textsOfNote(note)
    for (const [part, text] of texts.entries()) yield { text, part: { of, part, parts: texts.length } }
    of += 1
  }
}

/** A note as documents: most are one. */
export function textsOfNote(note: Note): SearchText[] {
  const { slug, group, language, date, title, topics: paths } = note
  const head = { slug, group, language, topics: paths, ...(date === undefined ? {} : { date }) }
  return cut(passagesOf(note)).map((passages) => {
    return { version: ARTIFACT_VERSION, title: title.normalize('NFC'), note: head, passages }
  })
}

export function textOfTopic({ path, name, count }: Pick<Topic, 'path' | 'name' | 'count'>): SearchText {
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
