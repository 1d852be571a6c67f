/** What the grammar needs to know of a language. */
export interface LanguageTable {
  /** Expressions in the order in which they are tried at a place; groups name the parts of a date. */
  patterns: readonly string[]
  /** The first three letters of a month's name, in small letters → 1 to 12. */
  months: ReadonlyMap<string, number>
}
