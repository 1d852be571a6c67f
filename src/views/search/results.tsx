import type { ReactNode } from 'react'
import { formatDay, toIso } from '../../calendar/index.ts'
import { AtHand } from '../../keeping/index.ts'
import { LibraryError } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, nameLanguage, paths, type Stretch, siteOf } from '../../notes/index.ts'
import type { Found, FoundPassage } from '../../search/index.ts'
import { ExternalLink, Link, languageName, MarkedText } from '../../ui/index.ts'
import type { Searched } from './use-search.ts'

/**
 * What was found, with the words marked, and how much it is, told politely.
 * @param children ways on where nothing was found
 */
export function Results({
  searched: { query, results, pending, error, tryAgain },
  onFollow,
  children,
}: {
  searched: Searched
  onFollow?: (() => void) | undefined
  children: ReactNode
}) {
  const messages = useMessages()
  if (error instanceof LibraryError && error.kind === 'offline') {
    return (
      <div className="nothing">
        <p role="alert">{messages.keeping.searchOffline}</p>
        <p className="ways">
          <button type="button" onClick={tryAgain}>
            {messages.tryAgain}
          </button>
          <Link to={paths.settings}>{messages.settings.title}</Link>
        </p>
        <AtHand words={query} />
      </div>
    )
  }
  if (error) {
    return (
      <div className="nothing" role="alert">
        <p>{messages.searchBroken}</p>
        <button type="button" onClick={tryAgain}>
          {messages.tryAgain}
        </button>
      </div>
    )
  }
  return (
    <section aria-label={messages.searchResults} aria-busy={pending}>
      <p className="how-many" role="status">
        {results && !results.empty ? tell() : ''}
      </p>
      {results && !results.empty && results.found.length === 0 && <div className="nothing">{children}</div>}
      <ol className="found">
        {results?.found.map((found) => (
          <FoundItem
            key={found.note?.slug ?? `topic ${found.topic?.path}`}
            found={found}
            onFollow={onFollow}
          />
        ))}
      </ol>
    </section>
  )

  function tell(): string {
    const { found, more, near } = results as NonNullable<typeof results>
    if (found.length === 0) return more ? messages.nothingYet : messages.nothingFound
    const count = messages.foundCount(found.length)
    const told = more ? messages.foundMore(count) : count
    return near ? messages.foundNear(told) : told
  }
}

function FoundItem({
  found: { title, note, topic, passages, others },
  onFollow,
}: {
  found: Found
  onFollow: (() => void) | undefined
}) {
  const messages = useMessages()
  const language = useLanguage()
  const words = <MarkedText text={title.text} marks={title.marks.map(asMark)} />
  if (topic) {
    return (
      <li>
        <h2 lang={nameLanguage(title.text, language)}>
          <Link to={paths.topic(topic.path)} onClick={onFollow} dir="auto">
            {words}
          </Link>
        </h2>
        <p className="particulars">
          {messages.topic} · {messages.noteCount(topic.count)}
        </p>
      </li>
    )
  }
  if (!note) return null
  return (
    <li>
      <h2 lang={note.language} dir={direction(note.language)}>
        <Link to={paths.note(note.slug)} onClick={onFollow}>
          {words}
        </Link>
      </h2>
      {(note.date !== undefined || others.length > 0) && (
        <p className="particulars" dir={direction(note.language)}>
          {note.date !== undefined && (
            <time dateTime={toIso(note.date)}>
              <bdi>{formatDay(note.date, language)}</bdi>
            </time>
          )}
          {others.map((other) => (
            <Link
              key={other.slug}
              to={paths.note(other.slug)}
              onClick={onFollow}
              lang={other.language}
              hrefLang={other.language}
              dir={direction(other.language)}
            >
              {languageName(other.language)}
            </Link>
          ))}
        </p>
      )}
      {passages.length > 0 && (
        <ul lang={note.language} dir={direction(note.language)}>
          {passages.map((passage) => (
            <PassageItem
              key={`${passage.anchor} ${passage.text}`}
              passage={passage}
              slug={note.slug}
              onFollow={onFollow}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

function PassageItem({
  passage: { kind, text, marks, anchor, section, url },
  slug,
  onFollow,
}: {
  passage: FoundPassage
  slug: string
  onFollow: (() => void) | undefined
}) {
  return (
    <li data-kind={kind}>
      <Link className="passage" to={paths.note(slug, anchor)} onClick={onFollow}>
        <MarkedText text={text} marks={marks.map(asMark)} />
      </Link>
      {kind === 'source' && url ? (
        <span className="where">
          <ExternalLink href={url}>{siteOf(url) ?? url}</ExternalLink>
        </span>
      ) : (
        section && <span className="where">{section}</span>
      )}
    </li>
  )
}

function asMark([start, end]: Stretch) {
  return { start, end, found: true } as const
}
