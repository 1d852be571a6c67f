import './date-card.css'
import { useEffect, useRef } from 'react'
import { formatValue, toIso } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Note, paths } from '../../notes/index.ts'
import { CopyButton, Link, showWhole } from '../../ui/index.ts'
import { type Chosen, timelinePath } from './chosen-date.ts'
import { StarButton } from './star-button.tsx'
import { takenStatement } from './taken-statement.ts'

/** What is known of a date in the text, beside the words that say it. */
export function DateCard({
  chosen,
  note,
  onClose,
  onHighlight,
}: {
  chosen: Chosen
  note: Note
  onClose: () => void
  /** Where words can be highlighted: highlights the statement of the date. */
  onHighlight?: (statement: string) => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const card = useRef<HTMLDialogElement>(null)
  const { value, known, guess, fiscal, statement, mark } = chosen
  const of = note.statementList.find(({ id }) => id === statement)
  useEffect(() => {
    const dialog = card.current
    if (!dialog) return
    place(dialog, mark)
    const away = ({ target }: PointerEvent) => {
      if (!dialog.contains(target as Node)) onClose()
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [mark, onClose])
  const close = () => {
    mark.focus()
    onClose()
  }
  return (
    <dialog
      ref={card}
      className="card date-card"
      aria-label={messages.dateCard}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      {value && <p className="date-value">{formatValue(value, language)}</p>}
      <p>
        {value ? messages.basis[known === 'context' ? 'sentence' : known] : messages.undated}
        {guess && ` ${messages.guessed[guess]}`}
        {fiscal && ` ${messages.fiscal}`}
      </p>
      <p className="ways">
        {value && (
          <Link to={placeOf(note, statement, language) ?? timelinePath(value)}>{messages.onTimeline}</Link>
        )}
        {statement && <StarButton slug={note.slug} statement={statement} bare />}
        {of && onHighlight && (
          <button
            type="button"
            className="inline"
            onClick={() => {
              close()
              onHighlight(of.id)
            }}
          >
            {messages.highlights.statement}
          </button>
        )}
        {of && (
          <CopyButton
            text={() => takenStatement(note, of, language, messages)}
            label={messages.copyAsMarkdown}
          />
        )}
      </p>
    </dialog>
  )
}

/** Where the statement stands on the timeline; of a note with translations, on the one in its language. */
function placeOf(note: Note, id: string | undefined, language: string): string | undefined {
  const statement = note.statementList.find((one) => one.id === id)
  const isOther = note.translations.length > 0 && note.language !== language
  return (
    statement &&
    paths.onTimeline(note.slug, statement.id, toIso(statement.at.from), isOther ? note.language : undefined)
  )
}

/** Shows the card below the words, inside the window. */
function place(dialog: HTMLDialogElement, mark: HTMLElement): void {
  const words = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
  const frame = dialog.parentElement?.getBoundingClientRect() ?? document.body.getBoundingClientRect()
  // Before it is shown: showing moves the focus into it, and the window to the focus.
  dialog.style.top = `${words.bottom - frame.top + 6}px`
  dialog.show()
  const room = document.documentElement.clientWidth - dialog.offsetWidth - 8
  dialog.style.left = `${Math.max(8, Math.min(words.left, room)) - frame.left}px`
  showWhole(dialog)
}
