import { Fragment, type MouseEvent, memo, type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { type DateValue, parseEdtf, toIso } from '../../calendar/index.ts'
import { type Messages, useMessages } from '../../messages/index.ts'
import { type Attributes, type Note, paths, type StatementMention } from '../../notes/index.ts'
import { ExternalLink } from '../../ui/index.ts'
import { type Part, revive } from './revive.tsx'
import { StarButton } from './star-button.tsx'

/** A date mark that the reader has activated. */
export interface Chosen {
  value: DateValue
  mention: StatementMention | undefined
  statement: string | undefined
  mark: HTMLElement
}

/** The text of a note. `onDate` is called when a date is activated. */
export const NoteBody = memo(function NoteBody({
  note,
  onDate,
}: {
  note: Note
  onDate: (chosen: Chosen) => void
}) {
  const messages = useMessages()
  const parts = useMemo(() => partsFor(note, messages, onDate), [note, messages, onDate])
  return revive(note.body, parts).map((element, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a note never move
    <Fragment key={i}>{element}</Fragment>
  ))
})

function partsFor(
  note: Note,
  messages: Messages,
  onDate: (chosen: Chosen) => void,
): Readonly<Record<string, Part>> {
  const statements = new Map(note.statementList.map((statement) => [statement.id, statement]))
  const sites = new Map(note.references.map(({ number, site }) => [`ref-${number}`, site]))
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const heading =
    (Tag: 'h2' | 'h3' | 'h4' | 'h5' | 'h6'): Part =>
    (attributes, children) => (
      <Tag {...attributes} tabIndex={-1}>
        {children}
      </Tag>
    )

  return {
    a: (attributes, children, inLink) => link(attributes, children, inLink, messages),
    time: (attributes, children, inLink) => {
      const id = text(attributes['data-of'])
      const mention = id ? statements.get(id)?.mentions[Number(attributes['data-mention'])] : undefined
      const dateTime = text(attributes.dateTime)
      const value = mention?.value ?? (dateTime ? parseEdtf(dateTime) : undefined)
      if (inLink || !value) return <time dateTime={dateTime}>{children}</time>
      // A link, so that long dates break like prose and a new tab can be asked for; a plain click shows the card.
      const choose = (event: MouseEvent<HTMLElement>) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onDate({ value, mention, statement: id, mark: event.currentTarget })
      }
      return (
        <time dateTime={dateTime}>
          <Link to={timelinePath(value)} className="date-mark" aria-haspopup="dialog" onClick={choose}>
            {children}
          </Link>
        </time>
      )
    },
    span: (attributes, children) => {
      const id = text(attributes['data-statement'])
      if (!id) return undefined
      const bare = statements.get(id)?.mentions.length === 0
      return (
        <>
          <span {...attributes} tabIndex={-1}>
            {children}
          </span>
          <StarButton slug={note.slug} statement={id} bare={bare} />
        </>
      )
    },
    li: (attributes, children) => {
      const site = sites.get(text(attributes.id) ?? '')
      if (!site) return undefined
      return (
        <li {...attributes} className="reference" tabIndex={-1}>
          {children} <span className="site-name">{site}</span>
        </li>
      )
    },
    table: (attributes, children) => (
      <Scroller label={messages.tableLabel}>
        <table {...attributes}>{children}</table>
      </Scroller>
    ),
    pre: (attributes, children) => (
      <Scroller label={messages.codeLabel}>
        <pre {...attributes} dir="ltr">
          {children}
        </pre>
      </Scroller>
    ),
    input: (attributes) => (
      <input {...attributes} aria-label={attributes.checked ? messages.taskDone : messages.taskOpen} />
    ),
    img: (attributes) => (
      <img {...attributes} src={base + text(attributes.src)} alt={text(attributes.alt) ?? ''} />
    ),
    h2: heading('h2'),
    h3: heading('h3'),
    h4: heading('h4'),
    h5: heading('h5'),
    h6: heading('h6'),
  }
}

function link(
  { href, ...attributes }: Attributes,
  children: ReactNode[],
  inLink: boolean,
  messages: Messages,
): ReactNode {
  const address = text(href)
  if (!address || inLink) return <span {...attributes}>{children}</span>
  if (address.startsWith('#')) {
    return (
      <a href={address} {...attributes}>
        {children}
      </a>
    )
  }
  if (address.startsWith('/')) return <Link to={address}>{children}</Link>
  return (
    <ExternalLink href={address}>
      {children}
      {attributes['data-remote-image'] && <span className="remote-image"> [{messages.remoteImage}]</span>}
    </ExternalLink>
  )
}

/** What may be wider than the page scrolls in a frame of its own, by keyboard too. */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame has to be reached by keyboard
    <div className="scroller" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

/** Where a date stands on the timeline. */
export function timelinePath({ from, to }: DateValue): string {
  return paths.timeline({ from: toIso(from), to: toIso(to) })
}

function text(value: string | number | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
