export { LibraryError } from './library-error.ts'
export {
  libraryQuery,
  noteQuery,
  sourceShardQuery,
  sourcesQuery,
  timelineQuery,
  topicQuery,
} from './queries.ts'
export { searchPageQuery, searchQuery, searchTextQuery, searchWordsQuery } from './search-queries.ts'
export { inOrderFor, type Versions, versionsOf } from './versions.ts'
