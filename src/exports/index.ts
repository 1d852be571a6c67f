export { BIBLIOGRAPHIES, type BibliographyFormat } from './bibliography.ts'
export { type Cited, citation } from './citation.ts'
export { citedSources, namedNote } from './cited-sources.ts'
export { statementMarkdown, type TakenStatement } from './statement-markdown.ts'
export {
  STATEMENT_FORMATS,
  type StatementFormat,
  type StatementFormatName,
  type Taken,
} from './statements.ts'
