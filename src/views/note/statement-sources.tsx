import { useCallback, useMemo } from 'react'
import { citation } from '../../citing/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, type Reference, type Statement, waysTo } from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { type MarkedSource, type SourceDetails, SourceMarks } from '../../ui/index.ts'
import { MarginSources } from './margin-sources.tsx'
import { takenStatement } from './taken-statement.ts'

/** The numbers of a statement's sources, those that it cites first. */
export function StatementSources({ note, statement }: { note: Note; statement: Statement }) {
  const sources = useMemo(() => sourcesOf(note, statement), [note, statement])
  return <Marks note={note} sources={sources} statement={statement} />
}

/** The sources that a section is likely to rest on, where none of its sentences is a statement. */
export function SectionSources({ note, section }: { note: Note; section: string }) {
  const messages = useMessages()
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
  const language = useLanguage()
  const messages = useMessages()
  const store = useReadingStore()
  const followed = useReading((state) => state.followed)
  const detailsOf = useCallback(
    (source: MarkedSource): SourceDetails => {
      const { likely, ...reference } = note.references[source.number - 1] as Reference
      const { key, ...ways } = waysTo(reference, note.date, statement?.text) ?? {}
      const evidence = likely?.find((one) =>
        statement ? one.statements.includes(statement.id) : one.section === section,
      )
      return {
        ...reference,
        ...source,
        ...ways,
        language: note.language,
        citation: citation(reference, language),
        ...(evidence ? { evidence } : {}),
        ...(statement ? { statement: () => takenStatement(note, statement, language, messages) } : {}),
        followed: key !== undefined && followed.has(key),
        onFollow: () => key && store.follow(note.slug, key),
      }
    },
    [note, statement, section, language, messages, followed, store],
  )
  return <SourceMarks sources={sources} detailsOf={detailsOf} />
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
