import '../../ui/pages.css'
import './search.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { rangeEnds } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { paths } from '../../notes/index.ts'
import { Icon, Link, useToday } from '../../ui/index.ts'
import { walkByArrows } from './arrow-keys.ts'
import { DateOffer, typedRangeQuery } from './date-offer.tsx'
import { Results } from './results.tsx'
import { SearchField } from './search-field.tsx'
import { useSearch } from './use-search.ts'

const WANTED = 6

/** The search over any screen, for as long as it is open; `onClose` is called when it is not any more. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages()
  const language = useLanguage()
  const today = useToday()
  const client = useQueryClient()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  const [text, setText] = useState('')
  const [sought, setSought] = useState('')
  const searched = useSearch(sought, {}, WANTED)
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.focus()
  }, [])
  const close = () => dialog.current?.close()
  /** To the timeline where nothing but a date was typed, else to all that was found. */
  const enter = async () => {
    const query = typedRangeQuery(text, language, today)
    const range = query.enabled ? await client.fetchQuery(query) : null
    // The finder may have been long in coming.
    if (!dialog.current?.open) return
    close()
    navigate(range && !range.partly ? paths.timeline(rangeEnds(range)) : paths.search({ q: text }))
  }
  const all = paths.search({ q: sought })
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={messages.search}
      onClose={onClose}
      onKeyDown={walkByArrows}
    >
      <div className="search-head">
        <SearchField
          text={text}
          field={field}
          hint={hint}
          onText={setText}
          onSought={setSought}
          onEnter={enter}
        />
        <button type="button" className="bare" aria-label={messages.close} onClick={close}>
          <Icon shape="close" />
        </button>
      </div>
      <p id={hint} className="hint">
        {messages.searchHint}
      </p>
      <DateOffer text={sought} onFollow={close} />
      <Results searched={searched} onFollow={close}>
        <p>{messages.nothingFoundLead}</p>
      </Results>
      <p className="found all">
        <Link to={all} onClick={close}>
          {messages.wholeSearch}
        </Link>
      </p>
    </dialog>
  )
}
