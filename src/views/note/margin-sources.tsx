import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { leadsTo, type Note, type Reference, sourceKey } from '../../notes/index.ts'
import { useReadingStore } from '../../reading/index.ts'

/** A source as it stands beside a statement. */
export interface Beside {
  reference: Reference
  likely: boolean
}

/** More would push all that follows away from what it belongs to; the numbers name the rest. */
const MOST = 4

/** Which sources stand beside which statement: each once in a section, at the first that rests on it. */
export function sourcesBeside({ statementList, references }: Note): Map<string, Beside[]> {
  const beside = new Map<string, Beside[]>()
  const named = new Set<string>()
  for (const { id, section = '', cites, likely = [] } of statementList) {
    const sources = [...cites, ...[...likely].sort((a, b) => a - b)].flatMap((number): Beside[] => {
      const key = `${number} ${section}`
      const reference = references[number - 1]
      if (!reference || named.has(key)) return []
      named.add(key)
      return [{ reference, likely: !cites.includes(number) }]
    })
    if (sources.length > 0) beside.set(id, sources.slice(0, MOST))
  }
  return beside
}

/**
 * Sources in the margin beside what rests on them, where there is room for a margin. For the eye and the pointer
 * alone: the numbers behind the statement say the same to everybody.
 */
export function MarginSources({
  note,
  sources = [],
}: {
  note: Note
  sources?: readonly Beside[] | undefined
}) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const store = useReadingStore()
  if (sources.length === 0) return null
  return (
    <span className="margin-sources" aria-hidden="true">
      {sources.map(({ reference: { number, kind, title, url, site }, likely }) => (
        <span key={number} className="margin-source" data-likely={likely || undefined}>
          {kind !== 'footnote' && <span className="margin-number">{likely ? `${number}?` : number}</span>}
          <span>
            {url ? (
              <a
                href={url}
                title={`${messages.leadsTo} ${leadsTo(url)}`}
                target="_blank"
                rel="noopener noreferrer"
                tabIndex={-1}
                onClick={() => store.follow(note.slug, sourceKey(url))}
              >
                <bdi lang={note.language}>{title}</bdi>
              </a>
            ) : (
              <bdi lang={note.language}>{title}</bdi>
            )}
            <span className="margin-facts">
              {site && <span className="site-name">{site}</span>}
              {likely && <em lang={language}>{messages.likely}</em>}
            </span>
          </span>
        </span>
      ))}
    </span>
  )
}
