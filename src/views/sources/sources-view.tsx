import './sources.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { formatDay, toIso } from '../../calendar/index.ts'
import { sourcesQuery, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type NoteHead, paths, type Source } from '../../notes/index.ts'
import { ExternalLink } from '../../ui/index.ts'

/** Every source once, by site, with the notes that cite it. */
export function SourcesView() {
  const messages = useMessages()
  const { data } = useSuspenseQuery(sourcesQuery)
  const { sources } = data
  const language = useLanguage()
  const notes = useMemo(
    () =>
      new Map(
        versionsOf(data.notes, language).flatMap((versions) =>
          versions.map(({ slug }) => [slug, versions[0]] as const),
        ),
      ),
    [data.notes, language],
  )
  const sites = useMemo(() => bySite(sources), [sources])
  return (
    <div className="page sources-page">
      <title>{messages.sources}</title>
      <h1 tabIndex={-1}>{messages.sources}</h1>
      {sources.length === 0 ? (
        <>
          <h2>{messages.noSources}</h2>
          <p>{messages.noSourcesLead}</p>
        </>
      ) : (
        <p className="lead">
          {messages.sourcesLead(messages.sourceCount(sources.length), messages.siteCount(sites.length))}
        </p>
      )}
      {sites.map(([site, ofSite]) => (
        <section key={site} className="site-group" aria-label={site}>
          <h2>{site}</h2>
          <ul>
            {ofSite.map((source) => (
              <SourceItem key={source.url} source={source} notes={notes} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** `notes`: for each slug, the version of the note that is shown. */
function SourceItem({ source, notes }: { source: Source; notes: ReadonlyMap<string, NoteHead> }) {
  const messages = useMessages()
  const language = useLanguage()
  const citing = new Set(source.citedBy.flatMap(({ note }) => notes.get(note) ?? []))
  return (
    <li>
      <p className="source-title">
        <ExternalLink href={source.url}>{source.title}</ExternalLink>{' '}
        {source.date !== undefined && (
          <time dateTime={toIso(source.date)}>{formatDay(source.date, language)}</time>
        )}
      </p>
      <p className="cited-by">
        <span>{messages.citedIn}</span>
        {[...citing].map((note) => (
          <Link
            key={note.slug}
            to={paths.note(note.slug)}
            lang={note.language}
            dir={direction(note.language)}
          >
            {note.title}
          </Link>
        ))}
      </p>
    </li>
  )
}

/** Sites in the order of the alphabet; within one, the most cited sources first, as they come. */
function bySite(sources: readonly Source[]): [site: string, sources: Source[]][] {
  const sites = new Map<string, Source[]>()
  for (const source of sources) {
    const site = sites.get(source.site)
    if (site) site.push(source)
    else sites.set(source.site, [source])
  }
  return [...sites].sort(([a], [b]) => (a < b ? -1 : 1))
}
