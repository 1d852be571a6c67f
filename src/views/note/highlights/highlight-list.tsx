import { useMessages } from '../../../messages/index.ts'
import { direction, type Note } from '../../../notes/index.ts'
import { TakeAlong } from '../../../ui/index.ts'
import { HIGHLIGHTS_OF_NOTE } from './list-anchor.ts'
import { inOrder, type Placed } from './paint.tsx'
import { hashOf } from './pointed-at.ts'

/** Every highlight of the note in the order of its text, those last whose words are not in it any more. */
export function HighlightList({
  note,
  placed,
  markdown,
  onEdit,
  onRemove,
}: {
  note: Note
  placed: readonly Placed[]
  markdown: () => string
  onEdit: (one: Placed, at: HTMLElement) => void
  onRemove: (one: Placed) => void
}) {
  const { highlights } = useMessages()
  if (placed.length === 0) return null
  const file = {
    label: 'Markdown',
    file: `${note.slug}-highlights.md`,
    type: 'text/markdown',
    text: async () => markdown(),
  }
  return (
    <section id={HIGHLIGHTS_OF_NOTE} className="highlight-list" aria-label={highlights.title}>
      <h2>{highlights.title}</h2>
      <ol>
        {inOrder(placed).map((one) => (
          <li key={one.id}>
            <blockquote lang={note.language} dir={direction(note.language)}>
              {one.at ? <a href={hashOf(one.id)}>{one.highlight.quote.exact}</a> : one.highlight.quote.exact}
            </blockquote>
            {one.highlight.remark && (
              <p className="remark" dir="auto">
                {one.highlight.remark}
              </p>
            )}
            {!one.at && <p className="lost">{highlights.lost}</p>}
            <p className="ways">
              <button
                type="button"
                className="inline"
                onClick={({ currentTarget }) => onEdit(one, currentTarget)}
              >
                {highlights.edit}
              </button>
              <button type="button" className="inline" onClick={() => onRemove(one)}>
                {highlights.remove}
              </button>
            </p>
          </li>
        ))}
      </ol>
      <TakeAlong label={highlights.takeAlong} files={[file]} />
    </section>
  )
}
