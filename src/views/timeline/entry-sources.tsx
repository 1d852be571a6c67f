import { citation } from '../../citing/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Entry, type EntrySource, paths, type Ways, waysTo } from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { ExternalLink, SourceCard, SourceMarks } from '../../ui/index.ts'

/** On what a statement rests. `statement`: gives it as Markdown. */
export function EntrySources({ entry, statement }: { entry: Entry; statement: () => string }) {
  const messages = useMessages()
  if (entry.sources.length === 0) return null
  return (
    <ul className="entry-sources" aria-label={messages.sources} dir={direction(entry.note.language)}>
      {entry.sources.map((source) => (
        <OneSource key={source.number} source={source} entry={entry} statement={statement} />
      ))}
    </ul>
  )
}

/** Its number, which shows the card; its title, which leads there. */
function OneSource({
  source,
  entry: { note, text },
  statement,
}: {
  source: EntrySource
  entry: Entry
  statement: () => string
}) {
  const messages = useMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const { likely, ...named } = source
  const { number, title, url, site } = named
  const { key, ...ways }: Partial<Ways> = waysTo(named, note.date, text) ?? {}
  const followed = useReading((state) => key !== undefined && state.followed.has(key))
  const onFollow = () => key && store.follow(note.slug, key)
  const marked = {
    number,
    title,
    href: paths.note(note.slug, `ref-${number}`),
    ...(likely ? { likely: true } : {}),
  }
  return (
    <li data-likely={likely ? true : undefined}>
      <SourceMarks
        sources={[marked]}
        card={(_, place) => (
          <SourceCard
            source={{
              ...named,
              ...marked,
              ...ways,
              language: note.language,
              citation: citation(named, language),
              ...(likely ? { evidence: likely } : {}),
              statement,
              followed,
              onFollow,
            }}
            {...place}
          />
        )}
      />
      {url ? (
        <ExternalLink
          href={url}
          lang={note.language}
          title={`${messages.leadsTo} ${ways.leadsTo}`}
          onFollow={onFollow}
        >
          {title}
        </ExternalLink>
      ) : (
        <span lang={note.language}>{title}</span>
      )}
      {site && <span className="site-name"> {site}</span>}
      {likely && <span className="likely"> ({messages.likely})</span>}
    </li>
  )
}
