/**
 * Picks the form that the language has for a number, and writes the number into it at `#`: in the digits that every
 * browser has, whichever it would choose for Arabic, so that a page says what it was rendered with.
 */
export function counted(language: string) {
  const rules = new Intl.PluralRules(language)
  const digits = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  return (count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count))
}
