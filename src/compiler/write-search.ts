import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import { answerOf, startProcess } from './own-process.ts'
import { hashOf } from './remembered.ts'
import { searchedIn } from './search-files.ts'
import type { SearchJob, SearchReply } from './search-process.ts'
import type { SiteFiles } from './site-files.ts'
import { type Searchable, updateSearch } from './update-search.ts'

/** For a million terms and where they stand. */
const MEGABYTES = 1024
const SEARCH = /^data\/search[./]/

/**
 * Writes the search into a site whose notes are written.
 * @param wasThere paths of the site before, as it was left
 * @throws Error where it cannot be written
 */
export async function writeSearch(
  compiled: Compiled,
  files: SiteFiles,
  wasThere: Iterable<string> = [],
): Promise<void> {
  const { notes, topics } = searchedIn(compiled)
  const searchable: Searchable[] = [
    ...[...topics].map((topic) => {
      return { topic, key: hashOf(JSON.stringify([topic.path, topic.name, topic.count])) }
    }),
    ...notes.map((note) => ({ note, key: compiled.keyOf(note) })),
  ]
  const key = hashOf(searchable.map(({ key }) => key).join('\n'))
  const searchBefore = [...wasThere].filter((path) => SEARCH.test(path))
  if (searchBefore.every((path) => files.before.has(path)) && files.keep(artifactPaths.search, key)) {
    for (const path of searchBefore) files.keepAny(path)
    return
  }
  if (updateSearch(searchable, files, key)) return
  const child = startProcess('search-process', MEGABYTES, files)
  const job: SearchJob = {
    staging: files.staging,
    topics: [...topics],
    notes: notes.map(({ slug }) => files.locate(artifactPaths.note(slug))),
    keys: searchable.map(({ key }) => key),
  }
  child.send(job)
  const reply = await answerOf<SearchReply>(child)
  if (reply === undefined || typeof reply === 'string') {
    throw new Error(reply ?? 'the search could not be made')
  }
  for (const [path, file] of reply) files.tell(path, path === artifactPaths.search ? { ...file, key } : file)
}
