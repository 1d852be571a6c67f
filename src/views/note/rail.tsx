import { useEffect, useMemo, useRef } from 'react'
import { useFirstMessages } from '../../messages/index.ts'
import { direction, type Note, paths, type Section } from '../../notes/index.ts'
import { hasReadSection, useReading } from '../../reading/index.ts'
import { keepInSight, Link, ReadSign } from '../../ui/index.ts'
import { datelineWithin } from './dateline.ts'
import { NoteTimes } from './note-times.tsx'
import { SourceLink } from './source-link.tsx'

/** Beside the text: its sections with their datelines, the one being read marked, and its sources. */
export function Rail({ note, section }: { note: Note; section: string | undefined }) {
  const messages = useFirstMessages()
  const highest = Math.min(...note.sections.map(({ level }) => level))
  const linked = note.references.filter(({ url }) => url)
  const here = useMemo(() => sourcesIn(note, section), [note, section])
  const record = useReading(({ notes }) => notes.get(note.slug))
  const rail = useRef<HTMLElement>(null)
  useEffect(() => {
    const frame = rail.current
    if (!section || !frame) return
    // What comes last is seen for certain: where one is.
    for (const part of ['[data-here]', '[aria-current]']) {
      const current = frame.querySelector<HTMLElement>(part)
      if (current) keepInSight(current, frame)
    }
  }, [section])
  return (
    <aside ref={rail} className="rail" aria-label={messages.onThisPage}>
      {note.sections.length > 1 && (
        <nav className="outline-of-note" aria-label={messages.onThisPage}>
          <h2>{messages.onThisPage}</h2>
          <ol className="outline" lang={note.language} dir={direction(note.language)}>
            {note.sections.map((one) => (
              <li key={one.id} data-depth={Math.min(2, one.level - highest)}>
                <Link
                  to={paths.note(note.slug, one.id)}
                  aria-current={one.id === section ? 'location' : undefined}
                >
                  <Title section={one} />
                  {hasReadSection(record, one.id) && <ReadSign />}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <NoteTimes note={note} section={section} />
      {note.undated.length > 0 && (
        <nav aria-label={messages.undatedDates}>
          <h2>{messages.undatedDates}</h2>
          <ol className="outline" lang={note.language} dir={direction(note.language)}>
            {note.undated.map(({ id, text }) => (
              <li key={id}>
                <Link to={paths.note(note.slug, id)}>{text}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {linked.length > 0 && (
        <div className="rail-sources">
          <h2>{messages.sources}</h2>
          <ol dir={direction(note.language)}>
            {linked.map(({ number, title, url, site }) => (
              <li key={number} value={number} data-here={here.get(number)}>
                <SourceLink slug={note.slug} href={url as string} lang={note.language}>
                  {title}
                </SourceLink>
                {site && <span className="site-name">{site}</span>}
                {here.has(number) && (
                  <span className="here">
                    {here.get(number) === 'likely' ? messages.likelyInSection : messages.citedInSection}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </aside>
  )
}

/** The sources of the section being read, and whether they are cited or likely. */
function sourcesIn({ statementList, references }: Note, section: string | undefined) {
  const here = new Map<number, 'cited' | 'likely'>()
  if (section === undefined) return here
  for (const { number, likely } of references) {
    if (likely?.some((one) => one.section === section)) here.set(number, 'likely')
  }
  for (const { cites, section: of } of statementList) {
    if (of === section) for (const number of cites) here.set(number, 'cited')
  }
  return here
}

function Title({ section }: { section: Section }) {
  const { title, dateline } = section
  if (!dateline) return title
  return (
    <>
      {title.slice(0, dateline.start)}
      <span className="dateline" data-dateline={datelineWithin(section)}>
        {title.slice(dateline.start, dateline.end)}
      </span>
      {title.slice(dateline.end)}
    </>
  )
}
