export { type Cited, citation } from './citation.ts'
