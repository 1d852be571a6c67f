/** A language by its own name, or as it is called in another; the tag where it has none. */
export function languageName(tag: string, language = tag): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
}
