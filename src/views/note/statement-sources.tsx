import { useMemo } from 'react'
import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { direction, type Note, type Reference, type Statement } from '../../notes/index.ts'
import { Awaited, type MarkedSource, SourceMarks } from '../../ui/index.ts'
import { cards } from './late.ts'
import { MarginSources } from './margin-sources.tsx'

/** The numbers of a statement's sources, those that it cites first. */
export function StatementSources({ note, statement }: { note: Note; statement: Statement }) {
  const sources = useMemo(() => sourcesOf(note, statement), [note, statement])
  return <Marks note={note} sources={sources} statement={statement} />
}

/** The sources that a section is likely to rest on, where none of its sentences is a statement. */
export function SectionSources({ note, section }: { note: Note; section: string }) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const references = useMemo(
    () =>
      note.references.filter(({ likely }) =>
        likely?.some((one) => one.section === section && one.statements.length === 0),
      ),
    [note, section],
  )
  if (references.length === 0) return null
  const sources = references.map((reference) => marked(reference, true))
  return (
    <p className="section-sources" lang={language} dir={direction(language)}>
      <MarginSources note={note} sources={references.map((reference) => ({ reference, likely: true }))} />
      {messages.likelySources} <Marks note={note} sources={sources} section={section} />
    </p>
  )
}

function Marks({
  note,
  sources,
  statement,
  section,
}: {
  note: Note
  sources: readonly MarkedSource[]
  statement?: Statement
  section?: string
}) {
  return (
    <SourceMarks
      sources={sources}
      card={(source, place) => (
        <Awaited part={cards} onGone={() => place.onClose(false)}>
          {({ StatementSourceCard }) => (
            <StatementSourceCard
              note={note}
              source={source}
              statement={statement}
              section={section}
              {...place}
            />
          )}
        </Awaited>
      )}
    />
  )
}

function sourcesOf({ references }: Note, { cites, likely = [] }: Statement): MarkedSource[] {
  const numbers = [...cites, ...[...likely].sort((a, b) => a - b)]
  return numbers.flatMap((number) => {
    const reference = references[number - 1]
    // A footnote has a number of its own in the text.
    if (!reference || reference.kind === 'footnote') return []
    return [marked(reference, likely.includes(number))]
  })
}

function marked({ number, title }: Reference, likely: boolean): MarkedSource {
  return { number, title, href: `#ref-${number}`, ...(likely ? { likely } : {}) }
}
