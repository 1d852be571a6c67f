import '../../../ui/pages.css'
import './highlights.css'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { highlightsMarkdown } from '../../../exports/index.ts'
import { useLanguage, useMessages } from '../../../messages/index.ts'
import { bodyText, type Note } from '../../../notes/index.ts'
import {
  type Highlight,
  highlightsOf,
  LONGEST_HIGHLIGHT,
  MOST_HIGHLIGHTS,
  useReading,
  useReadingStore,
} from '../../../reading/index.ts'
import { Icon } from '../../../ui/index.ts'
import type { Painted } from '../revive.tsx'
import { describe } from './describe.ts'
import { HighlightCard } from './highlight-card.tsx'
import { HighlightList } from './highlight-list.tsx'
import { OfferBar } from './offer-bar.tsx'
import { type Placed, paint, placeHighlights } from './paint.tsx'
import { markOf, usePointedAt } from './pointed-at.ts'
import { RemarkSign } from './remark-sign.tsx'
import { type Selected, selectedIn, useSelected, wordsIn } from './selected.ts'
import { type Spot, spotOf } from './spot.ts'
import { useChoosing } from './use-choosing.ts'

/** A wish of the reader, each an object of its own: to highlight what is selected or has the focus, if no more is said. */
export interface Asked {
  /** To highlight this statement. */
  statement?: string
  /** To choose words, from this section on; '' is the beginning. */
  section?: string
}

export interface LayerProps {
  note: Note
  text: RefObject<HTMLElement | null>
  asked: Asked | undefined
  onPaint: (painted: readonly Painted[]) => void
}

const NONE = new Map()

/** A card that is open, at its spot; `back` had the focus before. */
interface Open {
  id: string
  highlight: Highlight
  spot: Spot
  write: boolean
  back: Element | null
}

/** The highlights of a note: found in its text, painted, made, changed, listed. */
export function HighlightLayer({ note, text, asked, onPaint }: LayerProps) {
  const messages = useMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const kept = useReading(({ notes }) => notes.get(note.slug)?.highlights ?? NONE)
  const whole = useMemo(() => bodyText(note.body), [note])
  const placed = useMemo(() => placeHighlights(highlightsOf(kept), whole), [kept, whole])
  const selected = useSelected(text, whole)
  const [open, setOpen] = useState<Open>()
  const [removed, setRemoved] = useState<Pick<Placed, 'id' | 'highlight'>>()
  const [made, setMade] = useState(0)
  const { begin, choosing } = useChoosing(note, text, whole)
  /** The highlight whose words take the focus once they are painted: what had it is gone. */
  const goTo = useRef<string>(undefined)
  const many = placed.length >= MOST_HIGHLIGHTS

  const show = useCallback(
    ({ id, highlight }: Pick<Placed, 'id' | 'highlight'>, spot: Spot, write = false) => {
      setRemoved(undefined)
      setOpen({ id, highlight, spot, write, back: document.activeElement })
    },
    [],
  )

  const close = useCallback(
    (back: boolean) => {
      setOpen(undefined)
      if (!back) return
      if (open?.back instanceof HTMLElement && open.back.isConnected) {
        open.back.focus({ preventScroll: true })
      } else goTo.current = open?.id
    },
    [open],
  )

  const remove = (id: string) => {
    const highlight = kept.get(id)?.highlight
    store.highlight(note.slug, id, undefined)
    setOpen(undefined)
    setRemoved(highlight && { id, highlight })
  }

  const make = (words: Selected, withRemark: boolean) => {
    const same = placed.find(({ at }) => at && at.start <= words.start && at.end >= words.end)
    if (same) return show(same, words.spot)
    if (many || words.end - words.start > LONGEST_HIGHLIGHT) return
    const one = { id: newId(), highlight: describe(note.body, whole, words, Date.now()) }
    store.highlight(note.slug, one.id, one.highlight)
    getSelection()?.removeAllRanges()
    setRemoved(undefined)
    setMade((count) => count + 1)
    if (withRemark) show(one, words.spot, true)
    else if (choosing) goTo.current = one.id
    choosing?.end(false)
  }

  useEffect(() => {
    onPaint(
      paint(placed, (words, here, ending, inLink) => (
        <>
          <mark className="highlight" data-highlights={here.map(({ id }) => id).join(' ')} tabIndex={-1}>
            {words}
          </mark>
          {!inLink &&
            ending.map((one) => (
              <Sign key={one.id} highlight={one.highlight} onOpen={(at) => show(one, spotOf(at))} />
            ))}
        </>
      )),
    )
  }, [placed, onPaint, show])
  usePointedAt(text, placed.length > 0)

  useEffect(() => {
    const id = goTo.current
    if (id === undefined) return
    const mark = markOf(text.current, id)
    // One that was taken away does not take the focus when it comes back.
    if (mark || !kept.get(id)?.highlight) goTo.current = undefined
    mark?.focus({ preventScroll: true })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish
  useEffect(() => {
    const element = text.current
    if (!asked || !element) return
    if (asked.section !== undefined) return begin(asked.section)
    const words = wordsWanted(element, whole, asked.statement)
    if (words) make(words, false)
    else begin()
  }, [asked])

  // A click on the words opens their card; one on a link or a button within them does what that does.
  useEffect(() => {
    const element = text.current
    const clicked = ({ target }: MouseEvent) => {
      const mark = (target as Element).closest<HTMLElement>('mark[data-highlights]')
      if (!mark || (target as Element).closest('a, button') || !getSelection()?.isCollapsed) return
      const id = mark.dataset.highlights?.split(' ').at(-1)
      const one = placed.find((other) => other.id === id)
      if (one) show(one, spotOf(mark))
    }
    element?.addEventListener('click', clicked)
    return () => element?.removeEventListener('click', clicked)
  }, [text, placed, show])

  const chosen = choosing?.words ?? selected
  const taken = (some: readonly Highlight[]) =>
    highlightsMarkdown(
      [{ ...note, highlights: some }],
      language,
      new URL(import.meta.env.BASE_URL, location.href).href,
    )
  return (
    <>
      <HighlightList
        note={note}
        placed={placed}
        markdown={() => taken(placed.map(({ highlight }) => highlight))}
        onEdit={(one, at) => show(one, spotOf(at), true)}
        onRemove={({ id }) => remove(id)}
      />
      {chosen && !open && (
        <OfferBar
          selected={chosen}
          choosing={choosing}
          many={many}
          onMake={(withRemark) => make(chosen, withRemark)}
        />
      )}
      {open && (
        <HighlightCard
          key={open.id}
          highlight={open.highlight}
          spot={open.spot}
          write={open.write}
          markdown={() => taken([kept.get(open.id)?.highlight ?? open.highlight])}
          onRemark={(remark) => store.highlight(note.slug, open.id, { ...open.highlight, remark })}
          onRemove={() => remove(open.id)}
          onClose={close}
        />
      )}
      <div role="status" className={removed ? 'card highlight-bar removed' : 'visually-hidden'}>
        {removed ? (
          <>
            {messages.highlights.removed}
            <button
              ref={focusHere}
              type="button"
              onClick={() => {
                store.highlight(note.slug, removed.id, removed.highlight)
                setRemoved(undefined)
              }}
            >
              {messages.highlights.undo}
            </button>
            <button
              type="button"
              className="bare"
              aria-label={messages.close}
              onClick={() => setRemoved(undefined)}
            >
              <Icon shape="close" />
            </button>
          </>
        ) : (
          made > 0 && messages.highlights.made
        )}
      </div>
    </>
  )
}

/** Opens a highlight at its end; seen where it has a remark, else while it has the focus. */
function Sign({
  highlight: { quote, remark },
  onOpen,
}: {
  highlight: Highlight
  onOpen: (at: Element) => void
}) {
  const { highlights } = useMessages()
  const language = useLanguage()
  return (
    <button
      type="button"
      className="highlight-sign"
      lang={language}
      data-remark={remark !== '' || undefined}
      aria-label={highlights.about(quote.exact.length > 60 ? `${quote.exact.slice(0, 60)}…` : quote.exact)}
      title={remark || undefined}
      onClick={({ currentTarget }) => onOpen(currentTarget)}
    >
      <RemarkSign />
    </button>
  )
}

/** What had the focus is gone: the keyboard goes on at what brings it back. */
function focusHere(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true })
}

/** The statement that is meant, else what is selected, else the statement that has the focus. */
function wordsWanted(text: HTMLElement, whole: string, id?: string): Selected | undefined {
  const selected = id === undefined ? selectedIn(text, whole) : undefined
  const statement =
    id === undefined
      ? document.activeElement?.closest('[data-statement]')
      : [...text.querySelectorAll('[data-statement]')].find((one) => one.id === id)
  if (selected || !statement || !text.contains(statement)) return selected
  const range = document.createRange()
  range.selectNodeContents(statement)
  return wordsIn(text, whole, range)
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')
}
