import { formatValue } from '../../calendar/index.ts'
import { statementMarkdown } from '../../citing/index.ts'
import { type Messages, writtenBy } from '../../messages/index.ts'
import { type Note, paths, type Statement } from '../../notes/index.ts'

/** A statement of the note as Markdown, with its date and its sources, and who or what wrote it. */
export function takenStatement(
  note: Note,
  statement: Statement,
  language: string,
  messages: Messages,
): string {
  const { cites, likely = [] } = statement
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  return statementMarkdown(
    {
      text: statement.text,
      when: formatValue(statement.at, language),
      title: note.title,
      address: new URL(base + paths.note(note.slug, statement.id), location.href).href,
      provenance: note.provenance && writtenBy(note.provenance, messages),
      sources: [...cites, ...likely].flatMap((number) => {
        const reference = note.references[number - 1]
        return reference ? [{ ...reference, likely: likely.includes(number) }] : []
      }),
    },
    messages.likely,
  )
}
