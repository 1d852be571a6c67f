export { type Held, holdLibrary, imageAddress } from './held.ts'
export { LibraryError } from './library-error.ts'
export { libraryQuery, looseQuery, newestQuery, noteQuery, topicQuery } from './queries.ts'
export { searchPageQuery, searchQuery, searchTextQuery, searchWordsQuery } from './search-queries.ts'
export { sourceShardQuery, sourcesQuery } from './source-queries.ts'
export {
  daysQuery,
  nameTimeline,
  overviewQuery,
  readTiles,
  type TimelineName,
  tileQuery,
  undatedQuery,
} from './timeline.ts'
export { inOrderFor, type Versions, versionsOf } from './versions.ts'
export { wholeNotesQuery } from './whole-notes.ts'
