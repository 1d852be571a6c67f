import './source-card.css'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { formatDay, toIso } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { CopyButton } from '../copy-button.tsx'
import { ExternalLink } from '../external-link.tsx'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'
import { showWhole } from '../show-whole.ts'
import type { CardPlace, SourceDetails } from './details.ts'
import { EntryLink } from './entry-link.tsx'
import { Evidence } from './evidence.tsx'

/** Pixels between the card and what it stands at. */
const GAP = 6

/**
 * What is known of a source, in a small window at its number: a preview that goes with the pointer, or, once
 * `pinned`, a dialog that stays until it is closed.
 */
export function SourceCard({
  source,
  at,
  pinned,
  onEnter,
  onLeave,
  onClose,
}: { source: SourceDetails } & CardPlace) {
  const messages = useMessages()
  const card = useRef<HTMLDialogElement>(null)
  usePlace(card, at)
  useEffect(() => {
    const dialog = card.current
    if (!pinned || !dialog) return
    dialog.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    showWhole(dialog)
  }, [pinned])
  useEffect(() => {
    const away = ({ target }: PointerEvent) => {
      if (!card.current?.contains(target as Node) && !at.contains(target as Node)) onClose(false)
    }
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // The key has done its work: it takes nobody away from where the card was.
      event.preventDefault()
      onClose(pinned)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', escaped)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', escaped)
    }
  }, [at, pinned, onClose])
  return createPortal(
    <dialog
      ref={card}
      open
      className="card source-card"
      aria-label={messages.sourceCard(source.number)}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <Facts source={source} />
      <Ways source={source} />
      {pinned && (
        <button
          type="button"
          className="bare close"
          aria-label={messages.close}
          onClick={() => onClose(true)}
        >
          <Icon shape="close" />
        </button>
      )}
    </dialog>,
    document.body,
  )
}

function Facts({ source }: { source: SourceDetails }) {
  const messages = useMessages()
  const language = useLanguage()
  const { title, url, site, leadsTo, date, likely, evidence, followed, onFollow } = source
  return (
    <>
      <p className="source-title" lang={source.language}>
        {url ? (
          <ExternalLink href={url} onFollow={onFollow}>
            {title}
          </ExternalLink>
        ) : (
          <bdi>{title}</bdi>
        )}
      </p>
      <p className="source-facts">
        {site && <span className="site-name">{site}</span>}
        {date !== undefined && (
          <time dateTime={toIso(date)}>{messages.publishedByAddress(formatDay(date, language))}</time>
        )}
        {url && <span>{followed ? messages.followed : messages.notFollowed}</span>}
      </p>
      {leadsTo && (
        <p className="leads-to">
          {messages.leadsTo} <bdi dir="ltr">{leadsTo}</bdi>
        </p>
      )}
      {likely ? <Evidence evidence={evidence} /> : <p>{messages.evidence.cited}</p>}
    </>
  )
}

function Ways({
  source: { href, archive, passage, everywhere, citation, statement, onFollow },
}: {
  source: SourceDetails
}) {
  const messages = useMessages()
  return (
    <p className="ways">
      {passage && (
        <ExternalLink href={passage} onFollow={onFollow}>
          {messages.quotedPassage}
        </ExternalLink>
      )}
      {archive && <ExternalLink href={archive}>{messages.archivedCopy}</ExternalLink>}
      <CopyButton text={() => citation} label={messages.copyCitation} />
      {statement && <CopyButton text={statement} label={messages.copyAsMarkdown} />}
      <EntryLink href={href}>{messages.inTheList}</EntryLink>
      {everywhere && <Link to={everywhere}>{messages.everywhere}</Link>}
    </p>
  )
}

/** Below what it stands at, above where there is no room; inside the window. */
function usePlace(card: RefObject<HTMLDialogElement | null>, at: HTMLElement): void {
  useLayoutEffect(() => {
    const dialog = card.current
    if (!dialog) return
    const put = () => {
      const words = at.getClientRects()[0] ?? at.getBoundingClientRect()
      const { offsetWidth: width, offsetHeight: height } = dialog
      const below = words.bottom + GAP + height < innerHeight || words.top < height + GAP
      const top = below ? words.bottom + GAP : words.top - GAP - height
      const room = document.documentElement.clientWidth - width - 8
      dialog.style.top = `${top + scrollY}px`
      dialog.style.left = `${Math.max(8, Math.min(words.left, room))}px`
    }
    put()
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(put)
    observer?.observe(dialog)
    return () => observer?.disconnect()
  }, [card, at])
}
