/** Scripts that have capitals for titles. */
const SMALL = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/**
 * A language by its own name, as it stands in a list, or as it is called in another; the tag where it has none. WebKit
 * has names in capitals, Node and others do not: a page must not say another word than it was rendered with.
 */
export function languageName(tag: string, language = tag): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  return language === tag ? name.replace(SMALL, (letter) => letter.toLocaleUpperCase(tag)) : name
}
