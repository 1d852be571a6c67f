import { useMemo } from 'react'
import { useFirstMessages } from '../../messages/index.ts'
import { direction, type Note } from '../../notes/index.ts'
import { usesOf } from './back-links.tsx'
import { About } from './note-body.tsx'
import { SourceLink } from './source-link.tsx'
import { unlistedReferences } from './unlisted-references.ts'

/** The sources of a note that no list of its own names. */
export function ListedSources({ note }: { note: Note }) {
  const messages = useFirstMessages()
  const unlisted = useMemo(() => unlistedReferences(note), [note])
  const uses = useMemo(() => usesOf(note), [note])
  if (unlisted.length === 0) return null
  return (
    <section className="references">
      <h2>{messages.sources}</h2>
      <ol>
        {unlisted.map((reference) => (
          <li
            key={reference.number}
            id={`ref-${reference.number}`}
            value={reference.number}
            className="reference"
            dir={direction(note.language)}
            tabIndex={-1}
          >
            <SourceLink slug={note.slug} href={reference.url as string} lang={note.language}>
              {reference.title}
            </SourceLink>
            <About reference={reference} uses={uses.get(reference.number)} />
          </li>
        ))}
      </ol>
    </section>
  )
}
