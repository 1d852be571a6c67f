export { BIBLIOGRAPHIES } from './bibliography.ts'
export { citedSources, namedNote } from './cited-sources.ts'
export { type Highlighted, highlightsMarkdown } from './highlights.ts'
export { beginFile, STATEMENT_FORMATS, type StatementFormatName, type Taken } from './statements.ts'
