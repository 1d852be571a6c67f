export { type BibliographyFormat, bibliographyFiles, FORMATS } from './bibliography-files.ts'
export { type Cited, citation } from './citation.ts'
export { escaped, statementMarkdown, wrapped } from './statement-markdown.ts'
