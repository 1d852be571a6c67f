import './source-marks.css'
import {
  type FocusEvent,
  Fragment,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import type { CardPlace, MarkedSource } from './details.ts'
import { EntryLink } from './entry-link.tsx'

/** How long the pointer rests before a card comes, and how long it may be away before it goes; milliseconds. */
const SHOW_AFTER = 200
const HIDE_AFTER = 300

interface Shown {
  number: number
  at: HTMLElement
  pinned: boolean
}

/**
 * The numbers of a statement's sources, as in an encyclopedia. Each shows the source in a card: while it is pointed
 * at or has the focus, and, once activated, until the card is closed. `card` makes a {@link SourceCard}.
 */
export function SourceMarks({
  sources,
  card,
}: {
  sources: readonly MarkedSource[]
  card: (source: MarkedSource, place: CardPlace) => ReactNode
}) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const [shown, setShown] = useState<Shown>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = useCallback((run: () => void, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(run, after)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const stay = useCallback(() => clearTimeout(timer.current), [])
  const leave = useCallback(
    () => later(() => setShown((last) => (last?.pinned ? last : undefined)), HIDE_AFTER),
    [later],
  )
  const close = useCallback(
    (back: boolean) => {
      stay()
      if (back) shown?.at.focus({ preventScroll: true })
      setShown(undefined)
    },
    [shown, stay],
  )
  const preview = (next: Omit<Shown, 'pinned'> | undefined) => {
    stay()
    setShown((last) => (last?.pinned ? last : next && { ...next, pinned: false }))
  }
  if (sources.length === 0) return null
  const open = shown && sources.find(({ number }) => number === shown.number)
  return (
    <>
      <sup className="source-marks" lang={language}>
        {sources.map(({ number, likely, href }) => (
          <EntryLink
            key={number}
            className="source-mark"
            href={href}
            data-likely={likely || undefined}
            aria-haspopup="dialog"
            aria-label={(likely ? messages.likelySource : messages.citedSource)(number)}
            onPointerEnter={({ pointerType, currentTarget }: PointerEvent<HTMLElement>) => {
              if (pointerType === 'mouse') later(() => preview({ number, at: currentTarget }), SHOW_AFTER)
            }}
            onPointerLeave={leave}
            onFocus={({ currentTarget }: FocusEvent<HTMLElement>) => {
              if (currentTarget.matches(':focus-visible')) preview({ number, at: currentTarget })
            }}
            onBlur={({ relatedTarget }: FocusEvent<HTMLElement>) => {
              // What has the focus next is not to lie under it.
              if (relatedTarget && !relatedTarget.closest('.source-card')) preview(undefined)
              else leave()
            }}
            onClick={(event: MouseEvent<HTMLElement>) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              stay()
              setShown({ number, at: event.currentTarget, pinned: true })
            }}
          >
            {number}
            {likely && <span aria-hidden="true">?</span>}
          </EntryLink>
        ))}
      </sup>
      {shown && open && (
        <Fragment key={shown.number}>
          {card(open, {
            at: shown.at,
            pinned: shown.pinned,
            onEnter: stay,
            onLeave: leave,
            onClose: close,
          })}
        </Fragment>
      )}
    </>
  )
}
