import type { Body, Note, Reference } from '../../notes/index.ts'

/** The references that the text only links to: those in its own lists and footnotes stand there already. */
export function unlistedReferences({ body, references }: Note): Reference[] {
  const listed = new Set<string>()
  const collect = (one: Body, inList: boolean): void => {
    if (typeof one === 'string') return
    const [, attributes, ...children] = one
    const within =
      inList || attributes?.['data-footnotes'] === true || /^ref-\d/.test(String(attributes?.id ?? ''))
    if (within && attributes?.href) listed.add(String(attributes.href))
    for (const child of children) collect(child, within)
  }
  for (const block of body) collect(block, false)
  return references.filter(({ url }) => url && !listed.has(url))
}
