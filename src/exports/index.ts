export { type Cited, citation } from './citation.ts'
export {
  STATEMENT_FORMATS,
  type StatementFormat,
  type StatementFormatName,
  type Taken,
} from './statements.ts'
