import '../../ui/pages.css'
import './beside.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate, useNavigationType } from 'react-router'
import { inOrderFor, noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, paths, sideBySide } from '../../notes/index.ts'
import { Link, languageName, Notice, STAY, useShortcuts } from '../../ui/index.ts'
import { BesideRow, type Column } from './beside-row.tsx'
import type { Chosen } from './chosen-date.ts'
import { DateCard } from './date-card.tsx'
import { Differences } from './differences.tsx'
import { leadWithin } from './lead-within.ts'
import { ListedSources } from './listed-sources.tsx'
import { useNoteParts } from './note-body.tsx'
import { stepThrough } from './step-through.ts'
import { useCounterparts } from './use-counterparts.ts'
import { useShownHighlights } from './use-shown-highlights.ts'

/** A note and a translation of it in two columns; where the address names none, what it could name. */
export function BesideView({ slug, other }: { slug: string; other: string }) {
  const { data: note } = useSuspenseQuery(noteQuery(slug))
  const isVersion = note.translations.some((version) => version.slug === other)
  return isVersion ? <SideBySide left={note} other={other} /> : <NotBeside note={note} other={other} />
}

function SideBySide({ left, other }: { left: Note; other: string }) {
  const messages = useMessages()
  const { data: right } = useSuspenseQuery(noteQuery(other))
  const compared = useMemo(() => sideBySide(left, right), [left, right])
  const text = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const arrival = useNavigationType()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<{ date: Chosen; note: Note }>()
  const columns = [
    useColumn('left', left, right, setChosen),
    useColumn('right', right, left, setChosen),
  ] as const
  const counterparts = useCounterparts(text, compared.counterparts)
  const close = useCallback(() => setChosen(undefined), [])
  const show = (slug: string, beside: string) =>
    navigate(paths.beside(slug, beside), { replace: true, ...STAY })
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival alone; the page was not there yet when it was gone to
  useEffect(() => {
    if (arrival === 'PUSH') head.current?.focus({ preventScroll: true })
  }, [])
  useShortcuts(({ key, target }) => {
    if ((target as Element).closest?.('dialog')) return
    if (key === 'j' || key === 'k') stepThrough(text.current, key === 'j' ? 1 : -1)
  })
  return (
    <div className="beside-page">
      <title>{`${left.title} · ${right.title}`}</title>
      <p className="ways">
        <Link to={paths.note(left.slug)}>{messages.beside.alone}</Link>
      </p>
      <header className="beside-row beside-head">
        <ColumnHead
          note={left}
          label={messages.beside.first}
          onChoose={(slug) => show(slug, slug === right.slug ? left.slug : right.slug)}
        >
          <h1 ref={head} tabIndex={-1}>
            {left.title}
          </h1>
        </ColumnHead>
        <ColumnHead
          note={right}
          label={messages.beside.second}
          onChoose={(slug) => show(slug === left.slug ? right.slug : left.slug, slug)}
        >
          <h2>{right.title}</h2>
        </ColumnHead>
      </header>
      <Differences compared={compared} text={text} languages={[left.language, right.language]} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: likewise */}
      <div
        ref={text}
        {...counterparts}
        onClick={(event) => {
          const side = (event.target as Element).closest<HTMLElement>('[data-side]')?.dataset.side
          leadWithin(event, `[data-side="${side}"] [id]`)
        }}
      >
        {compared.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of two notes never move
          <BesideRow key={i} row={row} columns={columns} differences={compared.differences} />
        ))}
        <div className="beside-row">
          {[left, right].map((note, i) => (
            <div
              key={note.slug}
              data-side={columns[i]?.side}
              lang={note.language}
              dir={direction(note.language)}
            >
              <ListedSources note={note} />
            </div>
          ))}
        </div>
      </div>
      {chosen && <DateCard chosen={chosen.date} note={chosen.note} onClose={close} />}
    </div>
  )
}

function useColumn(
  side: Column['side'],
  note: Note,
  other: Note,
  onDate: (chosen: { date: Chosen; note: Note }) => void,
): Column {
  const choose = useCallback((date: Chosen) => onDate({ date, note }), [onDate, note])
  const parts = useNoteParts(note, choose)
  const { painted } = useShownHighlights(note)
  return useMemo(
    () => ({ side, language: note.language, other: other.language, parts, painted }),
    [side, note, other, parts, painted],
  )
}

/** The title of a version, and the choice of another in its place. */
function ColumnHead({
  note,
  label,
  onChoose,
  children,
}: {
  note: Note
  label: string
  onChoose: (slug: string) => void
  children: ReactNode
}) {
  const versions = [note, ...note.translations].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  return (
    <div className="beside-cell" lang={note.language} dir={direction(note.language)}>
      <select aria-label={label} value={note.slug} onChange={({ target }) => onChoose(target.value)}>
        {versions.map(({ slug, language }) => (
          <option key={slug} value={slug} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
      {children}
    </div>
  )
}

/** What the address could name instead of what it names. */
function NotBeside({ note, other }: { note: Note; other: string }) {
  const { beside, sideBySide } = useMessages()
  const language = useLanguage()
  const why = note.translations.length === 0 ? 'alone' : other === note.slug ? 'same' : 'other'
  return (
    <Notice title={beside.cannot} lead={beside.why[why]}>
      {inOrderFor(note.translations, language).map((version) => (
        <Link key={version.slug} to={paths.beside(note.slug, version.slug)}>
          {sideBySide}: <bdi lang={version.language}>{languageName(version.language)}</bdi>
        </Link>
      ))}
      <Link to={paths.note(note.slug)}>{beside.alone}</Link>
    </Notice>
  )
}
