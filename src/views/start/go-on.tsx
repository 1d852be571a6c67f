import { useQuery } from '@tanstack/react-query'
import { noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, paths } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Facts, Link } from '../../ui/index.ts'

/** Of the notes that lie open, the first that is still there: where the reader stopped, and how much is read. */
export function GoOn({ slugs: [slug = '', ...others] }: { slugs: readonly string[] }) {
  const messages = useMessages()
  const language = useLanguage()
  const place = useReading(({ notes }) => notes.get(slug)?.place)
  const { data: note, isError } = useQuery(noteQuery(slug))
  if (isError && others.length > 0) return <GoOn slugs={others} />
  if (!note) return null
  const section = place && sectionAt(note, place.anchor)
  const share = new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn' }).format(
    place?.progress ?? 0,
  )
  return (
    <section className="go-on" aria-label={messages.goOn}>
      <h2>{messages.goOn}</h2>
      <div lang={note.language} dir={direction(note.language)}>
        <h3>
          <Link to={paths.note(note.slug)}>{note.title}</Link>
        </h3>
      </div>
      <p className="entry-when">
        <Facts>
          <span>{messages.readShare(share)}</span>
          {section && <span>{messages.goOnFrom(section)}</span>}
        </Facts>
      </p>
      <progress value={place?.progress ?? 0} max={1} aria-label={messages.readShare(share)} />
    </section>
  )
}

function sectionAt({ sections, statementList }: Note, anchor: string): string | undefined {
  const id = statementList.find((statement) => statement.id === anchor)?.section ?? anchor
  return sections.find((section) => section.id === id)?.title
}
