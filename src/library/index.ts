export { LibraryError } from './library-error.ts'
export { libraryQuery, noteQuery, sourcesQuery, timelineQuery, topicQuery } from './queries.ts'
export { inOrderFor, type Versions, versionsOf } from './versions.ts'
