/** A statement as it is taken along; in the reader's words. */
export interface TakenStatement {
  text: string
  /** When, in words. */
  when: string
  /** The note that it stands in. */
  title: string
  /** Of the statement, to be followed from anywhere. */
  address: string
  /** Who or what wrote the note, in words. */
  provenance?: string | undefined
  sources: readonly { title: string; url?: string; likely: boolean }[]
}

/** A statement with its date, note and sources as Markdown. `likely`: the word for a source that is only likely. */
export function statementMarkdown(
  { text, when, title, address, provenance, sources }: TakenStatement,
  likely: string,
): string {
  const quote = text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n')
  const from = `— ${escaped(when)}, [${escaped(title)}](${wrapped(address)})${provenance ? ` (${escaped(provenance)})` : ''}`
  const list = sources.map(({ title: name, url, likely: guessed }) => {
    const named = url ? `[${escaped(name)}](${wrapped(url)})` : escaped(name)
    return `- ${named}${guessed ? ` (${likely})` : ''}`
  })
  return `${[quote, from, list.join('\n')].filter(Boolean).join('\n\n')}\n`
}

/** Text that Markdown takes for nothing but text. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`)
}

/** An address with brackets or blanks would end early. */
export function wrapped(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address.replace(/[<>\s]/g, encodeURIComponent)}>` : address
}
