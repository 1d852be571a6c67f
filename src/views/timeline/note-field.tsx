import { useInfiniteQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useState } from 'react'
import { libraryQuery, newestQuery, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'

/** So many titles are offered at once. */
const MOST_OFFERED = 50

/**
 * Chooses a note by its title, of any number of them: more of the library is read as long as no title holds what is
 * typed. An empty field chooses none.
 */
export function NoteField({
  label,
  value,
  title,
  except,
  onChange,
}: {
  label: string
  /** Slug of the chosen one. */
  value: string | undefined
  /** Of the chosen one, where that is known. */
  title: string
  /** Slug of one that is not offered. */
  except?: string | undefined
  onChange: (slug: string) => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const ids = { field: useId(), list: useId() }
  const shown = title || (value ?? '')
  const [text, setText] = useState(shown)
  const [seen, setSeen] = useState(shown)
  if (seen !== shown) {
    setSeen(shown)
    setText(shown)
  }
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const [asked, setAsked] = useState(false)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    ...newestQuery,
    enabled: asked || text !== shown,
  })
  const choices = useMemo(
    () => named(data?.pages.flatMap((page) => versionsOf(page.notes, language)) ?? []),
    [data, language],
  )
  const typed = text.trim().toLowerCase()
  const offered = choices
    .filter(({ slug, name }) => slug !== except && name.toLowerCase().includes(typed))
    .slice(0, MOST_OFFERED)
  const wanting = data !== undefined && text !== shown && typed !== '' && offered.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that comes at once changes nothing but the data
  useEffect(() => {
    if (wanting && hasNextPage && !isFetching && !isError) fetchNextPage()
  }, [data, wanting, hasNextPage, isFetching, isError, fetchNextPage])
  const type = (next: string) => {
    setText(next)
    if (next === '') return onChange('')
    const chosen = choices.find(({ slug, name }) => name === next && slug !== except)
    if (chosen) onChange(chosen.slug)
  }
  if ((library.pages[0]?.count ?? 0) < 2 && value === undefined) return null
  return (
    <p className="field">
      <label htmlFor={ids.field}>{label}</label>
      <input
        id={ids.field}
        type="search"
        list={ids.list}
        value={text}
        placeholder={messages.allNotes}
        onChange={({ target }) => type(target.value)}
        onFocus={() => setAsked(true)}
        onBlur={() => setText(shown)}
        autoComplete="off"
        dir="auto"
      />
      <datalist id={ids.list}>
        {offered.map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
      </datalist>
      {wanting && !hasNextPage && (
        <span className="hint" role="status">
          {messages.noNotesMatch}
        </span>
      )}
    </p>
  )
}

/** Notes by title, those of one title told apart. */
function named(all: readonly (readonly [{ slug: string; title: string }, ...unknown[]])[]) {
  const times = new Map<string, number>()
  for (const [{ title }] of all) times.set(title, (times.get(title) ?? 0) + 1)
  return all.map(([{ slug, title }]) => ({
    slug,
    name: (times.get(title) ?? 0) > 1 ? `${title} (${slug})` : title,
  }))
}
