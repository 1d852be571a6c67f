import { useState } from 'react'
import { useHref } from 'react-router'
import { useMessages } from '../../messages/index.ts'
import { type Entry, paths } from '../../notes/index.ts'
import { Icon } from '../../ui/index.ts'

/** Copies a statement with where it stands and what it rests on. */
export function CopyButton({ entry, when }: { entry: Entry; when: string }) {
  const messages = useMessages()
  const href = useHref(paths.note(entry.note.slug, entry.id))
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>()
  const copy = () => {
    const address = new URL(href, location.href).href
    // The clipboard may be forbidden, or not be there at all: outside of a secure context.
    Promise.resolve(
      navigator.clipboard?.writeText(citationOf(entry, when, address)) ?? Promise.reject(),
    ).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    )
  }
  return (
    <>
      <button
        type="button"
        className="mark"
        aria-label={messages.copyStatement}
        title={messages.copyStatement}
        onClick={copy}
        onBlur={() => setOutcome(undefined)}
      >
        <Icon shape="copy" />
      </button>
      <span role="status" className="outcome">
        {outcome && messages[outcome]}
      </span>
    </>
  )
}

/** A statement as one would quote it: its words, when, where it stands with its address, and its sources. */
function citationOf({ text, note, heading, sources }: Entry, when: string, address: string): string {
  const where = [note.title, heading, when].filter(Boolean).join(', ')
  const rest = sources.map(
    ({ number, title, url }) => `[${number}] ${[title, url].filter(Boolean).join(' ')}`,
  )
  return [text, `— ${where}`, address, ...rest].join('\n')
}
