import { readVariants } from '../../src/compiler/variants.ts'
import {
  ARTIFACT_VERSION,
  artifactPaths,
  type SearchIndex,
  type SearchPage,
  type SearchText,
  type SearchWords,
} from '../../src/notes/index.ts'
import {
  IndexBuilder,
  type SearchFilter,
  type SearchResults,
  type SearchSource,
  search,
} from '../../src/search/index.ts'

/** Something that can be searched, and how often each kind of file was asked for. */
export interface Library {
  index: SearchIndex
  source: SearchSource
  asked: { pages: Set<number>; texts: Set<number> }
}

/** A library of documents, in pieces; one with the slug of that before it goes on with its note. */
export function libraryOf(texts: readonly SearchText[]): Library {
  const builder = new IndexBuilder(readVariants())
  for (const [i, text] of texts.entries()) {
    builder.add(text, text.note !== undefined && text.note.slug === texts[i - 1]?.note?.slug)
  }
  const { index, pages, words } = builder.finish()
  return countAsked(index, {
    page: async (number) => pages[number] as SearchPage,
    text: async (number) => texts[number] as SearchText,
    words: async (initial) => ({ version: ARTIFACT_VERSION, words: (words.get(initial) ?? []).join(' ') }),
  })
}

/** A library as the compiler writes it. */
export function writtenLibrary(files: ReadonlyMap<string, string>): Library {
  const read = (path: string) => JSON.parse(files.get(path) ?? '')
  return countAsked(read(artifactPaths.search) as SearchIndex, {
    page: async (number) => read(artifactPaths.searchPage(number)) as SearchPage,
    text: async (number) => read(artifactPaths.searchText(number)) as SearchText,
    words: async (initial) => read(artifactPaths.searchWords(initial)) as SearchWords,
  })
}

function countAsked(index: SearchIndex, source: SearchSource): Library {
  const asked = { pages: new Set<number>(), texts: new Set<number>() }
  return {
    index,
    asked,
    source: {
      ...source,
      page: (number) => source.page(asked.pages.add(number) && number),
      text: (number) => source.text(asked.texts.add(number) && number),
    },
  }
}

export const textOf = (slug: string, title: string, ...words: string[]): SearchText => ({
  version: ARTIFACT_VERSION,
  title,
  note: { slug, group: slug, language: 'en', topics: [] },
  passages: words.map((text) => ({ kind: 'text', text })),
})

export const find = (
  { index, source }: Library,
  query: string,
  filter: SearchFilter = {},
  wanted = 1000,
): Promise<SearchResults> => search(index, source, { query, filter, language: 'en', wanted })

/** The notes found, in order. */
export const slugs = ({ found }: SearchResults) => found.map(({ note, topic }) => note?.slug ?? topic?.path)
