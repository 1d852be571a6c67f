import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, paths } from '../../notes/index.ts'
import { highlightsOf, type NoteRecord } from '../../reading/index.ts'
import { Link, TakeAlong } from '../../ui/index.ts'

/** Notes whose highlights are shown before the rest is asked for. */
const FEW = 5

type Records = ReadonlyMap<string, NoteRecord>

/** What the reader has highlighted in all notes, the note last highlighted in first; taken along as Markdown. */
export function Highlights({ records }: { records: Records }) {
  const messages = useMessages()
  const language = useLanguage()
  const client = useQueryClient()
  const [shown, setShown] = useState(FEW)
  const slugs = lastHighlighted(records)
  const found = useQueries({ queries: slugs.slice(0, shown).map(noteQuery) })
  if (slugs.length === 0) return null
  const { title, takeAlong } = messages.highlights
  /** Of a note that is not there any more, the address stands for its title. */
  const titleOf = (slug: string) =>
    client.ensureQueryData(noteQuery(slug)).then(
      (note) => note.title,
      () => slug,
    )
  const markdown = async () => {
    const { highlightsMarkdown } = await import('../../exports/index.ts')
    const notes = slugs.map(async (slug) => {
      return { slug, title: await titleOf(slug), highlights: ofNote(records, slug).map(([, one]) => one) }
    })
    const site = new URL(import.meta.env.BASE_URL, location.href).href
    return highlightsMarkdown(await Promise.all(notes), language, site)
  }
  const file = { label: 'Markdown', file: 'highlights.md', type: 'text/markdown', text: markdown }
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="entries">
        {found.map(({ data, isError }, i) => {
          const slug = slugs[i] as string
          return (data || isError) && <OfNote key={slug} slug={slug} note={data} records={records} />
        })}
      </ul>
      {shown < slugs.length && (
        <button type="button" onClick={() => setShown(shown + FEW)}>
          {messages.showMore}
        </button>
      )}
      <TakeAlong label={takeAlong} files={[file]} />
    </section>
  )
}

/** Without `note`, which is not there any more: the words are all that is left. */
function OfNote({ slug, note, records }: { slug: string; note: Note | undefined; records: Records }) {
  const language = useLanguage()
  const { missingNote } = useMessages()
  const of = note && { lang: note.language, dir: direction(note.language) }
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', numberingSystem: 'latn' })
  return ofNote(records, slug).map(([id, { quote, remark, made }], i) => (
    <li key={id}>
      <p className="entry-when">
        <time dateTime={new Date(made).toISOString()}>{days.format(made)}</time>
      </p>
      <div>
        {i === 0 && (
          <h3 {...of}>
            {note ? <Link to={paths.note(slug)}>{note.title}</Link> : `${slug} – ${missingNote}`}
          </h3>
        )}
        <blockquote {...(of ?? { dir: 'auto' })}>
          {note ? <Link to={paths.highlight(slug, id)}>{quote.exact}</Link> : quote.exact}
        </blockquote>
        {remark && (
          <p className="remark" dir="auto">
            {remark}
          </p>
        )}
      </div>
    </li>
  ))
}

function ofNote(records: Records, slug: string) {
  return highlightsOf(records.get(slug)?.highlights ?? new Map())
}

function lastHighlighted(records: Records): string[] {
  return [...records]
    .map(([slug, { highlights }]) => {
      const there = [...highlights.values()].filter(({ highlight }) => highlight)
      return { slug, at: there.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY), there }
    })
    .filter(({ there }) => there.length > 0)
    .sort((a, b) => b.at - a.at)
    .map(({ slug }) => slug)
}
