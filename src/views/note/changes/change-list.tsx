import { Fragment, useMemo } from 'react'
import { useMessages } from '../../../messages/index.ts'
import { bodyPassages, direction, type Note } from '../../../notes/index.ts'
import { compare, type Piece } from './compare.ts'

/** What has changed in a note since it was read, sentence by sentence, below the headings that it stands under. */
export function ChangeList({ note, before }: { note: Note; before: string }) {
  const changes = useMemo(() => compare(before, bodyPassages(note.body), note.language), [before, note])
  const sections = new Map(note.sections.map(({ id, title }) => [id, title]))
  return (
    <ol className="change-list" lang={note.language} dir={direction(note.language)}>
      {changes.map(({ section, pieces }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has changed stays what it is
        <li key={i}>
          {section && section !== changes[i - 1]?.section && (
            <a className="change-place" href={`#${section}`}>
              {sections.get(section)}
            </a>
          )}
          <p>
            {pieces.map((piece, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={n}>
                <Shown piece={piece} />
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Said as well: not everybody hears what is struck out. */
function Shown({ piece: { kind, text } }: { piece: Piece }) {
  const { changes } = useMessages()
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="visually-hidden">{changes[kind]} </span>
      {text}
    </Tag>
  )
}
