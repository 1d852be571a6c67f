export { LibraryError } from './library-error.ts'
export { libraryQuery, noteQuery, sourcesQuery, timelineQuery } from './queries.ts'
export { type Versions, versionsOf } from './versions.ts'
