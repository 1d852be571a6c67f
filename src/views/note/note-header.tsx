import type { ReactNode } from 'react'
import { formatDay, toIso } from '../../calendar/index.ts'
import { inOrderFor } from '../../library/index.ts'
import { useFirstMessages, useLanguage, writtenBy } from '../../messages/index.ts'
import { direction, type Note, paths, safeAddress, siteOf } from '../../notes/index.ts'
import { ExternalLink, Facts, Link, languageName } from '../../ui/index.ts'
import { LaterButton } from './later-button.tsx'

/** Title, date, who wrote it, and the other languages it can be read in. `children`: more ways on. */
export function NoteHeader({
  note,
  as: Title = 'h1',
  children,
}: {
  note: Note
  as?: 'h1' | 'h2'
  children?: ReactNode
}) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const { provenance } = note
  const [beside] = inOrderFor(note.translations, language)
  const writer = provenance && writtenBy(provenance, messages)
  return (
    <header className="note-header" dir={direction(note.language)}>
      <Title tabIndex={-1} lang={note.language} dir={direction(note.language)}>
        {note.title}
      </Title>
      {note.summary && (
        <p className="summary" lang={note.language} dir={direction(note.language)}>
          {note.summary}
        </p>
      )}
      <p className="particulars">
        <Facts>
          {note.date !== undefined && (
            <time dateTime={toIso(note.date)}>
              <bdi>{formatDay(note.date, language)}</bdi>
            </time>
          )}
          <bdi>{messages.minutes(note.minutes)}</bdi>
          {note.statements > 0 && <bdi>{messages.statementCount(note.statements)}</bdi>}
          {provenance?.author && <bdi>{messages.by(provenance.author)}</bdi>}
          {provenance?.source && <OfSource source={provenance.source} />}
        </Facts>
      </p>
      {writer && (
        <p className="badge">
          <bdi>{writer}</bdi>
        </p>
      )}
      <p className="later">
        <LaterButton slug={note.slug} />
        {children}
      </p>
      {note.translations.length > 0 && (
        <nav className="translations" aria-label={messages.readIn}>
          <ul>
            {note.translations.map(({ slug, language: other }) => (
              <li key={slug}>
                <Link to={paths.note(slug)} lang={other} hrefLang={other} dir={direction(other)}>
                  {languageName(other)}
                </Link>
              </li>
            ))}
            <li>
              <Link to={paths.beside(note.slug, (beside ?? note).slug)}>{messages.sideBySide}</Link>
            </li>
          </ul>
        </nav>
      )}
    </header>
  )
}

function OfSource({ source }: { source: string }) {
  const { writtenFrom } = useFirstMessages()
  const address = /^http/i.test(source) ? safeAddress(source) : undefined
  return (
    <bdi>
      {writtenFrom} {address ? <ExternalLink href={address}>{siteOf(address)}</ExternalLink> : source}
    </bdi>
  )
}
