import { Fragment, type MouseEvent, memo, type ReactNode, useMemo } from 'react'
import { useHref } from 'react-router'
import type { Guess } from '../../calendar/index.ts'
import { imageAddress } from '../../library/index.ts'
import { type FirstMessages, useFirstMessages } from '../../messages/index.ts'
import { type Attributes, markedValue, type Note, type Reference } from '../../notes/index.ts'
import { Link } from '../../ui/index.ts'
import { BackLinks, type Use, usesOf } from './back-links.tsx'
import { type Chosen, timelinePath } from './chosen-date.ts'
import { datelineWithin } from './dateline.ts'
import { MarginSources, sourcesBeside } from './margin-sources.tsx'
import { type Painted, type Part, revive } from './revive.tsx'
import { Followed, SourceLink } from './source-link.tsx'
import { StarButton } from './star-button.tsx'
import { SectionSources, StatementSources } from './statement-sources.tsx'

/** What stands at a heading: what can be done with its section. `section`: its id. */
type AtHeading = (section: string) => ReactNode

/** The text of a note, or so many of its blocks. `onDate` is called when a date is activated; `painted`: see {@link revive}. */
export const NoteBody = memo(function NoteBody({
  note,
  blocks = note.body.length,
  onDate,
  painted,
  atHeading,
}: {
  note: Note
  blocks?: number
  onDate: (chosen: Chosen) => void
  painted?: readonly Painted[] | undefined
  atHeading?: AtHeading
}) {
  const parts = useNoteParts(note, onDate, atHeading)
  return revive(note.body.slice(0, blocks), parts, painted).map((element, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a note never move
    <Fragment key={i}>{element}</Fragment>
  ))
})

/** How the elements of a note are shown. */
export function useNoteParts(
  note: Note,
  onDate: (chosen: Chosen) => void,
  atHeading?: AtHeading,
): Readonly<Record<string, Part>> {
  const messages = useFirstMessages()
  const base = useHref('/').replace(/\/$/, '')
  return useMemo(
    () => partsFor(note, base, messages, onDate, atHeading),
    [note, base, messages, onDate, atHeading],
  )
}

function partsFor(
  note: Note,
  base: string,
  messages: FirstMessages,
  onDate: (chosen: Chosen) => void,
  atHeading: AtHeading | undefined,
): Readonly<Record<string, Part>> {
  const statements = new Map(note.statementList.map((statement) => [statement.id, statement]))
  const listed = new Map(note.references.map((reference) => [`ref-${reference.number}`, reference]))
  const uses = usesOf(note)
  const beside = sourcesBeside(note)
  const sections = new Map(note.sections.map((section) => [section.id, section]))
  const heading =
    (Tag: 'h2' | 'h3' | 'h4' | 'h5' | 'h6'): Part =>
    (attributes, children) => {
      const section = text(attributes.id) ?? ''
      const words = (
        <Tag {...attributes} data-dateline={datelineWithin(sections.get(section))} tabIndex={-1}>
          {children}
        </Tag>
      )
      return (
        <>
          {atHeading && sections.has(section) ? (
            <div className="section-head">
              {words}
              {atHeading(section)}
            </div>
          ) : (
            words
          )}
          <SectionSources note={note} section={section} />
        </>
      )
    }

  return {
    a: (attributes, children, inLink) => {
      const made = link(note.slug, attributes, children, inLink, messages)
      const reference = listed.get(text(attributes.id) ?? '')
      if (!reference) return made
      // A line of links at the end of the note.
      return (
        <span id={text(attributes.id)} className="reference" tabIndex={-1}>
          {made}
          <About reference={reference} uses={uses.get(reference.number)} />
        </span>
      )
    },
    time: (attributes, children, inLink) => {
      const dateTime = text(attributes.dateTime)
      const value = markedValue(attributes)
      if (inLink) return <time dateTime={dateTime}>{children}</time>
      // A link, so that long dates break like prose and a new tab can be asked for; a plain click shows the card.
      const choose = (event: MouseEvent<HTMLElement>) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onDate({
          value,
          known: (text(attributes['data-known']) ?? 'explicit') as Chosen['known'],
          guess: text(attributes['data-guess']) as Guess | undefined,
          fiscal: attributes['data-fiscal'] === true,
          statement: event.currentTarget.closest('[data-statement]')?.id,
          mark: event.currentTarget,
        })
      }
      if (!value) {
        return (
          <button
            type="button"
            id={text(attributes.id)}
            className="date-mark"
            aria-haspopup="dialog"
            onClick={choose}
          >
            {children}
          </button>
        )
      }
      return (
        <time dateTime={dateTime}>
          {/* No move within the program: a note has hundreds, and those cost. */}
          <a href={base + timelinePath(value)} className="date-mark" aria-haspopup="dialog" onClick={choose}>
            {children}
          </a>
        </time>
      )
    },
    span: (attributes, children, inLink) => {
      if (attributes.className === 'dangling') {
        return (
          <span className="dangling" title={messages.dangling}>
            {children}
            <span className="visually-hidden"> ({messages.dangling})</span>
          </span>
        )
      }
      const row = statements.get(text(attributes['data-sources']) ?? '')
      if (row) return <StatementSources note={note} statement={row} />
      const id = attributes['data-statement'] ? text(attributes.id) : undefined
      const statement = statements.get(id ?? '')
      if (!id || !statement) return undefined
      const bare = statement.mentions.length === 0
      const words = (
        <span {...attributes} tabIndex={-1}>
          {children}
        </span>
      )
      // A link leads to the source itself, and has room for no other link and no button.
      if (inLink) return words
      return (
        <>
          <MarginSources note={note} sources={beside.get(id)} />
          {words}
          <StarButton slug={note.slug} statement={id} bare={bare} />
          <StatementSources note={note} statement={statement} />
        </>
      )
    },
    li: (attributes, children) => {
      const reference = listed.get(text(attributes.id) ?? '')
      if (!reference) return undefined
      return (
        <li {...attributes} className="reference" tabIndex={-1}>
          {children}
          <About reference={reference} uses={uses.get(reference.number)} />
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
      <img {...attributes} src={imageAddress(text(attributes.src) ?? '')} alt={text(attributes.alt) ?? ''} />
    ),
    h2: heading('h2'),
    h3: heading('h3'),
    h4: heading('h4'),
    h5: heading('h5'),
    h6: heading('h6'),
  }
}

/** What stands behind an entry of the list: its site, whether it was followed, and the ways back. */
export function About({
  reference: { url, site },
  uses,
}: {
  reference: Reference
  uses: readonly Use[] | undefined
}) {
  return (
    <span className="about-source">
      {' '}
      {site && <span className="site-name">{site}</span>} <Followed url={url} /> <BackLinks uses={uses} />
    </span>
  )
}

function link(
  slug: string,
  { href, ...attributes }: Attributes,
  children: ReactNode[],
  inLink: boolean,
  messages: FirstMessages,
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
    <SourceLink slug={slug} href={address}>
      {children}
      {attributes['data-remote-image'] && <span className="remote-image"> [{messages.remoteImage}]</span>}
    </SourceLink>
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

function text(value: string | number | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
