import { formatDay, formatValue, toEdtf, toIso } from '../../calendar/index.ts'
import { citation } from '../../citing/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, paths, waysTo } from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { CopyButton, ExternalLink, Link } from '../../ui/index.ts'
import type { ShownSource, ShownStatement } from './shown-sources.ts'

/** A source with the notes that name it and the statements that rest on it. */
export function SourceItem({
  source,
  open,
  withSite,
}: {
  source: ShownSource
  open: boolean
  withSite: boolean
}) {
  const messages = useMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const followed = useReading((state) => state.followed.has(source.key))
  const { title, others, url, site, date, notes, more, key } = source
  const [first] = notes
  const ways = waysTo(source, first?.note.date)
  return (
    <li id={key} className="source">
      <p className="source-title" lang={source.language}>
        <ExternalLink
          href={url}
          title={`${messages.leadsTo} ${ways?.leadsTo}`}
          onFollow={() => first && store.follow(first.note.slug, key)}
        >
          {title}
        </ExternalLink>
      </p>
      <p className="source-facts">
        {withSite && <SiteLink site={site} />}
        {date !== undefined && (
          <time dateTime={toIso(date)}>{messages.publishedByAddress(formatDay(date, language))}</time>
        )}
        {followed && <span>{messages.followed}</span>}
        {ways?.archive && <ExternalLink href={ways.archive}>{messages.archivedCopy}</ExternalLink>}
        <CopyButton text={() => citation(source, language)} label={messages.copyCitation} />
      </p>
      <p className="cited-by">
        <span>{messages.citedIn}</span>
        {notes.map(({ note, number }) => (
          <Link
            key={note.slug}
            to={paths.note(note.slug, `ref-${number}`)}
            lang={note.language}
            dir={direction(note.language)}
          >
            {note.title}
          </Link>
        ))}
        {more && more.notes > 0 && <span>{messages.andMore(more.notes)}</span>}
      </p>
      {others.length > 0 && (
        <details>
          <summary>{messages.alsoCalled(others.length)}</summary>
          <ul className="other-titles">
            {others.map((other) => (
              <li key={other.title}>
                <bdi lang={other.language}>{other.title}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {source.statements.length > 0 && (
        <details open={open}>
          <summary>{messages.statementCount(source.statements.length + (more?.statements ?? 0))}</summary>
          <SupportedStatements statements={source.statements} />
        </details>
      )}
    </li>
  )
}

/** The way to all that comes from one site. */
export function SiteLink({ site }: { site: string }) {
  return (
    <Link className="site-name" to={`?${new URLSearchParams({ site })}`}>
      {site}
    </Link>
  )
}

/** Statements in order of time, each a way to where it stands. */
export function SupportedStatements({ statements }: { statements: readonly ShownStatement[] }) {
  const messages = useMessages()
  const language = useLanguage()
  return (
    <ol className="supported">
      {statements.map(({ note, id, text, at, likely }) => (
        <li key={`${note.slug} ${id}`}>
          <time dateTime={toEdtf(at)}>{formatValue(at, language)}</time>
          <p>
            <Link to={paths.note(note.slug, id)} lang={note.language} dir={direction(note.language)}>
              {text}
            </Link>
            {likely && <span className="likely"> {messages.likely}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
