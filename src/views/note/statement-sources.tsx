import { useCallback, useMemo } from 'react'
import { citation } from '../../exports/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import {
  archivedCopy,
  type Likely,
  leadsTo,
  type Note,
  passageAddress,
  paths,
  type Reference,
  type Statement,
  sourceKey,
} from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { type MarkedSource, type SourceDetails, SourceMarks } from '../../ui/index.ts'
import { takenStatement } from './taken-statement.ts'

/** The numbers of a statement's sources, those that it cites first. */
export function StatementSources({ note, statement }: { note: Note; statement: Statement }) {
  const sources = useMemo(() => sourcesOf(note, statement), [note, statement])
  return <Marks note={note} sources={sources} statement={statement} />
}

/** The sources that a section is likely to rest on, where none of its sentences is a statement. */
export function SectionSources({ note, section }: { note: Note; section: string }) {
  const messages = useMessages()
  const sources = useMemo(
    () =>
      note.references
        .filter(({ likely }) => likely?.some((one) => one.section === section && one.statements.length === 0))
        .map((reference) => marked(reference, true)),
    [note, section],
  )
  if (sources.length === 0) return null
  return (
    <p className="section-sources">
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
      const reference = note.references[source.number - 1] as Reference
      const { url } = reference
      return {
        ...source,
        ...factsOf(reference, note, language),
        ...placeOf(reference, statement, section, language),
        ...(statement ? { statement: () => takenStatement(note, statement, language, messages) } : {}),
        followed: url !== undefined && followed.has(sourceKey(url)),
        onFollow: () => url && store.follow(note.slug, sourceKey(url)),
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

type Facts = Omit<SourceDetails, keyof MarkedSource | 'followed' | 'onFollow'>

function factsOf(reference: Reference, note: Note, language: string): Facts {
  const { url, site, date } = reference
  const archive = url && archivedCopy(url, date ?? note.date)
  return {
    language: note.language,
    ...(url ? { url, leadsTo: leadsTo(url) } : {}),
    ...(url && site ? { site, everywhere: paths.source(sourceKey(url), site) } : {}),
    ...(date === undefined ? {} : { date }),
    ...(archive ? { archive } : {}),
    citation: citation(reference, language),
  }
}

/** What a source is to the statement or section at which it is named. */
function placeOf(
  { url, likely }: Reference,
  statement: Statement | undefined,
  section: string | undefined,
  language: string,
): Partial<Facts> {
  const evidence = likely?.find((one) =>
    statement ? one.statements.includes(statement.id) : one.section === section,
  )
  const passage = url && statement && passageAddress(url, statement.text)
  return {
    ...(evidence ? { evidence: shownEvidence(evidence, language) } : {}),
    ...(passage ? { passage } : {}),
  }
}

function shownEvidence({ translation, ...evidence }: Likely, language: string) {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return { ...evidence, ...(translation ? { translation: names.of(translation) ?? translation } : {}) }
}
