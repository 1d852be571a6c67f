import { citation } from '../../citing/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Note, type Reference, type Statement, waysTo } from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { type CardPlace, type MarkedSource, SourceCard } from '../../ui/index.ts'
import { takenStatement } from './taken-statement.ts'

/** What is known of a source at a statement, or at a section: see {@link SourceCard}. */
export function StatementSourceCard({
  note,
  source,
  statement,
  section,
  ...place
}: {
  note: Note
  source: MarkedSource
  statement: Statement | undefined
  section: string | undefined
} & CardPlace) {
  const language = useLanguage()
  const messages = useMessages()
  const store = useReadingStore()
  const { likely, ...reference } = note.references[source.number - 1] as Reference
  const { key, ...ways } = waysTo(reference, note.date, statement?.text) ?? {}
  const followed = useReading((state) => key !== undefined && state.followed.has(key))
  const evidence = likely?.find((one) =>
    statement ? one.statements.includes(statement.id) : one.section === section,
  )
  const details = {
    ...reference,
    ...source,
    ...ways,
    language: note.language,
    citation: citation(reference, language),
    ...(evidence ? { evidence } : {}),
    ...(statement ? { statement: () => takenStatement(note, statement, language, messages) } : {}),
    followed,
    onFollow: () => key && store.follow(note.slug, key),
  }
  return <SourceCard source={details} {...place} />
}
